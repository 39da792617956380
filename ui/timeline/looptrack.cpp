#include "ui/timeline/looptrack.h"

#include "ui/timeline/phaselook.h"
#include "ui/timeline/timelinelayout.h"

#include <QPainter>

#include <algorithm>

void paintLoop(
    QPainter &painter, const TimelineLayout &layout, const Timeline &timeline, const QColor &colour)
{
    const QRect band = layout.loop();
    if (band.isEmpty())
        return;
    painter.save();
    painter.setClipRect(band);
    for (const LoopBlock &block : timeline.loopBlocks()) {
        QRectF part = layout.barRect(
            band, layout.sizes().bar, block.from - timeline.started(), block.to - timeline.started());
        part.setLeft(std::max(part.left(), band.left() - 2.0));
        part.setRight(std::min(std::max(part.right(), part.left() + 1), band.right() + 2.0));
        if (part.width() > 0)
            paintBlocked(painter, part, colour);
    }
    painter.restore();
}
