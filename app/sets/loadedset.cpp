#include "app/sets/loadedset.h"

#include "app/language/joining.h"
#include "app/sets/flagindex.h"
#include "app/sets/foundflags.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/sets/setlock.h"
#include "app/storage/filereading.h"
#include "app/storage/nametemplate.h"
#include "app/storage/setfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace {

struct LoadedSetText
{
    Q_DECLARE_TR_FUNCTIONS(LoadedSet)
};

/// The hashes of a folder's files. Each file is read once, however often a journal lists it.
class FileHashes final
{
public:
    explicit FileHashes(const QString &folder)
        : m_folder(folder)
    {
    }

    [[nodiscard]] bool hasFile(const QString &file, const QByteArray &hash)
    {
        const auto known = m_hashes.constFind(file);
        return (known == m_hashes.cend() ? *m_hashes.insert(file, hashOf(file)) : *known) == hash;
    }

private:
    [[nodiscard]] QByteArray hashOf(const QString &file) const
    {
        const auto bytes = readFileBeneath(m_folder, file, largestSetFile);
        return bytes && *bytes ? sha256(**bytes) : QByteArray();
    }

    const QString m_folder;
    QHash<QString, QByteArray> m_hashes; // empty if the file cannot be read
};

/// Adds the files of the recorded flag that are on the disk. Returns whether all of them are.
bool applyFlag(FileHashes &files, const SetFlag &recorded, FlagIndex &index)
{
    SetFlag flag = recorded;
    flag.derived.removeIf(
        [&files](const DerivedFile &derived) { return !files.hasFile(derived.file, derived.sha256); });
    const bool hasDerived = flag.derived.size() == recorded.derived.size();
    const bool hasOriginal = flag.isKept ? files.hasFile(flag.file, flag.sha256) : hasDerived;
    if (hasOriginal)
        index.put(flag);
    else
        index.putDerivedOf(flag); // the original is written last
    return hasOriginal && hasDerived;
}

/// Adds the files of an interrupted batch that are on the disk.
void replay(const QString &folder, const JournalContent &journal, LoadedSet &set, const std::stop_token &stop)
{
    QSet<QString> whole;
    for (const Source &source : journal.spec.target.sources)
        set.manifest.put(source);
    set.manifest.nameTemplate = journal.spec.target.nameTemplate;
    set.manifest.pictures = journal.spec.target.pictures;
    FileHashes files(folder);
    FlagIndex index(set.manifest.flags);
    for (const SetFlag &flag : journal.flags) {
        if (stop.stop_requested())
            return;
        // The last line of a flag has the final names of its files.
        if (applyFlag(files, flag, index))
            whole.insert(flag.code);
        else
            whole.remove(flag.code);
    }
    set.manifest.flags = index.flags();
    InterruptedBatch interrupted{.spec = journal.spec, .missing = {}};
    for (const QString &code : journal.spec.codes) {
        if (!whole.contains(code) && !journal.done.contains(code))
            interrupted.missing.append(code);
    }
    if (!interrupted.pendingBatches().isEmpty())
        set.interrupted = interrupted;
}

Failure damagedJournal(const QString &problem)
{
    return {FailureKind::DamagedJournal, 0, withLabel(QLatin1StringView(journalFileName), problem)};
}

/// An unreadable journal is an error. Ignoring it would lose the progress that it records.
std::optional<Failure> replayJournal(const QString &folder, LoadedSet &set, const std::stop_token &stop)
{
    const QString name = QLatin1StringView(journalFileName);
    const auto lines = readFileBeneath(folder, name, largestJournal);
    if (!lines) {
        const Failure &failure = lines.error();
        if (failure.kind == FailureKind::TooManyOpen)
            return failure;
        if (failure.kind == FailureKind::TooLarge)
            return damagedJournal(LoadedSetText::tr("too large"));
        return Failure{FailureKind::ReadFailed, 0, withLabel(name, failure.detail)};
    }
    if (!*lines)
        return std::nullopt;
    const auto journal = journalFromLines(**lines, stop);
    if (!journal && !journal.error().isNewer)
        return damagedJournal(journal.error().text);
    if (!journal) {
        set.isNewer = true;
        return std::nullopt;
    }
    set.hasJournal = true;
    replay(folder, *journal, set, stop);
    if (const auto problem = problemWithSourceCount(set.manifest.sources.size()))
        return damagedJournal(problem->text);
    return std::nullopt;
}

/// Whether reading an entry has failed although it is a file, as the program writes it: without permission,
/// or because the disk is faulty. Its content may be sound. What is no file is not the program's manifest.
bool isUnreadableFile(const QString &path, const Failure &failure)
{
    const QFileInfo entry(path);
    return failure.kind == FailureKind::ReadFailed && entry.isFile() && !entry.isSymLink();
}

void readManifestInto(
    const QString &folder, const QByteArray &json, LoadedSet &set, const std::stop_token &stop)
{
    set.manifestHash = sha256(json);
    auto read = manifestFromJson(json, stop);
    if (!read) {
        set.damage = read.error().text;
        set.manifest = manifestOfFoundFlags(folder, stop);
        return;
    }
    set.isNewer = read->isNewer;
    set.manifest = std::move(read->manifest);
}

qsizetype countCodes(const QList<BatchSpec> &specs)
{
    return std::accumulate(specs.cbegin(), specs.cend(), qsizetype(0),
        [](qsizetype sum, const BatchSpec &next) { return sum + next.codes.size(); });
}

bool isManifest(const QFileInfo &file)
{
    const QFileInfo manifest(file.dir().filePath(QLatin1StringView(manifestFileName)));
    // Some file systems ignore case.
    return file.fileName() == QLatin1StringView(manifestFileName) || (file.exists() && file == manifest);
}

} // namespace

QList<BatchSpec> InterruptedBatch::pendingBatches() const
{
    QList<BatchSpec> specs = spec.following + spec.remaining;
    if (!missing.isEmpty()) {
        BatchSpec rest = spec;
        rest.codes = missing;
        rest.following.clear();
        rest.remaining.clear();
        specs.prepend(rest);
    }
    return specs;
}

qsizetype InterruptedBatch::countMissing() const
{
    return countCodes(pendingBatches());
}

qsizetype InterruptedBatch::countAll() const
{
    return spec.codes.size() + countCodes(spec.following) + countCodes(spec.remaining);
}

Result<LoadedSet> loadSet(const QString &folder, const std::stop_token &stop)
{
    LoadedSet set;
    const SetLock lock(folder);
    set.isInUse = lock.isHeld();
    const QString name = QLatin1StringView(manifestFileName);
    const auto json = readFileBeneath(folder, name, largestManifest);
    if (!json && json.error().kind == FailureKind::TooManyOpen)
        return unexpected(json.error());
    if (!json && isUnreadableFile(folder + u'/' + name, json.error()))
        return unexpected(Failure{FailureKind::ReadFailed, 0, withLabel(name, json.error().detail)});
    if (!json) {
        const QString &why = json.error().detail;
        set.damage = why.isEmpty() ? LoadedSetText::tr("too large") : why;
        set.manifest = manifestOfFoundFlags(folder, stop);
    } else if (*json) {
        readManifestInto(folder, **json, set, stop);
    }

    const auto unreadable = replayJournal(folder, set, stop);
    if (stop.stop_requested())
        return unexpected(Failure{FailureKind::Cancelled, 0, {}});
    if (unreadable)
        return unexpected(*unreadable);
    set.isInUse |= lock.isHeld(); // a batch may have begun or ended meanwhile
    return set;
}

Result<LoadedSet> loadFilledSet(const QString &folder, const std::stop_token &stop)
{
    auto set = loadSet(folder, stop);
    if (set && set->isEmpty() && set->damage.isEmpty())
        return unexpected(set->isNewer ? Failure{FailureKind::NewerSet, 0, {}} : noSetIn(folder));
    return set;
}

Failure noSetIn(const QString &folder)
{
    const QString manifest = folder + u'/' + QLatin1StringView(manifestFileName);
    return {FailureKind::NoSet, 0,
        !QFileInfo(folder).isDir()         ? LoadedSetText::tr("no such folder")
            : !QFileInfo::exists(manifest) ? LoadedSetText::tr("it has no flags.json")
                                           : QString()};
}

Result<Manifest> loadManifest(const QString &path, const std::stop_token &stop)
{
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    const auto json = readFileBeneath(file.path(), file.fileName(), largestManifest);
    if (!json && json.error().kind == FailureKind::TooLarge)
        return unexpected(Failure{FailureKind::DamagedSet, 0, LoadedSetText::tr("too large")});
    if (!json)
        return unexpected(json.error());
    if (!*json)
        return unexpected(Failure{FailureKind::ReadFailed, 0, LoadedSetText::tr("no such file")});
    auto read = manifestFromJson(**json, stop);
    if (stop.stop_requested())
        return unexpected(Failure{FailureKind::Cancelled, 0, {}});
    if (!read)
        return unexpected(Failure{FailureKind::DamagedSet, 0, read.error().text});
    if (read->isNewer)
        return unexpected(Failure{FailureKind::NewerSet, 0, {}});
    return std::move(read->manifest);
}

bool isPartOfSet(const QString &path)
{
    const QFileInfo file(path);
    if (isManifest(file))
        return true;
    QDir folder = file.dir();
    for (qsizetype depth = 0; depth < deepestPath; ++depth) {
        const QString manifest = folder.filePath(QLatin1StringView(manifestFileName));
        if (QFileInfo::exists(manifest)) {
            const auto known = loadManifest(manifest);
            if (known && known->hasFile(folder.relativeFilePath(file.absoluteFilePath())))
                return true;
        }
        if (!folder.cdUp())
            break;
    }
    return false;
}

QString interruptionText(qsizetype missing, qsizetype total)
{
    const QLocale locale;
    return LoadedSetText::tr(
        "The last batch in this folder was interrupted: %1 of %2 flags are still missing.")
        .arg(locale.toString(missing), locale.toString(total));
}
