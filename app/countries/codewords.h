#pragma once

#include "app/countries/catalogue.h"

#include <QString>
#include <QStringList>

/// What is made of codes that nobody has.
enum class UnknownCodes {
    Accepted, ///< a source may have them nevertheless
    Ignored,
};

/// The codes that a word means as a code: one letter (all alpha-2 that begin with it), alpha-2, alpha-3,
/// number of three digits, code of a part ("GB-ENG"), or emoji flag. Empty if it is no code.
[[nodiscard]] QStringList codesOfWord(const QString &word, const Catalogue &catalogue, UnknownCodes unknown);

/// Whether the word looks like alpha-2, or is an alpha-3 or the code of a part that is known.
[[nodiscard]] bool isCodeLike(const QString &word, const Catalogue &catalogue);
