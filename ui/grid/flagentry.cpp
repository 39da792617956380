#include "ui/grid/flagentry.h"

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
    const bool isWhole = found != FileCondition::Damaged && (isDrawable || isAsSaved);
    return isWhole ? FileCondition::Whole : FileCondition::Damaged;
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
    // The set does not have the bytes of a file that was kept although it had been edited.
    const bool isEdited = isThere && state == FlagState::Skipped && result.isKeptAltered;
    const bool isOther = (wasThere || isThere) && !isSame && !isEdited;
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
