#pragma once

#include <QString>

#include <chrono>

struct FlagEntry;

/// What the tooltip of a cell says: the country, how long it waits because its server asked for it, and once
/// its download has ended the file or what to do about the failure.
[[nodiscard]] QString flagToolTip(const FlagEntry &entry, std::chrono::seconds serverWait);

/// What a screen reader says of a cell: "Japan, JP, ticked, downloading".
[[nodiscard]] QString flagAccessibleText(const FlagEntry &entry, std::chrono::seconds serverWait);
