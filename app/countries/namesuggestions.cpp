#include "app/countries/namesuggestions.h"

#include "app/countries/foldedtext.h"
#include "app/countries/namewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Those with all the words in one name, in the best way that there is.
QStringList bestFits(const QStringList &words, const NameIndex &names)
{
    constexpr qsizetype fewestLetters = 3;
    if (words.join(QString()).size() < fewestLetters)
        return {};
    const std::vector<NameFit> fits = names.fits(words);
    const auto best = std::min_element(fits.cbegin(), fits.cend());
    QStringList codes;
    for (std::size_t i = 0; best != fits.cend() && *best <= NameFit::ForeignWordPrefix && i < fits.size();
         ++i) {
        if (fits[i] == *best)
            codes.append(names.codes().at(static_cast<qsizetype>(i)));
    }
    return codes;
}

} // namespace

QStringList nameSuggestions(const QString &text, const Catalogue &catalogue, const NameIndex &names)
{
    constexpr qsizetype most = 3;
    const QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    QStringList significant = words;
    significant.removeIf(isQualifier);
    if (significant.isEmpty())
        return {};
    QStringList codes = bestFits(words, names);
    codes.append(names.nearest(words.join(u' ')));
    for (const QString &word : std::as_const(significant)) {
        if (codes.join(QString()).isEmpty())
            codes = names.namedOwn(word) + QStringList{names.nearest(word)};
    }
    std::stable_partition(codes.begin(), codes.end(), [&catalogue](const QString &code) {
        const auto found = catalogue.find(code);
        return found && found->kind == CountryKind::Country;
    });
    QStringList texts;
    for (const QString &code : std::as_const(codes)) {
        const auto country = catalogue.find(code);
        if (country && texts.size() < most && !texts.contains(country->displayName))
            texts.append(country->displayName);
    }
    return texts;
}
