#include "app/countries/codeselection.h"

#include "app/countries/catalogue.h"

#include <algorithm>

namespace {

// Must be asked before toUpper(), which turns "ß" into two letters.
bool hasOnlyLetters(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(),
        [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); });
}

QStringList pairsBeginningWith(QChar first)
{
    QStringList pairs;
    for (char16_t second = u'A'; second <= u'Z'; ++second)
        pairs.append(QString{first} + QChar(second));
    return pairs;
}

/// Empty if the word names nothing.
QStringList codesFromWord(const QString &word, const Catalogue &catalogue)
{
    if (!hasOnlyLetters(word))
        return {};
    const QString upper = word.toUpper();
    if (upper.size() == 1)
        return pairsBeginningWith(upper.front());
    if (upper.size() == 2)
        return {upper};
    const auto country = catalogue.find(upper);
    return country ? QStringList{country->code} : QStringList{};
}

} // namespace

std::variant<QStringList, UnknownCode> codesFromWords(const QStringList &words, const Catalogue &catalogue)
{
    QStringList codes;
    for (const QString &word : words) {
        const QStringList found = codesFromWord(word, catalogue);
        if (found.isEmpty())
            return UnknownCode{word};
        codes += found;
    }
    codes.sort();
    codes.removeDuplicates();
    return codes;
}
