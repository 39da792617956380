#pragma once

#include <QString>

#include <chrono>

struct FlagEntry;

/// The tooltip of a cell: the country, the remaining Retry-After time, what is wrong with the file, and in a
/// final state the files or the failure.
[[nodiscard]] QString flagToolTip(const FlagEntry &entry, std::chrono::seconds serverWait);

/// The accessible text of a cell: "Japan, JP, downloading". The tick is not part of it, but a state of the
/// cell. The seconds of a Retry-After are not part of it either: screen readers read out each change.
[[nodiscard]] QString flagAccessibleText(const FlagEntry &entry, bool waitsForServer);

/// Why a country waits, without the remaining time.
[[nodiscard]] QString untimedWaitText();
