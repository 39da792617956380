#pragma once

#include "app/sets/flagindex.h"
#include "app/sets/journalwriter.h"
#include "app/sets/loadedset.h"
#include "app/sets/manifestfiles.h"
#include "app/sets/pictureowners.h"
#include "app/sets/setlock.h"

#include <QMutex>
#include <QSet>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

/// What close() leaves in the journal for a later --resume. Pending work of earlier batches is always kept.
enum class PendingPolicy {
    Discard, ///< leaves nothing of this operation
    KeepFollowing, ///< the batches after this one, but not the missing flags of this one
    KeepAll ///< leaves everything that is not done
};

/// A set that one operation writes to, with the folder locked. If the process is killed at any moment,
/// manifest, journal and files together still describe the set, see journalfile.h; close() updates the
/// manifest with one write. Shared by the session, its queue and their tasks on thread pools. All functions
/// block on the disk; recordIntent(), useLooks(), claimReplacement(), commit(), commitDerived() and
/// markDone() are thread-safe. Destruction without close() leaves the journal for the next operation.
class OpenSet final
{
public:
    using Opened = Result<std::shared_ptr<OpenSet>>;

    /// Creates the folder, locks it and loads its set, once for the whole operation. Changes nothing else.
    /// Fails with FolderInUse, with NewerSet, or like prepareOutputFolder() and loadSet(), which `stop` ends.
    [[nodiscard]] static Opened open(const QString &folder, const std::stop_token &stop = {});
    Q_DISABLE_COPY_MOVE(OpenSet)
    ~OpenSet() = default;

    /// The set as open() found it.
    [[nodiscard]] const LoadedSet &loaded() const { return m_loaded; }

    /// Begins a batch: updates the manifest and records the batch in the journal. No task of the batch before
    /// may run any more. The first one backs up a manifest that cannot be parsed, and a foreign
    /// ATTRIBUTION.md. If it fails, the journal stays as it was.
    [[nodiscard]] std::optional<Failure> begin(const BatchSpec &spec);

    /// The manifest as it was when the set was opened, with names, sources and pictures of the latest batch.
    [[nodiscard]] const Manifest &openedManifest() const { return m_opened; }
    /// The files that were backed up when the set was opened and closed.
    [[nodiscard]] QList<BackedUpFile> backedUp() const;

    /// Records in the journal that files of this flag will be written, with all its files, so that a kill
    /// loses no information. Call it before each file gets its name or new content. Fails with FolderDenied
    /// if the folder was moved, with Internal if the flag is invalid in a manifest, and with WriteFailed if
    /// the manifest or the journal would become too large to be read.
    [[nodiscard]] std::optional<Failure> recordIntent(const SetFlag &flag);
    /// Calls `lookOf` for each flag of the set before the operation, unless this was done before; other
    /// threads wait meanwhile. See NewPicture for looks; an empty one is not used.
    void useLooks(const std::function<QByteArray(const SetFlag &flag)> &lookOf);
    /// Call it before an update replaces the picture of a flag. Fails with SharedPicture if a country with a
    /// different flag has this picture: servers send one picture for all countries while they lack the right
    /// ones. See PictureOwners.
    [[nodiscard]] std::optional<Failure> claimReplacement(const SetFlag &known, const NewPicture &picture);
    /// Adds the flag to the set, in memory: all its files are written.
    void commit(const SetFlag &flag);
    /// The same if only these derived pictures are written, and not the flag's own picture.
    void commitDerived(const SetFlag &flag);
    /// The same if the flag's own picture was to be written, and is missing. It stays a part of the set, so
    /// that a verification reports it and a repair downloads it.
    void commitWithoutOriginal(const SetFlag &flag);
    /// Records in the journal that nothing of this country is missing.
    void markDone(const QString &code);

    /// Writes the manifest, if it has changed, and unlocks the folder. Call it once, last. Later calls change
    /// nothing in the folder, where another batch may run by then. If it fails, the journal stays, so nothing
    /// is lost. Backs up files by others in the place of the manifest or ATTRIBUTION.md.
    [[nodiscard]] std::optional<Failure> close(PendingPolicy policy);
    /// The codes of the batch for which nothing was committed or marked, sorted.
    [[nodiscard]] QStringList missing() const
    {
        const QMutexLocker locker(&m_mutex);
        QStringList codes = m_missing.values();
        codes.sort();
        return codes;
    }
    /// Whether close() has left pending work in the journal, also that of an earlier operation.
    [[nodiscard]] bool leavesPending() const
    {
        return m_hasBegun ? m_journal.hasPending() : m_loaded.interrupted.has_value();
    }

private:
    explicit OpenSet(const QString &folder);

    [[nodiscard]] std::optional<Failure> load(const std::stop_token &stop);
    [[nodiscard]] std::optional<Failure> takeOver();
    [[nodiscard]] std::optional<Failure> writeManifest();
    [[nodiscard]] std::optional<Failure> writeFiles(const Manifest &manifest);
    [[nodiscard]] std::optional<Failure> backUpReplacedManifest();
    [[nodiscard]] std::optional<Failure> reserveManifestSpace(qint64 bytes);
    [[nodiscard]] Manifest current() const;
    /// Call it with the mutex locked.
    [[nodiscard]] PictureOwners &owners();
    [[nodiscard]] std::optional<Failure> backUpForeignFiles(const QString &damage);
    [[nodiscard]] std::optional<Failure> backUpManifest(const QString &suffix, const QString &problem);
    [[nodiscard]] std::optional<Failure> backUpAttribution();

    const QString m_folder;
    SetLock m_lock;
    LoadedSet m_loaded;
    Manifest m_opened;
    QList<BatchSpec> m_following;
    QList<BatchSpec> m_remaining;
    mutable QMutex m_mutex; // protects the members below
    QList<BackedUpFile> m_backedUp;
    FileStamp m_stamp; // of the manifest that this object has read or written
    QByteArray m_hash; // of its bytes
    FlagIndex m_flags; // current state
    qint64 m_manifestBytes = 0; // upper bound of the size of flags.json with all recorded intents
    std::optional<PictureOwners> m_owners; // since the first claimReplacement() or useLooks()
    std::once_flag m_looksAreUsed;
    QSet<QString> m_missing; // codes of the spec that are not done
    JournalWriter m_journal;
    bool m_hasBegun = false; // a batch
    bool m_isClosed = false;
};
