#include "ui/grid/flagentry.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/freshness/flagfreshness.h"
#include "app/language/joining.h"
#include "ui/look/stateappearance.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace {

struct FlagTexts
{
    Q_DECLARE_TR_FUNCTIONS(FlagTexts)
};

/// One line for each source that was requested before the last one.
QStringList otherAnswers(const FlagResult &result)
{
    QStringList lines;
    for (const SourceAnswer &answer : result.earlier)
        lines.append(FlagTexts::tr("%1: %2", "source: why it did not give the flag")
                         .arg(answer.sourceTitle, failureCause(answer.failure)));
    return lines;
}

QString fileLine(const QString &path, qint64 bytes)
{
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    return FlagTexts::tr("%1, %2", "file, size").arg(QFileInfo(path).fileName(), size);
}

/// One line for each saved file; the first names the source.
QStringList savedLines(const FlagResult &result)
{
    QStringList lines;
    if (result.isOriginalKept || result.derived.isEmpty())
        lines.append(fileLine(result.path, result.bytes));
    for (const DerivedPicture &picture : result.derived)
        lines.append(fileLine(picture.path, picture.bytes));
    if (!result.sourceTitle.isEmpty()) // it is not known of files that were found without a manifest
        lines.first()
            = FlagTexts::tr("%1, from %2", "file and size, source").arg(lines.first(), result.sourceTitle);
    return lines;
}

/// One line for each file that has fewer pixels than requested.
QStringList narrowLines(const FlagResult &result)
{
    QStringList lines;
    for (const DerivedPicture &picture : result.derived) {
        if (picture.isSmallerThanRequested())
            lines.append(
                FlagTexts::tr("%1 has %2 pixels, narrower than requested: the source's picture has no "
                              "more, and pictures are not enlarged.")
                    .arg(QFileInfo(picture.path).fileName(), QLocale().toString(picture.size.width())));
    }
    return lines;
}

QStringList fileLines(const FlagEntry &entry)
{
    const FlagResult &result = entry.result;
    const QString file = QFileInfo(result.path).fileName();
    if (entry.state == FlagState::Skipped)
        return {FlagTexts::tr("%1 already exists and was kept.").arg(file)};
    if (entry.state == FlagState::Unchanged)
        return {FlagTexts::tr("%1 is unchanged at the source.").arg(file)};
    QStringList lines = savedLines(result) + narrowLines(result);
    if (result.isChanged)
        lines.append(
            FlagTexts::tr("The folder had another picture before. Folder > Show changes shows both."));
    lines += otherAnswers(result);
    if (result.nameFromCatalogue)
        lines.append(FlagTexts::tr("The source has no name for it. The name comes from this program."));
    return lines;
}

/// What is wrong with the file, and what to do. Empty if nothing is.
QString faultLine(const FlagEntry &entry)
{
    const bool isNamed = !entry.faultyFile.isEmpty() || !entry.saved;
    const QString file = QFileInfo(isNamed ? entry.faultyFile : entry.saved->path).fileName();
    if (entry.condition() == FileCondition::Gone)
        return FlagTexts::tr("The file %1 is gone. Repair restores it.").arg(file);
    if (entry.condition() != FileCondition::Damaged)
        return {};
    return entry.canBeRepaired()
        ? FlagTexts::tr("%1 is damaged or was changed. Repair restores it.").arg(file)
        : FlagTexts::tr("%1 is damaged. Download the flag again.").arg(file);
}

} // namespace

void FlagEntry::beginBatch()
{
    state = FlagState::NotAsked;
    result = {};
    freshness = {};
}

void FlagEntry::finish(const FlagResult &finished)
{
    freshness = {};
    if (finished.state == FlagState::Cancelled && saved)
        return showSaved();
    state = finished.state;
    result = finished;
    result.thumbnail = {};
    if (state == FlagState::Saved)
        setWritten();
    else if (isOnDisk(state) && !saved)
        setKept();
}

FileCondition FlagEntry::condition() const
{
    if (!saved)
        return found == FileCondition::Gone ? FileCondition::Gone : FileCondition::None;
    const bool isDamaged = found == FileCondition::Damaged || !(isDrawable || isAsSaved);
    return isDamaged ? FileCondition::Damaged : FileCondition::Whole;
}

bool FlagEntry::isShownFileDamaged() const
{
    return condition() == FileCondition::Damaged
        && (faultyFile.isEmpty() || faultyFile == record.fileToShow());
}

void FlagEntry::setWritten()
{
    saved = result;
    record = {};
    found = FileCondition::Whole;
    faultyFile.clear();
    stamp = {};
    beginVersion();
}

void FlagEntry::setKept()
{
    saved = result;
    found = FileCondition::Whole;
    faultyFile.clear();
    if (state != FlagState::Skipped)
        return;
    // The source gave the picture that was not saved. The set says more about the file if it has it.
    saved->sourceId.clear();
    saved->sourceTitle.clear();
    saved->url.clear();
}

void FlagEntry::beginVersion()
{
    ++fileVersion;
    isDrawable = true;
    isAsSaved = false;
}

bool FlagEntry::setInFolder(const FolderFlag *flag)
{
    // A kept file of another program is not in the set: it has no record.
    if (flag == nullptr && saved && state == FlagState::Skipped && record.code.isEmpty())
        return false;
    const bool wasThere = saved.has_value();
    const bool isThere = flag != nullptr && flag->condition != FileCondition::Gone;
    // An unchanged flag was not read, so that its hash is not known.
    const bool isSame
        = wasThere && isThere && (saved->sha256 == flag->result.sha256 || saved->sha256.isEmpty());
    const FileCondition before = condition();
    const int versionBefore = fileVersion;
    record = flag != nullptr ? flag->record : SetFlag();
    found = flag != nullptr ? flag->condition : FileCondition::None;
    faultyFile = flag != nullptr ? flag->faultyFile : QString();
    if (isThere) {
        setFile(*flag);
    } else if (wasThere) {
        saved.reset();
        stamp = {};
        picture = {};
        beginVersion();
    }
    const bool isOther = (wasThere || isThere) && !isSame;
    if (isOther && (isOnDisk(state) || state == FlagState::NotAsked || state == FlagState::Cancelled))
        showSaved();
    return isOther || before != condition() || versionBefore != fileVersion;
}

/// The stamp shows that another program has written the file, with bytes that the set may not know.
void FlagEntry::setFile(const FolderFlag &flag)
{
    const bool isKnown = stamp.inode != 0 && flag.stamp.inode != 0;
    const bool isOtherPicture = saved && !saved->sha256.isEmpty() && saved->sha256 != flag.result.sha256;
    if (isOtherPicture || (isKnown && stamp != flag.stamp))
        beginVersion();
    stamp = flag.stamp;
    const bool isSameFile = saved && !isOtherPicture && saved->path == flag.result.path;
    const QList<DerivedPicture> derived = isSameFile ? saved->derived : QList<DerivedPicture>();
    saved = flag.result;
    if (!derived.isEmpty())
        saved->derived = derived; // with their heights, which the set does not have
}

void FlagEntry::showSaved()
{
    state = saved ? FlagState::Saved : FlagState::NotAsked;
    result = saved.value_or(FlagResult());
    result.isChanged = false;
    freshness = {};
}

void FlagEntry::clear()
{
    beginBatch();
    saved = {};
    record = {};
    found = FileCondition::None;
    faultyFile.clear();
    stamp = {};
    isDrawable = true;
    isAsSaved = false;
    picture = {};
    drawn = {};
}

std::optional<ThumbnailRequest> FlagEntry::picturePlan(const QSize &box) const
{
    if (!saved || saved->path.isEmpty())
        return {};
    const bool showsDerived = !saved->isOriginalKept && !saved->derived.isEmpty();
    const QByteArray &hash = showsDerived ? saved->derived.first().sha256 : saved->sha256;
    return ThumbnailRequest{country.code, saved->path, hash, box, fileVersion};
}

QString flagToolTip(const FlagEntry &entry, std::chrono::seconds serverWait)
{
    const Country &country = entry.country;
    QStringList lines{country.displayName == country.code
            ? country.code
            : FlagTexts::tr("%1 (%2)", "country, code").arg(country.displayName, country.code)};
    if (serverWait.count() > 0)
        lines += serverWaitText(serverWait);
    if (isFault(entry.condition()))
        lines += faultLine(entry);
    else if (!entry.isDrawable)
        lines += FlagTexts::tr("The file is as the source sent it, but it cannot be drawn.");
    switch (entry.state) {
    case FlagState::Saved:
        if (isFault(entry.condition())) // the lines of the file are about the one that was saved
            break;
        [[fallthrough]];
    case FlagState::Unchanged:
    case FlagState::Skipped:
        lines += fileLines(entry);
        if (const QString shown = freshnessText(entry.freshness, country.displayName); !shown.isEmpty())
            lines += FlagTexts::tr("The picture shows %1.").arg(shown);
        break;
    case FlagState::NotFound:
    case FlagState::Failed:
        lines += notSavedText(entry.result);
        lines += otherAnswers(entry.result);
        if (entry.condition() == FileCondition::Whole)
            lines += FlagTexts::tr("The folder still has the flag that was saved before.");
        break;
    case FlagState::NotAsked:
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Downloading:
    case FlagState::Fetched:
    case FlagState::Cancelled:
        break;
    }
    return lines.join(u'\n');
}

QString untimedWaitText()
{
    return FlagTexts::tr("waiting because the server limits requests");
}

QString flagAccessibleText(const FlagEntry &entry, bool waitsForServer)
{
    QStringList parts{entry.country.displayName, entry.country.code};
    if (waitsForServer)
        parts.append(untimedWaitText());
    else if (showsFault(entry.state, entry.condition()))
        parts.append(faultWord(entry.condition()));
    else if (const QString word = entry.result.isChanged ? changedWord() : stateWord(entry.state);
             !word.isEmpty())
        parts.append(word);
    if (entry.isNarrow())
        parts.append(FlagTexts::tr("narrower than requested"));
    if (const QString shown = freshnessText(entry.freshness, entry.country.displayName); !shown.isEmpty())
        parts.append(shown);
    if (entry.state == FlagState::Saved && !entry.result.earlier.isEmpty())
        parts.append(FlagTexts::tr("from %1", "source").arg(entry.result.sourceTitle));
    return joinedPhrases(parts);
}
