#pragma once

#include "app/freshness/flagfreshness.h"
#include "app/sets/manifest.h"
#include "ui/grid/flagcategory.h"

#include <QByteArray>
#include <QPixmap>
#include <QSize>
#include <QString>

#include <chrono>
#include <optional>

/// A file to draw for a cell.
struct ThumbnailRequest
{
    QString code;
    QString path;
    QByteArray sha256; ///< of the flag's picture, raw; another version of the file has another hash
    QSize box; ///< the picture fits it; width x height in device pixels

    friend bool operator==(const ThumbnailRequest &, const ThumbnailRequest &) = default;
};

/// A flag that the set in the window's folder has.
struct FolderFlag
{
    FlagResult result; ///< in state Saved; has no times and no responses
    SetFlag record; ///< from flags.json or the journal
};

/// One row of FlagModel: what the latest batch did, and what is on the disk.
struct FlagEntry
{
    Country country;
    bool ticked = false;
    bool isRequested = false;
    FlagState state = FlagState::NotAsked; ///< Saved also if an earlier run of the program saved the flag
    FlagResult result; ///< without its thumbnail; valid in a final state
    std::optional<FlagResult> saved; ///< the flag on disk, while a batch replaces it, too
    SetFlag record; ///< of the flag on disk; its time is invalid while unknown
    QPixmap picture; ///< of the flag on disk
    ThumbnailRequest drawn; ///< what `picture` was drawn for
    std::optional<FlagFreshness> freshness; ///< of the picture, if the country has changed its flag

    /// Whether a rendition has fewer pixels than requested.
    [[nodiscard]] bool isNarrow() const { return state == FlagState::Saved && result.hasNarrowPictures(); }
    [[nodiscard]] FlagStatus status() const
    {
        return {state, ticked, result.isChanged, isRequested, country.kind == CountryKind::Country};
    }

    /// Begins a batch. The flag on disk and its picture stay.
    void beginBatch();
    /// Takes the result of a batch. A cancelled flag that is on disk is Saved again.
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
};

/// The tooltip of a cell: the country, the remaining Retry-After time, and in a final state the files or the
/// failure.
[[nodiscard]] QString flagToolTip(const FlagEntry &entry, std::chrono::seconds serverWait);

/// The accessible text of a cell: "Japan, JP, downloading". The tick is not part of it, but a state of the
/// cell. The seconds of a Retry-After are not part of it either: screen readers read out each change.
[[nodiscard]] QString flagAccessibleText(const FlagEntry &entry, bool waitsForServer);

/// Why a country waits, without the remaining time.
[[nodiscard]] QString untimedWaitText();
