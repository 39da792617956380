#include "app/sets/loadedset.h"

#include "app/sets/flagindex.h"
#include "app/sets/foundflags.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/sets/setlock.h"
#include "app/storage/filebeneath.h"
#include "app/storage/nametemplate.h"
#include "app/storage/setfiles.h"
#include "app/storage/sha256.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
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

/// The hashes of a folder's files, each of which is read once however often a journal names it.
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
    QHash<QString, QByteArray> m_hashes; // empty where there is no file to read
};

/// Puts in what is on disk of the flag that was announced. Whether that is all of it.
bool putInPlace(FileHashes &files, const SetFlag &announced, FlagIndex &index)
{
    SetFlag flag = announced;
    flag.derived.removeIf(
        [&files](const DerivedFile &derived) { return !files.hasFile(derived.file, derived.sha256); });
    const bool hasDerived = flag.derived.size() == announced.derived.size();
    const bool hasOriginal = flag.isKept ? files.hasFile(flag.file, flag.sha256) : hasDerived;
    if (hasOriginal)
        index.put(flag);
    else
        index.putDerivedOf(flag); // the original was to come last
    return hasOriginal && hasDerived;
}

/// What was begun counts as far as it is on disk.
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
        // The last line is the one with the names that the files got.
        if (putInPlace(files, flag, index))
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

/// A journal that cannot be read is not as if there were none: what it tells would be lost.
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
            LoadedSetText::tr("%1: %2; without this file the set is what flags.json says")
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
    set.isInUse |= lock.isHeld(); // it may have begun or ended meanwhile
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
