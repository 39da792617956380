#pragma once

#include "app/countries/catalogue.h"
#include "app/downloads/downloadrequest.h"
#include "app/session/operation.h"
#include "app/sets/openset.h"

#include <QStringList>

#include <memory>
#include <stop_token>
#include <variant>

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
};

/// Of a download: one batch, which needs no set.
[[nodiscard]] OperationPlan planOf(const Download &download);

/// An operation that is ready to run: its folder is locked, its set loaded, its batches planned.
struct PreparedOperation
{
    std::shared_ptr<OpenSet> set;
    OperationPlan plan;
};

/// Why an operation cannot run.
struct UnpreparedOperation
{
    Failure failure;
    QString path; ///< of the folder or manifest that the failure is about
};

/// Opens the folder of the operation and plans under its lock. Changes no file except the lock file, and a
/// manifest that an interrupted operation had left to be written. For the pool: blocks on the disk. Fails as
/// OpenSet::open(); for the operations on sets also with NoSet, DamagedSet and NotInSet; with Cancelled soon
/// after `stop` requests it.
[[nodiscard]] std::variant<PreparedOperation, UnpreparedOperation> prepareOperation(
    const Operation &operation, const Catalogue &catalogue, const std::stop_token &stop = {});

/// The same for some countries of an earlier plan.
[[nodiscard]] std::variant<PreparedOperation, UnpreparedOperation> prepareAgain(const QString &folder,
    const OperationPlan &earlier, const QStringList &codes, const Catalogue &catalogue,
    const std::stop_token &stop = {});
