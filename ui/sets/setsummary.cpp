#include "ui/sets/setsummary.h"

#include "app/sets/loadedset.h"
#include "app/sets/verification.h"
#include "app/sources/sourcetexts.h"

#include <QCoreApplication>
#include <QDir>
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

/// A file of a flag and the size that it was saved with, in bytes. 0: not known.
struct ExpectedFile
{
    QString file;
    qint64 bytes = 0;
};

QList<ExpectedFile> expectedFilesOf(const SetFlag &flag)
{
    QList<ExpectedFile> files;
    if (flag.isKept)
        files.append({flag.file, flag.bytes});
    for (const DerivedFile &derived : flag.derived)
        files.append({derived.file, derived.bytes});
    return files;
}

/// A folder or a pipe of that name is no flag.
bool isFile(const QDir &folder, const QString &file)
{
    return QFileInfo(folder.filePath(file)).isFile();
}

/// The stamp of a file of the set. Empty if there is none.
FileStamp stampOf(const QDir &folder, const QString &file)
{
    return isFile(folder, file) ? fileStamp(folder.filePath(file)) : FileStamp();
}

/// Sets what the disk says about the files of the flag.
void compareWithDisk(FolderFlag &flag, const QDir &folder, const LatestCheck &check)
{
    const QString shown = flag.record.fileToShow();
    flag.stamp = stampOf(folder, shown);
    if (flag.stamp.inode == 0) {
        flag.condition = FileCondition::Gone;
        flag.faultyFile = shown;
        return;
    }
    const auto isBad = [&](const ExpectedFile &expected) {
        const FileStamp stamp = stampOf(folder, expected.file);
        const bool isOtherSize = expected.bytes > 0 && stamp.size != expected.bytes;
        const bool wasBad = check.badFiles.contains(expected.file) && stamp.changed <= check.startedAt;
        return stamp.inode == 0 || isOtherSize || wasBad;
    };
    const QList<ExpectedFile> files = expectedFilesOf(flag.record);
    const auto bad = std::ranges::find_if(files, isBad);
    if (bad == files.end())
        return;
    flag.condition = FileCondition::Damaged;
    flag.faultyFile = bad->file;
}

FolderFlag folderFlag(
    const Manifest &manifest, const QDir &folder, const SetFlag &flag, const LatestCheck &check)
{
    FolderFlag found{.result = {}, .record = flag};
    compareWithDisk(found, folder, check);
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
QList<FolderFlag> flagsOfSet(const Manifest &manifest, const QString &folder, const LatestCheck &check)
{
    struct Latest
    {
        const SetFlag *flag = nullptr;
        bool isThere = false;
    };
    const QDir directory(folder);
    QHash<QString, Latest> latest;
    for (const SetFlag &flag : manifest.flags) {
        Latest &known = latest[flag.code];
        const bool isThere = isFile(directory, flag.fileToShow());
        const bool isLater = known.flag == nullptr || known.flag->time <= flag.time;
        if (isThere == known.isThere ? isLater : isThere)
            known = {&flag, isThere};
    }
    QList<FolderFlag> flags;
    for (const Latest &known : std::as_const(latest))
        flags.append(folderFlag(manifest, directory, *known.flag, check));
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

LatestCheck latestCheckOf(const Verification &verification, qint64 startedAt)
{
    LatestCheck check{.badFiles = {}, .startedAt = startedAt};
    for (const FileState state : {FileState::Altered, FileState::Unreadable}) {
        const QList<CheckedFile> files = verification.with(state);
        for (const CheckedFile &file : files)
            check.badFiles.insert(file.file);
    }
    return check;
}

SetSummary readSetSummary(const QString &folder, const LatestCheck &check, const std::stop_token &stop)
{
    SetSummary summary{.folder = folder};
    const auto set = loadSet(folder, stop);
    if (!set) {
        summary.failure = set.error();
        return summary;
    }
    summary.flags = int(set->manifest.flags.size());
    summary.flagsOfSet = flagsOfSet(set->manifest, folder, check);
    for (FolderFlag &flag : summary.flagsOfSet) {
        if (set->isInUse && flag.condition == FileCondition::Damaged)
            flag.condition = FileCondition::Whole; // the other program is replacing it
    }
    summary.isNewer = set->isNewer;
    summary.damage = set->damage;
    if (const auto pending = set->pendingWork())
        summary.pending = {.missing = countMissing(folder, set->manifest, pending->pendingBatches()),
            .left = int(pending->countMissing()),
            .total = int(pending->countAll())};
    return summary;
}
