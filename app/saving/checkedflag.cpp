#include "app/saving/checkedflag.h"

#include "app/countries/catalogue.h"
#include "app/countries/nameindex.h"
#include "app/countries/namewords.h"
#include "app/saving/metadata.h"
#include "app/storage/setfiles.h"

#include <utility>

namespace {

/// Whether a source gives this country a name by which the catalogue knows only others, in English or in
/// their own language: "France" for DE. The flag must not be saved under such a name. Takes some milliseconds
/// the first time that a name is not the catalogue's.
bool isNameOfAnotherCountry(const QString &name, const Country &country)
{
    const QString folded = foldedText(name);
    if (folded.isEmpty() || folded == foldedText(country.name))
        return false;
    static const NameIndex names = ownNames(Catalogue());
    const QStringList codes = names.codesNamed(folded);
    return !codes.isEmpty() && !codes.contains(country.code);
}

/// Whether the picture would replace another one of a set. It is drawn then, even if no thumbnail is
/// requested, because a picture that shows nothing must not replace a flag.
bool replacesPicture(const SaveRequest &request)
{
    return request.purpose == BatchPurpose::Update && request.known
        && request.known->sha256 != sha256(request.picture);
}

} // namespace

Result<CheckedFlag> checkFlag(const SaveRequest &request)
{
    PictureDrawing drawing{.box = request.thumbnailSize};
    if (replacesPicture(request) && drawing.box.isEmpty())
        drawing.box = smallDrawing;
    // A known flag needs the renditions of the set, if any.
    if (!request.known) {
        drawing.renditions = request.conversion.renditions;
        drawing.crop = request.conversion.crop;
    }
    auto picture = Picture::fromBytes(request.picture, drawing, request.cancel);
    const bool isOnlyChecked = request.thumbnailSize.isEmpty() && drawing.renditions.isEmpty();
    if (!picture && picture.error().kind == FailureKind::RendererMissing && isOnlyChecked)
        picture = Picture::fromBytes(request.picture, {}, request.cancel); // rasters need no renderer
    if (!picture)
        return unexpected(picture.error());
    auto name = request.metadata ? countryInMetadata(*request.metadata, request.metadataName)
                                 : request.name.value_or(request.country.name);
    if (!name)
        return unexpected(name.error());
    const bool isNameReplaced = name->trimmed().isEmpty() || isNameOfAnotherCountry(*name, request.country);
    if (isNameReplaced)
        name = request.country.name;
    QImage thumbnail;
    if (!request.thumbnailSize.isEmpty()) {
        const auto fitted = picture->fittedInto(request.thumbnailSize);
        if (!fitted)
            return unexpected(fitted.error());
        thumbnail = *fitted;
    }
    return CheckedFlag{*std::move(picture), *std::move(name), thumbnail, isNameReplaced};
}

SavedFlag checkWithoutSaving(const SaveRequest &request)
{
    const auto checked = checkFlag(request);
    SavedFlag flag;
    if (!checked) {
        flag.failure = checked.error();
        return flag;
    }
    flag.times.checked = SteadyTime::clock::now();
    flag.state = FlagState::Fetched;
    flag.name = checked->name;
    flag.isNameReplaced = checked->isNameReplaced;
    flag.thumbnail = checked->thumbnail;
    return flag;
}
