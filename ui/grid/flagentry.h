#pragma once

#include "app/freshness/flagfreshness.h"
#include "app/sets/manifest.h"
#include "app/sets/manifestfiles.h"
#include "ui/grid/flagcategory.h"

#include <QByteArray>
#include <QPixmap>
#include <QSize>
#include <QString>

#include <optional>

/// A file to draw for a cell.
struct ThumbnailRequest
{
    QString code;
    QString path;
    QByteArray sha256; ///< of the file as it was saved, raw; empty if unknown
    QSize box; ///< the picture fits it; width x height in device pixels
    int version = 0; ///< see FlagEntry::fileVersion

    friend bool operator==(const ThumbnailRequest &, const ThumbnailRequest &) = default;
};

/// A flag that the set in the window's folder has.
struct FolderFlag
{
    FlagResult result; ///< in state Saved; has no times and no responses
    SetFlag record; ///< from flags.json or the journal
    FileCondition condition = FileCondition::Whole; ///< never None
    QString faultyFile = {}; ///< path in the folder of the first file of the flag that is damaged or gone
    FileStamp stamp = {}; ///< of the file that represents the flag
};

/// One row of FlagModel: what the latest batch did, and what is on the disk. What is on the disk does not
/// depend on what the batch did: a flag whose second download failed is still there.
struct FlagEntry
{
    Country country;
    bool ticked = false;
    bool isRequested = false;
    FlagState state = FlagState::NotAsked; ///< Saved also if an earlier run of the program saved the flag
    FlagResult result; ///< without its thumbnail; valid in a final state
    std::optional<FlagResult> saved; ///< the flag on disk, while a batch replaces it, too
    SetFlag record; ///< of the flag in the set; its time is invalid while unknown
    FileCondition found = FileCondition::None; ///< when the folder was read or the file written
    QString faultyFile; ///< see FolderFlag
    FileStamp stamp = {}; ///< of the file on disk; its inode is 0 while unknown
    int fileVersion = 0; ///< changes whenever the file was written, with the same bytes, too
    bool isDrawable = true; ///< false: this version of the file could not be drawn
    bool isAsSaved = false; ///< although it could not be drawn: its bytes are those that were saved
    QPixmap picture; ///< of the flag on disk
    ThumbnailRequest drawn; ///< what `picture` was drawn for
    std::optional<FlagFreshness> freshness; ///< of the picture, if the country has changed its flag

    /// Whether a rendition has fewer pixels than requested.
    [[nodiscard]] bool isNarrow() const { return state == FlagState::Saved && result.hasNarrowPictures(); }
    [[nodiscard]] FlagStatus status() const
    {
        return {
            state, ticked, result.isChanged, isRequested, country.kind == CountryKind::Country, condition()};
    }
    [[nodiscard]] FileCondition condition() const;
    /// Whether the file that represents the flag is damaged, and not only a picture that was made from it.
    [[nodiscard]] bool isShownFileDamaged() const;
    /// Whether the set knows the exact file and where it came from.
    [[nodiscard]] bool canBeRepaired() const { return !record.source.isEmpty() && isFault(condition()); }

    /// Begins a batch. The flag on disk and its picture stay.
    void beginBatch();
    /// Takes the result of a batch. A cancelled flag that is on disk is Saved again. What is known of a file
    /// that was kept stays known.
    void finish(const FlagResult &finished);
    /// Takes what the folder has. Returns whether that changed anything. Not while a batch runs: a set that
    /// was read before the batch saved a flag lacks the flag.
    bool setInFolder(const FolderFlag *found);
    /// Forgets everything but the ticks and what an operation requested.
    void clear();
    /// The picture that belongs in the cell; empty if there is none.
    [[nodiscard]] std::optional<ThumbnailRequest> picturePlan(const QSize &box) const;

private:
    void showSaved();
    void setWritten();
    void setKept();
    void setFile(const FolderFlag &flag);
    void beginVersion();
};
