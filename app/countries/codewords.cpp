#include "app/countries/codewords.h"

#include "app/countries/query.h"

#include <algorithm>

namespace {

// Must be asked before toUpper(), which turns "ß" into two letters.
bool hasOnlyLetters(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(),
        [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); });
}

bool hasOnlyDigits(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QStringList pairsBeginningWith(QChar first, const Catalogue &catalogue, UnknownCodes unknown)
{
    QStringList pairs;
    for (char16_t second = u'A'; second <= u'Z'; ++second) {
        const QString pair = QString{first} + QChar(second);
        if (unknown == UnknownCodes::Accepted || catalogue.find(pair))
            pairs.append(pair);
    }
    return pairs;
}

QString aliasedCode(const QString &upper, const Catalogue &catalogue)
{
    const auto &aliases = catalogue.facts().aliases;
    const auto found = std::find_if(aliases.cbegin(), aliases.cend(),
        [&upper](const QStringList &names) { return names.contains(upper); });
    return found == aliases.cend() ? QString() : found.key();
}

} // namespace

QStringList codesOfWord(const QString &word, const Catalogue &catalogue, UnknownCodes unknown)
{
    const QString emoji = codeOfEmoji(word);
    if (!emoji.isEmpty())
        return unknown == UnknownCodes::Accepted || catalogue.find(emoji) ? QStringList{emoji}
                                                                          : QStringList();
    if (const auto extra = catalogue.find(word); extra && extra->kind != CountryKind::Country)
        return {extra->code};
    const bool letters = hasOnlyLetters(word);
    if (word.isEmpty() || word.size() > 3 || !(letters || (word.size() == 3 && hasOnlyDigits(word))))
        return {};
    const QString upper = word.toUpper();
    if (word.size() == 1)
        return pairsBeginningWith(upper.front(), catalogue, unknown);
    if (const auto country = catalogue.find(upper))
        return {country->code};
    if (const QString code = aliasedCode(upper, catalogue); !code.isEmpty())
        return {code};
    return word.size() == 2 && unknown == UnknownCodes::Accepted ? QStringList{upper} : QStringList();
}

bool isCodeLike(const QString &word, const Catalogue &catalogue)
{
    if (word.contains(u'-'))
        return catalogue.find(word).has_value();
    return hasOnlyLetters(word) && (word.size() == 2 || (word.size() == 3 && catalogue.find(word)));
}
