#include "app/terminal/sourceselection.h"

#include "app/builtin/builtinservers.h"
#include "app/builtin/fallbacknotice.h"
#include "app/countries/catalogue.h"
#include "app/terminal/options.h"

QList<Source> requestedSources(const Options &options)
{
    return options.asked.isEmpty() ? options.sources.sources().first(1) : options.asked;
}

SelectedSources selectSources(const Options &options, BuiltinServers &servers)
{
    SelectedSources selected;
    const QList<Source> wanted = requestedSources(options);
    for (const Source &source : wanted) {
        auto addressed = servers.withAddresses(source);
        if (const auto *failure = std::get_if<Failure>(&addressed)) {
            selected.refusals.append({source.title, *failure});
            continue;
        }
        selected.sources.append(std::get<Source>(std::move(addressed)));
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
            if (source.mayHave(country))
                codes.append(country.code);
        }
    }
    codes.removeDuplicates();
    return sources.isEmpty() ? std::nullopt : std::optional(codes);
}
