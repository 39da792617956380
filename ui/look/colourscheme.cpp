#include "ui/look/colourscheme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleHints>

namespace {

/// The colours that differ between light and dark. The others follow from the window's.
struct SchemeColours
{
    QColor window;
    QColor base; ///< of lists and fields
    QColor text;
    QColor disabled;
    QColor highlight;
    QColor highlightedText;
    QColor link;
};

// Text on window and base has a contrast of more than 12:1, a link and highlighted text of more than 4.5:1.
const SchemeColours light{.window = {239, 239, 239},
    .base = Qt::white,
    .text = {20, 20, 20},
    .disabled = {130, 130, 130},
    .highlight = {34, 101, 168},
    .highlightedText = Qt::white,
    .link = {0, 84, 164}};
const SchemeColours dark{.window = {43, 44, 47},
    .base = {29, 30, 32},
    .text = {240, 240, 240},
    .disabled = {135, 135, 135},
    .highlight = {38, 105, 172},
    .highlightedText = Qt::white,
    .link = {110, 180, 250}};

QPalette paletteOf(const SchemeColours &colours)
{
    QPalette palette(colours.window); // derives the colours of edges and shadows
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, colours.text);
        palette.setColor(QPalette::Disabled, role, colours.disabled);
    }
    palette.setColor(QPalette::Button, colours.window);
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::ToolTipBase, colours.base);
    palette.setColor(QPalette::PlaceholderText, colours.disabled);
    palette.setColor(QPalette::Highlight, colours.highlight);
    palette.setColor(QPalette::HighlightedText, colours.highlightedText);
    palette.setColor(QPalette::Link, colours.link);
    palette.setColor(QPalette::LinkVisited, colours.link);
    return palette;
}

} // namespace

void applyColourScheme(ColourScheme scheme)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // Frames and dialogs that the desktop draws follow too, if it supports that.
    QGuiApplication::styleHints()->setColorScheme(scheme == ColourScheme::Dark ? Qt::ColorScheme::Dark
            : scheme == ColourScheme::Light                                    ? Qt::ColorScheme::Light
                                                                               : Qt::ColorScheme::Unknown);
#endif
    switch (scheme) {
    case ColourScheme::System:
        return QApplication::setPalette(QPalette());
    case ColourScheme::Light:
        return QApplication::setPalette(paletteOf(light));
    case ColourScheme::Dark:
        return QApplication::setPalette(paletteOf(dark));
    }
}
