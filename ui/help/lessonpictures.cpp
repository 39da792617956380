#include "ui/help/lessonpictures.h"

#include "app/timeline/timeline.h"
#include "ui/timeline/timelinelayout.h"
#include "ui/timeline/timelinepainter.h"

#include <QBuffer>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pictureWidth = 480; // device-independent pixels, for the page of HelpWindow
constexpr int pixelRatio = 2;
constexpr auto loopSleep = 200ms; // of a blocked event loop, for each flag

struct InventedFlag
{
    QLatin1StringView code;
    std::chrono::milliseconds delay; // of the server
};

/// In the order in which they arrive.
constexpr std::array inventedFlags{InventedFlag{"BD"_L1, 180ms}, InventedFlag{"BR"_L1, 260ms},
    InventedFlag{"CN"_L1, 300ms}, InventedFlag{"DE"_L1, 340ms}, InventedFlag{"EG"_L1, 420ms}};

Timeline inventedRun(LessonPicture picture)
{
    constexpr auto transfer = 20ms;
    const SteadyTime start{1s};
    RequestLog log;
    log.begin(start);
    log.setLimit(picture == LessonPicture::OneAtATime ? 1 : int(inventedFlags.size()));
    SteadyTime sent = start;
    SteadyTime loopIsFree = start;
    SteadyTime end = start;
    for (const InventedFlag &flag : inventedFlags) {
        const auto id = log.add(
            {.code = flag.code, .part = RequestPart::Picture, .sourceId = {}, .url = {}, .queued = sent});
        log.addTry(id, sent);
        SteadyTime seen = sent + flag.delay;
        if (picture == LessonPicture::BlockedLoop) {
            seen = std::max(seen, loopIsFree);
            loopIsFree = seen + transfer + loopSleep;
            log.addLoopBlock({seen + transfer, loopIsFree, loopSleep});
        }
        log.setFirstByte(id, seen);
        log.finish(id, seen + transfer, 1);
        end = std::max({end, seen + transfer, loopIsFree});
        if (picture == LessonPicture::OneAtATime)
            sent = seen + transfer;
    }
    log.end(end);
    Timeline timeline;
    timeline.update(log.takeChanges());
    return timeline;
}

QImage imageOf(const Timeline &timeline)
{
    const QFont font = QGuiApplication::font();
    const SteadyTime end = timeline.endOr({});
    TimelineLayout layout;
    layout.setSizes(TimelineSizes(QFontMetrics(font)));
    layout.setViewport({pictureWidth, 1}, QGuiApplication::isRightToLeft());
    layout.update(timeline, end);
    const QSize size(pictureWidth, layout.wholeHeight());
    layout.setViewport(size, QGuiApplication::isRightToLeft());
    TimelinePainter timelinePainter;
    timelinePainter.setLook(QGuiApplication::palette(), font);
    QImage image(size * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(QGuiApplication::palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setLayoutDirection(QGuiApplication::layoutDirection());
    timelinePainter.paint(
        painter, layout, {.timeline = timeline, .now = end, .inFlight = inFlightLineOf(timeline, end)});
    return image;
}

} // namespace

QString htmlOf(LessonPicture picture)
{
    const QImage image = imageOf(inventedRun(picture));
    QBuffer png;
    image.save(&png, "PNG");
    return u"<p><img src=\"data:image/png;base64,%1\" width=\"%2\" height=\"%3\"></p>"_s
        .arg(QLatin1StringView(png.data().toBase64()))
        .arg(image.width() / pixelRatio)
        .arg(image.height() / pixelRatio);
}
