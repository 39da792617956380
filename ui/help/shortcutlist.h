#pragma once

#include <QList>
#include <QString>

class QKeySequence;
class QWidget;

/// A key and what it does, as texts for people.
struct ListedShortcut
{
    QString name;
    QString key;
    bool isTextKey = false; ///< edits the text instead while a text field has the focus
    bool isOfFlag = false; ///< works only in the grid and in the details, or only in the details
};

struct ShortcutGroup
{
    QString title;
    QList<ListedShortcut> shortcuts;
};

/// The keys of a window, read from its menus, buttons, labels and QShortcut objects, so that the list is
/// always right. A button or QShortcut describes itself with whatsThis(), otherwise a button with its text.
/// At the end are the keys of the grid, which handles them itself.
[[nodiscard]] QList<ShortcutGroup> shortcutsOf(const QWidget &window);

/// The groups as HTML, one table for each.
[[nodiscard]] QString shortcutPage(const QList<ShortcutGroup> &groups);
