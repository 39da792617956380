#pragma once

#include "app/failures/failure.h"
#include "app/session/operationplan.h"

#include <QList>

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

/// Starts the embedded servers that the plan needs.
[[nodiscard]] AddressedBatches addressedBatches(const OperationPlan &plan, BuiltinServers &servers);
