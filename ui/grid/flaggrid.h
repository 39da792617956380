#pragma once

#include "ui/grid/flagdelegate.h"
#include "ui/grid/sectionedview.h"
#include "ui/grid/typeahead.h"
#include "ui/look/cellmetrics.h"

#include <QElapsedTimer>
#include <QPersistentModelIndex>

class CellClicks;

/// The grid of countries. A click on the badge of a cell, Ctrl+click and Space toggle a tick, Shift ticks a
/// range, a picture can be dragged, and a rubber band adds ticks; see CellClicks. Ticks are written to the
/// model as CheckStateRole. A double click and Return emit opened(); letters go to a country, see TypeAhead;
/// a right click, the Menu key and Shift+F10 emit menuRequested().
class FlagGrid final : public SectionedView
{
    Q_OBJECT

public:
    explicit FlagGrid(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagGrid)

    void setPictureWidth(int width);
    [[nodiscard]] int pictureWidth() const { return m_pictureWidth; }

    /// The size of the picture area of a cell, in device pixels.
    [[nodiscard]] QSize pictureBox() const;

    void toggle(const QModelIndex &index);

    void keyboardSearch(const QString &typed) override;

    /// Whether at least part of the cell can be seen.
    [[nodiscard]] bool isInView(const QModelIndex &cell) const;

Q_SIGNALS:
    /// pictureBox() has changed, so the pictures must be scaled again.
    void pictureBoxChanged();
    /// `cell` is the current cell.
    void menuRequested(const QModelIndex &cell, const QPoint &globalPosition);
    /// The user has ticked or unticked cells; once for a range and for a rubber band.
    void ticked();
    /// A double click beside the badge, or Return. No tick has changed.
    void opened(const QModelIndex &cell);
    /// The user begins to drag the picture of this cell. The receiver may wait for the end of the drag.
    void dragged(const QModelIndex &cell);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void dataChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;

private:
    void requestMenuByKey();
    [[nodiscard]] QString badgeToolTip() const;
    void showHoveredBadge(const QModelIndex &cell);
    void updateAppearance();
    void reportPictureBox();
    void updatePicture(const QModelIndex &cell);
    [[nodiscard]] QModelIndex topCell() const; // invalid if the view is not scrolled
    void updateMetrics(const QPersistentModelIndex &staying); // keeps this cell at the top if it is valid

    FadeIn m_fade;
    QElapsedTimer m_scrolled; // since the latest step of scrolling; pictures do not fade in meanwhile
    FlagDelegate m_delegate;
    CellClicks *m_clicks;
    TypeAhead m_typeAhead;
    int m_pictureWidth = CellMetrics::defaultPictureWidth;
    QSize m_lastPictureBox;
};
