#pragma once

#include <QString>
#include <QStringList>

/// Normalises a text for comparing names. Removes case, accents, apostrophes, punctuation and width; maps
/// Latin letters beyond ASCII to ASCII and "&" to "and"; separates words with one space. "Côte d’Ivoire"
/// becomes "cote divoire". In other scripts only marks above and below letters are removed.
[[nodiscard]] QString foldedText(QStringView text);

/// The words of a folded name in canonical form: abbreviations are expanded ("dem" to "democratic", "st" to
/// "saint"), "federal" and "federative" become the same word, and articles ("the", "of", "and") are removed.
[[nodiscard]] QStringList canonicalWords(const QString &folded);

/// A key that does not depend on the order of the words.
[[nodiscard]] QString orderlessKey(QStringList words);

/// Removes "republic", "kingdom", "state" and similar words, which can be added to the name of any country.
[[nodiscard]] QStringList withoutForms(const QStringList &words);

/// Also removes words that distinguish forms of state, such as "democratic", "islamic" and "people's".
[[nodiscard]] QStringList withoutGovernment(const QStringList &words);

/// Whether the word only qualifies a name: an article, a form of state, a direction ("north") or an
/// adjective ("american"). Such a word is never a name or the beginning of one.
[[nodiscard]] bool isQualifier(const QString &foldedWord);

/// Whether the text has only qualifiers and therefore belongs to the name before it: "Republic of", "North".
[[nodiscard]] bool isOnlyQualifiers(const QString &text);

/// Whether the text is "and" in one of a few languages.
[[nodiscard]] bool isConjunction(const QString &word);
