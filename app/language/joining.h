// Puts texts for people together, with the punctuation of their language. English writes "DE, FR", Chinese
// "DE、FR".
#pragma once

#include <QStringList>

/// "DE, FR, JP": names, codes or numbers.
[[nodiscard]] QString joinedItems(const QStringList &items);
/// "12 saved, 3 not found": short phrases that make up one statement.
[[nodiscard]] QString joinedPhrases(const QStringList &phrases);
/// "Flagcdn: the disk is full; builtin: there is no network": phrases with commas of their own.
[[nodiscard]] QString joinedClauses(const QStringList &clauses);
/// "The disk is full. Choose another folder." Empty texts are left out.
[[nodiscard]] QString joinedSentences(const QStringList &sentences);

/// Adds the full stop.
[[nodiscard]] QString asSentence(const QString &text);
/// "Germany (DE)", or only the text if the remark is empty.
[[nodiscard]] QString withRemark(const QString &text, const QString &remark);
/// "flags.json: the file is too large"
[[nodiscard]] QString withLabel(const QString &label, const QString &text);
