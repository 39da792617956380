#include "app/terminal/options.h"

#include "app/builtin/picturefolders.h"
#include "app/countries/catalogue.h"
#include "app/countries/countrygroups.h"
#include "app/sources/sourcetexts.h"

namespace {

QStringList countryCodes(const QList<Country> &countries)
{
    QStringList codes;
    for (const Country &country : countries)
        codes.append(country.code);
    return codes;
}

QStringList allCodes(
    const std::optional<QStringList> &sourceCodes, const Catalogue &catalogue, bool withExtras)
{
    const QStringList extras = countryCodes(catalogue.extras());
    QStringList codes = sourceCodes.value_or(countryCodes(catalogue.countries()) + extras);
    if (!withExtras)
        codes.removeIf([&extras](const QString &code) { return extras.contains(code); });
    return codes;
}

/// The codes that at least one of the sources may have; nullopt without sources.
std::optional<QStringList> codesOf(
    const QList<Source> &sources, const BuiltinServers &servers, const Catalogue &catalogue)
{
    QStringList codes;
    for (const Source &source : sources) {
        if (const auto served = servers.codesOf(source)) {
            codes += *served;
            continue;
        }
        for (const Country &country : catalogue.countries() + catalogue.extras()) {
            if (source.canHave(country))
                codes.append(country.code);
        }
    }
    codes.removeDuplicates();
    return sources.isEmpty() ? std::nullopt : std::optional(codes);
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

QList<Source> requestedSources(const Options &options)
{
    return options.namedSources.isEmpty() ? options.sources.sources().first(1) : options.namedSources;
}

SelectedSources selectSources(const Options &options, BuiltinServers &servers)
{
    SelectedSources selected;
    const QList<Source> wanted = requestedSources(options);
    for (const Source &source : wanted) {
        auto addressed = servers.resolveAddresses(source);
        if (!addressed) {
            selected.refusals.append({displayTitle(source), addressed.error()});
            continue;
        }
        selected.sources.append(*std::move(addressed));
        selected.sources.last().wantedLimit = options.requestLimit;
    }
    return selected;
}

QString olderPicturesNotice(const QList<Source> &sources, const BuiltinServers &servers)
{
    for (const Source &source : sources) {
        if (const auto pictures = servers.picturesOf(source); pictures && pictures->isFallback)
            return fallbackNotice(pictures->path);
    }
    return {};
}

QStringList requestedCodes(const CountryChoice &countries, const QList<Source> &sources,
    const BuiltinServers &servers, const Catalogue &catalogue)
{
    const auto ofSources = countries.dependsOnSource() ? codesOf(sources, servers, catalogue) : std::nullopt;
    return countries.codes(ofSources, catalogue);
}
