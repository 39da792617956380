#include "ui/window/fileactions.h"

#include "ui/exports/exportdialog.h"
#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/headerbar.h"
#include "ui/header/sourcechooser.h"
#include "ui/window/menubar.h"

#include <QAction>

FileActions::FileActions(const WindowParts &parts, MenuBar &menuBar, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
{
    auto *exporting = new QAction(tr("&Export…"), this);
    exporting->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    menuBar.addToFile(m_parts.files.action());
    menuBar.addToFile(exporting);
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
