#include "app/downloads/askablebatches.h"

#include "app/builtin/builtinservers.h"

#include <QStringList>

#include <utility>

AskableBatches askableBatches(const SetPlan &plan, BuiltinServers &servers)
{
    AskableBatches askable;
    QList<BatchSpec> unasked;
    for (DownloadRequest batch : plan.batches) {
        QStringList refused;
        for (Source &source : batch.sources) {
            const auto addressed = servers.withAddresses(source);
            if (const auto *failure = std::get_if<Failure>(&addressed)) {
                refused.append(source.id);
                if (const SourceRefusal refusal{source.title, *failure}; !askable.refusals.contains(refusal))
                    askable.refusals.append(refusal);
            } else {
                source = std::get<Source>(addressed);
            }
        }
        // The flags of a set are asked of their own sources, those of a download of any that is left.
        if (batch.purpose == BatchPurpose::Download)
            batch.sources.removeIf([&refused](const Source &source) { return refused.contains(source.id); });
        BatchSpec left = batch.spec(); // what cannot be asked for now is not forgotten
        batch.countries.removeIf(
            [&](const Country &country) { return refused.contains(batch.known.value(country.code).source); });
        if (batch.sources.isEmpty())
            batch.countries.clear();
        for (const Country &country : std::as_const(batch.countries))
            left.codes.removeOne(country.code);
        if (plan.isResumed && !left.codes.isEmpty())
            unasked.append(left);
        if (!batch.countries.isEmpty())
            askable.batches.append(batch);
    }
    QList<BatchSpec> following;
    // Not std::views::reverse, which clang 14, that builds the fuzzers, cannot compile.
    for (auto batch = askable.batches.rbegin(); batch != askable.batches.rend(); ++batch) {
        const BatchSpec spec = batch->spec();
        batch->following = following;
        batch->remaining = plan.remaining + unasked;
        following.prepend(spec);
    }
    return askable;
}
