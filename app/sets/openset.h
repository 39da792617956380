#pragma once

#include "app/sets/flagindex.h"
#include "app/sets/journalwriter.h"
#include "app/sets/loadedset.h"
#include "app/sets/manifestfiles.h"
#include "app/sets/setlock.h"

#include <QMutex>
#include <QSet>

#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

/// What close() leaves in the journal for a later --resume. Pending work of earlier batches is kept in any
/// case.
enum class PendingPolicy {
    Discard, ///< nothing of this operation
    KeepFollowing, ///< the batches after this one, but not what this one did not get
    KeepAll ///< everything that is not done
};

/// A folder of flags while one operation works in it, and no other. Whenever this process is killed, manifest,
/// journal and files together describe the set, see journalfile.h; close() brings the manifest up to date
/// with one write. Shared by the session, its queue and the tasks on their pools. Functions block on the disk;
/// recordIntent(), commit(), commitDerived() and markDone() may be called on any thread. Destroyed without
/// close(), it leaves the journal for the next operation.
class OpenSet final
{
public:
    using Opened = std::variant<std::shared_ptr<OpenSet>, Failure>;

    /// Makes the folder, takes its lock, and loads its set, once for the whole operation. Changes nothing
    /// else. Fails with FolderInUse, with NewerSet, or as prepareOutputFolder() and loadSet(), which `stop`
    /// ends.
    [[nodiscard]] static Opened open(const QString &folder, const std::stop_token &stop = {});
    Q_DISABLE_COPY_MOVE(OpenSet)
    ~OpenSet() = default;

    /// The set as open() found it.
    [[nodiscard]] const LoadedSet &loaded() const { return m_loaded; }

    /// Begins a batch, when no task of the batch before runs any more: brings the manifest up to date and
    /// records the batch in the journal. Before the first one, backs up a manifest that cannot be understood
    /// and an ATTRIBUTION.md from elsewhere. If it fails, the journal stays as it was.
    [[nodiscard]] std::optional<Failure> begin(const BatchSpec &spec);

    /// The set when it was opened, with names, sources and pictures of the latest batch.
    [[nodiscard]] const Manifest &manifest() const { return m_opened; }
    /// What was in the way, when the set was opened and when it was closed.
    [[nodiscard]] QList<BackedUpFile> backedUp() const;

    /// To be called before each of the flag's files gets its name, or another content; with all that is to be
    /// made of it, so that what a kill prevents is known. Fails with FolderDenied where the folder was moved
    /// away, with Internal where no manifest could have this flag, and with WriteFailed where the manifest or
    /// the journal would become too large to be read.
    [[nodiscard]] std::optional<Failure> recordIntent(const SetFlag &flag);
    /// The files of what was announced are in place.
    void commit(const SetFlag &flag);
    /// Of those that were announced only these are, and not the flag's picture itself.
    void commitDerived(const SetFlag &flag);
    /// Nothing of this country is missing any more.
    void markDone(const QString &code);

    /// Writes the manifest, if it has changed, and lets the folder go. Call it once, last:
    /// later calls change nothing in the folder, where another batch may run by then. If it fails, the
    /// journal stays, so that nothing is lost. What others have put in the place of manifest or
    /// ATTRIBUTION.md meanwhile is kept aside.
    [[nodiscard]] std::optional<Failure> close(PendingPolicy policy);

private:
    explicit OpenSet(const QString &folder);

    [[nodiscard]] std::optional<Failure> load(const std::stop_token &stop);
    [[nodiscard]] std::optional<Failure> takeOver();
    [[nodiscard]] std::optional<Failure> writeManifest();
    [[nodiscard]] std::optional<Failure> reserveManifestSpace(const SetFlag &flag);
    [[nodiscard]] Manifest current() const;
    [[nodiscard]] std::optional<Failure> backUpForeignFiles(const QString &damage);
    [[nodiscard]] std::optional<Failure> backUpManifest(const QString &ending, const QString &problem);
    [[nodiscard]] std::optional<Failure> backUpAttribution();

    const QString m_folder;
    SetLock m_lock;
    LoadedSet m_loaded;
    Manifest m_opened;
    QList<BatchSpec> m_following;
    QList<BatchSpec> m_remaining;
    mutable QMutex m_mutex; // of what follows
    QList<BackedUpFile> m_backedUp;
    FileStamp m_stamp; // of the manifest as this object knows it
    QByteArray m_hash; // of its bytes
    FlagIndex m_flags; // as they are now
    qint64 m_manifestBytes = 0; // at least, of flags.json with all that was announced
    QSet<QString> m_missing; // codes of the order
    JournalWriter m_journal;
    bool m_hasBegun = false; // a batch
    bool m_isClosed = false;
};
