#include "app/terminal/countrychoice.h"

#include "app/countries/catalogue.h"
#include "app/countries/presets.h"

namespace {

QStringList codesOf(const Catalogue &catalogue)
{
    QStringList codes;
    for (const Country &country : catalogue.countries())
        codes.append(country.code);
    return codes;
}

} // namespace

QStringList CountryChoice::codes(
    const std::optional<QStringList> &sourceCodes, const Catalogue &catalogue) const
{
    QStringList chosen;
    switch (kind) {
    case Kind::NoneNamed:
        chosen = twentyMostPopulous();
        break;
    case Kind::Named:
        chosen = named;
        break;
    case Kind::All:
        chosen = sourceCodes ? *sourceCodes : codesOf(catalogue);
        break;
    case Kind::Every:
        chosen = everyPairOfLetters();
        break;
    }
    chosen.sort();
    return limit ? chosen.first(qMin<qsizetype>(*limit, chosen.size())) : chosen;
}
