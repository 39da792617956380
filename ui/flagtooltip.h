#pragma once

#include "app/downloads/flagresult.h"

/// What the tooltip of a cell says: the country, and once its download has ended the file or what to do about
/// the failure.
[[nodiscard]] QString flagToolTip(
    const Country &country, FlagState state, const FlagResult &result, const QString &sourceTitle);
