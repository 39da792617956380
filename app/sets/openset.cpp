#include "app/sets/openset.h"

#include "app/language/joining.h"
#include "app/logging/logging.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/storage/atomicfilewriter.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <QScopeGuard>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// A killed program may have left a hidden file in each folder in which it replaced a file.
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

OpenSet::Opened OpenSet::open(const QString &folder, const std::stop_token &stop)
{
    if (const auto failure = prepareOutputFolder(folder))
        return unexpected(*failure);
    const std::shared_ptr<OpenSet> set(new OpenSet(folder));
    if (const auto failure = set->load(stop))
        return unexpected(*failure);
    return set;
}

std::optional<Failure> OpenSet::load(const std::stop_token &stop)
{
    if (const auto failure = m_lock.take())
        return failure;
    m_stamp = manifestStamp(m_folder);
    auto loaded = loadSet(m_folder, stop);
    if (!loaded)
        return loaded.error();
    m_loaded = *std::move(loaded);
    if (m_loaded.isNewer)
        return Failure{FailureKind::NewerSet, 0, {}};
    qCDebug(lcSets) << "opened" << m_folder << "with" << m_loaded.manifest.flags.size() << "flags"
                    << (m_loaded.hasJournal ? "and a journal" : "") << m_loaded.damage;
    m_opened = m_loaded.manifest;
    m_hash = m_loaded.manifestHash;
    m_flags = FlagIndex(m_opened.flags);
    return std::nullopt;
}

std::optional<Failure> OpenSet::begin(const BatchSpec &spec)
{
    const QMutexLocker locker(&m_mutex);
    if (const auto failure = m_hasBegun ? writeManifest() : takeOver())
        return failure;
    Manifest next = current();
    next.pictures = spec.target.pictures;
    next.nameTemplate = spec.target.nameTemplate;
    for (const Source &source : spec.target.sources)
        next.put(source);
    if (const auto problem = problemWithSourceCount(next.sources.size()))
        return Failure{
            FailureKind::WriteFailed, 0, withLabel(QLatin1StringView(manifestFileName), problem->text)};
    if (const auto failure = m_journal.begin(spec))
        return failure;
    m_hasBegun = true;
    m_manifestBytes = manifestToJson(next).size();
    next.flags = m_opened.flags;
    m_opened = next;
    m_missing = QSet<QString>(spec.codes.cbegin(), spec.codes.cend());
    m_following = spec.following;
    m_remaining = spec.remaining;
    return std::nullopt;
}

/// The journal of the interrupted batch is replaced next; the manifest keeps the flags that it had saved.
std::optional<Failure> OpenSet::takeOver()
{
    removeLeftoversBelow(m_folder, m_opened);
    const bool wasReplaced
        = manifestStamp(m_folder) != m_stamp; // while the session waited for the confirmation
    if (const auto failure = backUpReplacedManifest())
        return failure;
    if (const auto failure = backUpForeignFiles(wasReplaced ? QString() : m_loaded.damage))
        return failure;
    if (!m_loaded.hasJournal && m_loaded.damage.isEmpty())
        return std::nullopt;
    return writeFiles(m_opened);
}

/// Backs up a manifest that another program has put in the place of this program's manifest.
std::optional<Failure> OpenSet::backUpReplacedManifest()
{
    const FileStamp now = manifestStamp(m_folder);
    if (now == m_stamp)
        return std::nullopt;
    m_hash.clear();
    if (now.inode != 0) {
        if (const auto failure = backUpManifest(u"kept"_s, {}))
            return failure;
    }
    m_stamp = manifestStamp(m_folder);
    return std::nullopt;
}

std::optional<Failure> OpenSet::writeFiles(const Manifest &manifest)
{
    const auto failure = writeManifestFiles(m_folder, manifest, &m_hash);
    m_stamp = manifestStamp(m_folder); // one of the two files may be written despite a failure
    return failure;
}

std::optional<Failure> OpenSet::backUpForeignFiles(const QString &damage)
{
    if (!damage.isEmpty()) {
        if (const auto failure = backUpManifest(u"damaged"_s, damage))
            return failure;
    }
    return backUpAttribution();
}

std::optional<Failure> OpenSet::backUpManifest(const QString &suffix, const QString &problem)
{
    auto kept = backUp(m_folder, QLatin1StringView(manifestFileName), suffix);
    if (!kept)
        return kept.error();
    m_backedUp.append(*std::move(kept));
    m_backedUp.last().problem = problem;
    return std::nullopt;
}

std::optional<Failure> OpenSet::backUpAttribution()
{
    const auto kept = backUpForeignAttribution(m_folder);
    if (!kept)
        return kept.error();
    // It stays in its place until the set is closed, and is found there again.
    const auto isThis = [&kept](const BackedUpFile &known) { return known.as == (*kept)->as; };
    if (*kept && std::ranges::none_of(m_backedUp, isThis))
        m_backedUp.append(**kept);
    return std::nullopt;
}

QList<BackedUpFile> OpenSet::backedUp() const
{
    const QMutexLocker locker(&m_mutex);
    return m_backedUp;
}

std::optional<Failure> OpenSet::recordIntent(const SetFlag &flag)
{
    const QJsonObject json = flagToJson(flag);
    if (const auto readBack = flagFromJson(json); !readBack)
        return Failure{FailureKind::Internal, 0, readBack.error().text};
    const QByteArray line = journalLine(json);
    const QMutexLocker locker(&m_mutex);
    if (m_isClosed)
        return Failure{FailureKind::Cancelled, 0, {}};
    if (const auto failure = m_journal.checkPlace())
        return failure;
    if (const auto failure = reserveManifestSpace(sizeInManifest(line)))
        return failure;
    return m_journal.append(line);
}

/// m_manifestBytes is an upper bound: `bytes` is one, and flags that are recorded twice or replaced count
/// each time. It is computed exactly only when the bound exceeds the limit.
std::optional<Failure> OpenSet::reserveManifestSpace(qint64 bytes)
{
    constexpr qint64 uncommittedBytes = 1 << 20; // recorded but not yet committed
    if (problemWithManifestSize(m_manifestBytes + bytes))
        m_manifestBytes = manifestToJson(current()).size() + uncommittedBytes;
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

PictureOwners &OpenSet::owners()
{
    if (!m_owners)
        m_owners.emplace(m_opened.flags);
    return *m_owners;
}

void OpenSet::useLooks(const std::function<QByteArray(const SetFlag &flag)> &lookOf)
{
    std::call_once(m_looksAreUsed, [&] {
        QHash<QString, QByteArray> lookOfFile;
        for (const SetFlag &flag : std::as_const(m_opened.flags)) {
            if (const QByteArray look = lookOf(flag); !look.isEmpty())
                lookOfFile.insert(flag.file, look);
        }
        const QMutexLocker locker(&m_mutex);
        owners().setLooks(lookOfFile);
    });
}

std::optional<Failure> OpenSet::claimReplacement(const SetFlag &known, const NewPicture &picture)
{
    const QMutexLocker locker(&m_mutex);
    const auto other = owners().claim(known, picture, m_flags);
    return other ? std::optional(Failure{FailureKind::SharedPicture, 0, *other}) : std::nullopt;
}

void OpenSet::commit(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_flags.put(flag);
    m_missing.remove(flag.code);
}

void OpenSet::commitDerived(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    m_flags.putDerivedOf(flag);
}

void OpenSet::commitWithoutOriginal(const SetFlag &flag)
{
    const QMutexLocker locker(&m_mutex);
    if (const SetFlag *old = m_flags.flagAt(flag.file); old && old->isKept)
        m_flags.putDerivedOf(flag);
    else if (!flag.derived.isEmpty())
        m_flags.put(flag);
}

void OpenSet::markDone(const QString &code)
{
    const QMutexLocker locker(&m_mutex);
    if (m_isClosed)
        return;
    m_missing.remove(code);
    std::ignore
        = m_journal.append(journalLineForDone(code)); // if this fails, the country is requested again later
}

std::optional<Failure> OpenSet::close(PendingPolicy policy)
{
    const QMutexLocker locker(&m_mutex);
    if (std::exchange(m_isClosed, true))
        return std::nullopt;
    if (!m_hasBegun) {
        m_lock.release();
        return std::nullopt;
    }
    if (const auto failure = m_journal.checkPlace()) {
        m_lock.releaseIn(m_journal.currentFolder());
        return failure;
    }
    const auto release = qScopeGuard([this] {
        m_journal.closeFile(); // an open file would prevent unmounting its file system
        m_lock.release();
    });
    if (const auto failure = writeManifest())
        return failure;
    if (policy != PendingPolicy::KeepAll || m_missing.isEmpty())
        m_journal.finish(policy == PendingPolicy::Discard ? m_remaining : m_following + m_remaining);
    return std::nullopt;
}

std::optional<Failure> OpenSet::writeManifest()
{
    if (const auto failure = m_journal.checkPlace())
        return failure;
    const Manifest manifest = current();
    if (manifest.flags.isEmpty())
        return std::nullopt;
    if (const auto failure = backUpReplacedManifest())
        return failure;
    if (const auto failure = backUpAttribution())
        return failure;
    return writeFiles(manifest);
}
