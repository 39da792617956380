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

/// Opens and locks the folder of the operation, then plans. Changes only the lock file, and the manifest if
/// an interrupted operation has not written it. Loads TLS if a source needs it. Blocks: call it on the pool.
/// Fails like OpenSet::open(), with Cancelled soon after `stop` is requested, and for an operation on a set
/// also with NoSet, DamagedSet or NotInSet.
[[nodiscard]] tl::expected<PreparedOperation, UnpreparedOperation> prepareOperation(
    const Operation &operation, const Catalogue &catalogue, const std::stop_token &stop = {});

/// Like prepareOperation(), for some countries of an earlier plan.
[[nodiscard]] tl::expected<PreparedOperation, UnpreparedOperation> prepareAgain(const QString &folder,
    const OperationPlan &earlier, const QStringList &codes, const Catalogue &catalogue,
    const std::stop_token &stop = {});
