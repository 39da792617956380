#pragma once

#include <QString>
#include <QStringList>

// Splits lines of lists into items and words, for ItemReader.

/// The content of a line of a list: without bullet or number and without quotation marks around it. Empty for
/// comments (`#`) and for headings, which end with a colon.
[[nodiscard]] QString listLine(const QString &line);

/// The items of a line, separated by commas, semicolons, bars or tabs. Separators in quotation marks or
/// brackets do not count.
[[nodiscard]] QStringList listItems(const QString &line);

/// The words of an item: separated by spaces, without surrounding punctuation. Emoji flags are separate
/// words.
[[nodiscard]] QStringList itemWords(const QString &item);

/// Whether a line is running text and not a list: it ends like a sentence, it has a common lower-case word
/// that does not occur in lists of names ("to", "from", "is"), or an item has more than twelve words.
[[nodiscard]] bool isRunningText(const QString &line);

/// Removes punctuation around a word.
[[nodiscard]] QString bareWord(const QString &word);
