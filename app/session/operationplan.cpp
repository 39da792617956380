#include "app/session/operationplan.h"

#include "app/downloads/alreadysaved.h"
#include "app/downloads/conversionjson.h"
#include "app/sets/flagindex.h"
#include "app/sets/loadedset.h"
#include "app/storage/setfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct OperationPlanText
{
    Q_DECLARE_TR_FUNCTIONS(OperationPlan)
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

OperationPlan planFor(const QString &folder, BatchPurpose purpose, const Manifest &manifest,
    const QStringList &codes, const Catalogue &catalogue)
{
    OperationPlan plan;
    const QSet<QString> wanted(codes.cbegin(), codes.cend());
    QHash<QString, qsizetype> filesOfCode;
    for (const SetFlag &flag : manifest.flags) {
        if (!wanted.contains(flag.code))
            continue;
        if (!manifest.sourceOf(flag)) {
            plan.unasked.append(flag.code);
            continue;
        }
        const Country country = catalogue.countryFor(flag.code); // its code may be another one than the set's
        const qsizetype batch = filesOfCode[country.code]++;
        if (batch == plan.batches.size())
            plan.batches.append(requestFor(folder, purpose, manifest));
        plan.batches[batch].countries.append(country);
        plan.batches[batch].known.insert(country.code, flag);
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

OperationPlan planFor(const QString &folder, const BatchSpec &spec, const Catalogue &catalogue)
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
    return {.batches = {request}};
}

/// What the plan asks for, as if it were a set.
Manifest askedBy(const OperationPlan &plan)
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
    const OperationPlan &plan, const InterruptedBatch &interrupted, const Catalogue &catalogue)
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
            const OperationPlan left = planFor({}, spec, catalogue);
            const auto saved = flagsAlreadySaved(asked, left.batches.first());
            done.unite(QSet<QString>(saved.keyBegin(), saved.keyEnd()));
        }
        spec.codes.removeIf([&done](const QString &code) { return done.contains(code); });
    }
    rest.removeIf([](const BatchSpec &spec) { return spec.codes.isEmpty(); });
    return rest;
}

using Prepared = std::variant<PreparedOperation, Failure>; // the failure is about the folder

/// A folder that has neither is left as it is: no lock file appears there.
bool hasSetFiles(const QString &folder)
{
    return std::ranges::any_of(
        std::array{QLatin1StringView(manifestFileName), QLatin1StringView(journalFileName)},
        [&folder](QLatin1StringView name) {
            struct stat file
            {
            };
            return ::lstat(QFile::encodeName(folder + u'/' + name).constData(), &file) == 0
                || (errno != ENOENT && errno != ENOTDIR);
        });
}

/// Fails with NoSet, and with DamagedSet unless its journal is enough.
OpenSet::Opened openExistingSet(const QString &folder, bool journalIsEnough, const std::stop_token &stop)
{
    if (!hasSetFiles(folder))
        return noSetIn(folder);
    auto opened = OpenSet::open(folder, stop);
    const auto *set = std::get_if<std::shared_ptr<OpenSet>>(&opened);
    if (set == nullptr)
        return opened;
    const LoadedSet &loaded = (*set)->loaded();
    if (!loaded.damage.isEmpty() && !(journalIsEnough && loaded.hasJournal))
        return Failure{FailureKind::DamagedSet, 0, loaded.damage}; // the sources of its flags are unknown
    if (loaded.isEmpty() && loaded.damage.isEmpty())
        return noSetIn(folder);
    return opened;
}

QList<BatchSpec> remainingBeside(const OperationPlan &plan, const OpenSet &set, const Catalogue &catalogue)
{
    const auto &interrupted = set.loaded().interrupted;
    return interrupted ? restBeside(plan, *interrupted, catalogue) : QList<BatchSpec>();
}

Prepared prepareOfSet(const QString &folder, BatchPurpose purpose, const QStringList &codes,
    const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto opened = openExistingSet(folder, false, stop);
    if (const auto *failure = std::get_if<Failure>(&opened))
        return *failure;
    const auto &set = std::get<std::shared_ptr<OpenSet>>(opened);
    const QStringList known = codesOf(set->manifest());
    QStringList notInSet = codes;
    notInSet.removeIf([inSet = QSet<QString>(known.cbegin(), known.cend())](
                          const QString &code) { return inSet.contains(code); });
    if (!codes.isEmpty() && notInSet.size() == codes.size())
        return Failure{FailureKind::NotInSet, 0, notInSet.first()};
    OperationPlan plan
        = planFor(folder, purpose, set->manifest(), codes.isEmpty() ? known : codes, catalogue);
    plan.notInSet = notInSet;
    plan.remaining = remainingBeside(plan, *set, catalogue);
    return PreparedOperation{set, plan};
}

Prepared prepared(const Download &download, const Catalogue &, const std::stop_token &stop)
{
    const auto opened = OpenSet::open(download.save.folder, stop);
    if (const auto *failure = std::get_if<Failure>(&opened))
        return *failure;
    return PreparedOperation{std::get<std::shared_ptr<OpenSet>>(opened), planOf(download)};
}

Prepared prepared(const Update &update, const Catalogue &catalogue, const std::stop_token &stop)
{
    return prepareOfSet(update.folder, BatchPurpose::Update, update.codes, catalogue, stop);
}

Prepared prepared(const Repair &repair, const Catalogue &catalogue, const std::stop_token &stop)
{
    return prepareOfSet(repair.folder, BatchPurpose::Restore, repair.codes, catalogue, stop);
}

std::variant<Manifest, Failure> filledManifest(const QString &path, const std::stop_token &stop)
{
    auto loaded = loadManifest(path, stop);
    if (const auto *manifest = std::get_if<Manifest>(&loaded); manifest && manifest->flags.isEmpty())
        return Failure{FailureKind::DamagedSet, 0, OperationPlanText::tr("it has no flags")};
    return loaded;
}

Prepared prepareRebuild(
    const Rebuild &rebuild, const Manifest &manifest, const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto opened = OpenSet::open(rebuild.folder, stop);
    if (const auto *failure = std::get_if<Failure>(&opened))
        return *failure;
    const auto &set = std::get<std::shared_ptr<OpenSet>>(opened);
    OperationPlan plan
        = planFor(rebuild.folder, BatchPurpose::Restore, manifest, codesOf(manifest), catalogue);
    const FlagIndex there(set->manifest().flags);
    plan.replaced = int(std::ranges::count_if(manifest.flags, [&there](const SetFlag &flag) {
        const SetFlag *old = there.flagAt(flag.file);
        return old && old->sha256 != flag.sha256;
    }));
    plan.remaining = remainingBeside(plan, *set, catalogue);
    return PreparedOperation{set, plan};
}

Prepared prepared(const Resume &resume, const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto opened = openExistingSet(resume.folder, true, stop);
    if (const auto *failure = std::get_if<Failure>(&opened))
        return *failure;
    const auto &set = std::get<std::shared_ptr<OpenSet>>(opened);
    OperationPlan plan{.batches = {}, .isResumed = true};
    if (const auto &interrupted = set->loaded().interrupted) {
        for (const BatchSpec &spec : interrupted->pendingBatches()) {
            const OperationPlan next = planFor(resume.folder, spec, catalogue);
            plan.batches += next.batches;
            plan.unasked += next.unasked;
        }
        plan.unasked.removeDuplicates();
    } else if (set->loaded().hasJournal) { // only the manifest was left to be written
        if (const auto failure = set->begin({.codes = {}, .target = set->manifest()}))
            return *failure;
    }
    return PreparedOperation{set, plan};
}

std::variant<PreparedOperation, UnpreparedOperation> withPath(const Prepared &prepared, const QString &folder)
{
    if (const auto *failure = std::get_if<Failure>(&prepared))
        return UnpreparedOperation{*failure, folder};
    return std::get<PreparedOperation>(prepared);
}

} // namespace

OperationPlan planOf(const Download &download)
{
    DownloadRequest request;
    request.countries = download.countries;
    request.sources = download.sources;
    request.save = download.save;
    request.conversion = download.conversion;
    return {.batches = {request}};
}

std::variant<PreparedOperation, UnpreparedOperation> prepareOperation(
    const Operation &operation, const Catalogue &catalogue, const std::stop_token &stop)
{
    const QString folder = folderOf(operation);
    Prepared result = Failure{FailureKind::Cancelled, 0, {}};
    if (const auto *rebuild = std::get_if<Rebuild>(&operation)) {
        const auto manifest = filledManifest(rebuild->manifest, stop);
        if (const auto *failure = std::get_if<Failure>(&manifest))
            return UnpreparedOperation{*failure, rebuild->manifest};
        result = prepareRebuild(*rebuild, std::get<Manifest>(manifest), catalogue, stop);
    } else {
        result = std::visit(
            [&](const auto &other) -> Prepared {
                if constexpr (std::is_same_v<std::decay_t<decltype(other)>, Rebuild>)
                    return Failure{FailureKind::Internal, 0, {}}; // handled above
                else
                    return prepared(other, catalogue, stop);
            },
            operation);
    }
    if (stop.stop_requested())
        return UnpreparedOperation{{FailureKind::Cancelled, 0, {}}, folder};
    return withPath(result, folder);
}

std::variant<PreparedOperation, UnpreparedOperation> prepareAgain(const QString &folder,
    const OperationPlan &earlier, const QStringList &codes, const Catalogue &catalogue,
    const std::stop_token &stop)
{
    const auto opened = OpenSet::open(folder, stop);
    if (const auto *failure = std::get_if<Failure>(&opened))
        return UnpreparedOperation{*failure, folder};
    const auto &set = std::get<std::shared_ptr<OpenSet>>(opened);
    OperationPlan plan{.batches = earlier.batches};
    for (DownloadRequest &batch : plan.batches)
        batch.countries.removeIf([&codes](const Country &country) { return !codes.contains(country.code); });
    plan.batches.removeIf([](const DownloadRequest &batch) { return batch.countries.isEmpty(); });
    plan.remaining = remainingBeside(plan, *set, catalogue);
    return PreparedOperation{set, plan};
}
