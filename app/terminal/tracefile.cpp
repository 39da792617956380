#include "app/terminal/tracefile.h"

#include "app/sets/loadedset.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/ownsources.h"
#include "app/storage/setfiles.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"
#include "app/timeline/chrometrace.h"
#include "app/timeline/timelinecsv.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <climits>

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

/// Whether the entry is one of the system, not a file that may be replaced.
bool isEntryOfSystem(const QFileInfo &entry)
{
    const QString canonical = QFileInfo(entry.absolutePath()).canonicalFilePath();
    const QString folder = (canonical.isEmpty() ? entry.absolutePath() : canonical) + u'/';
    return !folder.startsWith("/dev/shm/"_L1)
        && (folder.startsWith("/dev/"_L1) || folder.startsWith("/proc/"_L1) || folder.startsWith("/sys/"_L1));
}

/// Whether the path, or a link there, names an entry of the system. /dev/stdout is such a link. Its target is
/// an ordinary file if the output is redirected, but root would replace the link for all programs.
bool leadsToSystem(const QString &path)
{
    constexpr int mostLinks = 40; // as in Linux
    QFileInfo entry(path);
    for (int links = 0; links < mostLinks && !isEntryOfSystem(entry); ++links) {
        if (!entry.isSymLink())
            return false;
        entry.setFile(entry.symLinkTarget());
    }
    return true;
}

bool isNameTooLong(const QString &path)
{
    const auto isPartTooLong = [](const QString &part) { return QFile::encodeName(part).size() > NAME_MAX; };
    return QFile::encodeName(QFileInfo(path).absoluteFilePath()).size() >= PATH_MAX
        || std::ranges::any_of(path.split(u'/'), isPartTooLong);
}

/// The files and folders that the command reads, apart from those of a set.
QStringList inputsOf(const GivenOptions &given)
{
    QStringList paths{ownSourcesPath()};
    for (const QLatin1StringView option :
        std::array{"codes-from"_L1, "sources"_L1, "pictures"_L1, "ca-file"_L1, "from"_L1}) {
        if (given.isSet(option))
            paths += given.values(option);
    }
    return paths;
}

/// Whether the path names one of the inputs, or a picture in one of them.
bool isInput(const QString &path, const QStringList &inputs)
{
    const QString file = QFileInfo(path).canonicalFilePath(); // empty if there is no such file yet
    return !file.isEmpty() && std::ranges::any_of(inputs, [&file](const QString &input) {
        const QString read = QFileInfo(input).canonicalFilePath();
        const bool isPicture = file.endsWith(".svg"_L1) && file.startsWith(read + u'/');
        return !read.isEmpty() && (file == read || isPicture);
    });
}

/// Checks now what would otherwise fail after the last flag. The file is written only then.
ValueOrBad<QString> readTraceFile(const QString &path, const QStringList &inputs)
{
    const QFileInfo file(path);
    if (file.fileName().isEmpty())
        return unexpected(BadValue{TraceOption::tr("the name of a file is needed")});
    if ((file.exists() && !file.isFile()) || leadsToSystem(path))
        return unexpected(
            BadValue{TraceOption::tr("this is no file that can be replaced; choose another name")});
    if (isNameTooLong(path))
        return unexpected(BadValue{TraceOption::tr("this name is too long; choose another name")});
    if (isInput(path, inputs))
        return unexpected(BadValue{
            TraceOption::tr("Flagfetch reads this file, and it is not replaced; choose another name")});
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
    given.take(
        u"trace"_s, [&given](const QString &path) { return readTraceFile(path, inputsOf(given)); },
        [&options](const QString &path) { options.tracePath = path; });
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
