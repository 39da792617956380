#pragma once

#include <QMenuBar>

/// The menus of the window. Holds what concerns the program itself; each part of the window adds its own
/// entries.
class MenuBar final : public QMenuBar
{
    Q_OBJECT

public:
    explicit MenuBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MenuBar)

    /// What is added here stands above Quit.
    void addToFile(QAction *action);
    /// Stands before Help.
    void addTopic(QMenu *menu);

Q_SIGNALS:
    void quitRequested();

private:
    void showAbout();

    QMenu *m_file;
    QAction *m_quit;
    QMenu *m_help;
};
