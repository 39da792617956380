#pragma once

#include "app/exports/composing.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <variant>

inline constexpr int minimalSpriteWidth = 8;
inline constexpr int maximalSpriteWidth = 512;
inline constexpr int maximalSpriteColumns = 100;

/// How a sprite is to look.
struct SpriteOptions
{
    QString title; ///< of the page
    int width = 64; ///< of a cell of 4:3, in CSS pixels; the picture has twice as many, for dense screens
    int columns = 0; ///< 0: as many as make a square
    QString language = QStringLiteral("en"); ///< of the names, BCP 47
};

/// A file of a result that has several.
struct ExportFile
{
    QString name;
    QByteArray bytes;
};

/// All flags in one picture, and what makes use of it: flags.png, flags.css with a class .flag-de for each
/// code, flags.json with the positions, and index.html, which shows them.
struct Sprite
{
    QList<ExportFile> files;
    QList<LeftOutFlag> leftOut; ///< have no cell
};

/// Of the picture, in pixels.
[[nodiscard]] QSize spriteSize(const SpriteOptions &options, qsizetype flags);

/// Fails with Cancelled where `control` says so, with TooLarge where the picture would be larger than
/// programs take, or as RenderPool::ask(). A free function of values for the pool.
[[nodiscard]] std::variant<Sprite, Failure> makeSprite(
    const QList<ExportFlag> &flags, const SpriteOptions &options, const ExportControl &control);

/// The picture alone, fitted into the box of pixels, but never enlarged. Null if there is none.
[[nodiscard]] QImage spritePreview(const QList<ExportFlag> &flags, const SpriteOptions &options,
    const QSize &box, const ExportControl &control);

/// The names of the files.
[[nodiscard]] QStringList spriteFileNames();
