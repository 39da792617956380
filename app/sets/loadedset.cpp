#include "app/sets/loadedset.h"

#include "app/sets/foundflags.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/sets/setlock.h"
#include "app/sets/verification.h"
#include "app/storage/folderfile.h"
#include "app/storage/nametemplate.h"
#include "app/storage/setfiles.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestManifest = 16 << 20;

/// Puts in what is on disk of the flag that was announced. Whether that is all of it.
bool putInPlace(const QString &folder, const SetFlag &announced, Manifest &manifest)
{
    SetFlag flag = announced;
    flag.derived.removeIf([&folder](const DerivedFile &derived) {
        return fileState(folder, derived.file, derived.sha256) != FileState::Well;
    });
    const bool hasDerived = flag.derived.size() == announced.derived.size();
    const bool hasOriginal
        = flag.isKept ? fileState(folder, flag.file, flag.sha256) == FileState::Well : hasDerived;
    if (hasOriginal)
        manifest.put(flag);
    else
        manifest.putDerivedOf(flag); // the original was to come last
    return hasOriginal && hasDerived;
}

/// What was begun counts as far as it is on disk.
void replay(const QString &folder, const JournalContent &journal, LoadedSet &set)
{
    QSet<QString> whole;
    for (const Source &source : journal.order.aim.sources)
        set.manifest.put(source);
    set.manifest.nameTemplate = journal.order.aim.nameTemplate;
    set.manifest.pictures = journal.order.aim.pictures;
    for (const SetFlag &flag : journal.flags) {
        // The last line is the one with the names that the files got.
        if (putInPlace(folder, flag, set.manifest))
            whole.insert(flag.code);
        else
            whole.remove(flag.code);
    }
    InterruptedBatch interrupted{.order = journal.order, .missing = {}};
    for (const QString &code : journal.order.codes) {
        if (!whole.contains(code) && !journal.settled.contains(code))
            interrupted.missing.append(code);
    }
    if (!interrupted.orders().isEmpty())
        set.interrupted = interrupted;
}

/// A journal that cannot be read is not as if there were none: what it tells would be lost.
std::optional<Failure> replayJournal(const QString &folder, LoadedSet &set)
{
    const QString name = QLatin1StringView(journalFileName);
    const auto lines = readFolderFile(folder, name, largestSetFile);
    if (const auto *failure = std::get_if<Failure>(&lines)) {
        if (failure->kind == FailureKind::TooManyOpen)
            return *failure;
        const QString why = failure->detail.isEmpty() ? u"too large"_s : failure->detail;
        return Failure{FailureKind::ReadFailed, 0, u"%1: %2"_s.arg(name, why)};
    }
    const auto &bytes = std::get<std::optional<QByteArray>>(lines);
    if (!bytes)
        return std::nullopt;
    const auto journal = journalFromLines(*bytes);
    const auto *problem = std::get_if<JournalProblem>(&journal);
    if (problem && !problem->isNewer)
        return Failure{FailureKind::DamagedSet, 0,
            u"%1: %2; without this file the set is what flags.json says"_s.arg(name, problem->text)};
    if (problem) {
        set.isNewer = true;
        return std::nullopt;
    }
    set.hasJournal = true;
    replay(folder, std::get<JournalContent>(journal), set);
    return std::nullopt;
}

void readManifestInto(const QString &folder, const QByteArray &json, LoadedSet &set)
{
    auto read = manifestFromJson(json);
    if (const auto *problem = std::get_if<ManifestProblem>(&read)) {
        set.damage = problem->text;
        set.manifest = manifestOfFoundFlags(folder);
        return;
    }
    set.isNewer = std::get<ReadManifest>(read).isNewer;
    set.manifest = std::get<ReadManifest>(std::move(read)).manifest;
}

qsizetype countCodes(const QList<SetOrder> &orders)
{
    return std::accumulate(orders.cbegin(), orders.cend(), qsizetype(0),
        [](qsizetype sum, const SetOrder &next) { return sum + next.codes.size(); });
}

} // namespace

QList<SetOrder> InterruptedBatch::orders() const
{
    QList<SetOrder> orders = order.following + order.setAside;
    if (!missing.isEmpty()) {
        SetOrder rest = order;
        rest.codes = missing;
        rest.following.clear();
        rest.setAside.clear();
        orders.prepend(rest);
    }
    return orders;
}

qsizetype InterruptedBatch::countMissing() const
{
    return countCodes(orders());
}

qsizetype InterruptedBatch::countAll() const
{
    return order.codes.size() + countCodes(order.following) + countCodes(order.setAside);
}

std::variant<LoadedSet, Failure> loadSet(const QString &folder)
{
    LoadedSet set;
    const SetLock lock(folder);
    set.isInUse = lock.isHeld();
    const auto json = readFolderFile(folder, QLatin1StringView(manifestFileName), largestManifest);
    const auto *failure = std::get_if<Failure>(&json);
    if (failure && failure->kind == FailureKind::TooManyOpen)
        return *failure;
    if (failure) {
        set.damage = failure->detail.isEmpty() ? u"too large"_s : failure->detail;
        set.manifest = manifestOfFoundFlags(folder);
    } else if (const auto &bytes = std::get<std::optional<QByteArray>>(json)) {
        readManifestInto(folder, *bytes, set);
    }

    if (const auto unreadable = replayJournal(folder, set))
        return *unreadable;
    set.isInUse |= lock.isHeld(); // it may have begun or ended meanwhile
    return set;
}

std::variant<LoadedSet, Failure> loadFilledSet(const QString &folder)
{
    auto loaded = loadSet(folder);
    const auto *set = std::get_if<LoadedSet>(&loaded);
    if (!set || !set->isEmpty() || !set->damage.isEmpty())
        return loaded;
    const QString manifest = folder + u'/' + QLatin1StringView(manifestFileName);
    return Failure{FailureKind::NoSet, 0,
        !QFileInfo(folder).isDir()         ? u"no such folder"_s
            : !QFileInfo::exists(manifest) ? u"it has no flags.json"_s
                                           : QString()};
}

std::variant<Manifest, Failure> loadManifest(const QString &path)
{
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    const auto json = readFolderFile(file.path(), file.fileName(), largestManifest);
    const auto *failure = std::get_if<Failure>(&json);
    if (failure && failure->kind == FailureKind::TooLarge)
        return Failure{FailureKind::DamagedSet, 0, u"too large"_s};
    if (failure)
        return *failure;
    const auto &bytes = std::get<std::optional<QByteArray>>(json);
    if (!bytes)
        return Failure{FailureKind::ReadFailed, 0, u"no such file"_s};
    auto read = manifestFromJson(*bytes);
    if (const auto *problem = std::get_if<ManifestProblem>(&read))
        return Failure{FailureKind::DamagedSet, 0, problem->text};
    if (std::get<ReadManifest>(read).isNewer)
        return Failure{FailureKind::NewerSet, 0, {}};
    return std::get<ReadManifest>(std::move(read)).manifest;
}
