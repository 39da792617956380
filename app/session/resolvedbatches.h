#pragma once

#include "app/failures/failure.h"
#include "app/session/operationplan.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

class BuiltinServers;

/// A source that is not available on this computer.
struct SourceRefusal
{
    QString title;
    Failure failure;

    /// For people.
    [[nodiscard]] QString text() const;

    friend bool operator==(const SourceRefusal &, const SourceRefusal &) = default;
};

/// The batches of a plan whose sources are available.
struct ResolvedBatches
{
    QList<DownloadRequest> batches; ///< with the addresses of embedded servers, in order
    QList<BatchSpec> specs; ///< of these batches; made once, because there may be thousands
    QList<BatchSpec> remaining; ///< pending work that these batches must keep
    QList<SourceRefusal> refusals; ///< sources that were left out; each once
};

/// Gives the batch what the user has set: limits, timeouts, and what is recorded.
void apply(const SessionSettings &settings, DownloadRequest &batch);

/// The countries and sources of an operation, before its first batch.
struct OperationOutline
{
    QStringList codes; ///< of all batches
    QList<Source> sources; ///< of all batches, with addresses
    QStringList codesWithoutSource; ///< see OperationPlan
    QStringList notInSet; ///< see OperationPlan
    QList<SourceRefusal> refusals;
};

[[nodiscard]] OperationOutline outlineOf(const OperationPlan &plan, const ResolvedBatches &resolved);

/// Starts the embedded servers that the plan needs, and leaves out sources that are not available.
[[nodiscard]] ResolvedBatches resolveBatches(const OperationPlan &plan, BuiltinServers &servers);

Q_DECLARE_METATYPE(OperationOutline)
