#include "app/terminal/countrychoice.h"

#include "app/countries/catalogue.h"
#include "app/countries/presets.h"

namespace {

QStringList codesOf(const QList<Country> &countries)
{
    QStringList codes;
    for (const Country &country : countries)
        codes.append(country.code);
    return codes;
}

QStringList allCodes(
    const std::optional<QStringList> &sourceCodes, const Catalogue &catalogue, bool withExtras)
{
    const QStringList extras = codesOf(catalogue.extras());
    QStringList codes = sourceCodes.value_or(codesOf(catalogue.countries()) + extras);
    if (!withExtras)
        codes.removeIf([&extras](const QString &code) { return extras.contains(code); });
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
        chosen = allCodes(sourceCodes, catalogue, extras);
        break;
    case Kind::Extras:
        chosen = allCodes(sourceCodes, catalogue, true);
        chosen.removeIf([&catalogue](const QString &code) {
            return catalogue.countryFor(code).kind == CountryKind::Country;
        });
        break;
    case Kind::Every:
        chosen = everyPairOfLetters();
        break;
    }
    chosen.sort();
    return limit ? chosen.first(qMin<qsizetype>(*limit, chosen.size())) : chosen;
}
