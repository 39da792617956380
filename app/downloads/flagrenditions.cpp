#include "app/downloads/flagrenditions.h"

#include "app/downloads/conversionjson.h"
#include "app/downloads/renditionpath.h"
#include "app/storage/sha256.h"

namespace {

/// Described by all but their bytes.
QList<DerivedFile> wantedPictures(const SaveOrder &order, const NameParts &original)
{
    if (order.known)
        return order.known->derived;
    QList<DerivedFile> wanted;
    for (const RenditionOrder &rendition : order.conversion.orders)
        wanted.append({.file = renditionPath(order.save.nameTemplate, original, rendition),
            .format = endingOf(rendition.format),
            .width = rendition.width,
            .crop = cropWord(order.conversion.crop)});
    return wanted;
}

FlagRendition described(const DerivedFile &wanted, const Rendition &rendition)
{
    DerivedFile entry = wanted;
    entry.sha256 = sha256(rendition.bytes);
    entry.bytes = rendition.bytes.size();
    entry.madeOf.clear();
    return {entry, rendition};
}

} // namespace

std::variant<QList<FlagRendition>, Failure> renditionsFor(
    const SaveOrder &order, Picture &picture, const NameParts &original)
{
    const QList<DerivedFile> all = wantedPictures(order, original);
    QList<FlagRendition> renditions;
    for (const Crop crop : {Crop::None, Crop::Square, Crop::Circle}) {
        QList<DerivedFile> wanted;
        QList<RenditionOrder> orders;
        for (const DerivedFile &file : all) {
            const auto rendition = renditionOrderOf(file);
            if (!rendition || file.crop != cropWord(crop))
                continue; // one that nobody here can make stays as it is
            wanted.append(file);
            orders.append(*rendition);
        }
        const auto made = renditionsOf(picture, orders, crop);
        if (const auto *failure = std::get_if<Failure>(&made))
            return *failure;
        const auto &pictures = std::get<QList<Rendition>>(made);
        for (qsizetype index = 0; index < wanted.size(); ++index) {
            const FlagRendition rendition = described(wanted.at(index), pictures.at(index));
            // Another version of a library may draw otherwise.
            if (order.purpose == BatchPurpose::Restore && rendition.entry.sha256 != wanted.at(index).sha256)
                return Failure{FailureKind::OtherPicture, 0, {}};
            renditions.append(rendition);
        }
    }
    return renditions;
}
