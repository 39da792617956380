#include "app/terminal/tracefile.h"

#include "app/sets/loadedset.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/setfiles.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"
#include "app/timeline/chrometrace.h"
#include "app/timeline/timelinecsv.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct TraceOption
{
    Q_DECLARE_TR_FUNCTIONS(TraceOption)
};

/// Whether the path belongs to a folder of flags: a flag, or a file that describes the set.
bool isFileOfSet(const QString &path)
{
    return isReservedSetFile(QFileInfo(path).fileName()) || isPartOfSet(path);
}

/// Checks now what would otherwise fail after the last flag. The file is written only then.
ValueOrBad<QString> readTraceFile(const QString &path)
{
    const QFileInfo file(path);
    if (file.fileName().isEmpty() || (file.exists() && !file.isFile()))
        return unexpected(BadValue{TraceOption::tr("the name of a file is needed")});
    if (const auto folder = readOutputFolder(file.path()); !folder)
        return unexpected(folder.error());
    if (isFileOfSet(path))
        return unexpected(BadValue{
            TraceOption::tr("a set of flags has this file, and it is not replaced; choose another name")});
    return path;
}

} // namespace

void readTraceOption(GivenOptions &given, Options &options)
{
    given.take(u"trace"_s, readTraceFile, [&options](const QString &path) { options.tracePath = path; });
    if (given.isSet(u"trace"_s) && options.mode == Mode::Verify && !options.repair)
        given.fail(TraceOption::tr("--trace: with --verify it can be used only together with --repair"));
}

std::optional<Failure> writeTrace(const QString &path, const Timeline &timeline)
{
    if (isFileOfSet(path)) // it may have become one
        return Failure{FailureKind::PartOfSet, 0, {}};
    if (const auto failure = prepareOutputFolder(QFileInfo(path).path()))
        return failure;
    const bool isTable = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    const QByteArray bytes
        = isTable ? timelineCsv(timeline) : chromeTrace(timeline, SteadyTime::clock::now());
    const auto written = writeAtomically(path, bytes, ConflictPolicy::Overwrite);
    return written ? std::nullopt : std::optional(written.error());
}
