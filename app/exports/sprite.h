#pragma once

#include "app/exports/composing.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QStringList>

#include <optional>

inline constexpr int minimalSpriteWidth = 8;
inline constexpr int maximalSpriteWidth = 512;
inline constexpr int maximalSpriteColumns = 100;

/// The layout of a sprite.
struct SpriteOptions
{
    QString title; ///< of the page
    int width = 64; ///< of a 4:3 cell in CSS pixels; the picture has twice as many, for dense screens
    int columns = 0; ///< 0: as many as make a square
    QString language = QStringLiteral("en"); ///< of the names, BCP 47
};

/// A file of a result with several files.
struct ExportFile
{
    QString name;
    QByteArray bytes;
};

/// All flags in one picture: flags.png, flags.css with a class .flag-de for each code, flags.json with the
/// positions, and index.html, which shows them.
struct Sprite
{
    QList<ExportFile> files;
    QList<LeftOutFlag> leftOut; ///< flags without a cell
};

[[nodiscard]] int spriteColumns(const SpriteOptions &options, qsizetype flags);

/// The size of the picture in pixels.
[[nodiscard]] QSize spriteSize(const SpriteOptions &options, qsizetype flags);

/// Fails with Cancelled if `control` cancels it, with TooLarge if the picture would exceed the limits of
/// common programs, or like RenderPool::ask(). Call it on the pool.
[[nodiscard]] Result<Sprite> makeSprite(
    const QList<ExportFlag> &flags, const SpriteOptions &options, const ExportControl &control);

/// Only the picture, scaled down to fit the box of pixels. Null if it cannot be drawn.
[[nodiscard]] QImage spritePreview(const QList<ExportFlag> &flags, const SpriteOptions &options,
    const QSize &box, const ExportControl &control);

/// The names of the files of a sprite.
[[nodiscard]] QStringList spriteFileNames();

/// Why a sprite cannot replace what is at `path`. It replaces only an empty folder or a complete earlier
/// sprite, so that no other files are lost. Blocks on the disk.
[[nodiscard]] std::optional<Failure> refusalToReplace(const QString &path);
