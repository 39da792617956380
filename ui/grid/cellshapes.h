#pragma once

#include "ui/look/cellmetrics.h"

#include <QPalette>
#include <QPixmap>

#include <array>

/// How much the badge of a cell that is not ticked stands out.
enum class EmptyBadge {
    Quiet, ///< a faint circle: here is something to click
    Clear, ///< of the current cell and the one under the mouse; at least 3:1 on the cell
    Offered, ///< under the mouse itself, with the tick that a click gives
};

/// The shapes that are the same in every cell. Each is drawn when it is first needed for a palette, a size
/// and a pixel ratio; after that, painting a cell only copies it. Owned by FlagDelegate.
class CellShapes final
{
public:
    void setUp(const CellMetrics &metrics, const QPalette &palette, qreal pixelRatio);

    /// As large as a cell. Null for a cell that is neither ticked nor under the mouse.
    [[nodiscard]] QPixmap background(bool isTicked, bool isHovered);

    /// As large as the picture area.
    [[nodiscard]] QPixmap placeholder();

    /// The ground of the check badge, drawn at badgeCorner().
    [[nodiscard]] QPixmap badge();
    /// The badge of a cell that is not ticked, drawn at badgeCorner().
    [[nodiscard]] QPixmap emptyBadge(EmptyBadge badge);
    [[nodiscard]] static QPoint badgeCorner(const QRect &pictureArea);

    /// The mark of a file that is damaged or gone, drawn at faultCorner(): a triangle at the other corner
    /// than the round badge.
    [[nodiscard]] QPixmap fault();
    [[nodiscard]] static QPoint faultCorner(const QRect &pictureArea);

private:
    CellMetrics m_metrics;
    QPalette m_palette;
    qreal m_pixelRatio = 1;
    std::array<QPixmap, 4> m_backgrounds;
    QPixmap m_placeholder;
    QPixmap m_badge;
    QPixmap m_fault;
    std::array<QPixmap, 3> m_emptyBadges;
};
