#pragma once

#include "ui/grid/cellshapes.h"
#include "ui/grid/gridsections.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPersistentModelIndex>
#include <QRegion>
#include <QStyledItemDelegate>

/// The fade-in of new pictures, 120 ms long. Owned by FlagGrid, which starts it if the style has animations.
/// In a burst, only some pictures fade in and the others appear at once, so that a frame never has many to
/// blend.
class FadeIn final : public QObject
{
    Q_OBJECT

public:
    explicit FadeIn(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FadeIn)

    static constexpr qint64 duration = 120; ///< ms

    void start(const QModelIndex &cell);
    /// Shows every picture at once.
    void stop();

    /// From 0 to 1. It is 1 for a cell that does not fade.
    [[nodiscard]] qreal opacityOf(const QModelIndex &cell) const;

Q_SIGNALS:
    /// For each fading cell, once per frame and once at the end.
    void stepped(const QModelIndex &cell);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QHash<QPersistentModelIndex, qint64> m_begins;
    QElapsedTimer m_clock;
    QBasicTimer m_timer;
};

/// Paints one cell of the grid: picture or placeholder, check badge, name, code and state. Painting only
/// copies pixmaps and draws texts that are laid out; it never scales or decodes a picture. Owned by FlagGrid.
class FlagDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `fade` must outlive the delegate.
    explicit FlagDelegate(const FadeIn &fade, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagDelegate)

    void setMetrics(const CellMetrics &metrics);
    [[nodiscard]] const CellMetrics &metrics() const { return m_metrics; }

    /// The cells claim the space for these sections. They must outlive the delegate.
    void setSections(const GridSections &sections) { m_sections = &sections; }

    /// Redraws the icons if something has changed. Call it before the first paint and when the palette or the
    /// pixel ratio has changed.
    void setAppearance(const QPalette &palette, qreal pixelRatio);

    /// The cell whose badge is under the mouse; invalid: none.
    void setHoveredBadge(const QModelIndex &cell);
    [[nodiscard]] QModelIndex hoveredBadge() const { return m_hoveredBadge; }
    /// A click has unticked this cell. Its badge offers no tick until the mouse has left it, because the
    /// offer would look like the tick that is gone.
    void setUntickedBadge(const QModelIndex &cell) { m_untickedBadge = cell; }

    /// The current cell of the view. It has a pale frame while another control has the focus.
    void setCurrentCell(const QModelIndex &cell) { m_currentCell = cell; }

    /// The region of the view that is painted. Parts of cells outside of it are left out.
    void setExposed(const QRegion &region) { m_exposed = region; }

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTexts(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] bool isExposed(const QRect &area) const
    {
        return m_exposed.isEmpty() || m_exposed.intersects(area);
    }
    void paintPicture(QPainter *painter, const QPixmap &picture, const QRect &area, qreal opacity) const;
    void paintPlaceholder(QPainter *painter, const QString &code, const QRect &area) const;
    void paintBadge(QPainter *painter, const QRect &area) const;
    void paintEmptyBadge(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCaption(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const FadeIn &m_fade;
    const GridSections *m_sections = nullptr;
    CellMetrics m_metrics;
    QPalette m_palette;
    qreal m_pixelRatio = 1;
    StateIcons m_icons;
    QColor m_placeholderText;
    QRegion m_exposed; // empty: everything
    QPersistentModelIndex m_hoveredBadge;
    QPersistentModelIndex m_untickedBadge;
    QPersistentModelIndex m_currentCell;
    // Caches only.
    mutable CellShapes m_shapes;
    mutable CellText m_text;
    mutable TextCache m_texts;
    mutable TextCache m_codes; // large, for placeholders
};
