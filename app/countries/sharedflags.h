#pragma once

#include <QString>

/// Whether two countries, given by alpha-2 codes, fly the same flag, or flags that differ only in shade or
/// ratio, so that one picture of a source can be right for both: France and Réunion, Indonesia and Monaco.
[[nodiscard]] bool haveSameFlag(const QString &one, const QString &other);
