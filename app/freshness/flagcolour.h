#pragma once

#include <QRgb>
#include <QStringView>

#include <optional>

/// A colour as people name it, wide enough for every shade in which a flag is drawn. The ranges may overlap:
/// every DarkRed is Red, every DeepBlue is Blue.
enum class FlagColour {
    Black,
    White,
    Red,
    DarkRed,
    Yellow,
    Green,
    Turquoise,
    Blue,
    DeepBlue
};

/// "deep-blue": as in resources/flagchanges.json. Nothing if it is none.
[[nodiscard]] std::optional<FlagColour> flagColourCalled(QStringView word);

/// Whether people call this opaque colour so.
[[nodiscard]] bool isColour(QRgb rgb, FlagColour colour);
