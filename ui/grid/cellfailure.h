#pragma once

#include <QString>

class QModelIndex;
class FlagModel;

/// What happened to the country of the cell and what to do about it; empty unless it failed or was not found.
[[nodiscard]] QString cellFailure(const QModelIndex &cell);

/// The same for the first country of the model that failed; empty if none did.
[[nodiscard]] QString firstFailure(const FlagModel &model);

/// Whether any country of the model failed for a reason that may be gone when it is asked for again.
[[nodiscard]] bool hasPassingFailure(const FlagModel &model);
