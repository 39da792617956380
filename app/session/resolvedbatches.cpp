#include "app/session/resolvedbatches.h"

#include "app/builtin/builtinservers.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "app/sources/sourcetexts.h"

#include <QStringList>

#include <utility>

QString SourceRefusal::text() const
{
    return withLabel(title, failureText(failure, {}));
}

ResolvedBatches resolveBatches(const OperationPlan &plan, BuiltinServers &servers)
{
    ResolvedBatches resolved;
    resolved.remaining = plan.remaining;
    for (DownloadRequest batch : plan.batches) {
        BatchSpec left = batch.spec(); // countries that cannot be requested now, with all sources
        QStringList refused;
        for (Source &source : batch.sources) {
            const auto ready = servers.resolveAddresses(source);
            if (!ready) {
                refused.append(source.id);
                if (const SourceRefusal refusal{displayTitle(source), ready.error()};
                    !resolved.refusals.contains(refusal))
                    resolved.refusals.append(refusal);
            } else {
                source = *ready;
            }
        }
        // A flag of a set comes from its own source only, a flag of a download from any available source.
        if (batch.purpose == BatchPurpose::Download)
            batch.sources.removeIf([&refused](const Source &source) { return refused.contains(source.id); });
        batch.countries.removeIf(
            [&](const Country &country) { return refused.contains(batch.known.value(country.code).source); });
        if (batch.sources.isEmpty())
            batch.countries.clear();
        for (const Country &country : std::as_const(batch.countries))
            left.codes.removeOne(country.code);
        if (plan.isResumed && !left.codes.isEmpty())
            resolved.remaining.append(left);
        if (batch.countries.isEmpty())
            continue;
        resolved.batches.append(batch);
        resolved.specs.append(batch.spec());
    }
    return resolved;
}

void apply(const SessionSettings &settings, DownloadRequest &batch)
{
    for (Source &source : batch.sources)
        source.wantedLimit = settings.wantedLimit(source);
    batch.transfer = settings.transfer;
    batch.thumbnailSize = settings.thumbnailSize;
    batch.log = settings.log;
    batch.blocker = settings.blocker;
}

OperationOutline outlineOf(const OperationPlan &plan, const ResolvedBatches &resolved)
{
    OperationOutline outline;
    outline.codesWithoutSource = plan.codesWithoutSource;
    outline.notInSet = plan.notInSet;
    outline.refusals = resolved.refusals;
    for (const DownloadRequest &batch : resolved.batches) {
        outline.codes += batch.codes();
        outline.sources += batch.sources;
    }
    return outline;
}
