#pragma once

#include "app/failures/failure.h"
#include "ui/grid/flagentry.h"

#include <QList>
#include <QString>

#include <optional>
#include <stop_token>

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
    QList<FolderFlag> onDisk = {}; ///< one for each country whose file exists: the latest
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

/// Reads the set in a folder, also while another program writes it. Blocks on the disk, so call it on the
/// thread pool.
[[nodiscard]] SetSummary readSetSummary(const QString &folder, const std::stop_token &stop = {});
