#pragma once

#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

/// Lets pictures that have just arrived fade in, where the style wants animations at all.
class FadeIn final : public QObject
{
    Q_OBJECT

public:
    explicit FadeIn(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FadeIn)

    void start(const QModelIndex &cell);

    /// 1 for a picture that does not fade.
    [[nodiscard]] qreal opacityOf(const QModelIndex &cell) const;

Q_SIGNALS:
    /// For each cell whose picture fades, once per frame and at its end.
    void stepped(const QModelIndex &cell);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QHash<QPersistentModelIndex, qint64> m_begins;
    QElapsedTimer m_clock;
    QBasicTimer m_timer;
};

/// Paints one cell of the grid: picture or placeholder, check badge, name, code and state. Copies what is
/// ready: it never scales, decodes or draws a pixmap anew while painting.
class FlagDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `fade` must outlive the delegate.
    explicit FlagDelegate(const FadeIn &fade, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FlagDelegate)

    void setMetrics(const CellMetrics &metrics) { m_metrics = metrics; }
    [[nodiscard]] const CellMetrics &metrics() const { return m_metrics; }

    /// To be called again when either has changed.
    void setAppearance(const QPalette &palette, qreal pixelRatio);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, bool ticked) const;
    void paintPicture(QPainter *painter, const QPixmap &picture, const QRect &area, qreal opacity) const;
    void paintPlaceholder(QPainter *painter, const QString &code, const QRect &area) const;
    void paintBadge(QPainter *painter, const QRect &area) const;
    void paintCaption(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintFocus(QPainter *painter, const QStyleOptionViewItem &option) const;

    const FadeIn &m_fade;
    CellMetrics m_metrics;
    QPalette m_palette;
    qreal m_pixelRatio = 1;
    StateIcons m_icons;
    QColor m_badge;
    mutable CellText m_text; // a cache only
};
