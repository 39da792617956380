#include "app/sets/openset.h"

#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/storage/folderfile.h"
#include "app/storage/outputfolder.h"
#include "app/storage/setfiles.h"
#include "app/storage/unpublishedfile.h"

#include <QScopeGuard>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// A killed program may have left a hidden file wherever it replaced one.
void removeLeftoversBelow(const QString &folder, const Manifest &manifest)
{
    QSet<QString> subfolders;
    for (const SetFlag &flag : manifest.flags)
        subfolders.insert(flag.file.first(std::max<qsizetype>(flag.file.lastIndexOf(u'/'), 0)));
    for (const QString &subfolder : std::as_const(subfolders))
        removeLeftovers(openFolderBeneath(folder, subfolder));
}

} // namespace

OpenSet::OpenSet(const QString &folder)
    : m_folder(folder)
    , m_lock(folder)
    , m_journal(folder)
{
}

OpenSet::Opened OpenSet::open(const QString &folder, const SetOrder &order, const std::stop_token &stop)
{
    if (const auto failure = prepareOutputFolder(folder))
        return *failure;
    const std::shared_ptr<OpenSet> set(new OpenSet(folder));
    if (const auto failure = set->begin(order, stop))
        return *failure;
    return set;
}

std::optional<Failure> OpenSet::begin(const SetOrder &order, const std::stop_token &stop)
{
    if (const auto failure = m_lock.take())
        return failure;
    m_stamp = manifestStamp(m_folder);
    auto loaded = loadSet(m_folder, stop);
    if (const auto *failure = std::get_if<Failure>(&loaded))
        return *failure;
    auto &set = std::get<LoadedSet>(loaded);
    if (set.isNewer)
        return Failure{FailureKind::NewerSet, 0, {}};
    removeLeftoversBelow(m_folder, set.manifest);
    if (const auto failure = keepAsideWhatIsNotOurs(set.damage))
        return failure;
    // The order of the batch before goes; what it had come to stays.
    if (set.hasJournal || !set.damage.isEmpty()) {
        if (const auto failure = writeManifestFiles(m_folder, set.manifest))
            return failure;
        m_stamp = manifestStamp(m_folder);
    }
    m_opened = std::move(set.manifest);
    m_opened.pictures = order.aim.pictures;
    m_opened.nameTemplate = order.aim.nameTemplate;
    for (const Source &source : order.aim.sources)
        m_opened.put(source);
    m_flags = FlagIndex(m_opened.flags);
    m_manifestBytes = manifestToJson(m_opened).size();
    m_missing = QSet<QString>(order.codes.cbegin(), order.codes.cend());
    m_following = order.following;
    m_setAside = order.setAside;
    return m_journal.begin(order);
}

std::optional<Failure> OpenSet::keepAsideWhatIsNotOurs(const QString &damage)
{
    if (!damage.isEmpty()) {
        if (const auto failure = keepManifestAside(u"damaged"_s, damage))
            return failure;
    }
    return keepAttributionAside();
}

std::optional<Failure> OpenSet::keepManifestAside(const QString &ending, const QString &problem)
{
    auto kept = keepAside(m_folder, QLatin1StringView(manifestFileName), ending);
    if (const auto *failure = std::get_if<Failure>(&kept))
        return *failure;
    m_keptAside.append(std::get<KeptAside>(std::move(kept)));
    m_keptAside.last().problem = problem;
    return std::nullopt;
}

std::optional<Failure> OpenSet::keepAttributionAside()
{
    const auto attribution = keepForeignAttributionAside(m_folder);
    if (const auto *failure = std::get_if<Failure>(&attribution))
        return *failure;
    if (const auto &kept = std::get<std::optional<KeptAside>>(attribution))
        m_keptAside.append(*kept);
    return std::nullopt;
}

QList<KeptAside> OpenSet::keptAside() const
{
    const QMutexLocker locker(&m_mutex);
    return m_keptAside;
}

std::optional<Failure> OpenSet::announce(const SetFlag &flag)
{
    const auto readBack = flagFromJson(flagToJson(flag));
    if (const auto *problem = std::get_if<ManifestProblem>(&readBack))
        return Failure{FailureKind::Internal, 0, problem->text};
    const QMutexLocker locker(&m_mutex);
    if (m_isClosed)
        return Failure{FailureKind::Cancelled, 0, {}};
    if (const auto failure = m_journal.problemWithPlace())
        return failure;
    if (const auto failure = makeRoomFor(flag))
        return failure;
    return m_journal.append(journalLine(flag));
}

/// m_manifestBytes is an upper bound: flags that are announced twice or replaced count each time. It is
/// computed exactly only when the bound exceeds the limit.
std::optional<Failure> OpenSet::makeRoomFor(const SetFlag &flag)
{
    constexpr qint64 forFlagsUnderWay = 1 << 20; // in bytes: announced, not yet confirmed
    const qint64 bytes = sizeInManifest(flag);
    if (problemWithManifestSize(m_manifestBytes + bytes))
        m_manifestBytes = manifestToJson(current()).size() + forFlagsUnderWay;
    if (const auto failure = problemWithManifestSize(m_manifestBytes + bytes))
        return failure;
    m_manifestBytes += bytes;
    return std::nullopt;
}

Manifest OpenSet::current() const
{
    Manifest manifest = m_opened;
    manifest.flags = m_flags.flags();
    return manifest;
}

void OpenSet::confirm(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_flags.put(flag);
    m_missing.remove(flag.code);
}

void OpenSet::confirmDerivedOf(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_flags.putDerivedOf(flag);
}

void OpenSet::settle(const QString &code)
{
    const QMutexLocker locker(&m_mutex);
    if (m_isClosed)
        return;
    m_missing.remove(code);
    std::ignore = m_journal.append(journalLineForSettled(code)); // else it is asked for once more
}

std::optional<Failure> OpenSet::close(Rest rest)
{
    const QMutexLocker locker(&m_mutex);
    if (std::exchange(m_isClosed, true))
        return std::nullopt;
    if (const auto failure = m_journal.problemWithPlace()) {
        m_lock.releaseWhereItIs(m_journal.folderNow());
        return failure;
    }
    const auto release = qScopeGuard([this] {
        m_journal.closeFile(); // else the folder's disk could not be unmounted
        m_lock.release();
    });
    if (const Manifest manifest = current(); !manifest.flags.isEmpty()) {
        if (const FileStamp now = manifestStamp(m_folder); now.inode != 0 && now != m_stamp) {
            if (const auto failure = keepManifestAside(u"kept"_s, {}))
                return failure;
        }
        if (const auto failure = keepAttributionAside())
            return failure;
        if (const auto failure = writeManifestFiles(m_folder, manifest))
            return failure;
    }
    if (rest != Rest::KeptForLater || m_missing.isEmpty())
        m_journal.leave(rest == Rest::Forgotten ? m_setAside : m_following + m_setAside);
    return std::nullopt;
}
