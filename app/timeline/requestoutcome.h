#pragma once

#include "app/timeline/requestrecord.h"

// Stable, untranslated words for exports.

/// "picture", "metadata" or "names".
[[nodiscard]] QString partWord(RequestPart part);

/// How a try ended: "received", "redirected", "resent" (on another connection), "throttled", "cancelled", or
/// the word of its failure, see failureWord(). Empty while it is in flight.
[[nodiscard]] QString tryWord(const RequestRecord &request, qsizetype number);

/// How a request ended: "received", "cancelled", or the word of its failure. Empty while it has not.
[[nodiscard]] QString resultWord(const RequestRecord &request);
