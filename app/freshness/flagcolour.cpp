#include "app/freshness/flagcolour.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, FlagColour>, 9> words{{
    {"black"_L1, FlagColour::Black},
    {"white"_L1, FlagColour::White},
    {"red"_L1, FlagColour::Red},
    {"dark-red"_L1, FlagColour::DarkRed},
    {"yellow"_L1, FlagColour::Yellow},
    {"green"_L1, FlagColour::Green},
    {"turquoise"_L1, FlagColour::Turquoise},
    {"blue"_L1, FlagColour::Blue},
    {"deep-blue"_L1, FlagColour::DeepBlue},
}};

/// A colour in the HSL model: channels and chroma from 0 to 255, hue in degrees.
struct Shade
{
    int highest = 0;
    int lowest = 0;
    int chroma = 0;
    double hue = 0;

    explicit Shade(QRgb rgb)
        : highest(std::max({qRed(rgb), qGreen(rgb), qBlue(rgb)}))
        , lowest(std::min({qRed(rgb), qGreen(rgb), qBlue(rgb)}))
        , chroma(highest - lowest)
    {
        if (chroma == 0)
            return;
        const double step = 60.0 / chroma;
        if (highest == qRed(rgb))
            hue = step * (qGreen(rgb) - qBlue(rgb));
        else if (highest == qGreen(rgb))
            hue = 120 + step * (qBlue(rgb) - qRed(rgb));
        else
            hue = 240 + step * (qRed(rgb) - qGreen(rgb));
        if (hue < 0)
            hue += 360;
    }

    [[nodiscard]] bool isHue(double from, double to) const { return hue >= from && hue <= to; }
};

} // namespace

std::optional<FlagColour> flagColourFromWord(QStringView word)
{
    const auto *found
        = std::ranges::find_if(words, [word](const auto &entry) { return word == entry.first; });
    if (found == words.end())
        return std::nullopt;
    return found->second;
}

// The limits were measured with the pictures of flag-icons, circle-flags, iso-flags-svg and
// svg-country-flags: circle-flags' black is #333333, its white #EEEEEE, and one of its greens is #496E2D.
bool isColour(QRgb rgb, FlagColour colour)
{
    const Shade shade(rgb);
    const bool isRed = (shade.hue >= 335 || shade.hue <= 22) && shade.chroma >= 90;
    const bool isBlue = shade.isHue(185, 262) && shade.chroma >= 50;
    switch (colour) {
    case FlagColour::Black:
        return shade.highest <= 85 && shade.chroma <= 40;
    case FlagColour::White:
        return shade.lowest >= 200 && shade.chroma <= 30;
    case FlagColour::Red:
        return isRed;
    case FlagColour::DarkRed:
        return isRed && shade.highest <= 205;
    case FlagColour::Yellow:
        return shade.isHue(36, 70) && shade.chroma >= 80;
    case FlagColour::Green:
        return shade.isHue(75, 172) && shade.chroma >= 40;
    case FlagColour::Turquoise:
        return shade.isHue(165, 198) && shade.chroma >= 60;
    case FlagColour::Blue:
        return isBlue;
    case FlagColour::DeepBlue: // at most half of the lightness of HSL
        return isBlue && shade.hue >= 200 && shade.highest + shade.lowest <= 255;
    }
    Q_UNREACHABLE();
}
