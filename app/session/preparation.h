#pragma once

#include "app/failures/result.h"
#include "app/session/operationplan.h"
#include "app/sets/openset.h"

#include <memory>
#include <stop_token>

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
    QString path = {}; ///< of the folder or manifest that the failure is about
};

/// Opens the folder of the operation and plans under its lock. Changes no file except the lock file, and a
/// manifest that an interrupted operation had left to be written. For the pool: blocks on the disk. Fails as
/// OpenSet::open(); for the operations on sets also with NoSet, DamagedSet and NotInSet; with Cancelled soon
/// after `stop` requests it.
[[nodiscard]] tl::expected<PreparedOperation, UnpreparedOperation> prepareOperation(
    const Operation &operation, const Catalogue &catalogue, const std::stop_token &stop = {});

/// The same for some countries of an earlier plan.
[[nodiscard]] tl::expected<PreparedOperation, UnpreparedOperation> prepareAgain(const QString &folder,
    const OperationPlan &earlier, const QStringList &codes, const Catalogue &catalogue,
    const std::stop_token &stop = {});
