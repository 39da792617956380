#pragma once

#include "app/transfer/transfersettings.h"
#include "ui/window/windowstate.h"

#include <QMenu>
#include <QMenuBar>
#include <QObject>
#include <QPointer>

class BuiltinServers;
class Catalogue;
class FlagModel;
class QWidget;
class SourceRegistry;
class SourcesDialog;

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

/// The menu of what can be done with sources, and the windows that it opens.
class SourcesMenu final : public QMenu
{
    Q_OBJECT

public:
    /// Everything handed over by reference must outlive the menu.
    SourcesMenu(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
        const FlagModel &model, const TransferSettings &transfer, QWidget *window);
    Q_DISABLE_COPY_MOVE(SourcesMenu)

    /// What a person looks at in the window, to begin with: a source and a country, either perhaps none.
    void setCurrent(const QString &sourceId, const QString &code);

    void manage();
    void compare();

private:
    SourceRegistry &m_registry;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    const FlagModel &m_model;
    const TransferSettings m_transfer;
    QWidget *m_window;
    QPointer<SourcesDialog> m_dialog;
    QString m_sourceId;
    QString m_code;
};

/// What the File menu offers to do with files of flags. Dialogs belong to the window, and so does this.
class FileActions final : public QObject
{
    Q_OBJECT

public:
    FileActions(const WindowParts &parts, MenuBar &menuBar, QWidget &window);
    Q_DISABLE_COPY_MOVE(FileActions)

private:
    void openNames();
    void openExport();
    void showNaming();

    const WindowParts m_parts;
    QWidget &m_window;
};
