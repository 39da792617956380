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

OpenSet::Opened OpenSet::open(const QString &folder, const SetOrder &order)
{
    if (const auto failure = prepareOutputFolder(folder))
        return *failure;
    const std::shared_ptr<OpenSet> set(new OpenSet(folder));
    if (const auto failure = set->begin(order))
        return *failure;
    return set;
}

std::optional<Failure> OpenSet::begin(const SetOrder &order)
{
    if (const auto failure = m_lock.take())
        return failure;
    auto loaded = loadSet(m_folder);
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
    }
    m_opened = std::move(set.manifest);
    m_opened.pictures = order.aim.pictures;
    m_opened.nameTemplate = order.aim.nameTemplate;
    for (const Source &source : order.aim.sources)
        m_opened.put(source);
    m_current = m_opened;
    m_missing = QSet<QString>(order.codes.cbegin(), order.codes.cend());
    m_following = order.following;
    m_setAside = order.setAside;
    return m_journal.begin(order);
}

std::optional<Failure> OpenSet::keepAsideWhatIsNotOurs(const QString &damage)
{
    if (!damage.isEmpty()) {
        auto kept = keepAside(m_folder, QLatin1StringView(manifestFileName), u"damaged"_s);
        if (const auto *failure = std::get_if<Failure>(&kept))
            return *failure;
        m_keptAside.append(std::get<KeptAside>(std::move(kept)));
        m_keptAside.last().problem = damage;
    }
    const auto attribution = keepForeignAttributionAside(m_folder);
    if (const auto *failure = std::get_if<Failure>(&attribution))
        return *failure;
    if (const auto &kept = std::get<std::optional<KeptAside>>(attribution))
        m_keptAside.append(*kept);
    return std::nullopt;
}

std::optional<Failure> OpenSet::announce(const SetFlag &flag)
{
    const auto readBack = flagFromJson(flagToJson(flag));
    if (const auto *problem = std::get_if<ManifestProblem>(&readBack))
        return Failure{FailureKind::Internal, 0, problem->text};
    const QMutexLocker locker(&m_mutex);
    if (const auto failure = m_journal.problemWithPlace())
        return failure;
    return m_journal.append(journalLine(flag));
}

void OpenSet::confirm(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_current.put(flag);
    m_missing.remove(flag.code);
}

void OpenSet::confirmDerivedOf(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_current.putDerivedOf(flag);
}

void OpenSet::settle(const QString &code)
{
    const QMutexLocker locker(&m_mutex);
    m_missing.remove(code);
    std::ignore = m_journal.append(journalLineForSettled(code)); // else it is asked for once more
}

std::optional<Failure> OpenSet::close(Rest rest)
{
    const QMutexLocker locker(&m_mutex);
    if (const auto failure = m_journal.problemWithPlace()) {
        m_lock.releaseWhereItIs(m_journal.folderNow());
        return failure;
    }
    const auto release = qScopeGuard([this] { m_lock.release(); });
    if (!m_current.flags.isEmpty()) {
        if (const auto failure = writeManifestFiles(m_folder, m_current))
            return failure;
    }
    if (rest != Rest::KeptForLater || m_missing.isEmpty())
        m_journal.leave(rest == Rest::Forgotten ? m_setAside : m_following + m_setAside);
    return std::nullopt;
}
