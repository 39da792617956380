// The texts that a window shows, and those that do not fit.
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

/// A text and what it belongs to, for the message of a test.
struct ShownText
{
    QString owner;
    QString text;
};

/// The texts of all visible widgets of the window: labels, buttons, group boxes, tabs, placeholders, prefixes
/// and suffixes, the headers of views, and the titles of the window and its menus; also tooltips and
/// accessible names, which are visible at times.
[[nodiscard]] QList<ShownText> textsShownIn(const QWidget &window);

/// The visible widgets of the window whose text is cut off: labels, buttons, check boxes, radio buttons,
/// group boxes, combo boxes and spin boxes that are smaller than their text needs, tab bars that need to
/// scroll, and any widget that reaches beyond its window. Widgets that elide on purpose and show the whole
/// text otherwise are left out: ElidedLabel, and combo boxes with a minimum contents length.
[[nodiscard]] QStringList textsCutOffIn(const QWidget &window);
