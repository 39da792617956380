#pragma once

#include "app/downloads/flagresult.h"

/// One result in one line for people: "BR  BR-Brazil.svg, 1.2 kB, 0.03 s".
[[nodiscard]] QString verboseLine(const FlagResult &result);

/// "BR  waiting 12 s because the server asked for it".
[[nodiscard]] QString verboseWaitLine(const QString &code, std::chrono::seconds wait);
