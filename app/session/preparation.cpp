#include "app/session/preparation.h"

#include "app/sets/flagindex.h"
#include "app/storage/setfiles.h"
#include "app/transfer/tlstrust.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <type_traits>

namespace {

struct PreparationText
{
    Q_DECLARE_TR_FUNCTIONS(Preparation)
};

using Prepared = Result<PreparedOperation>; // the failure is about the folder

/// Whether the folder has a manifest or a journal. In other folders no lock file is created.
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

/// Fails with NoSet. Also fails with DamagedSet, unless `journalIsEnough` and the set has a journal.
OpenSet::Opened openExistingSet(const QString &folder, bool journalIsEnough, const std::stop_token &stop)
{
    if (!hasSetFiles(folder))
        return unexpected(noSetIn(folder));
    auto set = OpenSet::open(folder, stop);
    if (!set)
        return set;
    const LoadedSet &loaded = (*set)->loaded();
    if (!loaded.damage.isEmpty() && !(journalIsEnough && loaded.hasJournal)) // the flags' sources are unknown
        return unexpected(Failure{FailureKind::DamagedSet, 0, loaded.damage});
    if (loaded.isEmpty() && loaded.damage.isEmpty())
        return unexpected(noSetIn(folder));
    return set;
}

QList<BatchSpec> pendingOutsidePlan(const OperationPlan &plan, const OpenSet &set, const Catalogue &catalogue)
{
    const auto &interrupted = set.loaded().interrupted;
    return interrupted ? pendingOutside(plan, *interrupted, catalogue) : QList<BatchSpec>();
}

Prepared prepareOfSet(const QString &folder, BatchPurpose purpose, const QStringList &codes,
    const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto opened = openExistingSet(folder, false, stop);
    if (!opened)
        return unexpected(opened.error());
    const auto &set = *opened;
    const QStringList known = codesOf(set->openedManifest());
    QStringList notInSet = codes;
    notInSet.removeIf([inSet = QSet<QString>(known.cbegin(), known.cend())](
                          const QString &code) { return inSet.contains(code); });
    if (!codes.isEmpty() && notInSet.size() == codes.size()) {
        constexpr int maximalListedCodes = 10;
        const bool areListed = codes.size() <= maximalListedCodes;
        return unexpected(Failure{FailureKind::NotInSet, 0, areListed ? notInSet.join(u' ') : QString()});
    }
    OperationPlan plan
        = planFor(folder, purpose, set->openedManifest(), codes.isEmpty() ? known : codes, catalogue);
    plan.notInSet = notInSet;
    plan.remaining = pendingOutsidePlan(plan, *set, catalogue);
    return PreparedOperation{set, plan};
}

Prepared prepareIn(const Download &download, const Catalogue &, const std::stop_token &stop)
{
    const auto set = OpenSet::open(download.save.folder, stop);
    if (!set)
        return unexpected(set.error());
    return PreparedOperation{*set, planOf(download)};
}

Prepared prepareIn(const Update &update, const Catalogue &catalogue, const std::stop_token &stop)
{
    return prepareOfSet(update.folder, BatchPurpose::Update, update.codes, catalogue, stop);
}

Prepared prepareIn(const Repair &repair, const Catalogue &catalogue, const std::stop_token &stop)
{
    return prepareOfSet(repair.folder, BatchPurpose::Restore, repair.codes, catalogue, stop);
}

Result<Manifest> filledManifest(const QString &path, const std::stop_token &stop)
{
    auto manifest = loadManifest(path, stop);
    if (manifest && manifest->flags.isEmpty())
        return unexpected(Failure{FailureKind::DamagedSet, 0, PreparationText::tr("it has no flags")});
    return manifest;
}

Prepared prepareRebuild(
    const Rebuild &rebuild, const Manifest &manifest, const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto opened = OpenSet::open(rebuild.folder, stop);
    if (!opened)
        return unexpected(opened.error());
    const auto &set = *opened;
    OperationPlan plan
        = planFor(rebuild.folder, BatchPurpose::Restore, manifest, codesOf(manifest), catalogue);
    const FlagIndex there(set->openedManifest().flags);
    plan.replaced = int(std::ranges::count_if(manifest.flags, [&there](const SetFlag &flag) {
        const SetFlag *old = there.flagAt(flag.file);
        return old && old->sha256 != flag.sha256;
    }));
    plan.remaining = pendingOutsidePlan(plan, *set, catalogue);
    return PreparedOperation{set, plan};
}

Prepared prepareIn(const Resume &resume, const Catalogue &catalogue, const std::stop_token &stop)
{
    const auto opened = openExistingSet(resume.folder, true, stop);
    if (!opened)
        return unexpected(opened.error());
    const auto &set = *opened;
    OperationPlan plan{.batches = {}, .isResumed = true};
    if (const auto &interrupted = set->loaded().interrupted) {
        for (const BatchSpec &spec : interrupted->pendingBatches()) {
            const OperationPlan next = planFor(resume.folder, spec, catalogue);
            plan.batches += next.batches;
            plan.codesWithoutSource += next.codesWithoutSource;
        }
        plan.codesWithoutSource.removeDuplicates();
    } else if (set->loaded().hasJournal) { // only the manifest was not written yet
        if (const auto failure = set->begin({.codes = {}, .target = set->openedManifest()}))
            return unexpected(*failure);
    }
    return PreparedOperation{set, plan};
}

bool isEncrypted(const DownloadRequest &batch)
{
    return std::ranges::any_of(
        batch.sources, [](const Source &source) { return source.imageTemplate.startsWith("https:"_L1); });
}

tl::expected<PreparedOperation, UnpreparedOperation> withPath(const Prepared &prepared, const QString &folder)
{
    if (!prepared)
        return unexpected(UnpreparedOperation{prepared.error(), folder});
    return *prepared;
}

} // namespace

tl::expected<PreparedOperation, UnpreparedOperation> prepareOperation(
    const Operation &operation, const Catalogue &catalogue, const std::stop_token &stop)
{
    const QString folder = folderOf(operation);
    Prepared result = unexpected(Failure{FailureKind::Cancelled, 0, {}});
    if (const auto *rebuild = std::get_if<Rebuild>(&operation)) {
        const auto manifest = filledManifest(rebuild->manifest, stop);
        if (!manifest)
            return unexpected(UnpreparedOperation{manifest.error(), rebuild->manifest});
        result = prepareRebuild(*rebuild, *manifest, catalogue, stop);
    } else {
        result = std::visit(
            [&](const auto &other) -> Prepared {
                if constexpr (std::is_same_v<std::decay_t<decltype(other)>, Rebuild>)
                    return unexpected(Failure{FailureKind::Internal, 0, {}}); // handled above
                else
                    return prepareIn(other, catalogue, stop);
            },
            operation);
    }
    if (stop.stop_requested())
        return unexpected(UnpreparedOperation{{FailureKind::Cancelled, 0, {}}, folder});
    if (result && std::ranges::any_of(result->plan.batches, &isEncrypted))
        loadTls();
    return withPath(result, folder);
}

tl::expected<PreparedOperation, UnpreparedOperation> prepareAgain(const QString &folder,
    const OperationPlan &earlier, const QStringList &codes, const Catalogue &catalogue,
    const std::stop_token &stop)
{
    const auto opened = OpenSet::open(folder, stop);
    if (!opened)
        return unexpected(UnpreparedOperation{opened.error(), folder});
    const auto &set = *opened;
    OperationPlan plan{.batches = earlier.batches};
    for (DownloadRequest &batch : plan.batches) {
        batch.countries.removeIf([&codes](const Country &country) { return !codes.contains(country.code); });
        batch.known.removeIf([&codes](const auto &entry) { return !codes.contains(entry.key()); });
    }
    plan.batches.removeIf([](const DownloadRequest &batch) { return batch.countries.isEmpty(); });
    plan.remaining = pendingOutsidePlan(plan, *set, catalogue);
    return PreparedOperation{set, plan};
}
