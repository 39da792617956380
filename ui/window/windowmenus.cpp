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
#include <QMenu>

MenuBar::MenuBar(QWidget *parent)
    : QMenuBar(parent)
    , m_file(addMenu(tr("&File")))
    , m_quit(m_file->addAction(tr("&Quit"), this, &MenuBar::quitRequested))
    , m_help(new HelpMenu(this))
{
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q)); // some platforms have no standard key for Quit
    m_quit->setMenuRole(QAction::QuitRole);
    addMenu(m_help);
}

void MenuBar::addToFile(QAction *action)
{
    m_file->insertAction(m_quit, action);
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
{
    auto *exporting = new QAction(tr("&Export…"), this);
    exporting->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    menuBar.addToFile(m_parts.files.action());
    menuBar.addToFile(exporting);
    menuBar.addToFile(m_parts.folder.recent()->menuAction());
    connect(m_parts.files.action(), &QAction::triggered, this, &FileActions::openNames);
    connect(exporting, &QAction::triggered, this, &FileActions::openExport);
    connect(&m_parts.files, &FileSettings::rulesChanged, this, &FileActions::showNaming);
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
    dialog->open();
}

void FileActions::showNaming()
{
    m_parts.folder.setNaming(m_parts.files.rules().nameTemplate.text());
}
