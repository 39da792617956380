#include "ui/window/mainwindow.h"

#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"
#include "ui/desktop/desktopprogress.h"
#include "ui/details/detailspanel.h"
#include "ui/details/detailssplitter.h"
#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/footer/footerbar.h"
#include "ui/grid/countrymenu.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/header/batchbuttons.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/selectmenu.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/enterkey.h"
#include "ui/look/focuskeeper.h"
#include "ui/look/icons.h"
#include "ui/sets/setcontrol.h"
#include "ui/sets/setmenu.h"
#include "ui/sources/sourcechecks.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelinesplitter.h"
#include "ui/window/countryimporter.h"
#include "ui/window/detailscontrol.h"
#include "ui/window/downloadcommands.h"
#include "ui/window/gridactions.h"
#include "ui/window/labactions.h"
#include "ui/window/lessonactions.h"
#include "ui/window/preferencescontrol.h"
#include "ui/window/quitkey.h"
#include "ui/window/quitquestion.h"
#include "ui/window/statusview.h"
#include "ui/window/timelinecontrol.h"
#include "ui/window/viewcontrol.h"
#include "ui/window/windowmenus.h"
#include "ui/window/windowstate.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
// Appends requested codes that the catalogue does not contain. Their cells follow the others.
QList<Country> countriesFor(const Catalogue &catalogue, const WindowOptions &options)
{
    QList<Country> countries = catalogue.countries() + catalogue.extras();
    const QStringList wanted = options.ticked.value_or(QStringList());
    for (const QString &code : wanted) {
        if (!catalogue.find(code))
            countries.append(catalogue.countryFor(code));
    }
    return countries;
}
} // namespace

MainWindow::MainWindow(DownloadSession &session, const Catalogue &catalogue, const SourceList &sources,
    BuiltinServers &servers, const WindowOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_model(countriesFor(catalogue, options))
    , m_registry(sources, options.ownSources, options.addedSources, options.ownSourcesPath)
    , m_session(session)
    , m_files(new FileSettings(catalogue, this))
    , m_sources(new SourcesMenu(m_registry, catalogue, servers, m_model, options.transfer, this))
    , m_setMenu(new SetMenu(this))
    , m_set(new SetControl(catalogue, m_model, *m_setMenu, *this))
    , m_countries(new CountryPane(m_model, catalogue))
    , m_details(new DetailsSplitter(m_countries, m_model, catalogue, *this))
    , m_timeline(new TimelineSplitter(m_details, new TimelinePanel(catalogue)))
    , m_select(new SelectMenu(m_ticks, m_countries->filter(), catalogue, this))
    , m_menu(new CountryMenu(this))
    , m_header(new HeaderBar(m_registry, servers, m_select))
    , m_footer(new FooterBar(m_model))
    , m_menuBar(new MenuBar(this))
    , m_importer(new CountryImporter(m_ticks, m_countries->finder(), *this))
    , m_parts{m_model, *m_header, *m_countries, *m_footer->folder(), *m_files, *m_details, *m_timeline}
    , m_commands(new DownloadCommands(m_parts, m_session, options, *this))
    , m_actions(new GridActions(m_parts, m_ticks, m_session, *this))
    , m_pictures(new PicturesCheck(servers, this))
    , m_status(new StatusView(
          m_parts, {*m_footer, *m_setMenu, *m_select, *new DesktopProgress(*this)}, m_session, *this))
    , m_quit(new QuitQuestion(m_session, *this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->setMenuBar(m_menuBar);
    layout->addWidget(m_header);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_footer);

    new QuitKey(m_menuBar->quit(), *this);
    connectHeader();
    connectGrid();
    connectMenu(
        (new LabActions(m_parts, {catalogue, m_registry, servers, *m_sources, m_activity}, *this))->action());
    connectBatch();
    connectExport();
    new LessonActions(catalogue, servers, m_activity, *m_menuBar, m_timeline->panel()->toggle(), *this);
    connectSources();
    connectSet();
    if (WindowSettings::areNew() && !options.ticked && options.sources.isEmpty())
        m_footer->showWelcome();
    new ViewControl(m_parts, *m_commands, *m_footer, *this);
    new DetailsControl(m_parts, {m_session, *m_commands, *m_set, *m_menu, *m_footer}, *this);
    m_commands->setLog((new TimelineControl(m_parts, m_session, *m_footer, *this))->log());
    restoreWindow(*this, m_parts, options);
    if (!m_instance.isFirst()) // the window manager finds a place next to the other window
        setAttribute(Qt::WA_Moved, false);
    m_ticks.clear();
    const auto *preferences = new PreferencesControl(
        m_parts, {*m_menuBar, *m_commands, *m_sources, servers, catalogue}, options, *this);
    connect(preferences, &PreferencesControl::notice, m_footer, &FooterBar::showNotice);
    m_saver = new StateSaver(m_parts, *this);
    m_status->refresh();
    m_countries->setFocus();
    new FocusKeeper(*this, *m_countries->grid());
}

void MainWindow::closeAtOnce()
{
    m_quit->skip();
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quit->allowsClosing()) {
        event->ignore();
        return;
    }
    Q_EMIT closing();
    m_saver->finish();
    m_session.interrupt();
    event->accept();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    // The queued call runs after all parts of the window are painted.
    if (!std::exchange(m_isPainted, true))
        QMetaObject::invokeMethod(this, &MainWindow::completeStart, Qt::QueuedConnection);
}

// Other programs may have changed the files meanwhile.
void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_isPainted)
        m_set->refresh();
}

// What the first paint does not need.
void MainWindow::completeStart()
{
    setWindowIcon(applicationIcon());
    connect(m_footer->folder(), &FolderRow::folderChanged, m_set, &SetControl::setFolder);
    m_set->setFolder(m_footer->folder()->folder());
    connect(m_header->source(), &SourceChooser::sourceChanged, m_pictures, &PicturesCheck::check);
    m_pictures->check(m_header->source()->source());
}

void MainWindow::connectHeader()
{
    const BatchButtons *buttons = m_header->buttons();
    connect(buttons, &BatchButtons::downloadRequested, m_commands, &DownloadCommands::downloadTicked);
    connect(buttons, &BatchButtons::cancelRequested, &m_session,
        &SessionClient::interrupt); // so that it can be continued
    connect(buttons, &BatchButtons::pauseRequested, &m_session, &SessionClient::pause);
    connect(buttons, &BatchButtons::continueRequested, &m_session, &SessionClient::unpause);
    connect(m_header->limit(), &QSpinBox::valueChanged, &m_session, &SessionClient::setLimit);

    const SearchField *search = m_header->search();
    connect(search, &QLineEdit::textChanged, m_countries, &CountryPane::setSearch);
    connect(search, &QLineEdit::returnPressed, m_countries, qOverload<>(&QWidget::setFocus));
    connect(m_countries, &CountryPane::clearSearchRequested, search, &QLineEdit::clear);
    connect(m_countries, &CountryPane::searchRequested, search, &QLineEdit::setText);
    connect(m_header->categories(), &CategoryBar::categoryChosen, m_countries, &CountryPane::setCategory);
    connect(
        m_header->size(), &SizeSlider::pictureWidthChanged, m_countries->grid(), &FlagGrid::setPictureWidth);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setWhatsThis(tr("Clear the search"));
    connect(escape, &QShortcut::activated, search, &QLineEdit::clear);
}

void MainWindow::connectGrid()
{
    const FlagGrid *grid = m_countries->grid();
    ignoreHeldEnter(*m_countries->grid());
    connect(
        grid->selectionModel(), &QItemSelectionModel::currentChanged, m_footer, &FooterBar::setCurrentCell);
    connect(grid, &FlagGrid::menuRequested, m_menu, [this](const QModelIndex &cell, const QPoint &position) {
        m_menu->open(cell, m_session.isRunning(), position);
    });
}

void MainWindow::connectMenu(QAction *lab)
{
    m_actions->addMenus(*m_menuBar, m_select, lab);
    connect(m_actions, &GridActions::detailsRequested, m_details->panel(), &DetailsPanel::open);
    connect(m_actions, &GridActions::downloadRequested, m_commands, &DownloadCommands::downloadCountry);
    connect(m_actions, &GridActions::notice, m_footer, &FooterBar::showNotice);
    connect(m_importer, &CountryImporter::imported, m_actions, &GridActions::showImported);
    connect(m_select, &SelectMenu::clipboardRequested, m_importer, &CountryImporter::paste);
    connect(m_select, &SelectMenu::fileRequested, m_importer, &CountryImporter::chooseFile);
    connect(m_select, &SelectMenu::notice, m_footer, &FooterBar::showNotice);
    connect(m_importer, &CountryImporter::notice, m_footer, &FooterBar::showImport);
    connect(m_importer, &CountryImporter::error, m_footer, &FooterBar::showImportError);
    connect(m_menu, &CountryMenu::tickRequested, m_countries->grid(), &FlagGrid::toggle);
    connect(m_menu, &CountryMenu::downloadRequested, m_commands, &DownloadCommands::downloadCountry);
    connect(m_menu, &CountryMenu::repairRequested, m_set, &SetControl::repairCountry);
    connect(m_menu, &CountryMenu::holdRequested, &m_session, &SessionClient::holdCountry);
    connect(m_menu, &CountryMenu::releaseRequested, &m_session, &SessionClient::releaseCountry);
    connect(m_menu, &CountryMenu::cancelRequested, &m_session, &SessionClient::cancelCountry);
}

void MainWindow::connectBatch()
{
    connect(&m_session, &SessionClient::stateChanged, &m_activity,
        [this] { m_activity.setOperation(m_session.isRunning()); });
    connect(m_status, &StatusView::batchBegan, this, [this] { m_saver->save(); });
    connect(m_commands, &DownloadCommands::error, m_footer, &FooterBar::showError);
    connect(m_commands, &DownloadCommands::notice, m_footer, &FooterBar::showNotice);
    connect(m_commands, &DownloadCommands::demonstrationChanged, m_footer, &FooterBar::setDemonstration);
    connect(m_commands, &DownloadCommands::finished, m_status, &StatusView::endBatch);
    connect(m_commands, &DownloadCommands::finished, m_set, &SetControl::refresh);
    connect(m_commands, &DownloadCommands::notBegun, m_set, &SetControl::refresh);
    connect(m_footer, &FooterBar::continueRequested, &m_session, &SessionClient::unpause);
    connect(m_footer, &FooterBar::retryRequested, m_commands, &DownloadCommands::retryFailed);
}

void MainWindow::connectExport()
{
    auto *files = new FileActions(m_parts, *m_menuBar, *this);
    connect(files, &FileActions::downloadRequested, m_commands, &DownloadCommands::downloadTicked);
    connect(m_commands, &DownloadCommands::finished, files, &FileActions::continueExport);
    connect(files, &FileActions::exported, m_footer, &FooterBar::clearResult);
    connect(&m_session, &SessionClient::stateChanged, files,
        [this, files] { files->setBatchRunning(m_session.isRunning()); });
}

void MainWindow::connectSources()
{
    m_menuBar->addTopic(m_sources);
    const SourceChooser *chooser = m_header->source();
    const auto showCurrent = [this] {
        const QModelIndex cell = m_countries->grid()->currentIndex();
        m_sources->setCurrent(m_header->source()->source().id, cell.data(FlagModel::CodeRole).toString());
    };
    connect(m_sources, &QMenu::aboutToShow, this, showCurrent);
    connect(chooser, &SourceChooser::manageRequested, this, showCurrent);
    connect(chooser, &SourceChooser::manageRequested, m_sources, &SourcesMenu::manage);
    connect(&m_registry, &SourceRegistry::error, m_footer, &FooterBar::showError); // the dialog may be closed
    if (!m_registry.problems().isEmpty())
        m_footer->showError(m_registry.problems().join(u'\n'));
    connect(m_pictures, &PicturesCheck::notice, m_footer, &FooterBar::setSourceNotice);
}

void MainWindow::connectSet()
{
    m_menuBar->addTopic(m_setMenu);
    m_footer->folder()->addTool(m_setMenu->update());
    m_footer->folder()->addTool(m_setMenu->verify());
    connect(m_footer, &FooterBar::resumePendingRequested, m_set, &SetControl::resume);
    connect(m_footer, &FooterBar::changesRequested, m_set, &SetControl::showChanges);
    connect(&m_session, &SessionClient::stateChanged, m_set,
        [this] { m_set->setOperationRunning(m_session.isRunning()); });
    connect(m_set, &SetControl::summaryRead, this, &MainWindow::showSet);
    connect(m_set, &SetControl::operationRequested, m_commands, &DownloadCommands::start);
    connect(m_commands, &DownloadCommands::refused, m_footer, &FooterBar::showError);
    connect(
        m_commands, &DownloadCommands::refused, m_set, &SetControl::refresh); // the set may have been changed
    connect(m_set, &SetControl::error, m_footer, &FooterBar::showError);
    connect(m_set, &SetControl::verified, m_footer, &FooterBar::clearResult);
    connect(m_footer, &FooterBar::repairRequested, m_set, &SetControl::verify);
}

void MainWindow::showSet(const SetSummary &summary)
{
    m_footer->offerPendingWork(summary.pendingWorkText());
    m_footer->setFolderProblem(summary.problem());
    m_commands->setBlockedReason(summary.isNewer ? summary.problem() : QString());
    if (summary.folder == m_footer->folder()->folder())
        m_commands->showFolder(summary.flagsOfSet);
}
