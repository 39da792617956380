#pragma once

#include "app/countries/catalogue.h"
#include "app/downloads/downloadrequest.h"

#include <QStringList>

#include <stop_token>
#include <variant>

/// What has to be asked so that a set is as somebody wants it.
struct SetPlan
{
    /// One after the other, since a country may have several files. Sources are as they were written down:
    /// without addresses of embedded servers. What a person chooses for this run is still to be filled in.
    QList<DownloadRequest> batches;
    QStringList unasked; ///< codes of flags that stay as they are because nobody knows their source; sorted
    QStringList notInSet = {}; ///< of the codes that were asked for
    /// What an interrupted batch has left in the folder, and the batches do not ask for.
    QList<BatchSpec> remaining = {};
    bool isResumed = false; ///< what cannot be asked for now stays for later
    /// Flags of the folder's own set that a rebuild puts other pictures in place of.
    int replaced = 0;
};

using SetPlanOrFailure = std::variant<SetPlan, Failure>;

// Each reads the set from its folder: for the pool. Fails with Cancelled soon after `stop` asks for it.

/// The flags of these codes, or of all where there are none, are asked for again where they have changed.
/// Fails with NoSet, NewerSet, DamagedSet, or, if the set has none of the codes, with NotInSet.
[[nodiscard]] SetPlanOrFailure planUpdate(const QString &folder, const QStringList &codes,
    const Catalogue &catalogue, const std::stop_token &stop = {});

/// Exactly the pictures of the set's own manifest, for these codes, where they are missing or altered.
[[nodiscard]] SetPlanOrFailure planRepair(const QString &folder, const QStringList &codes,
    const Catalogue &catalogue, const std::stop_token &stop = {});

/// The set of a manifest from elsewhere, in another folder, whatever is there.
[[nodiscard]] SetPlanOrFailure planRebuild(const QString &manifestPath, const QString &folder,
    const Catalogue &catalogue, const std::stop_token &stop = {});

/// What a batch that did not come to its end has left to do; no batches if there is none such. If it has only
/// left its manifest to be written, that is done now.
[[nodiscard]] SetPlanOrFailure planResume(
    const QString &folder, const Catalogue &catalogue, const std::stop_token &stop = {});
