#pragma once

#include <QString>

/// As a person can paste it into a command line: a shell takes it for this one word.
[[nodiscard]] QString shellWord(const QString &text);
