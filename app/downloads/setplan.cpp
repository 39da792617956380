#include "app/downloads/setplan.h"

#include "app/downloads/alreadysaved.h"
#include "app/downloads/conversionjson.h"
#include "app/sets/flagindex.h"
#include "app/sets/loadedset.h"
#include "app/sets/openset.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct SetPlanText
{
    Q_DECLARE_TR_FUNCTIONS(SetPlan)
};

DownloadRequest requestFor(const QString &folder, BatchPurpose purpose, const Manifest &manifest)
{
    DownloadRequest request;
    request.sources = manifest.sources;
    request.purpose = purpose;
    request.conversion = conversionFromJson(manifest.pictures);
    request.save.folder = folder;
    // It was checked when the manifest was read.
    if (auto parsed = NameTemplate::parse(manifest.nameTemplate);
        std::holds_alternative<NameTemplate>(parsed))
        request.save.nameTemplate = std::get<NameTemplate>(std::move(parsed));
    return request;
}

SetPlan planFor(const QString &folder, BatchPurpose purpose, const Manifest &manifest,
    const QStringList &codes, const Catalogue &catalogue)
{
    SetPlan plan;
    const QSet<QString> wanted(codes.cbegin(), codes.cend());
    QHash<QString, qsizetype> filesOfCode;
    for (const SetFlag &flag : manifest.flags) {
        if (!wanted.contains(flag.code))
            continue;
        if (!manifest.sourceOf(flag)) {
            plan.unasked.append(flag.code);
            continue;
        }
        const qsizetype batch = filesOfCode[flag.code]++;
        if (batch == plan.batches.size())
            plan.batches.append(requestFor(folder, purpose, manifest));
        plan.batches[batch].countries.append(catalogue.countryFor(flag.code));
        plan.batches[batch].known.insert(flag.code, flag);
    }
    plan.unasked.removeDuplicates();
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

SetPlan planFor(const QString &folder, const BatchSpec &spec, const Catalogue &catalogue)
{
    if (spec.purpose != BatchPurpose::Download)
        return planFor(folder, spec.purpose, spec.target, spec.codes, catalogue);
    DownloadRequest request = requestFor(folder, BatchPurpose::Download, spec.target);
    const auto turnOf = [&spec](const Source &source) {
        const qsizetype turn = spec.sourceSequence.indexOf(source.id);
        return turn < 0 ? spec.sourceSequence.size() : turn;
    };
    std::ranges::stable_sort(request.sources, {}, turnOf);
    request.save.conflict = spec.conflict;
    for (const QString &code : spec.codes)
        request.countries.append(catalogue.countryFor(code));
    return {.batches = {request}, .unasked = {}};
}

/// What the plan asks for, as if it were a set.
Manifest askedBy(const SetPlan &plan)
{
    Manifest asked;
    FlagIndex flags;
    for (const DownloadRequest &batch : plan.batches) {
        asked.sources = batch.sources;
        for (const SetFlag &flag : batch.known)
            flags.put(flag);
    }
    asked.flags = flags.flags();
    return asked;
}

/// What the batch has left, but for what the plan asks for itself.
QList<BatchSpec> restBeside(
    const SetPlan &plan, const InterruptedBatch &interrupted, const Catalogue &catalogue)
{
    const Manifest asked = askedBy(plan);
    const FlagIndex askedFlags(asked.flags);
    QList<BatchSpec> rest = interrupted.pendingBatches();
    for (BatchSpec &spec : rest) {
        QSet<QString> done;
        for (const SetFlag &flag : std::as_const(spec.target.flags)) {
            if (askedFlags.flagAt(flag.file))
                done.insert(flag.code);
        }
        if (spec.purpose == BatchPurpose::Download) {
            const SetPlan left = planFor({}, spec, catalogue);
            const auto saved = flagsAlreadySaved(asked, left.batches.first());
            done.unite(QSet<QString>(saved.keyBegin(), saved.keyEnd()));
        }
        spec.codes.removeIf([&done](const QString &code) { return done.contains(code); });
    }
    rest.removeIf([](const BatchSpec &spec) { return spec.codes.isEmpty(); });
    return rest;
}

SetPlanOrFailure planForSet(const QString &folder, BatchPurpose purpose, const QStringList &codes,
    const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto loaded = loadFilledSet(folder, stop);
    if (const auto *failure = std::get_if<Failure>(&loaded))
        return *failure;
    const auto &set = std::get<LoadedSet>(loaded);
    if (set.isNewer)
        return Failure{FailureKind::NewerSet, 0, {}};
    if (!set.damage.isEmpty()) // nobody knows where its flags came from
        return Failure{FailureKind::DamagedSet, 0, set.damage};
    const QStringList known = codesOf(set.manifest);
    QStringList notInSet = codes;
    notInSet.removeIf([inSet = QSet<QString>(known.cbegin(), known.cend())](
                          const QString &code) { return inSet.contains(code); });
    if (!codes.isEmpty() && notInSet.size() == codes.size())
        return Failure{FailureKind::NotInSet, 0, notInSet.first()};
    SetPlan plan = planFor(folder, purpose, set.manifest, codes.isEmpty() ? known : codes, catalogue);
    plan.notInSet = notInSet;
    if (set.interrupted)
        plan.remaining = restBeside(plan, *set.interrupted, catalogue);
    return plan;
}

/// Of a batch that did all but write down what it had done.
SetPlanOrFailure writtenDown(const QString &folder, const Manifest &manifest)
{
    const auto opened = OpenSet::open(folder, {.codes = {}, .target = manifest});
    if (const auto *failure = std::get_if<Failure>(&opened))
        return *failure;
    const auto &set = std::get<std::shared_ptr<OpenSet>>(opened);
    if (const auto failure = set->close(PendingPolicy::Discard))
        return *failure;
    return SetPlan{};
}

} // namespace

SetPlanOrFailure planUpdate(
    const QString &folder, const QStringList &codes, const Catalogue &catalogue, const std::stop_token &stop)
{
    return planForSet(folder, BatchPurpose::Update, codes, catalogue, stop);
}

SetPlanOrFailure planRepair(
    const QString &folder, const QStringList &codes, const Catalogue &catalogue, const std::stop_token &stop)
{
    return planForSet(folder, BatchPurpose::Restore, codes, catalogue, stop);
}

SetPlanOrFailure planRebuild(const QString &manifestPath, const QString &folder, const Catalogue &catalogue,
    const std::stop_token &stop)
{
    const auto loaded = loadManifest(manifestPath, stop);
    if (const auto *failure = std::get_if<Failure>(&loaded))
        return *failure;
    const auto &manifest = std::get<Manifest>(loaded);
    if (manifest.flags.isEmpty())
        return Failure{FailureKind::DamagedSet, 0, SetPlanText::tr("it has no flags")};
    SetPlan plan = planFor(folder, BatchPurpose::Restore, manifest, codesOf(manifest), catalogue);
    const auto target = loadSet(folder, stop);
    if (const auto *set = std::get_if<LoadedSet>(&target)) {
        const FlagIndex there(set->manifest.flags);
        plan.replaced = int(std::ranges::count_if(manifest.flags, [&there](const SetFlag &flag) {
            const SetFlag *old = there.flagAt(flag.file);
            return old && old->sha256 != flag.sha256;
        }));
        if (set->interrupted)
            plan.remaining = restBeside(plan, *set->interrupted, catalogue);
    }
    return plan;
}

SetPlanOrFailure planResume(const QString &folder, const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto loaded = loadFilledSet(folder, stop);
    if (const auto *failure = std::get_if<Failure>(&loaded))
        return *failure;
    const auto &set = std::get<LoadedSet>(loaded);
    if (set.isNewer)
        return Failure{FailureKind::NewerSet, 0, {}};
    if (!set.damage.isEmpty() && !set.hasJournal)
        return Failure{FailureKind::DamagedSet, 0, set.damage};
    if (!set.interrupted)
        return set.hasJournal ? writtenDown(folder, set.manifest) : SetPlan{};
    SetPlan plan;
    plan.isResumed = true;
    for (const BatchSpec &spec : set.interrupted->pendingBatches()) {
        const SetPlan next = planFor(folder, spec, catalogue);
        plan.batches += next.batches;
        plan.unasked += next.unasked;
    }
    plan.unasked.removeDuplicates();
    return plan;
}
