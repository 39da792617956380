#pragma once

#include <QString>
#include <QStringList>

/// The folded words of a name as they are compared: abbreviations written out ("dem" is "democratic", "st" is
/// "saint"), "federal" and "federative" alike, and no articles ("the", "of", "and").
[[nodiscard]] QStringList canonicalWords(const QString &folded);

/// The same words in any order have the same key.
[[nodiscard]] QString orderlessKey(QStringList words);

/// Without "republic", "kingdom", "state" and the like, which may be added to any country's name.
[[nodiscard]] QStringList withoutForms(const QStringList &words);

/// Without these, and without what distinguishes forms of state, such as "democratic", "islamic" and
/// "people's".
[[nodiscard]] QStringList withoutGovernment(const QStringList &words);

/// Whether the word only belongs to a name: an article, a form of state, a direction ("north") or an
/// adjective ("american"). It is never a name, nor the beginning of one.
[[nodiscard]] bool isQualifier(const QString &foldedWord);

/// Whether the text has only such words, and thus belongs to the name before it: "Republic of", "North".
[[nodiscard]] bool isOnlyQualifiers(const QString &text);

/// Whether the text is "and" in one of a few languages, as it stands between two names.
[[nodiscard]] bool isConjunction(const QString &word);
