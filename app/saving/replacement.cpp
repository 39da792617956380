#include "app/saving/replacement.h"

#include "app/saving/checkedflag.h"
#include "app/storage/filereading.h"
#include "app/storage/setfiles.h"

#include <QCryptographicHash>
#include <QImage>

namespace {

/// A hash of the pixels, which do not depend on comments and metadata. Empty if nothing could be drawn.
QByteArray lookOf(const QImage &drawing)
{
    if (drawing.isNull())
        return {};
    const QImage image = drawing.convertToFormat(QImage::Format_ARGB32); // its lines have no padding
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(image.width()));
    hash.addData(QByteArrayView(image.constBits(), image.sizeInBytes()));
    return hash.result();
}

} // namespace

std::optional<Failure> claimReplacement(
    const SaveRequest &request, const Picture &picture, const QByteArray &sha256)
{
    NewPicture replacement{.sha256 = sha256};
    const auto drawing = picture.fittedInto(smallDrawing);
    if (!drawing && drawing.error().kind != FailureKind::RendererMissing)
        return drawing.error();
    if (drawing) {
        replacement.look = lookOf(*drawing);
        request.set->useLooks([&request](const SetFlag &flag) {
            if (request.cancel.isCancelled())
                return QByteArray();
            const auto bytes = readFileBeneath(request.save.folder, flag.fileToShow(), largestSetFile);
            return bytes && *bytes ? lookOf(fittedInto(**bytes, smallDrawing, request.cancel)) : QByteArray();
        });
    }
    if (request.cancel.isCancelled()) // the looks may be missing
        return Failure{FailureKind::Cancelled, 0, {}};
    return request.set->claimReplacement(*request.known, replacement);
}
