#pragma once

#include <QString>

class FlagModel;
class QModelIndex;

/// What happened to the country of the cell and what to do about it; empty unless it failed or was not found.
[[nodiscard]] QString cellFailure(const QModelIndex &cell);

/// The same for the first country of the model that failed; empty if none did.
[[nodiscard]] QString firstFailure(const FlagModel &model);

/// Whether any country of the model failed for a reason that may be gone when it is asked for again.
[[nodiscard]] bool hasRetryableFailure(const FlagModel &model);

/// Of how many flags the pictures have fewer pixels than was asked for, because none is enlarged; empty if of
/// none.
[[nodiscard]] QString narrowMessage(const FlagModel &model);

/// Which pictures are not of the flag of today; empty if none is.
[[nodiscard]] QString wrongPicturesMessage(const FlagModel &model);

/// Who waits because the server asked for it, and how long at most: "Japan: waiting 12 s because the server
/// asked for it." Empty if nobody waits.
[[nodiscard]] QString waitMessage(const FlagModel &model);
