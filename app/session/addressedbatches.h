#pragma once

#include "app/failures/failure.h"
#include "app/session/operationplan.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

class BuiltinServers;

/// A source that cannot be requested here.
struct SourceRefusal
{
    QString title;
    Failure failure;

    /// For people.
    [[nodiscard]] QString text() const;

    friend bool operator==(const SourceRefusal &, const SourceRefusal &) = default;
};

/// The batches of a plan that can be requested here and now.
struct AddressedBatches
{
    QList<DownloadRequest> batches; ///< with the addresses of embedded servers; each knows those that follow
    QList<SourceRefusal> refusals; ///< sources that were left out; each once
};

/// What an operation is going to request, before its first batch.
struct OperationOutline
{
    QStringList codes; ///< of all batches
    QList<Source> sources; ///< of all batches, with addresses
    QStringList unasked; ///< see OperationPlan
    QStringList notInSet; ///< see OperationPlan
    QList<SourceRefusal> refusals;
};

[[nodiscard]] OperationOutline outlineOf(const OperationPlan &plan, const AddressedBatches &addressed);

/// Starts the embedded servers that the plan needs.
[[nodiscard]] AddressedBatches addressedBatches(const OperationPlan &plan, BuiltinServers &servers);

Q_DECLARE_METATYPE(OperationOutline)
