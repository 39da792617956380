#pragma once

#include "app/countries/catalogue.h"
#include "app/downloads/downloadrequest.h"
#include "app/session/operation.h"
#include "app/sets/loadedset.h"

#include <QStringList>

/// The batches of an operation, as the set in its folder requires them.
struct OperationPlan
{
    /// One after the other, since a country may have several files. Sources are without addresses of embedded
    /// servers; the settings of the session are not filled in.
    QList<DownloadRequest> batches;
    QStringList unasked
        = {}; ///< codes of flags that stay as they are because their source is unknown; sorted
    QStringList notInSet = {}; ///< requested codes that the set does not have
    /// Pending work of an interrupted operation in the folder that these batches do not include.
    QList<BatchSpec> remaining = {};
    bool isResumed = false; ///< what cannot be requested now stays pending
    int replaced = 0; ///< flags of the folder's set for which a Rebuild has other pictures

    /// Whether a batch has one of these countries.
    [[nodiscard]] bool hasAny(const QStringList &codes) const;
};

/// The one batch of a download.
[[nodiscard]] OperationPlan planOf(const Download &download);

/// Batches for these codes of a manifest, with its sources, names and pictures.
[[nodiscard]] OperationPlan planFor(const QString &folder, BatchPurpose purpose, const Manifest &manifest,
    const QStringList &codes, const Catalogue &catalogue);

/// Batches that complete a pending one.
[[nodiscard]] OperationPlan planFor(
    const QString &folder, const BatchSpec &pending, const Catalogue &catalogue);

/// The codes of all flags, each once.
[[nodiscard]] QStringList codesOf(const Manifest &manifest);

/// Pending work of an interrupted operation that the plan does not include.
[[nodiscard]] QList<BatchSpec> pendingBeside(
    const OperationPlan &plan, const InterruptedBatch &interrupted, const Catalogue &catalogue);
