#pragma once

#include "app/failures/failure.h"
#include "ui/grid/flagentry.h"

#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <stop_token>

struct Verification;

/// What the latest verification of a folder found.
struct LatestCheck
{
    QSet<QString> badFiles; ///< paths in the folder
    qint64 startedAt = 0; ///< nanoseconds since 1970; files that changed later are unchecked
};

/// The files of a verification that are not intact. `startedAt` is in nanoseconds since 1970.
[[nodiscard]] LatestCheck latestCheckOf(const Verification &verification, qint64 startedAt);

/// The set in a folder, as the window shows it.
struct SetSummary
{
    /// What is left of an interrupted batch.
    struct PendingWork
    {
        int missing = 0; ///< flags that the set does not have, or whose file does not exist
        int left = 0; ///< flags that were not processed, in all
        int total = 0;
    };

    QString folder = {};
    int flags = 0; ///< in the set, with those whose files are missing; 0: there is no set
    /// One for each country of the set: the latest whose file exists; the latest of all if none does.
    QList<FolderFlag> flagsOfSet = {};
    std::optional<PendingWork> pending = {};
    bool isNewer = false; ///< written by a later version of the program
    QString damage = {}; ///< why the manifest is invalid; else empty
    std::optional<Failure> failure = {}; ///< why the set could not be read, for example a damaged journal

    [[nodiscard]] bool isSet() const { return flags > 0; }
    /// Why the set cannot be written or is damaged, for people. Empty if it is fine.
    [[nodiscard]] QString problem() const;
    /// The pending work, for people: "12 of 40 flags are still missing." Empty if there is none.
    [[nodiscard]] QString pendingWorkText() const;
};

/// Reads the set in a folder, also while another program writes it. Compares the sizes of its files, and
/// remembers what `check` found in those that have not changed since. Blocks on the disk, so call it on the
/// thread pool.
[[nodiscard]] SetSummary readSetSummary(
    const QString &folder, const LatestCheck &check = {}, const std::stop_token &stop = {});
