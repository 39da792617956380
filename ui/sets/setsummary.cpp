#include "ui/sets/setsummary.h"

#include "app/sets/loadedset.h"
#include "app/sets/verification.h"
#include "app/sources/sourcetexts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace {

struct SetSummaryText
{
    Q_DECLARE_TR_FUNCTIONS(SetSummaryText)
};

DerivedPicture derivedPicture(const QDir &folder, const DerivedFile &file)
{
    DerivedPicture picture;
    picture.path = folder.filePath(file.file);
    picture.spec.format = renditionFormatFromSuffix(file.format).value_or(RenditionFormat::Png);
    picture.spec.width = file.width;
    picture.crop = cropFromWord(file.crop).value_or(Crop::None);
    picture.size = QSize(file.width, 0); // the height is not recorded
    picture.bytes = file.bytes;
    picture.sha256 = file.sha256;
    return picture;
}

FolderFlag folderFlag(const Manifest &manifest, const QDir &folder, const SetFlag &flag)
{
    FolderFlag found{.result = {}, .record = flag};
    FlagResult &result = found.result;
    result.state = FlagState::Saved;
    result.country.code = flag.code;
    result.name = flag.country;
    result.path = folder.filePath(flag.fileToShow());
    result.isOriginalKept = flag.isKept;
    result.bytes = flag.bytes;
    result.sha256 = flag.sha256;
    result.pixels = flag.pixels;
    result.url = flag.url;
    for (const DerivedFile &file : flag.derived)
        result.derived.append(derivedPicture(folder, file));
    if (const Source *source = manifest.sourceOf(flag)) {
        result.sourceId = source->id;
        result.sourceTitle = displayTitle(*source);
    }
    return found;
}

/// A folder or a pipe of that name is no flag.
bool isFile(const QDir &folder, const QString &file)
{
    return QFileInfo(folder.filePath(file)).isFile();
}

bool hasFilesOf(const QDir &folder, const SetFlag &flag)
{
    const QStringList files = flag.filesOnDisk();
    return !files.isEmpty()
        && std::ranges::all_of(files, [&folder](const QString &file) { return isFile(folder, file); });
}

/// An interrupted batch may have been about to replace flags, or to check them: these are not missing.
int countMissing(const QDir &folder, const Manifest &manifest, const QList<BatchSpec> &pending)
{
    QSet<QString> missing;
    for (const BatchSpec &spec : pending)
        missing.unite(QSet<QString>(spec.codes.cbegin(), spec.codes.cend()));
    for (const SetFlag &flag : manifest.flags) {
        if (missing.contains(flag.code) && hasFilesOf(folder, flag))
            missing.remove(flag.code);
    }
    return int(missing.size());
}

/// A set can have several files of a country, with names from different templates.
QList<FolderFlag> flagsOnDisk(const Manifest &manifest, const QString &folder)
{
    const QDir directory(folder);
    QHash<QString, const SetFlag *> latest;
    for (const SetFlag &flag : manifest.flags) {
        const SetFlag *&known = latest[flag.code];
        if ((known == nullptr || known->time <= flag.time) && isFile(directory, flag.fileToShow()))
            known = &flag;
    }
    QList<FolderFlag> flags;
    for (const SetFlag *flag : std::as_const(latest)) {
        if (flag != nullptr)
            flags.append(folderFlag(manifest, directory, *flag));
    }
    return flags;
}

} // namespace

QString SetSummary::problem() const
{
    if (failure)
        return failureText(*failure, QDir::toNativeSeparators(folder));
    if (isNewer)
        return failureText({FailureKind::NewerSet, 0, {}}, {});
    if (damage.isEmpty())
        return {};
    return SetSummaryText::tr(
        "flags.json in this folder is damaged (%1). The next download backs it up and creates a new one "
        "from the files.")
        .arg(damage);
}

QString SetSummary::pendingWorkText() const
{
    if (!pending || isNewer)
        return {};
    if (pending->missing > 0)
        return interruptionText(pending->missing, pending->total);
    return SetSummaryText::tr("The last batch in this folder was interrupted. All its flags are here, but %n "
                              "flag(s) were not requested again.",
        nullptr, pending->left);
}

SetSummary readSetSummary(const QString &folder, const std::stop_token &stop)
{
    SetSummary summary{.folder = folder};
    const auto set = loadSet(folder, stop);
    if (!set) {
        summary.failure = set.error();
        return summary;
    }
    summary.flags = int(set->manifest.flags.size());
    summary.onDisk = flagsOnDisk(set->manifest, folder);
    summary.isNewer = set->isNewer;
    summary.damage = set->damage;
    if (const auto pending = set->pendingWork())
        summary.pending = {.missing = countMissing(folder, set->manifest, pending->pendingBatches()),
            .left = int(pending->countMissing()),
            .total = int(pending->countAll())};
    return summary;
}
