#pragma once

#include <QString>
#include <QStringList>

/// The text of a line of a list: without its bullet or number, and without quotation marks around it. Empty
/// for comments (`#`) and for headings, which end with a colon.
[[nodiscard]] QString listLine(const QString &line);

/// The items of a line, between commas, semicolons, bars and tabs, but not those in quotation marks or
/// brackets.
[[nodiscard]] QStringList listItems(const QString &line);

/// The words of an item: between spaces, without punctuation around them; emoji flags are words of their own.
[[nodiscard]] QStringList itemWords(const QString &item);

/// Whether a line is running text and no list: it ends as a sentence does; or it has one of a few common
/// words in small letters that no list of names has, such as "to", "from" and "is"; or more than twelve words
/// stand between two commas.
[[nodiscard]] bool isRunningText(const QString &line);

/// Without the punctuation around it.
[[nodiscard]] QString bareWord(const QString &word);
