#include "app/exports/sprite.h"

#include "app/exports/spritepage.h"
#include "app/storage/atomicfolderwriter.h"
#include "app/storage/filereading.h"

#include <QDir>

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

/// Draws a preview if the box is not empty.
Result<Composed> composeSprite(const QList<ExportFlag> &flags, const SpriteOptions &options, const QSize &box,
    const ExportControl &control)
{
    const SpriteGrid grid = gridFor(options, flags.size());
    const SpriteRequest request{.cell = grid.cell * SpriteGrid::density,
        .columns = grid.columns,
        .pictures = int(flags.size()),
        .previewBox = box};
    auto composed = compose(request, flags, LeftOutPlace::Closed, control);
    if (!composed && composed.error().kind == FailureKind::TooLarge) {
        const QSize size = spriteSize(options, flags.size());
        composed.error().detail = u"%1 x %2"_s.arg(size.width()).arg(size.height());
    }
    return composed;
}

bool holdsSprite(const QDir &folder)
{
    constexpr qint64 maximalBytes = 1 << 20;
    const QStringList names = spriteFileNames();
    const bool isWhole = std::ranges::all_of(names, [&](const auto &name) { return folder.exists(name); });
    const auto bytes = readFileBeneath(folder.path(), spritePositionsName, maximalBytes);
    return isWhole && bytes && areSpritePositions(bytes->value_or(QByteArray()));
}

} // namespace

int spriteColumns(const SpriteOptions &options, qsizetype flags)
{
    return gridFor(options, flags).columns;
}

QSize spriteSize(const SpriteOptions &options, qsizetype flags)
{
    return gridFor(options, flags).pictureSize(int(flags)) * SpriteGrid::density;
}

Result<Sprite> makeSprite(
    const QList<ExportFlag> &flags, const SpriteOptions &options, const ExportControl &control)
{
    const auto composed = composeSprite(flags, options, {}, control);
    if (!composed)
        return unexpected(composed.error());
    const QList<ExportFlag> &drawn = composed->drawn;
    const SpriteGrid grid = gridFor(options, flags.size());
    return Sprite{
        .files = {{pictureName, composed->result.file}, {styleName, spriteStyle(drawn, grid, pictureName)},
            {spritePositionsName, spritePositions(drawn, grid, pictureName)},
            {pageName, spritePage(drawn, options, styleName)}},
        .leftOut = composed->leftOut};
}

QImage spritePreview(const QList<ExportFlag> &flags, const SpriteOptions &options, const QSize &box,
    const ExportControl &control)
{
    const auto sprite = composeSprite(flags, options, box, control);
    return sprite ? sprite->result.preview : QImage();
}

QStringList spriteFileNames()
{
    return {pictureName, styleName, spritePositionsName, pageName};
}

std::optional<Failure> refusalToReplace(const QString &path)
{
    if (auto failure = AtomicFolderWriter::refusalToReplace(path, spriteFileNames()))
        return failure;
    const QDir folder(path);
    const QStringList entries = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    if (!folder.exists() || entries.isEmpty() || holdsSprite(folder))
        return std::nullopt;
    return Failure{FailureKind::FolderNotEmpty, 0, entries.first()};
}
