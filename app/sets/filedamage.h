#pragma once

#include <QByteArray>

/// Why a file differs from the one that the manifest describes, as far as its structure shows it.
enum class FileDamage {
    OtherContent, ///< it is a whole picture, or nothing more is known
    Incomplete, ///< it ends before the picture does
    NotAPicture,
};

/// Follows the structure of the picture, as checkRaster() does, or the elements of an SVG. Draws nothing.
[[nodiscard]] FileDamage damageOf(const QByteArray &bytes);
