#include "app/sets/loadedset.h"

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

using namespace Qt::StringLiterals;

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
        const auto read = readFileBeneath(m_folder, file, largestSetFile);
        const auto *bytes = std::get_if<std::optional<QByteArray>>(&read);
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
        if (!whole.contains(code) && !journal.settled.contains(code))
            interrupted.missing.append(code);
    }
    if (!interrupted.pendingBatches().isEmpty())
        set.interrupted = interrupted;
}

/// An unreadable journal is an error. Ignoring it would lose the progress that it records.
std::optional<Failure> replayJournal(const QString &folder, LoadedSet &set, const std::stop_token &stop)
{
    const QString name = QLatin1StringView(journalFileName);
    const auto lines = readFileBeneath(folder, name, largestJournal);
    if (const auto *failure = std::get_if<Failure>(&lines)) {
        if (failure->kind == FailureKind::TooManyOpen)
            return *failure;
        const QString why = failure->detail.isEmpty() ? LoadedSetText::tr("too large") : failure->detail;
        return Failure{FailureKind::ReadFailed, 0, u"%1: %2"_s.arg(name, why)};
    }
    const auto &bytes = std::get<std::optional<QByteArray>>(lines);
    if (!bytes)
        return std::nullopt;
    const auto journal = journalFromLines(*bytes, stop);
    const auto *problem = std::get_if<JournalProblem>(&journal);
    if (problem && !problem->isNewer)
        return Failure{FailureKind::DamagedSet, 0,
            LoadedSetText::tr("%1: %2; remove this file to use the set as flags.json describes it")
                .arg(name, problem->text)};
    if (problem) {
        set.isNewer = true;
        return std::nullopt;
    }
    set.hasJournal = true;
    replay(folder, std::get<JournalContent>(journal), set, stop);
    return std::nullopt;
}

void readManifestInto(
    const QString &folder, const QByteArray &json, LoadedSet &set, const std::stop_token &stop)
{
    set.manifestHash = sha256(json);
    auto read = manifestFromJson(json, stop);
    if (const auto *problem = std::get_if<ManifestProblem>(&read)) {
        set.damage = problem->text;
        set.manifest = manifestOfFoundFlags(folder, stop);
        return;
    }
    set.isNewer = std::get<ReadManifest>(read).isNewer;
    set.manifest = std::get<ReadManifest>(std::move(read)).manifest;
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

std::variant<LoadedSet, Failure> loadSet(const QString &folder, const std::stop_token &stop)
{
    LoadedSet set;
    const SetLock lock(folder);
    set.isInUse = lock.isHeld();
    const auto json = readFileBeneath(folder, QLatin1StringView(manifestFileName), largestManifest);
    const auto *failure = std::get_if<Failure>(&json);
    if (failure && failure->kind == FailureKind::TooManyOpen)
        return *failure;
    if (failure) {
        set.damage = failure->detail.isEmpty() ? LoadedSetText::tr("too large") : failure->detail;
        set.manifest = manifestOfFoundFlags(folder, stop);
    } else if (const auto &bytes = std::get<std::optional<QByteArray>>(json)) {
        readManifestInto(folder, *bytes, set, stop);
    }

    const auto unreadable = replayJournal(folder, set, stop);
    if (stop.stop_requested())
        return Failure{FailureKind::Cancelled, 0, {}};
    if (unreadable)
        return *unreadable;
    set.isInUse |= lock.isHeld(); // a batch may have begun or ended meanwhile
    return set;
}

std::variant<LoadedSet, Failure> loadFilledSet(const QString &folder, const std::stop_token &stop)
{
    auto loaded = loadSet(folder, stop);
    const auto *set = std::get_if<LoadedSet>(&loaded);
    if (!set || !set->isEmpty() || !set->damage.isEmpty())
        return loaded;
    return noSetIn(folder);
}

Failure noSetIn(const QString &folder)
{
    const QString manifest = folder + u'/' + QLatin1StringView(manifestFileName);
    return {FailureKind::NoSet, 0,
        !QFileInfo(folder).isDir()         ? LoadedSetText::tr("no such folder")
            : !QFileInfo::exists(manifest) ? LoadedSetText::tr("it has no flags.json")
                                           : QString()};
}

std::variant<Manifest, Failure> loadManifest(const QString &path, const std::stop_token &stop)
{
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    const auto json = readFileBeneath(file.path(), file.fileName(), largestManifest);
    const auto *failure = std::get_if<Failure>(&json);
    if (failure && failure->kind == FailureKind::TooLarge)
        return Failure{FailureKind::DamagedSet, 0, LoadedSetText::tr("too large")};
    if (failure)
        return *failure;
    const auto &bytes = std::get<std::optional<QByteArray>>(json);
    if (!bytes)
        return Failure{FailureKind::ReadFailed, 0, LoadedSetText::tr("no such file")};
    auto read = manifestFromJson(*bytes, stop);
    if (stop.stop_requested())
        return Failure{FailureKind::Cancelled, 0, {}};
    if (const auto *problem = std::get_if<ManifestProblem>(&read))
        return Failure{FailureKind::DamagedSet, 0, problem->text};
    if (std::get<ReadManifest>(read).isNewer)
        return Failure{FailureKind::NewerSet, 0, {}};
    return std::get<ReadManifest>(std::move(read)).manifest;
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
            const auto read = loadManifest(manifest);
            const auto *known = std::get_if<Manifest>(&read);
            if (known != nullptr && known->hasFile(folder.relativeFilePath(file.absoluteFilePath())))
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
