#pragma once

#include "app/exports/exportflag.h"
#include "app/exports/sprite.h"

#include <QRect>
#include <QSize>

/// Where the cells of a sprite are, in CSS pixels.
struct SpriteGrid
{
    static constexpr int density = 2; ///< pixels of the picture for each of CSS

    QSize cell;
    int columns = 1;

    [[nodiscard]] QRect cellOf(int number) const;
    /// Of a sprite with so many flags.
    [[nodiscard]] QSize pictureSize(int flags) const;
};

inline constexpr QLatin1StringView spritePositionsName("flags.json");

// The texts beside the picture, each whole and in UTF-8. The flags are those that have a cell, in order.

[[nodiscard]] QByteArray spriteStyle(
    const QList<ExportFlag> &flags, const SpriteGrid &grid, const QString &pictureName);
[[nodiscard]] QByteArray spritePositions(
    const QList<ExportFlag> &flags, const SpriteGrid &grid, const QString &pictureName);
/// Whether that is what spritePositions() makes.
[[nodiscard]] bool areSpritePositions(const QByteArray &json);
[[nodiscard]] QByteArray spritePage(
    const QList<ExportFlag> &flags, const SpriteOptions &options, const QString &styleName);
