#pragma once

#include "app/failures/failure.h"
#include "app/sets/batchspec.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <variant>

/// A batch that did not come to its end.
struct InterruptedBatch
{
    BatchSpec spec;
    QStringList missing; ///< codes of its order, sorted

    /// What there is to do, batch by batch, those included that were to follow it; at least one.
    [[nodiscard]] QList<BatchSpec> pendingBatches() const;
    // Of flags.
    [[nodiscard]] qsizetype countMissing() const;
    [[nodiscard]] qsizetype countAll() const;
};

/// A set as it is on disk, whatever happened to those who wrote it.
struct LoadedSet
{
    Manifest manifest;
    std::optional<InterruptedBatch> interrupted; ///< or still at work, which looks the same; see rest()
    bool isInUse = false; ///< a batch is at work in the folder at this moment, in whatever program
    bool hasJournal = false; ///< manifest holds more than flags.json does
    bool isNewer = false; ///< written by a later version of the program
    QByteArray manifestHash; ///< SHA-256 of flags.json; empty if there is none that could be read
    QString damage; ///< why flags.json could not be used and was replaced by what the files tell; else empty

    /// Whether there is anything at all.
    [[nodiscard]] bool isEmpty() const { return manifest.flags.isEmpty() && !interrupted; }
    /// What somebody may go on with.
    [[nodiscard]] std::optional<InterruptedBatch> rest() const
    {
        return isInUse ? std::nullopt : interrupted;
    }
};

/// The one door to a set: its manifest, and what a batch that was killed had come to. Of a folder without
/// either, or one that is not there, an empty set. Writes nothing, so what another program does at this
/// moment may be seen in part. Fails where the journal of a batch is there and cannot be read, or understood,
/// and with Cancelled soon after `stop` asks for it. Blocks on the disk.
[[nodiscard]] std::variant<LoadedSet, Failure> loadSet(
    const QString &folder, const std::stop_token &stop = {});

/// As the program's readers want it: fails with NoSet for a folder without flags, unless it has a damaged
/// manifest.
[[nodiscard]] std::variant<LoadedSet, Failure> loadFilledSet(
    const QString &folder, const std::stop_token &stop = {});

/// Why the folder has no set.
[[nodiscard]] Failure noSetIn(const QString &folder);

/// Reads a manifest that was named by its path, to make its set elsewhere.
[[nodiscard]] std::variant<Manifest, Failure> loadManifest(
    const QString &path, const std::stop_token &stop = {});
