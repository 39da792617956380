#include "app/downloads/checkflag.h"

#include "app/downloads/metadata.h"

#include <utility>

std::variant<CheckedFlag, Failure> checkFlag(const SaveOrder &order)
{
    // A known flag may need nothing made, and else each as the set has it.
    PictureDrawing drawing{.box = order.thumbnailSize};
    if (!order.known) {
        drawing.orders = order.conversion.orders;
        drawing.crop = order.conversion.crop;
    }
    auto checked = Picture::fromBytes(order.picture, drawing, order.cancel);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return *failure;
    auto name = order.metadata ? countryInMetadata(*order.metadata, order.metadataName)
                               : std::variant<QString, Failure>(order.name.value_or(order.country.name));
    if (const auto *failure = std::get_if<Failure>(&name))
        return *failure;
    auto &picture = std::get<Picture>(checked);
    QImage thumbnail;
    if (!order.thumbnailSize.isEmpty()) {
        const auto fitted = picture.fittedInto(order.thumbnailSize);
        if (const auto *failure = std::get_if<Failure>(&fitted))
            return *failure;
        thumbnail = std::get<QImage>(fitted);
    }
    return CheckedFlag{std::move(picture), std::get<QString>(std::move(name)), thumbnail};
}

SavedFlag onlyLookAtFlag(const SaveOrder &order)
{
    const auto checked = checkFlag(order);
    SavedFlag flag;
    if (const auto *failure = std::get_if<Failure>(&checked)) {
        flag.failure = *failure;
        return flag;
    }
    const auto &seen = std::get<CheckedFlag>(checked);
    flag.state = FlagState::Saved;
    flag.name = seen.name;
    flag.thumbnail = seen.thumbnail;
    return flag;
}
