#include "ui/window/windowmenus.h"

#include "app/countries/catalogue.h"
#include "ui/compare/comparewindow.h"
#include "ui/exports/exportdialog.h"
#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/footer/recentfolders.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/headerbar.h"
#include "ui/header/sourcechooser.h"
#include "ui/help/helpmenu.h"
#include "ui/sources/sourcesdialog.h"

#include <QAction>
#include <QApplication>
#include <QKeySequence>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

MenuBar::MenuBar(QWidget *parent)
    : QMenuBar(parent)
    , m_file(addMenu(tr("&File")))
    , m_quit(m_file->addAction(tr("&Quit")))
    , m_help(new HelpMenu(this))
{
    m_file->setToolTipsVisible(true);
    connect(m_file, &QMenu::aboutToShow, this, &MenuBar::fileMenuAboutToShow);
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q)); // some platforms have no standard key for Quit
    m_quit->setMenuRole(QAction::QuitRole);
    addMenu(m_help);
}

void MenuBar::addToFile(QAction *action)
{
    m_file->insertAction(m_quit, action);
}

void MenuBar::addSeparatorToFile()
{
    m_file->insertSeparator(m_quit);
}

void MenuBar::addToHelp(QAction *action)
{
    m_help->addTopic(action);
}

void MenuBar::addTopic(QMenu *menu)
{
    insertMenu(m_help->menuAction(), menu);
}

SourcesMenu::SourcesMenu(SourceRegistry &registry, const Catalogue &catalogue, BuiltinServers &servers,
    const FlagModel &model, const TransferSettings &transfer, QWidget *window)
    : QMenu(tr("&Sources"), window)
    , m_registry(registry)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_model(model)
    , m_transfer(transfer)
    , m_window(window)
{
    addAction(tr("&Manage sources..."), this, &SourcesMenu::manage);
    addAction(tr("&Compare..."), this, &SourcesMenu::compare);
}

void SourcesMenu::setCurrent(const QString &sourceId, const QString &code)
{
    m_sourceId = sourceId;
    m_code = code;
}

void SourcesMenu::manage()
{
    if (!m_dialog) {
        m_dialog = new SourcesDialog(m_registry, m_catalogue, m_servers, m_transfer, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->choose(m_sourceId);
    m_dialog->open();
}

void SourcesMenu::compare()
{
    const CompareCountries countries{.current = m_model.countries({m_code}),
        .ticked = m_model.countries(m_model.codesIn(FlagCategory::Ticked))};
    auto *window = new CompareWindow(m_registry, m_servers, m_transfer, countries, m_sourceId, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

FileActions::FileActions(const WindowParts &parts, MenuBar &menuBar, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_download(new QAction(this))
    , m_changeFolder(new QAction(tr("&Change folder…"), this))
    , m_export(createExport())
{
    menuBar.addToFile(m_download);
    menuBar.addSeparatorToFile();
    addFolderEntries(menuBar);
    menuBar.addSeparatorToFile();
    menuBar.addToFile(m_parts.files.action());
    menuBar.addToFile(m_export);
    menuBar.addSeparatorToFile();
    connect(m_download, &QAction::triggered, this, &FileActions::downloadRequested);
    connect(m_parts.files.action(), &QAction::triggered, this, &FileActions::openNames);
    connect(&m_parts.files, &FileSettings::rulesChanged, this, &FileActions::showNaming);
    connect(&menuBar, &MenuBar::fileMenuAboutToShow, this, &FileActions::updateEntries);
    setBatchRunning(false);
    updateEntries();
}

QAction *FileActions::createExport()
{
    auto *action = new QAction(tr("Print or &export…"), this);
    action->setToolTip(
        tr("A sheet to print (PDF), a picture (PNG), a sprite for web pages (CSS), or a table"));
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, &FileActions::openExport);
    return action;
}

void FileActions::addFolderEntries(MenuBar &menuBar)
{
    auto *open = new QAction(tr("&Open folder"), this);
    open->setToolTip(tr("Show the folder in the file manager"));
    m_changeFolder->setToolTip(tr("Choose the folder that flags are saved to"));
    menuBar.addToFile(m_changeFolder);
    menuBar.addToFile(m_parts.folder.recent()->menuAction());
    menuBar.addToFile(open);
    connect(m_changeFolder, &QAction::triggered, &m_parts.folder, &FolderRow::chooseFolder);
    connect(open, &QAction::triggered, &m_parts.folder, &FolderRow::openFolder);
}

// Only while the menu is open, because ticks change often.
void FileActions::updateEntries()
{
    const int ticked = m_parts.model.counts().of(FlagCategory::Ticked);
    // The key is that of the button; a second one would make it ambiguous.
    const QString key = u'\t' + QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    m_download->setText((ticked > 0 ? tr("&Download %n flag(s)", nullptr, ticked) : tr("&Download")) + key);
    m_download->setToolTip(
        ticked > 0 ? tr("Download the ticked flags") : tr("Tick at least one country first"));
    m_download->setEnabled(ticked > 0 && !m_isBatchRunning);
    m_changeFolder->setEnabled(m_parts.folder.isChangeable());
}

void FileActions::openNames()
{
    m_parts.files.open(m_parts.header.source()->sources().first());
}

void FileActions::openExport()
{
    auto *dialog
        = new ExportDialog(m_parts.folder.folder(), m_parts.model.codesIn(FlagCategory::Ticked), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::downloadRequested, this, [this] {
        m_neededForExport = m_parts.model.codesIn(FlagCategory::Ticked);
        Q_EMIT downloadRequested();
    });
    connect(dialog, &ExportDialog::exported, this, &FileActions::exported);
    dialog->open();
}

void FileActions::continueExport(const BatchProgress &progress)
{
    const QStringList needed = std::exchange(m_neededForExport, QStringList());
    const bool isOfExport = !needed.isEmpty() && progress.total == needed.size()
        && m_parts.model.codesIn(FlagCategory::Ticked) == needed;
    if (isOfExport && progress.onDisk() > 0 && progress.cancelled == 0
        && QApplication::activeModalWidget() == nullptr)
        openExport();
}

void FileActions::setBatchRunning(bool isRunning)
{
    m_isBatchRunning = isRunning;
    QList<QKeySequence> keys{QKeySequence(Qt::CTRL | Qt::Key_E)};
    if (!isRunning)
        keys.append(QKeySequence(Qt::CTRL | Qt::Key_P));
    m_export->setShortcuts(keys);
}

void FileActions::showNaming()
{
    m_parts.folder.setNaming(m_parts.files.rules().nameTemplate.text());
}
