#pragma once

#include "app/freshness/flagfreshness.h"
#include "ui/grid/flagcategory.h"

#include <QPixmap>
#include <QString>

#include <chrono>

/// One country as the window knows it.
struct FlagEntry
{
    Country country;
    bool ticked = false;
    bool isRequested = false;
    FlagState state = FlagState::NotAsked;
    FlagResult result; ///< without its thumbnail; meaningful once the state is final
    QPixmap picture;
    std::optional<FlagFreshness> freshness; ///< of the picture, where the country's flag has changed

    /// Whether what was made of its picture has fewer pixels than was asked for.
    [[nodiscard]] bool isNarrow() const { return state == FlagState::Saved && result.hasNarrowPictures(); }
    [[nodiscard]] FlagStatus status() const
    {
        return {state, ticked, result.isChanged, isRequested, country.kind == CountryKind::Country};
    }
};

/// What the tooltip of a cell says: the country, how long it waits because its server asked for it, and once
/// its download has ended the file or what to do about the failure.
[[nodiscard]] QString flagToolTip(const FlagEntry &entry, std::chrono::seconds serverWait);

/// What a screen reader says of a cell: "Japan, JP, ticked, downloading".
[[nodiscard]] QString flagAccessibleText(const FlagEntry &entry, std::chrono::seconds serverWait);
