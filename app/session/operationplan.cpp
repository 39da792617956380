#include "app/session/operationplan.h"

#include "app/downloads/existingflags.h"
#include "app/saving/flagrenditions.h"
#include "app/sets/flagindex.h"
#include "app/sets/loadedset.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

DownloadRequest requestFor(const QString &folder, BatchPurpose purpose, const Manifest &manifest)
{
    DownloadRequest request;
    request.purpose = purpose;
    request.conversion = conversionFromJson(manifest.pictures);
    request.save.folder = folder;
    // It was checked when the manifest was read.
    if (auto parsed = NameTemplate::parse(manifest.nameTemplate))
        request.save.nameTemplate = *std::move(parsed);
    return request;
}

/// The sources of the batch's flags, by id. A set may have many others, and each batch records its own.
QList<Source> sourcesOf(const DownloadRequest &batch, const Manifest &manifest)
{
    QMap<QString, Source> sources;
    for (const SetFlag &flag : batch.known) {
        if (const Source *source = manifest.sourceOf(flag))
            sources.insert(source->id, *source);
    }
    return sources.values();
}

/// The codes of the batch that cannot be requested, because a damaged or edited journal lacks what they need.
QStringList unknownCodes(const BatchSpec &spec, const Catalogue &catalogue)
{
    if (spec.purpose == BatchPurpose::Download)
        return spec.target.sources.isEmpty() ? spec.codes : QStringList();
    QSet<QString> known;
    for (const SetFlag &flag : spec.target.flags) {
        known.insert(flag.code);
        known.insert(catalogue.countryFor(flag.code).code);
    }
    QStringList unknown;
    std::ranges::copy_if(spec.codes, std::back_inserter(unknown),
        [&known](const QString &code) { return !known.contains(code); });
    return unknown;
}

/// The flags that the plan requests, as a manifest.
Manifest requestedBy(const OperationPlan &plan)
{
    Manifest requested;
    FlagIndex flags;
    for (const DownloadRequest &batch : plan.batches) {
        QHash<QString, QString> ids; // two interrupted batches may have different sources with one id
        for (const Source &source : batch.sources)
            ids.insert(source.id, requested.put(source));
        for (SetFlag flag : batch.known) {
            flag.source = ids.value(flag.source);
            flags.put(flag);
        }
    }
    requested.flags = flags.flags();
    return requested;
}

} // namespace

bool OperationPlan::hasAny(const QStringList &codes) const
{
    const auto isMeant = [&codes](const Country &country) { return codes.contains(country.code); };
    return std::ranges::any_of(
        batches, [&](const DownloadRequest &batch) { return std::ranges::any_of(batch.countries, isMeant); });
}

OperationPlan planOf(const Download &download)
{
    DownloadRequest request;
    request.countries = download.countries;
    request.sources = download.sources;
    request.save = download.save;
    request.conversion = download.conversion;
    return {.batches = {request}};
}

OperationPlan planFor(const QString &folder, BatchPurpose purpose, const Manifest &manifest,
    const QStringList &codes, const Catalogue &catalogue)
{
    OperationPlan plan;
    const QSet<QString> wanted(codes.cbegin(), codes.cend());
    QHash<QString, qsizetype> filesOfCode;
    for (const SetFlag &flag : manifest.flags) {
        const Country country = catalogue.countryFor(flag.code); // the set may have an alias of its code
        if (!wanted.contains(flag.code) && !wanted.contains(country.code))
            continue;
        if (!manifest.sourceOf(flag)) {
            plan.codesWithoutSource.append(flag.code);
            continue;
        }
        const qsizetype batch = filesOfCode[country.code]++;
        if (batch == plan.batches.size())
            plan.batches.append(requestFor(folder, purpose, manifest));
        plan.batches[batch].countries.append(country);
        SetFlag known = flag;
        known.code = country.code;
        plan.batches[batch].known.insert(country.code, known);
    }
    for (DownloadRequest &batch : plan.batches)
        batch.sources = sourcesOf(batch, manifest);
    plan.codesWithoutSource.removeDuplicates();
    return plan;
}

QStringList codesOf(const Manifest &manifest)
{
    QStringList codes;
    for (const SetFlag &flag : manifest.flags)
        codes.append(flag.code);
    codes.removeDuplicates();
    return codes;
}

OperationPlan planFor(const QString &folder, const BatchSpec &spec, const Catalogue &catalogue)
{
    const QStringList unknown = unknownCodes(spec, catalogue);
    if (spec.purpose != BatchPurpose::Download) {
        OperationPlan plan = planFor(folder, spec.purpose, spec.target, spec.codes, catalogue);
        plan.codesWithoutSource += unknown;
        plan.codesWithoutSource.sort();
        return plan;
    }
    if (!unknown.isEmpty())
        return {.batches = {}, .codesWithoutSource = unknown};
    DownloadRequest request = requestFor(folder, BatchPurpose::Download, spec.target);
    request.sources = spec.target.sources;
    const auto turnOf = [&spec](const Source &source) {
        const qsizetype turn = spec.sourceOrder.indexOf(source.id);
        return turn < 0 ? spec.sourceOrder.size() : turn;
    };
    std::ranges::stable_sort(request.sources, {}, turnOf);
    request.save.conflict = spec.conflict;
    for (const QString &code : spec.codes)
        request.countries.append(catalogue.countryFor(code));
    return {.batches = {request}};
}

QList<BatchSpec> pendingOutside(
    const OperationPlan &plan, const InterruptedBatch &interrupted, const Catalogue &catalogue)
{
    const Manifest requested = requestedBy(plan);
    const FlagIndex requestedFlags(requested.flags);
    QList<BatchSpec> rest = interrupted.pendingBatches();
    for (BatchSpec &spec : rest) {
        QSet<QString> done;
        for (const SetFlag &flag : std::as_const(spec.target.flags)) {
            if (requestedFlags.flagAt(flag.file))
                done.insert(flag.code);
        }
        const OperationPlan left = planFor({}, spec, catalogue);
        if (spec.purpose == BatchPurpose::Download && !left.batches.isEmpty()) {
            const auto saved = flagsAlreadySaved(requested, left.batches.first());
            done.unite(QSet<QString>(saved.keyBegin(), saved.keyEnd()));
        }
        spec.codes.removeIf([&done](const QString &code) { return done.contains(code); });
    }
    rest.removeIf([](const BatchSpec &spec) { return spec.codes.isEmpty(); });
    return rest;
}
