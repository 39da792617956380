#pragma once

#include "ui/grid/flagcategory.h"

#include <QPixmap>
#include <QString>

/// One country as the window knows it.
struct FlagEntry
{
    Country country;
    bool ticked = false;
    FlagState state = FlagState::NotAsked;
    FlagResult result; ///< without its thumbnail; meaningful once the state is final
    QPixmap picture;

    [[nodiscard]] FlagStanding standing() const { return {state, ticked, result.isChanged}; }
};
