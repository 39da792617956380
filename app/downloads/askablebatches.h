#pragma once

#include "app/downloads/setplan.h"
#include "app/downloads/sourcerefusal.h"

#include <QList>

class BuiltinServers;

/// What of a plan can be asked here and now.
struct AskableBatches
{
    QList<DownloadRequest> batches; ///< with the addresses of embedded servers; each knows those that follow
    QList<SourceRefusal> refusals; ///< of sources whose flags were left out; each once
};

/// Starts the embedded servers that the plan needs.
[[nodiscard]] AskableBatches askableBatches(const SetPlan &plan, BuiltinServers &servers);
