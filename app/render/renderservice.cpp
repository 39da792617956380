#include "app/render/renderservice.h"

#include "app/images/rendermessage.h"
#include "app/render/composition.h"
#include "app/render/confinement.h"
#include "app/render/decodedpicture.h"
#include "app/render/drawnrenditions.h"

#include <new>
#include <utility>

namespace {

// In bytes. For the image, the rows of its PNG and their compressed form: 100 million pixels of 4 bytes each.
// A PDF keeps the rasters of a page until the page is complete.
constexpr qint64 memoryOfComposition = qint64(1600) << 20;
// In bytes. About as much as a single picture may use in addition to the libraries.
constexpr qint64 memoryOfOnePicture = qint64(320) << 20;

const Failure outOfOrder{FailureKind::Internal, 0, QStringLiteral("request out of order")};

/// Converts to one of the two formats of messages.
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
    endComposition();
    auto picture = DecodedPicture::fromBytes(request.bytes);
    if (!picture)
        return picture.error();
    PictureAnswer answer;
    answer.naturalSize = picture->naturalSize();
    if (!request.isCheckOnly() && !picture->decode())
        return Failure{FailureKind::NotAPicture, 0, {}};
    if (!request.box.isEmpty()) {
        answer.fitted = forMessage(picture->fittedInto(request.box));
        if (answer.fitted.isNull())
            return Failure{FailureKind::DrawingFailed, 0, {}};
        if (isTransparent(answer.fitted))
            return Failure{FailureKind::BlankPicture, 0, {}};
    }
    auto renditions = renditionsOf(*picture, request.renditions, request.crop);
    if (!renditions)
        return renditions.error();
    answer.renditions = *std::move(renditions);
    return answer;
}

RenderAnswer RenderService::answer(const SheetRequest &request)
{
    endComposition();
    allowMemory(memoryOfComposition);
    return begin(beginContactSheet(request));
}

RenderAnswer RenderService::answer(const SpriteRequest &request)
{
    endComposition();
    allowMemory(memoryOfComposition);
    return begin(beginSprite(request));
}

RenderAnswer RenderService::begin(Result<std::unique_ptr<Composition>> composition)
{
    if (!composition) {
        restoreMemoryLimit();
        return composition.error();
    }
    m_composition = *std::move(composition);
    m_next = m_composition->started().first;
    return m_composition->started();
}

RenderAnswer RenderService::answer(const AddRequest &request)
{
    if (!m_composition)
        return outOfOrder;
    const StartedAnswer started = m_composition->started();
    if (request.number < m_next || request.number >= started.first + started.pictures)
        return outOfOrder;
    allowMemory(memoryOfOnePicture);
    if (const auto failure = m_composition->add(request))
        return *failure;
    m_next = request.number + 1;
    return started;
}

RenderAnswer RenderService::answer(const FinishRequest &request)
{
    if (!m_composition)
        return outOfOrder;
    allowMemory(memoryOfComposition);
    auto finished = m_composition->finish(request);
    endComposition();
    if (!finished)
        return finished.error();
    finished->preview = forMessage(finished->preview);
    return *std::move(finished);
}

void RenderService::endComposition()
{
    if (!m_composition)
        return;
    m_composition.reset();
    restoreMemoryLimit();
}
