#pragma once

#include "app/freshness/flagfreshness.h"
#include "ui/grid/flagcategory.h"

#include <QPixmap>
#include <QString>

#include <chrono>

/// One row of FlagModel.
struct FlagEntry
{
    Country country;
    bool ticked = false;
    bool isRequested = false;
    FlagState state = FlagState::NotAsked;
    FlagResult result; ///< without its thumbnail; valid in a final state
    QPixmap picture;
    std::optional<FlagFreshness> freshness; ///< of the picture, if the country has changed its flag

    /// Whether a batch has changed the row since it was cleared.
    [[nodiscard]] bool hasResult() const { return state != FlagState::NotAsked || !picture.isNull(); }
    /// Whether a rendition has fewer pixels than requested.
    [[nodiscard]] bool isNarrow() const { return state == FlagState::Saved && result.hasNarrowPictures(); }
    [[nodiscard]] FlagStatus status() const
    {
        return {state, ticked, result.isChanged, isRequested, country.kind == CountryKind::Country};
    }
};

/// The tooltip of a cell: the country, the remaining Retry-After time, and in a final state the files or the
/// failure.
[[nodiscard]] QString flagToolTip(const FlagEntry &entry, std::chrono::seconds serverWait);

/// The accessible text of a cell: "Japan, JP, ticked, downloading".
[[nodiscard]] QString flagAccessibleText(const FlagEntry &entry, std::chrono::seconds serverWait);
