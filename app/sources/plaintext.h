#pragma once

#include <QString>

/// In UTF-16 units: no name, title or licence needs more.
inline constexpr qsizetype longestPlainText = 1000;

/// Text from a server or a file that people share, as it can stand in a terminal, a table and a document: a
/// space instead of each character that controls these (escapes, line breaks, bidirectional overrides), and
/// no more than longestPlainText of it. The same text always gives the same, and so does what it gave.
[[nodiscard]] QString plainText(const QString &text);
