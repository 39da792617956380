#pragma once

#include "app/downloads/flagresult.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/tickhistory.h"
#include "ui/lesson/runningactivity.h"
#include "ui/sources/sourceregistry.h"
#include "ui/window/instancelock.h"
#include "ui/window/sessionclient.h"
#include "ui/window/windowrun.h"
#include "ui/window/windowstate.h"

#include <QWidget>

class DownloadCommands;
class DownloadSession;
class BuiltinServers;
class Catalogue;
class CountryImporter;
class CountryMenu;
class DetailsSplitter;
class FooterBar;
class GridActions;
class MenuBar;
class PicturesCheck;
class QAction;
class QuitQuestion;
class SelectMenu;
class SetControl;
class SetMenu;
class SourceList;
class SourcesMenu;
class StateSaver;
class StatusView;
class TimelineSplitter;
struct SetSummary;

/// The main window. Owns its parts and connects them to each other and to the session. Lives in the GUI
/// thread. Closing it interrupts the running batch, after a question. The next run of the program offers to
/// resume that batch.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `session` and `servers` must outlive the window.
    MainWindow(DownloadSession &session, const Catalogue &catalogue, const SourceList &sources,
        BuiltinServers &servers, const WindowOptions &options, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MainWindow)

    [[nodiscard]] SessionClient &session() { return m_session; }
    [[nodiscard]] const WindowParts &parts() const { return m_parts; }
    [[nodiscard]] TickHistory &ticks() { return m_ticks; }

    /// Closes the window without a question.
    void closeAtOnce();

Q_SIGNALS:
    /// The window will close: settings are written and the batch is interrupted next, which may take long.
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectHeader();
    void connectGrid();
    void connectMenu(QAction *lab);
    void connectBatch();
    void connectExport();
    void connectSources();
    void connectSet();
    void showSet(const SetSummary &summary);
    void completeStart();

    FlagModel m_model;
    TickHistory m_ticks{m_model};
    SourceRegistry m_registry;
    SessionClient m_session;
    RunningActivity m_activity;
    const InstanceLock m_instance;

    FileSettings *m_files;
    SourcesMenu *m_sources;
    SetMenu *m_setMenu;
    SetControl *m_set;
    CountryPane *m_countries;
    DetailsSplitter *m_details;
    TimelineSplitter *m_timeline;
    SelectMenu *m_select;
    CountryMenu *m_menu;
    HeaderBar *m_header;
    FooterBar *m_footer;
    MenuBar *m_menuBar;
    CountryImporter *m_importer;
    WindowParts m_parts;
    DownloadCommands *m_commands;
    GridActions *m_actions;
    PicturesCheck *m_pictures;
    StatusView *m_status;
    QuitQuestion *m_quit;
    StateSaver *m_saver = nullptr; // created after the window state is restored
    bool m_isPainted = false;
};
