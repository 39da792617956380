#include "ui/timeline/timelineexport.h"

#include "app/timeline/chrometrace.h"
#include "app/timeline/timelinecsv.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderOfTimelines = "timeline/folder"_L1; // key of the settings

} // namespace

QString suffixOf(TimelineFormat format)
{
    switch (format) {
    case TimelineFormat::Png:
        return u"png"_s;
    case TimelineFormat::Svg:
        return u"svg"_s;
    case TimelineFormat::Csv:
        return u"csv"_s;
    case TimelineFormat::Trace:
        return u"json"_s;
    }
    Q_UNREACHABLE();
}

FileContent contentOf(const TimelinePicture &picture, TimelineFormat format)
{
    switch (format) {
    case TimelineFormat::Png:
        return pngOf(picture);
    case TimelineFormat::Svg:
        return svgOf(picture);
    case TimelineFormat::Csv:
        return timelineCsv(picture.timeline);
    case TimelineFormat::Trace:
        return chromeTrace(picture.timeline, picture.now);
    }
    Q_UNREACHABLE();
}

TimelineExport::TimelineExport(QWidget &widget)
    : QObject(&widget)
    , m_file(widget, folderOfTimelines)
{
    connect(&m_file, &FileExport::saved, this,
        [this](const QString &path) { Q_EMIT notice(tr("The timeline is saved as %1.").arg(path)); });
    connect(&m_file, &FileExport::error, this, &TimelineExport::error);
}

void TimelineExport::choose(const TimelinePicture &picture, TimelineFormat format, const QDateTime &startedAt)
{
    const QString name = u"timeline-%1.%2"_s.arg(startedAt.toString(u"yyyyMMdd-HHmmss"_s), suffixOf(format));
    m_file.choose(tr("Save the timeline as"), name,
        [picture, format] { return FileExport::Content([=] { return contentOf(picture, format); }); });
}

void TimelineExport::write(const TimelinePicture &picture, TimelineFormat format, const QString &path)
{
    m_file.write([picture, format] { return contentOf(picture, format); }, path);
}
