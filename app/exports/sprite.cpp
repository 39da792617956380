#include "app/exports/sprite.h"

#include "app/exports/flagpicture.h"
#include "app/exports/spritepage.h"
#include "app/render/pngwriter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView pictureName("flags.png");
constexpr QLatin1StringView styleName("flags.css");
constexpr QLatin1StringView pageName("index.html");

SpriteGrid gridFor(const SpriteOptions &options, qsizetype flags)
{
    const QSize cell(options.width, std::max(1, qRound(options.width * 3 / 4.0)));
    const int cells = std::max(1, int(flags));
    const int square = int(std::ceil(std::sqrt(double(cells))));
    return {cell, options.columns > 0 ? std::min(options.columns, cells) : square};
}

/// In the middle of the cell, on transparent ground.
bool drawInto(QPainter &painter, const DecodedPicture &picture, const QRect &cell)
{
    const QImage image = picture.fittedInto(cell.size());
    QRect place({}, image.size());
    place.moveCenter(cell.center());
    painter.drawImage(place.topLeft(), image);
    return !image.isNull();
}

} // namespace

QSize spriteSize(const SpriteOptions &options, qsizetype flags)
{
    return gridFor(options, flags).pictureSize(int(flags)) * SpriteGrid::density;
}

std::variant<Sprite, Failure> makeSprite(
    const QList<ExportFlag> &flags, const SpriteOptions &options, const AdvanceExport &advance)
{
    const SpriteGrid grid = gridFor(options, flags.size());
    const QSize size = spriteSize(options, flags.size());
    constexpr qint64 maximalPixels = 100'000'000;
    constexpr int longestSide = 32'000;
    QImage picture;
    if (std::max(size.width(), size.height()) <= longestSide
        && qint64(size.width()) * size.height() <= maximalPixels)
        picture = QImage(size, QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return Failure{FailureKind::TooLarge, 0, u"%1 x %2"_s.arg(size.width()).arg(size.height())};
    picture.fill(Qt::transparent);

    Sprite sprite;
    QList<ExportFlag> drawn;
    QPainter painter(&picture);
    for (qsizetype number = 0; number < flags.size(); ++number) {
        const ExportFlag &flag = flags.at(number);
        const auto read = readFlagPicture(flag.path);
        const QRect cell = grid.cellOf(int(drawn.size()));
        const QRect dense(cell.topLeft() * SpriteGrid::density, cell.size() * SpriteGrid::density);
        if (const auto *failure = std::get_if<Failure>(&read))
            sprite.leftOut.append({flag.code, flag.name, *failure});
        else if (drawInto(painter, std::get<DecodedPicture>(read), dense))
            drawn.append(flag);
        else
            sprite.leftOut.append({flag.code, flag.name, {FailureKind::NotAPicture, 0, {}}});
        if (!advance(int(number) + 1, int(flags.size())))
            return Failure{FailureKind::Cancelled, 0, {}};
    }
    painter.end();

    // Flags that were left out leave empty rows behind.
    const QSize used = grid.pictureSize(int(drawn.size()));
    const QByteArray png = pngFile(picture.copy(QRect({}, used * SpriteGrid::density)));
    if (png.isEmpty())
        return Failure{FailureKind::TooLarge, 0, {}};
    sprite.files = {{pictureName, png}, {styleName, spriteStyle(drawn, grid, pictureName)},
        {spritePositionsName, spritePositions(drawn, grid, pictureName)},
        {pageName, spritePage(drawn, options, styleName)}};
    return sprite;
}

QStringList spriteFileNames()
{
    return {pictureName, styleName, spritePositionsName, pageName};
}
