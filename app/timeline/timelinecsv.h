#pragma once

#include "app/timeline/timeline.h"

#include <QByteArray>

/// Returns a table (CSV, RFC 4180, UTF-8) with a line for each try, in the order of the requests; a request
/// that was never sent has one line. Times are milliseconds since the start of the run, empty for what has
/// not happened. docs/TIMELINE.md describes the columns.
[[nodiscard]] QByteArray timelineCsv(const Timeline &timeline);
