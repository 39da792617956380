#include "app/downloads/namesakes.h"

#include <algorithm>
#include <iterator>

QList<SetFlag> countriesSharingNamesIn(const Manifest &manifest, const DownloadRequest &request)
{
    QHash<QString, Country> wanted;
    for (const Country &country : request.countries)
        wanted.insert(country.code, country);
    const auto sharesName = [&](const SetFlag &flag) {
        const NameParts parts{.country = wanted.value(flag.code),
            .name = flag.country,
            .source = flag.source,
            .width = flag.pixels.width(),
            .ending = flag.file.section(u'.', -1)};
        return wanted.contains(flag.code) && request.save.nameTemplate.pathOf(parts) == flag.file;
    };
    QList<SetFlag> flags;
    std::ranges::copy_if(manifest.flags, std::back_inserter(flags), sharesName);
    return flags;
}
