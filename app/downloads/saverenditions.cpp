#include "app/downloads/saverenditions.h"

#include "app/downloads/conversionjson.h"
#include "app/downloads/renditionpath.h"
#include "app/storage/sha256.h"

#include <algorithm>

namespace {

/// A set that has the picture already keeps its name for it.
QString pathFor(const SaveOrder &order, const NameParts &original, const RenditionOrder &rendition)
{
    if (order.known) {
        for (const DerivedFile &derived : order.known->derived) {
            if (derived.format == endingOf(rendition.format) && derived.width == rendition.width)
                return derived.file;
        }
    }
    return renditionPath(order.save.nameTemplate, original, rendition);
}

std::variant<DerivedPicture, Failure> save(
    const SaveOrder &order, const Rendition &rendition, const QString &path, FlagFiles &files)
{
    const DerivedPicture picture{.path = {},
        .order = rendition.order,
        .crop = order.conversion.crop,
        .size = rendition.size,
        .bytes = rendition.bytes.size(),
        .sha256 = sha256(rendition.bytes)};
    const auto written = files.writeDerived({.file = path,
                                                .format = endingOf(rendition.order.format),
                                                .width = rendition.order.width,
                                                .crop = cropWord(picture.crop),
                                                .sha256 = picture.sha256,
                                                .bytes = picture.bytes},
        rendition.bytes);
    if (const auto *failure = std::get_if<Failure>(&written))
        return *failure;
    DerivedPicture saved = picture;
    saved.path = std::get<WrittenFile>(written).path;
    saved.wasKept = std::get<WrittenFile>(written).wasKept;
    return saved;
}

/// Whether each is what the set had; another version of a library may draw otherwise.
bool areAsKnown(const QList<Rendition> &renditions, const SetFlag &known)
{
    return std::ranges::all_of(renditions, [&known](const Rendition &rendition) {
        return std::ranges::find(known.derived, sha256(rendition.bytes), &DerivedFile::sha256)
            != known.derived.end();
    });
}

} // namespace

std::variant<QList<DerivedPicture>, Failure> saveRenditions(
    const SaveOrder &order, Picture &picture, const NameParts &original, FlagFiles &files)
{
    const auto made = renditionsOf(picture, order.conversion.orders, order.conversion.crop);
    if (const auto *failure = std::get_if<Failure>(&made))
        return *failure;
    const auto &renditions = std::get<QList<Rendition>>(made);
    if (order.purpose == BatchPurpose::Restore && !areAsKnown(renditions, *order.known))
        return Failure{FailureKind::OtherPicture, 0, {}};
    QList<DerivedPicture> pictures;
    for (const Rendition &rendition : renditions) {
        const auto saved = save(order, rendition, pathFor(order, original, rendition.order), files);
        if (const auto *failure = std::get_if<Failure>(&saved))
            return *failure;
        pictures.append(std::get<DerivedPicture>(saved));
    }
    return pictures;
}
