#include "app/render/composition.h"
#include "app/render/decodedpicture.h"
#include "app/render/drawnrenditions.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The size of a grid with this many cells; at least one row.
QSize gridSize(const SpriteRequest &request, int cells)
{
    const int rows = std::max(1, (cells + request.columns - 1) / request.columns);
    return {request.columns * request.cell.width(), rows * request.cell.height()};
}

bool isWithinLimits(const SpriteRequest &request)
{
    constexpr qint64 mostPixels = 100'000'000;
    constexpr qint64 longestSide = 32'000;
    const qint64 rows = std::max(1, (request.pictures + request.columns - 1) / request.columns);
    const qint64 width = qint64(request.columns) * request.cell.width();
    const qint64 height = rows * request.cell.height();
    return width <= longestSide && height <= longestSide && width * height <= mostPixels;
}

class SpritePicture final : public Composition
{
public:
    SpritePicture(const SpriteRequest &request, QImage picture)
        : m_request(request)
        , m_picture(std::move(picture))
    {
    }

    [[nodiscard]] StartedAnswer started() const override
    {
        return {.pictures = m_request.pictures, .columns = m_request.columns};
    }

    /// Draws the picture in the centre of its cell.
    [[nodiscard]] std::optional<Failure> add(const AddRequest &request) override
    {
        const auto picture = DecodedPicture::fromBytes(request.bytes);
        if (!picture)
            return picture.error();
        const QImage image = picture->fittedInto(m_request.cell);
        if (image.isNull())
            return Failure{FailureKind::DrawingFailed, 0, {}};
        const QPoint corner(request.number % m_request.columns * m_request.cell.width(),
            request.number / m_request.columns * m_request.cell.height());
        QRect place({}, image.size());
        place.moveCenter(QRect(corner, m_request.cell).center());
        QPainter(&m_picture).drawImage(place.topLeft(), image);
        return std::nullopt;
    }

    /// Removes rows at the end that stayed empty because pictures failed.
    [[nodiscard]] Result<FinishedAnswer> finish(const FinishRequest &request) override
    {
        const QImage used
            = m_picture.copy(QRect({}, gridSize(m_request, std::min(request.pictures, m_request.pictures))));
        if (used.isNull())
            return unexpected(Failure{FailureKind::DrawingTooLarge, 0, {}});
        if (const QSize box = m_request.previewBox; !box.isEmpty()) {
            const QSize size = used.size().scaled(box, Qt::KeepAspectRatio).boundedTo(used.size());
            return FinishedAnswer{
                .file = {}, .preview = used.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation)};
        }
        const QByteArray file = pngFile(used);
        if (file.isEmpty())
            return unexpected(Failure{FailureKind::DrawingTooLarge, 0, {}});
        return FinishedAnswer{.file = file, .preview = {}};
    }

private:
    const SpriteRequest m_request;
    QImage m_picture;
};

} // namespace

Result<std::unique_ptr<Composition>> beginSprite(const SpriteRequest &request)
{
    QImage picture;
    if (isWithinLimits(request))
        picture = QImage(gridSize(request, request.pictures), QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return unexpected(Failure{FailureKind::TooLarge, 0, {}});
    picture.fill(Qt::transparent);
    return std::make_unique<SpritePicture>(request, std::move(picture));
}
