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
class HelpMenu;
class QWidget;
class SourceRegistry;
class SourcesDialog;

/// The menu bar of the window, with Quit and the menu Help. The parts of the window add their own entries and
/// menus.
class MenuBar final : public QMenuBar
{
    Q_OBJECT

public:
    explicit MenuBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MenuBar)

    /// Adds an entry to the File menu, above Quit.
    void addToFile(QAction *action);
    void addSeparatorToFile();
    /// Adds an entry to the Help menu, below its pages.
    void addToHelp(QAction *action);
    [[nodiscard]] HelpMenu *help() const { return m_help; }
    [[nodiscard]] QAction &quit() const { return *m_quit; }
    /// Adds a menu before Help.
    void addTopic(QMenu *menu);

Q_SIGNALS:
    void fileMenuAboutToShow();

private:
    QMenu *m_file;
    QAction *m_quit;
    HelpMenu *m_help;
};

/// The menu Sources. Opens SourcesDialog, at most one, and CompareWindow. Owned by the window.
class SourcesMenu final : public QMenu
{
    Q_OBJECT

public:
    /// The references must outlive the menu. `window` becomes the parent.
    SourcesMenu(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
        const FlagModel &model, const TransferSettings &transfer, QWidget *window);
    Q_DISABLE_COPY_MOVE(SourcesMenu)

    /// Sets the source and the country that the dialogs select initially. Each may be empty.
    void setCurrent(const QString &sourceId, const QString &code);

    /// How the dialogs that are opened from now on send requests.
    void setTransfer(const TransferSettings &transfer) { m_transfer = transfer; }
    [[nodiscard]] const TransferSettings &transfer() const { return m_transfer; }

    void manage();
    void compare();

private:
    SourceRegistry &m_registry;
    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    const FlagModel &m_model;
    TransferSettings m_transfer;
    QWidget *m_window;
    QPointer<SourcesDialog> m_dialog;
    QString m_sourceId;
    QString m_code;
};

/// The entries of the File menu for files of flags: download, the folder, names and formats, and export. The
/// window is the parent of this object and of its dialogs.
class FileActions final : public QObject
{
    Q_OBJECT

public:
    FileActions(const WindowParts &parts, MenuBar &menuBar, QWidget &window);
    Q_DISABLE_COPY_MOVE(FileActions)

    /// Ctrl+P pauses a batch while it runs, and opens the export otherwise.
    void setBatchRunning(bool isRunning);
    /// Opens the export again if it has requested the batch that has ended.
    void continueExport(const BatchProgress &progress);

Q_SIGNALS:
    void downloadRequested(); ///< of the ticked flags
    /// The dialog of an export shows a result.
    void exported();

private:
    [[nodiscard]] QAction *createExport();
    void addFolderEntries(MenuBar &menuBar);
    void updateEntries();
    void openNames();
    void openExport();
    void showNaming();

    const WindowParts m_parts;
    QWidget &m_window;
    QAction *m_download;
    QAction *m_changeFolder;
    QAction *m_export;
    bool m_isBatchRunning = false;
    QStringList m_neededForExport; // the flags that the export has requested
};
