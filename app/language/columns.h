// The width of text in a terminal: a Chinese character takes two columns.
#pragma once

#include <QStringList>

/// The number of columns that the text takes.
[[nodiscard]] qsizetype columnsOf(QStringView text);
/// The beginning of the text that fits into so many columns.
[[nodiscard]] QString firstColumns(const QString &text, qsizetype columns);
/// The text in lines of at most so many columns. Breaks at spaces and beside wide characters, as the line
/// breaking rules of Unicode allow it (UAX 14): no line begins with a comma.
[[nodiscard]] QStringList wrappedLines(const QString &text, qsizetype columns);
