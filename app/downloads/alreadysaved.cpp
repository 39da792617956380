#include "app/downloads/alreadysaved.h"

#include "app/downloads/conversionjson.h"

#include <algorithm>

namespace {

bool hasAllOf(const Conversion &conversion, const SetFlag &flag)
{
    const auto isMade = [&](const RenditionOrder &order) {
        return std::ranges::any_of(flag.derived, [&](const DerivedFile &derived) {
            return renditionOrderOf(derived) == order && derived.crop == cropWord(conversion.crop)
                && derived.madeOf.isEmpty();
        });
    };
    return (flag.isKept || !conversion.keepsOriginal) && std::ranges::all_of(conversion.orders, isMade);
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
