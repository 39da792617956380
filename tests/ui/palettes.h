#pragma once

#include <QPalette>
#include <QTest>

/// Palettes of desktops, light and dark, for tests of contrast.
namespace palettes {

inline QPalette make(const char *window, const char *base, const char *text, const char *highlight,
    const char *highlightedText)
{
    QPalette palette{QColor(window), QColor(window)};
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, QColor(text));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::Highlight, QColor(highlight));
    palette.setColor(QPalette::HighlightedText, QColor(highlightedText));
    return palette;
}

/// Adds a column "palette" and one row for each.
inline void addRows()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("Fusion") << make("#efefef", "#ffffff", "#000000", "#308cc6", "#ffffff");
    QTest::newRow("Breeze") << make("#eff0f1", "#fcfcfc", "#232629", "#3daee9", "#ffffff");
    QTest::newRow("Fusion, dark") << make("#323232", "#242424", "#ffffff", "#308cc6", "#ffffff");
    QTest::newRow("Breeze, dark") << make("#2a2e32", "#1b1e20", "#fcfcfc", "#3daee9", "#fcfcfc");
    QTest::newRow("high contrast") << make("#000000", "#000000", "#ffffff", "#ffff00", "#000000");
}

} // namespace palettes
