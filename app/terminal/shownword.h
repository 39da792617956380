#pragma once

#include <QString>

/// A word of the command line as it may be repeated in a message: on one line, not endless, and without the
/// user name and password that an address in it may hold.
[[nodiscard]] QString shownWord(const QString &word);
