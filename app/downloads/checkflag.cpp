#include "app/downloads/checkflag.h"

#include "app/downloads/metadata.h"

#include <utility>

std::variant<CheckedFlag, Failure> checkFlag(const SaveOrder &order)
{
    auto checked = Picture::fromBytes(order.picture);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return *failure;
    auto name = order.metadata ? countryInMetadata(*order.metadata, order.metadataName)
                               : std::variant<QString, Failure>(order.name.value_or(order.country.name));
    if (const auto *failure = std::get_if<Failure>(&name))
        return *failure;
    auto &picture = std::get<Picture>(checked);
    QImage thumbnail;
    if (!order.thumbnailSize.isEmpty()) {
        thumbnail = picture.fittedInto(order.thumbnailSize);
        if (thumbnail.isNull())
            return Failure{FailureKind::NotAPicture, 0, {}};
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
