#pragma once

#include "app/exports/exportflag.h"
#include "app/exports/sprite.h"

#include <QRect>
#include <QSize>

/// The geometry of a sprite, in CSS pixels.
struct SpriteGrid
{
    static constexpr int density = 2; ///< pixels of the picture per CSS pixel

    QSize cell;
    int columns = 1;

    [[nodiscard]] QRect cellOf(int number) const;
    /// The size for this number of flags.
    [[nodiscard]] QSize pictureSize(int flags) const;
};

inline constexpr QLatin1StringView spritePositionsName("flags.json");

// The text files of a sprite, complete and in UTF-8. `flags` are the flags with a cell, in order.

[[nodiscard]] QByteArray spriteStyle(
    const QList<ExportFlag> &flags, const SpriteGrid &grid, const QString &pictureName);
[[nodiscard]] QByteArray spritePositions(
    const QList<ExportFlag> &flags, const SpriteGrid &grid, const QString &pictureName);
/// Whether the text is a result of spritePositions().
[[nodiscard]] bool areSpritePositions(const QByteArray &json);
[[nodiscard]] QByteArray spritePage(
    const QList<ExportFlag> &flags, const SpriteOptions &options, const QString &styleName);
