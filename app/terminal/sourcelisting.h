#pragma once

#include <QString>

class SourceList;

/// What --list-sources prints: a line for each, or one JSON array.
[[nodiscard]] QString sourceListing(const SourceList &sources, bool asJson);
