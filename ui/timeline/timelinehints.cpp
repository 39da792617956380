#include "ui/timeline/timelinehints.h"

#include "app/language/joining.h"
#include "ui/timeline/feature.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/timelinepainter.h"

namespace {

/// Also at the caption, in the column of names.
bool isIn(const QRect &band, const QPoint &point)
{
    return point.y() >= band.top() && point.y() <= band.bottom();
}

QString graphHint(const TimelineScene &scene)
{
    QStringList sentences{explanationOf(Feature::InFlight)};
    if (scene.inFlight.limit > 0)
        sentences += explanationOf(Feature::Limit);
    if (scene.compared != nullptr)
        sentences += explanationOf(Feature::Compared);
    return joinedSentences(sentences);
}

} // namespace

std::optional<int> rowAt(const QPoint &point, const TimelineLayout &layout, const TimelineScene &scene)
{
    const auto row = layout.rowAt(point);
    return row ? row : layout.rowOnTrackAt(point, scene.timeline, scene.now);
}

QString describedRow(
    int row, const TimelineLayout &layout, const TimelineScene &scene, const TimelinePainter &painter)
{
    const int request = layout.rows()[std::size_t(row)].request;
    const RequestRecord &record = scene.timeline.requests()[std::size_t(request)];
    return describedRequest(record, painter.nameOfBlock(record.code), scene.timeline, scene.now);
}

QString hintAt(const QPoint &point, const TimelineLayout &layout, const TimelineScene &scene,
    const TimelinePainter &painter)
{
    if (const auto row = rowAt(point, layout, scene))
        return describedRow(*row, layout, scene, painter);
    if (isIn(layout.graph(), point))
        return graphHint(scene);
    if (isIn(layout.loop(), point))
        return explanationOf(Feature::BlockedLoop);
    return isIn(layout.tracks(), point) ? explanationOf(Feature::Threads) : QString();
}
