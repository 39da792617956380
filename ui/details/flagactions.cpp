#include "ui/details/flagactions.h"

#include "ui/desktop/openurl.h"
#include "ui/details/savecopydialog.h"
#include "ui/details/savefiledialog.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QWidget>

#include <array>

namespace {

/// A width of the submenu, in pixels, and which of its digits is the mnemonic.
struct WidthChoice
{
    int width;
    qsizetype mnemonic;
};
constexpr std::array widthChoices{WidthChoice{64, 0}, WidthChoice{128, 0}, WidthChoice{256, 0},
    WidthChoice{512, 0}, WidthChoice{1024, 1}, WidthChoice{2048, 2}};
constexpr int usualWidth = 512;

} // namespace

FlagActions::FlagActions(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_png(new QMenu(tr("Copy as P&NG"), &window))
    , m_savePng(new QMenu(tr("Save as PN&G"), &window))
    , m_open(add(tr("&Open file"), &FlagActions::openFile))
    , m_showInFolder(add(tr("&Show in folder"), &FlagActions::showFile))
    , m_copyPicture(add(tr("Copy &picture"), &FlagActions::copyPictureNow))
    , m_saveCopy(add(tr("Sa&ve a copy…"), &FlagActions::askForCopy))
    , m_copyPath(add(tr("Copy path of th&e file"), &FlagActions::copyPathNow))
    , m_copyLink(add(tr("Copy lin&k"), &FlagActions::copyLinkNow))
{
    m_open->setToolTip(tr("Open the file with the program of the desktop (O)"));
    m_showInFolder->setToolTip(tr("Show the file in the file manager (Ctrl+Shift+O)"));
    m_copyPicture->setToolTip(tr("Copy the picture for a document, and the file for a folder (Ctrl+C)"));
    m_open->setShortcut(QKeySequence(Qt::Key_O));
    m_showInFolder->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_copyPicture->setShortcut(QKeySequence::Copy);
    m_saveCopy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_copyPath->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
    m_png->setToolTip(tr("Draws the flag with this width and copies it, for a document"));
    m_savePng->setToolTip(tr("Draws the flag with this width and saves it in a folder of your choice"));
    addWidths(*m_png, &FlagActions::copyPngNow);
    addWidths(*m_savePng, &FlagActions::savePngAs);
    setFile({});
    connect(&m_fileManager, &FileManager::error, this, &FlagActions::error);
    connect(&m_copies, &PictureCopies::notice, this, &FlagActions::notice);
    connect(&m_copies, &PictureCopies::error, this, &FlagActions::error);
}

QAction *FlagActions::add(const QString &text, void (FlagActions::*run)())
{
    auto *action = new QAction(text, this);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void FlagActions::addWidths(QMenu &menu, void (FlagActions::*run)(int width))
{
    menu.menuAction()->setToolTip(menu.toolTip());
    for (const WidthChoice &choice : widthChoices) {
        const QString digits = QString::number(choice.width).insert(choice.mnemonic, u'&');
        const QString text
            = &menu == m_png ? tr("%1 pixels wide").arg(digits) : tr("%1 pixels wide…").arg(digits);
        QAction *action
            = menu.addAction(text, this, [this, run, width = choice.width] { (this->*run)(width); });
        if (choice.width != usualWidth || &menu != m_png)
            continue;
        m_usualPng = action;
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    }
}

QAction *FlagActions::copyPng() const
{
    return m_png->menuAction();
}

QAction *FlagActions::savePng() const
{
    return m_savePng->menuAction();
}

QList<QAction *> FlagActions::all() const
{
    return {m_open, m_showInFolder, m_copyPicture, copyPng(), savePng(), m_saveCopy, m_copyPath, m_copyLink};
}

void FlagActions::bindKeys(QWidget &widget) const
{
    widget.addActions({m_showInFolder, m_copyPicture, m_usualPng, m_saveCopy, m_copyPath});
}

void FlagActions::setFile(const std::optional<FlagFile> &file)
{
    m_file = file;
    const auto actions = all();
    for (QAction *action : actions)
        action->setEnabled(file.has_value());
    const auto widths = m_png->actions() + m_savePng->actions();
    for (QAction *action : widths)
        action->setEnabled(file.has_value());
    m_copyLink->setEnabled(file && !file->link.isEmpty());
}

bool FlagActions::isFileThere()
{
    if (!m_file)
        return false;
    const bool exists = QFileInfo::exists(m_file->path);
    if (!exists)
        Q_EMIT error(
            tr("%1 no longer exists. Download it again.").arg(QDir::toNativeSeparators(m_file->path)));
    return exists;
}

void FlagActions::openFile()
{
    if (!isFileThere())
        return;
    openOnDesktop(QUrl::fromLocalFile(m_file->path), *this, [this, path = m_file->path] {
        Q_EMIT error(
            tr("No program can open %1. Install one and try again.").arg(QDir::toNativeSeparators(path)));
    });
}

void FlagActions::showFile()
{
    if (isFileThere())
        m_fileManager.show(m_file->path);
}

void FlagActions::copyPictureNow()
{
    if (isFileThere())
        m_copies.copyPicture(*m_file);
}

void FlagActions::copyPngNow(int width)
{
    if (isFileThere())
        m_copies.copyPng(*m_file, width);
}

void FlagActions::savePngAs(int width)
{
    if (!isFileThere())
        return;
    QFileDialog *dialog = saveFileDialog(*m_file, suffixOf(RenditionFormat::Png), &m_window);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file = *m_file, width](const QString &path) {
        rememberCopyFolder(path);
        m_copies.save(file, {.rendition = RenditionSpec{RenditionFormat::Png, width}, .path = path});
    });
    dialog->open();
}

void FlagActions::askForCopy()
{
    if (!isFileThere())
        return;
    auto *dialog = new SaveCopyDialog(*m_file, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaveCopyDialog::saveRequested, &m_copies, &PictureCopies::save);
    dialog->open();
}

void FlagActions::copyPathNow()
{
    if (!m_file)
        return;
    QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(m_file->path));
    Q_EMIT notice(tr("Copied the path of the file."));
}

void FlagActions::copyLinkNow()
{
    if (!m_file || m_file->link.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(m_file->link.toString(QUrl::FullyEncoded));
    Q_EMIT notice(tr("Copied the address of the picture."));
}
