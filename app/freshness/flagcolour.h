#pragma once

#include <QRgb>
#include <QStringView>

#include <optional>

/// A named range of colours, wide enough for every shade in which sets of flags draw it. The ranges may
/// overlap: every DarkRed is also Red, every DeepBlue is also Blue.
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

/// Parses the words of resources/flagchanges.json, such as "deep-blue".
[[nodiscard]] std::optional<FlagColour> flagColourFromWord(QStringView word);

/// Whether an opaque colour is in the range.
[[nodiscard]] bool isColour(QRgb rgb, FlagColour colour);
