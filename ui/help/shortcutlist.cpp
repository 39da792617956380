#include "ui/help/shortcutlist.h"

#include "ui/look/keys.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct ShortcutTexts
{
    Q_DECLARE_TR_FUNCTIONS(ShortcutTexts)
};

/// "Export" for "&Export…", "Template" for "&Template:".
QString plain(const QString &text)
{
    static const QRegularExpression end(u"(…|\\.\\.\\.|:|：)$"_s);
    return withoutMnemonic(text).remove(end);
}

QString nameOf(const QAbstractButton &button)
{
    if (!button.whatsThis().isEmpty()) // where the text needs a context
        return button.whatsThis();
    return button.text().isEmpty() ? button.accessibleName() : button.text();
}

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

class Collector final
{
public:
    explicit Collector(const QWidget &window)
        : m_window(window)
    {
    }

    [[nodiscard]] QList<ShortcutGroup> collect()
    {
        addMenus();
        addButtons();
        addOthers();
        addMnemonics();
        addGridKeys();
        addTimelineKeys();
        return m_groups;
    }

private:
    void begin(const QString &title) { m_groups.append({title, {}}); }
    void end()
    {
        if (m_groups.constLast().shortcuts.isEmpty())
            m_groups.removeLast();
    }

    void add(const QString &name, const QKeySequence &key, bool isOfFlag = false)
    {
        if (name.isEmpty() || key.isEmpty())
            return;
        const ListedShortcut listed{plain(name), keyText(key), isTextEditingKey(key), isOfFlag};
        QList<ListedShortcut> &shortcuts = m_groups.last().shortcuts;
        const auto known = std::ranges::find(shortcuts, listed.name, &ListedShortcut::name);
        if (known == shortcuts.end())
            shortcuts.append(listed);
        else if (!known->key.split(u", "_s).contains(listed.key))
            known->key += u", "_s + listed.key;
    }

    /// `path` is that of the submenu: "Sort by > ". The menu itself is the title of the group.
    void addAction(const QAction *action, const QString &path = {})
    {
        if (action->isSeparator() || m_seen.contains(action))
            return;
        m_seen.insert(action);
        const bool isOfFlag = action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
        const auto keys = action->shortcuts();
        for (const QKeySequence &key : keys)
            add(path + plain(action->text()), key, isOfFlag);
        if (action->menu() != nullptr)
            addActions(action->menu()->actions(), path + plain(action->text()) + u" > "_s);
    }

    void addActions(const QList<QAction *> &actions, const QString &path = {})
    {
        for (const QAction *action : actions)
            addAction(action, path);
    }

    void addMenus()
    {
        const auto bars = m_window.findChildren<QMenuBar *>();
        for (const QMenuBar *bar : bars) {
            const auto menus = bar->actions();
            for (const QAction *menu : menus) {
                begin(plain(menu->text()));
                m_seen.insert(menu);
                if (menu->menu() != nullptr)
                    addActions(menu->menu()->actions());
                end();
            }
        }
        const auto buttons = m_window.findChildren<QPushButton *>();
        for (const QPushButton *button : buttons) {
            if (button->menu() == nullptr)
                continue;
            begin(plain(button->text()));
            addActions(button->menu()->actions());
            end();
        }
    }

    void addButtons()
    {
        begin(ShortcutTexts::tr("Window"));
        const auto buttons = m_window.findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->shortcut() != QKeySequence::mnemonic(button->text()))
                add(nameOf(*button), button->shortcut());
        }
    }

    // Continues the group of addButtons().
    void addOthers()
    {
        const auto shortcuts = m_window.findChildren<QShortcut *>();
        for (const QShortcut *shortcut : shortcuts)
            add(shortcut->whatsThis(), shortcut->key());
        const auto actions = m_window.findChildren<QAction *>();
        for (const QAction *action : actions)
            addAction(action);
        end();
    }

    void addMnemonics()
    {
        begin(ShortcutTexts::tr("Controls and menus"));
        const auto widgets = m_window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (const auto *label = qobject_cast<const QLabel *>(widget); label != nullptr && label->buddy())
                add(label->text(), QKeySequence::mnemonic(label->text()));
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
                button != nullptr && button->window() == &m_window)
                add(nameOf(*button), QKeySequence::mnemonic(button->text()));
            const auto *bar = qobject_cast<const QMenuBar *>(widget);
            const auto menus = bar == nullptr ? QList<QAction *>() : bar->actions();
            for (const QAction *menu : menus)
                add(menu->text(), QKeySequence::mnemonic(menu->text()));
        }
        end();
    }

    void addGridKeys()
    {
        begin(ShortcutTexts::tr("Countries"));
        add(ShortcutTexts::tr("Tick or untick the country"), Qt::Key_Space);
        add(ShortcutTexts::tr("Show the details of the flag, or download a missing one"), Qt::Key_Return);
        add(ShortcutTexts::tr("Tick all countries from the latest tick to this one"),
            Qt::SHIFT | Qt::Key_Space);
        add(ShortcutTexts::tr("Open the menu of the country"), Qt::SHIFT | Qt::Key_F10);
        end();
    }

    void addTimelineKeys()
    {
        begin(ShortcutTexts::tr("Timeline"));
        add(ShortcutTexts::tr("Show less time in more detail"), Qt::Key_Plus);
        add(ShortcutTexts::tr("Show more time in less detail"), Qt::Key_Minus);
        add(ShortcutTexts::tr("Show the whole run"), Qt::Key_0);
        add(ShortcutTexts::tr("Choose the country in the grid"), Qt::Key_Return);
        end();
    }

    const QWidget &m_window;
    QList<ShortcutGroup> m_groups;
    QSet<const QAction *> m_seen;
};

} // namespace

QList<ShortcutGroup> shortcutsOf(const QWidget &window)
{
    return Collector(window).collect();
}

QString shortcutPage(const QList<ShortcutGroup> &groups)
{
    QString page = u"<p>%1</p>"_s.arg(ShortcutTexts::tr(
        "The keys work everywhere in the window. Those with an asterisk (*) edit the text "
        "while a text field has the focus. Those with a dagger (†) are for the current flag: "
        "they work in the details and, except O, in the grid.")
                                          .toHtmlEscaped());
    for (const ShortcutGroup &group : groups) {
        page += u"<h3>%1</h3><table width=\"100%\">"_s.arg(group.title.toHtmlEscaped());
        for (const ListedShortcut &shortcut : group.shortcuts)
            page += u"<tr><td width=\"65%\">%1</td><td>%2</td></tr>"_s.arg(shortcut.name.toHtmlEscaped(),
                shortcut.key.toHtmlEscaped() + (shortcut.isTextKey ? u" *"_s : QString())
                    + (shortcut.isOfFlag ? u" †"_s : QString()));
        page += "</table>"_L1;
    }
    return page;
}
