#include "tests/bench/timelinepage.h"

#include "tests/bench/loopturns.h"
#include "tests/ui/timelinerecords.h"
#include "ui/timeline/figures.h"
#include "ui/timeline/timelinepainter.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <functional>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pageSize(1100, 260);
constexpr int repetitions = 200;

QString milliseconds(double nanoseconds)
{
    return QString::number(nanoseconds / 1e6, 'f', 2);
}

QString costRow(const QString &what, const std::function<void()> &run)
{
    std::vector<double> times;
    for (int i = 0; i < repetitions; ++i) {
        const qint64 before = threadCpuTime();
        run();
        times.push_back(double(threadCpuTime() - before));
    }
    std::ranges::sort(times);
    return u"| %1 | %2 | %3 |"_s.arg(
        what, milliseconds(times[times.size() / 2]), milliseconds(times[times.size() * 99 / 100]));
}

} // namespace

QStringList timelinePageTable()
{
    const Timeline timeline = timelinerecords::runOf(676);
    const SteadyTime now = timeline.endOr({});
    TimelineLayout layout;
    layout.setSizes(TimelineSizes(QFontMetrics(QApplication::font())));
    layout.setViewport(pageSize, false);
    TimelinePainter painter;
    painter.setLook(QApplication::palette(), QApplication::font());
    QImage image(pageSize, QImage::Format_RGB32);
    InFlightLine line;
    const QStringList rows{costRow(u"update the layout and the line in flight"_s,
                               [&] {
                                   layout.update(timeline, now);
                                   line = inFlightLineOf(timeline, now);
                               }),
        costRow(u"draw the page"_s,
            [&] {
                QPainter device(&image);
                painter.paint(device, layout, {.timeline = timeline, .now = now, .inFlight = line});
            }),
        costRow(
            u"update the figures, ten times a second"_s, [&] { std::ignore = runFiguresOf(timeline, now); })};
    return QStringList{u"### Timeline"_s, {},
               u"676 countries, 1,352 requests, %1 × %2 pixels."_s.arg(pageSize.width())
                   .arg(pageSize.height()),
               {}, u"| for each frame | median, CPU ms | 99th percentile, CPU ms |"_s, u"|---|---:|---:|"_s}
    + rows + QStringList{QString()};
}
