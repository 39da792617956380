#pragma once

#include "app/countries/catalogue.h"
#include "app/downloads/downloadrequest.h"
#include "app/session/operation.h"
#include "app/sets/loadedset.h"

#include <QStringList>

/// The batches of an operation, planned for the set in its folder.
struct OperationPlan
{
    /// Several, in order, if a country has several files. Their sources have no addresses of embedded servers
    /// yet, and the settings of the session are not filled in.
    QList<DownloadRequest> batches;
    QStringList codesWithoutSource
        = {}; ///< codes of flags that are not requested because their source is unknown; sorted
    QStringList notInSet = {}; ///< requested codes that the set does not have
    /// Pending work of an interrupted operation in the folder that these batches do not include.
    QList<BatchSpec> remaining = {};
    bool isResumed = false; ///< flags that cannot be requested now stay pending
    int replaced = 0; ///< flags of the folder's set that a Rebuild would replace with other pictures

    /// Whether any batch has one of these countries.
    [[nodiscard]] bool hasAny(const QStringList &codes) const;
};

/// The one batch of a download.
[[nodiscard]] OperationPlan planOf(const Download &download);

/// The batches for these codes of a manifest, with its sources, names and pictures.
[[nodiscard]] OperationPlan planFor(const QString &folder, BatchPurpose purpose, const Manifest &manifest,
    const QStringList &codes, const Catalogue &catalogue);

/// The batches that complete a pending batch.
[[nodiscard]] OperationPlan planFor(
    const QString &folder, const BatchSpec &pending, const Catalogue &catalogue);

/// The codes of all flags, each once.
[[nodiscard]] QStringList codesOf(const Manifest &manifest);

/// The pending work of an interrupted operation, without the flags that the plan includes.
[[nodiscard]] QList<BatchSpec> pendingOutside(
    const OperationPlan &plan, const InterruptedBatch &interrupted, const Catalogue &catalogue);
