#pragma once

#include "app/downloads/batchprogress.h"

/// One plain sentence for the end of a batch: "18 flags downloaded in 0.31 s, 1 not found, 1 failed."
[[nodiscard]] QString summaryText(const BatchProgress &progress);

/// For a batch that runs: "17 of 20 - 1 not found - 2 failed", with proper dashes.
[[nodiscard]] QString progressText(const BatchProgress &progress);

/// One sentence or two.
[[nodiscard]] QString backedUpText(const BackedUpFile &kept);

/// "0.31 s", with the locale's separators.
[[nodiscard]] QString elapsedText(std::chrono::milliseconds elapsed);

/// "waiting 12 s because the server asked for it", beginning in the middle of a sentence.
[[nodiscard]] QString serverWaitText(std::chrono::seconds wait);
