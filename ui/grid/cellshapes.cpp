#include "ui/grid/cellshapes.h"

#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"

#include <QPainter>
#include <QPolygonF>

using namespace Qt::StringLiterals;

namespace {

// Sizes in device-independent pixels.
constexpr qreal radius = 6;
constexpr qreal badgeRim = 1.5;
constexpr int badgeMargin = 1; // for the outer half of the rim

/// A transparent pixmap. `draw` gets a painter for it and its rectangle.
template <typename Draw>
QPixmap drawn(const QSize &size, qreal pixelRatio, const Draw &draw)
{
    QPixmap pixmap((QSizeF(size) * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, QRectF(QPointF(), QSizeF(size)));
    return pixmap;
}

QPixmap roundedRect(const QSize &size, const QColor &colour, qreal pixelRatio)
{
    return drawn(size, pixelRatio, [&colour](QPainter &painter, const QRectF &area) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(area, radius, radius);
    });
}

QColor backgroundColour(bool isTicked, bool isHovered, const QPalette &palette)
{
    const QColor tint = isTicked ? tickedTint(palette) : palette.color(QPalette::Base);
    return isHovered ? hoveredTint(tint, palette) : tint;
}

QSize badgeSize()
{
    return CellMetrics::badge({}).size().grownBy({badgeMargin, badgeMargin, badgeMargin, badgeMargin});
}

QPixmap badgeGround(const QPalette &palette, qreal pixelRatio)
{
    const QColor ground
        = readableGround(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText), 3);
    return drawn(badgeSize(), pixelRatio, [&](QPainter &painter, const QRectF &area) {
        painter.setPen(QPen(palette.color(QPalette::Base), badgeRim));
        painter.setBrush(ground);
        painter.drawEllipse(area.adjusted(badgeMargin, badgeMargin, -badgeMargin, -badgeMargin));
    });
}

QColor ringColour(EmptyBadge badge, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    switch (badge) {
    case EmptyBadge::Quiet:
        return blend(palette.color(QPalette::Text), base, 0.35);
    case EmptyBadge::Clear:
        return mutedText(palette);
    case EmptyBadge::Offered:
        return readableGround(palette.color(QPalette::Highlight), base, 3);
    }
    Q_UNREACHABLE();
}

QPixmap emptyBadgeShape(EmptyBadge badge, const QPalette &palette, qreal pixelRatio)
{
    const QColor ring = ringColour(badge, palette);
    QColor ground = palette.color(QPalette::Base);
    ground.setAlphaF(badge == EmptyBadge::Quiet ? 0.8F : 1.0F); // visible on every flag
    return drawn(badgeSize(), pixelRatio, [&](QPainter &painter, const QRectF &area) {
        const qreal inset = badgeMargin + badgeRim / 2;
        painter.setPen(QPen(ring, badge == EmptyBadge::Quiet ? 1 : badgeRim));
        painter.setBrush(ground);
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset));
        if (badge != EmptyBadge::Offered)
            return;
        const QPointF corner = area.center() - QPointF(StateIcons::side, StateIcons::side) / 2;
        painter.drawPixmap(corner, svgPixmap(u"tick"_s, StateIcons::side, ring, pixelRatio));
    });
}

QPixmap faultShape(const QPalette &palette, qreal pixelRatio)
{
    constexpr qreal inset = badgeMargin + badgeRim;
    constexpr qreal corner = 2;
    const QColor ink = palette.color(QPalette::Base);
    const QColor ground = stateColour(FlagState::Failed, palette);
    return drawn(badgeSize(), pixelRatio, [&](QPainter &painter, const QRectF &area) {
        const QRectF inner = area.adjusted(inset, inset, -inset, -inset);
        const QPolygonF triangle(QList<QPointF>{
            QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()});
        painter.setBrush(ground);
        for (const QPen &outline : {QPen(ink, corner + 2 * badgeRim), QPen(ground, corner)}) {
            painter.setPen(
                QPen(outline.brush(), outline.widthF(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolygon(triangle);
        }
        const auto onAxis = [&inner](qreal share) {
            return QPointF(inner.center().x(), inner.top() + share * inner.height());
        };
        painter.setPen(QPen(ink, badgeRim + 0.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(onAxis(0.36), onAxis(0.64));
        painter.drawPoint(onAxis(0.88));
    });
}

} // namespace

void CellShapes::setUp(const CellMetrics &metrics, const QPalette &palette, qreal pixelRatio)
{
    *this = {};
    m_metrics = metrics;
    m_palette = palette;
    m_pixelRatio = pixelRatio;
}

QPixmap CellShapes::background(bool isTicked, bool isHovered)
{
    if (!isTicked && !isHovered)
        return {};
    QPixmap &shape = m_backgrounds[(isTicked ? 1U : 0U) + (isHovered ? 2U : 0U)];
    if (shape.isNull())
        shape = roundedRect(m_metrics.cell(), backgroundColour(isTicked, isHovered, m_palette), m_pixelRatio);
    return shape;
}

QPixmap CellShapes::placeholder()
{
    QColor ground = m_palette.color(QPalette::Text);
    ground.setAlphaF(static_cast<float>(placeholderShare));
    if (m_placeholder.isNull())
        m_placeholder = roundedRect(m_metrics.picture(), ground, m_pixelRatio);
    return m_placeholder;
}

QPixmap CellShapes::badge()
{
    if (m_badge.isNull())
        m_badge = badgeGround(m_palette, m_pixelRatio);
    return m_badge;
}

QPixmap CellShapes::emptyBadge(EmptyBadge badge)
{
    QPixmap &shape = m_emptyBadges[static_cast<std::size_t>(badge)];
    if (shape.isNull())
        shape = emptyBadgeShape(badge, m_palette, m_pixelRatio);
    return shape;
}

QPoint CellShapes::badgeCorner(const QRect &pictureArea)
{
    return CellMetrics::badge(pictureArea).topLeft() - QPoint(badgeMargin, badgeMargin);
}

QPixmap CellShapes::fault()
{
    if (m_fault.isNull())
        m_fault = faultShape(m_palette, m_pixelRatio);
    return m_fault;
}

QPoint CellShapes::faultCorner(const QRect &pictureArea)
{
    const QRect badge = CellMetrics::badge(pictureArea);
    const int left = pictureArea.left() - (badge.right() - pictureArea.right());
    return QPoint(left, badge.top()) - QPoint(badgeMargin, badgeMargin);
}
