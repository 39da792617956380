#pragma once

#include <QStringList>

/// Returns one line of a CSV file (RFC 4180), with its line break. Quotes fields where needed, and prefixes
/// texts that a spreadsheet would evaluate as a formula, which could send other cells to a server: the texts
/// come from manifests and sources, which are untrusted.
[[nodiscard]] QString csvLine(QStringList fields);
