#include "app/countries/namedcountries.h"

namespace {

bool isRead(const CountryText &text)
{
    return text.unknown.isEmpty() && text.ignored.isEmpty() && text.columns.isEmpty();
}

} // namespace

tl::expected<NamedCountries, QueryProblem> countriesNamedBy(
    const QStringList &words, const Catalogue &catalogue, const NameIndexes &indexes)
{
    if (auto codes = CountrySearch(catalogue, NameIndex()).codesNamedExactlyBy(words.join(u' ')))
        return codes;
    const CountrySearch own(catalogue, indexes.own(catalogue));
    if (auto named = own.codesNamedExactlyBy(own.queryOf(words)))
        return named;
    const CountrySearch all(catalogue, indexes.all(catalogue));
    return all.codesNamedBy(all.queryOf(words));
}

CountryText countriesInFile(const QString &text, const Catalogue &catalogue, const NameIndexes &indexes)
{
    CountryText read = countriesInText(text, catalogue, NameIndex());
    // Only known names show which column has the countries.
    if (!isRead(read) || !read.chosen.isEmpty())
        read = countriesInText(text, catalogue, indexes.own(catalogue));
    return isRead(read) ? read : countriesInText(text, catalogue, indexes.all(catalogue));
}
