#include "ui/timeline/timelineexport.h"

#include "app/failures/failure.h"
#include "app/sets/loadedset.h"
#include "app/storage/atomicwrite.h"
#include "app/tasks/latestjob.h"
#include "app/timeline/chrometrace.h"
#include "app/timeline/timelinecsv.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderOfTimelines = "timeline/folder"_L1; // key of the settings

QString proposedPath(TimelineFormat format, const QDateTime &startedAt)
{
    const QString folder
        = QSettings()
              .value(folderOfTimelines, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
              .toString();
    const QString name = u"timeline-%1.%2"_s.arg(startedAt.toString(u"yyyyMMdd-HHmmss"_s), suffixOf(format));
    return QDir(folder).filePath(name);
}

std::optional<Failure> writeTimeline(
    const TimelinePicture &picture, TimelineFormat format, const QString &path)
{
    if (isPartOfSet(path))
        return Failure{FailureKind::PartOfSet, 0, {}};
    const QByteArray bytes = bytesOf(picture, format);
    const auto written = writeAtomically(path, bytes, ConflictPolicy::Overwrite);
    return written ? std::nullopt : std::optional(written.error());
}

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

QByteArray bytesOf(const TimelinePicture &picture, TimelineFormat format)
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
    , m_widget(widget)
{
    m_pool.setMaxThreadCount(1);
}

void TimelineExport::choose(const TimelinePicture &picture, TimelineFormat format, const QDateTime &startedAt)
{
    auto *dialog = new QFileDialog(&m_widget, tr("Save the timeline as"), proposedPath(format, startedAt));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces a file
    dialog->setDefaultSuffix(suffixOf(format));
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture, format](const QString &path) {
        QSettings().setValue(folderOfTimelines, QFileInfo(path).absolutePath());
        write(picture, format, path);
    });
    dialog->open();
}

void TimelineExport::write(const TimelinePicture &picture, TimelineFormat format, const QString &path)
{
    auto *writing = new QFutureWatcher<std::optional<Failure>>(this);
    connect(writing, &QFutureWatcherBase::finished, this, [this, writing, path] {
        writing->deleteLater();
        const auto failure = resultOf(writing->future());
        const QString shown = QDir::toNativeSeparators(path);
        if (failure)
            Q_EMIT error(failureText(*failure, shown));
        else
            Q_EMIT notice(tr("The timeline is saved as %1.").arg(shown));
    });
    writing->setFuture(
        QtConcurrent::run(&m_pool, [picture, format, path] { return writeTimeline(picture, format, path); }));
}
