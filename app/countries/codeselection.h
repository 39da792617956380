#pragma once

#include <QStringList>

#include <variant>

class Catalogue;

/// A word that names no country, for the message about it.
struct UnknownCode
{
    QString word;
};

/// Turns what a person typed into alpha-2 codes, sorted, each once. A word is two letters (always accepted,
/// whether a country has them or not), an alpha-3 code that the catalogue knows, or one letter, which stands
/// for its 26 pairs.
[[nodiscard]] std::variant<QStringList, UnknownCode> codesFromWords(
    const QStringList &words, const Catalogue &catalogue);
