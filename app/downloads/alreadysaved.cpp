#include "app/downloads/alreadysaved.h"

#include "app/downloads/conversionjson.h"

#include <algorithm>

namespace {

bool hasAllOf(const Conversion &conversion, const SetFlag &flag)
{
    const Conversion made = conversionOf(flag);
    return (made.keepsOriginal || !conversion.keepsOriginal)
        && (conversion.orders.isEmpty() || made.crop == conversion.crop)
        && std::ranges::all_of(
            conversion.orders, [&made](const RenditionOrder &order) { return made.orders.contains(order); });
}

} // namespace

QHash<QString, SetFlag> flagsAlreadySaved(const Manifest &manifest, const DownloadRequest &request)
{
    QHash<QString, Country> wanted;
    for (const Country &country : request.countries)
        wanted.insert(country.code, country);
    QStringList ids;
    for (const Source &source : request.sources)
        ids.append(manifest.idOf(source));
    QHash<QString, SetFlag> flags;
    for (const SetFlag &flag : manifest.flags) {
        const NameParts parts{.country = wanted.value(flag.code),
            .name = flag.country,
            .source = flag.source,
            .width = flag.pixels.width(),
            .ending = flag.file.section(u'.', -1)};
        if (wanted.contains(flag.code) && ids.contains(flag.source) && hasAllOf(request.conversion, flag)
            && request.save.nameTemplate.pathOf(parts) == flag.file)
            flags.insert(flag.code, flag);
    }
    return flags;
}
