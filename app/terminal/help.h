#pragma once

#include "app/sources/sourcelist.h"

#include <QString>

/// What --help prints, in at most 80 columns.
[[nodiscard]] QString helpText(const SourceList &sources);

/// What --version prints.
[[nodiscard]] QString versionText();
