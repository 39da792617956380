#pragma once

#include <QStringView>

/// The Damerau-Levenshtein distance (optimal string alignment); `limit` + 1 if it exceeds the limit.
[[nodiscard]] qsizetype editDistance(QStringView from, QStringView to, qsizetype limit);
