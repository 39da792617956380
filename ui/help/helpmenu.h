#pragma once

#include <QHash>
#include <QMenu>

class HelpWindow;

/// The menu Help: how the program is used (F1), its keys (Ctrl+?), the lesson
/// (Shift+F1), and About. Each opens a window that is
/// created when it is first needed. Owned by the menu bar.
class HelpMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit HelpMenu(QWidget *parent);
    Q_DISABLE_COPY_MOVE(HelpMenu)

    /// Adds an entry below those for the pages.
    void addTopic(QAction *action) { insertAction(m_endOfTopics, action); }
    /// The lesson links to the action, and its key works there. Call it before the lesson is opened.
    void addLink(const QString &link, QAction *action) { m_links.insert(link, action); }

private:
    void showHelp();
    void showShortcuts();
    void showLesson();
    void showAbout();
    void follow(const QUrl &link);
    void reportUnopened(const QUrl &link);
    [[nodiscard]] QWidget *mainWindow() const;

    QAction *m_endOfTopics;
    QHash<QString, QAction *> m_links;
    HelpWindow *m_help = nullptr;
    HelpWindow *m_shortcuts = nullptr;
    HelpWindow *m_lesson = nullptr;
    HelpWindow *m_about = nullptr;
};
