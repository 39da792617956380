#include "app/render/renderservice.h"

#include "app/render/decodedpicture.h"
#include "app/render/drawnrenditions.h"

#include <new>
#include <utility>

namespace {

/// In one of the two formats that messages have.
QImage forMessage(const QImage &image)
{
    return image.convertToFormat(
        image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

} // namespace

QByteArray RenderService::answerTo(const QByteArray &message)
{
    try {
        const auto request = requestIn(message);
        if (!request)
            return messageOf(Failure{FailureKind::Internal, 0, QStringLiteral("malformed request")});
        return messageOf(std::visit([this](const auto &content) { return answer(content); }, *request));
    } catch (const std::bad_alloc &) {
        return messageOf(Failure{FailureKind::DrawingTooLarge, 0, {}});
    }
}

RenderAnswer RenderService::answer(const PictureRequest &request)
{
    auto decoded = DecodedPicture::fromBytes(request.bytes);
    if (const auto *failure = std::get_if<Failure>(&decoded))
        return *failure;
    auto &picture = std::get<DecodedPicture>(decoded);
    PictureAnswer answer;
    answer.naturalSize = picture.naturalSize();
    if (!request.drawsNothing() && !picture.decode())
        return Failure{FailureKind::NotAPicture, 0, {}};
    if (!request.box.isEmpty()) {
        answer.fitted = forMessage(picture.fittedInto(request.box));
        if (answer.fitted.isNull())
            return Failure{FailureKind::DrawingFailed, 0, {}};
    }
    auto renditions = renditionsOf(picture, request.orders, request.crop);
    if (const auto *failure = std::get_if<Failure>(&renditions))
        return *failure;
    answer.renditions = std::get<QList<Rendition>>(std::move(renditions));
    return answer;
}
