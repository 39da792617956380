#pragma once

#include "app/downloads/flagresult.h"

#include <QByteArray>

/// One result as one JSON object on one line, for programs. Times are milliseconds since `began`, null for
/// what did not happen; README.md lists the members.
[[nodiscard]] QByteArray jsonLine(const FlagResult &result, SteadyTime began);

/// The word for an end state, as in the member "status".
[[nodiscard]] QString statusWord(FlagState state);
