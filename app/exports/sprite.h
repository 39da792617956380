#pragma once

#include "app/exports/exportflag.h"

#include <QByteArray>
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

/// Fails with Cancelled where `advance` says so, with TooLarge where the picture would be larger than
/// programs bear. A free function of values for the pool.
[[nodiscard]] std::variant<Sprite, Failure> makeSprite(
    const QList<ExportFlag> &flags, const SpriteOptions &options, const AdvanceExport &advance);

/// The names of the files.
[[nodiscard]] QStringList spriteFileNames();
