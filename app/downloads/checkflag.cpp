#include "app/downloads/checkflag.h"

#include "app/downloads/metadata.h"

#include <utility>

std::variant<CheckedFlag, Failure> checkFlag(const SaveRequest &request)
{
    // A known flag may need nothing made, and else each as the set has it.
    PictureDrawing drawing{.box = request.thumbnailSize};
    if (!request.known) {
        drawing.renditions = request.conversion.renditions;
        drawing.crop = request.conversion.crop;
    }
    auto checked = Picture::fromBytes(request.picture, drawing, request.cancel);
    if (const auto *failure = std::get_if<Failure>(&checked))
        return *failure;
    auto name = request.metadata
        ? countryInMetadata(*request.metadata, request.metadataName)
        : std::variant<QString, Failure>(request.name.value_or(request.country.name));
    if (const auto *failure = std::get_if<Failure>(&name))
        return *failure;
    auto &picture = std::get<Picture>(checked);
    QImage thumbnail;
    if (!request.thumbnailSize.isEmpty()) {
        const auto fitted = picture.fittedInto(request.thumbnailSize);
        if (const auto *failure = std::get_if<Failure>(&fitted))
            return *failure;
        thumbnail = std::get<QImage>(fitted);
    }
    return CheckedFlag{std::move(picture), std::get<QString>(std::move(name)), thumbnail};
}

SavedFlag onlyLookAtFlag(const SaveRequest &request)
{
    const auto checked = checkFlag(request);
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
