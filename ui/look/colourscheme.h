// Light or dark, as the system says or as the user has chosen.
#pragma once

#include "app/language/wordtable.h"

enum class ColourScheme {
    System,
    Light,
    Dark,
};

/// As the settings store them.
inline constexpr auto colourSchemeWords = wordTable<ColourScheme>({
    {ColourScheme::System, QLatin1StringView("system")},
    {ColourScheme::Light, QLatin1StringView("light")},
    {ColourScheme::Dark, QLatin1StringView("dark")},
});

/// Gives the application the palette of the scheme. Needs a QApplication. All windows change at once.
void applyColourScheme(ColourScheme scheme);
