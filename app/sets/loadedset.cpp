#include "app/sets/loadedset.h"

#include "app/sets/foundflags.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/sets/setfiles.h"
#include "app/storage/folderfile.h"
#include "app/storage/nametemplate.h"
#include "app/storage/sha256.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestManifest = 16 << 20;

bool isOnDisk(const QString &folder, const QString &file, const QByteArray &hash)
{
    const auto read = readFolderFile(folder, file, largestSetFile);
    const auto *bytes = std::get_if<std::optional<QByteArray>>(&read);
    return bytes && *bytes && sha256(**bytes) == hash;
}

/// Puts in what is on disk of the flag that was announced. Whether that is all of it.
bool putInPlace(const QString &folder, const SetFlag &announced, Manifest &manifest)
{
    SetFlag flag = announced;
    flag.derived.removeIf(
        [&folder](const DerivedFile &derived) { return !isOnDisk(folder, derived.file, derived.sha256); });
    const bool hasDerived = flag.derived.size() == announced.derived.size();
    if (!flag.isKept || isOnDisk(folder, flag.file, flag.sha256)) {
        if (flag.isKept || hasDerived)
            manifest.put(flag);
        return hasDerived;
    }
    // The picture was to come last.
    if (const SetFlag *old = manifest.flagAt(flag.file)) {
        SetFlag mixed = *old;
        mixed.derived = flag.derived;
        manifest.put(mixed);
    } else if (!flag.derived.isEmpty()) {
        flag.isKept = false;
        manifest.put(flag);
    }
    return false;
}

/// What was begun counts as far as it is on disk.
void replay(const QString &folder, const JournalContent &journal, LoadedSet &set)
{
    QSet<QString> settled = journal.settled;
    for (const Source &source : journal.order.aim.sources)
        set.manifest.put(source);
    set.manifest.nameTemplate = journal.order.aim.nameTemplate;
    set.manifest.pictures = journal.order.aim.pictures;
    for (const SetFlag &flag : journal.flags) {
        if (putInPlace(folder, flag, set.manifest))
            settled.insert(flag.code);
    }
    InterruptedBatch interrupted{.order = journal.order, .missing = {}};
    for (const QString &code : journal.order.codes) {
        if (!settled.contains(code))
            interrupted.missing.append(code);
    }
    if (!interrupted.missing.isEmpty())
        set.interrupted = interrupted;
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

} // namespace

std::variant<LoadedSet, Failure> loadSet(const QString &folder)
{
    LoadedSet set;
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

    const auto lines = readFolderFile(folder, QLatin1StringView(journalFileName), largestManifest);
    const auto *bytes = std::get_if<std::optional<QByteArray>>(&lines);
    if (const auto journal = bytes && *bytes ? journalFromLines(**bytes) : std::nullopt) {
        set.hasJournal = true;
        replay(folder, *journal, set);
    }
    return set;
}

std::variant<LoadedSet, Failure> loadFilledSet(const QString &folder)
{
    auto loaded = loadSet(folder);
    const auto *set = std::get_if<LoadedSet>(&loaded);
    if (!set || !set->isEmpty())
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
