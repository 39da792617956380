#pragma once

#include "app/downloads/batchprogress.h"

#include <QString>

/// A bar and the counts beside it, in at most `width` columns: "[=====>      ] 17 of 20 - 1 not found  BR
/// 0.31 s". While the server has asked to be waited for, that stands in the place of the latest code. The bar
/// shrinks before words are lost; what still does not fit is cut.
[[nodiscard]] QString progressLine(
    const BatchProgress &progress, const QString &latestCode, std::chrono::seconds serverWait, int width);
