#include "app/downloads/alreadysaved.h"

#include "app/downloads/conversionjson.h"
#include "app/downloads/namesakes.h"

#include <algorithm>

namespace {

bool hasAllOf(const Conversion &conversion, const SetFlag &flag)
{
    const auto isMade = [&](const RenditionSpec &spec) {
        return std::ranges::any_of(flag.derived, [&](const DerivedFile &derived) {
            return renditionSpecOf(derived) == spec && derived.crop == cropWord(conversion.crop)
                && derived.madeOf.isEmpty();
        });
    };
    return (flag.isKept || !conversion.keepsOriginal) && std::ranges::all_of(conversion.renditions, isMade);
}

} // namespace

QHash<QString, SetFlag> flagsAlreadySaved(const Manifest &manifest, const DownloadRequest &request)
{
    QStringList ids;
    for (const Source &source : request.sources)
        ids.append(manifest.idOf(source));
    QHash<QString, SetFlag> flags;
    for (const SetFlag &flag : countriesSharingNamesIn(manifest, request)) {
        if (ids.contains(flag.source) && hasAllOf(request.conversion, flag))
            flags.insert(flag.code, flag);
    }
    return flags;
}
