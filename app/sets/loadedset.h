#pragma once

#include "app/failures/result.h"
#include "app/sets/batchspec.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

/// A batch that did not finish.
struct InterruptedBatch
{
    BatchSpec spec;
    QStringList missing; ///< codes of its spec that are not done, sorted

    /// Returns the pending work, one spec for each batch, including the batches that were to follow. Contains
    /// at least one spec.
    [[nodiscard]] QList<BatchSpec> pendingBatches() const;
    /// Number of missing flags, and of all flags, of these batches.
    [[nodiscard]] qsizetype countMissing() const;
    [[nodiscard]] qsizetype countAll() const;
};

/// A set as it is on the disk, including the files of a batch that was interrupted.
struct LoadedSet
{
    Manifest manifest;
    std::optional<InterruptedBatch>
        interrupted; ///< or still running, which looks the same; see pendingWork()
    bool isInUse = false; ///< a batch of some program is running in the folder
    bool hasJournal = false; ///< `manifest` contains more than flags.json
    bool isNewer = false; ///< written by a later version of the program
    QByteArray manifestHash; ///< SHA-256 of flags.json; empty if there is none that could be read
    QString damage; ///< why flags.json is unusable; `manifest` was then rebuilt from the files. Else empty

    /// Whether there is neither a flag nor an interrupted batch.
    [[nodiscard]] bool isEmpty() const { return manifest.flags.isEmpty() && !interrupted; }
    /// The pending work that can be resumed.
    [[nodiscard]] std::optional<InterruptedBatch> pendingWork() const
    {
        return isInUse ? std::nullopt : interrupted;
    }
};

/// Loads the set in a folder: its manifest, and the progress of an interrupted batch from the journal. A
/// missing folder, or one without these files, is an empty set. Writes nothing and takes no lock, so the
/// result may show part of another program's changes. Fails if the journal cannot be read or parsed, if
/// flags.json cannot be read, and with Cancelled soon after a stop is requested. Blocks on the disk.
[[nodiscard]] Result<LoadedSet> loadSet(const QString &folder, const std::stop_token &stop = {});

/// Like loadSet(), for operations that read a set. Fails with NoSet if the folder has no flags and no damaged
/// manifest, and with NewerSet if only a later version can read what it has.
[[nodiscard]] Result<LoadedSet> loadFilledSet(const QString &folder, const std::stop_token &stop = {});

/// Why the folder has no set.
[[nodiscard]] Failure noSetIn(const QString &folder);

/// Reads a manifest that the user named, to rebuild its set elsewhere.
[[nodiscard]] Result<Manifest> loadManifest(const QString &path, const std::stop_token &stop = {});

/// Whether the path is a manifest, or a file that the manifest in its folder or in a parent folder lists.
/// Only a batch may replace these files. Reads manifests, so it blocks on the disk.
[[nodiscard]] bool isPartOfSet(const QString &path);

/// Returns a sentence for people: "The last batch in this folder was interrupted: 12 of 40 flags are still
/// missing."
[[nodiscard]] QString interruptionText(qsizetype missing, qsizetype total);
