#include "ui/window/menubar.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMessageBox>

using namespace Qt::StringLiterals;

MenuBar::MenuBar(QWidget *parent)
    : QMenuBar(parent)
    , m_file(addMenu(tr("&File")))
    , m_quit(m_file->addAction(tr("&Quit"), this, &MenuBar::quitRequested))
    , m_help(addMenu(tr("&Help")))
{
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q)); // some platforms have no standard key for it
    m_quit->setMenuRole(QAction::QuitRole);
    QAction *about = m_help->addAction(tr("&About Flagfetch"), this, &MenuBar::showAbout);
    about->setMenuRole(QAction::AboutRole);
}

void MenuBar::addToFile(QAction *action)
{
    m_file->insertAction(m_quit, action);
}

void MenuBar::addTopic(QMenu *menu)
{
    insertMenu(m_help->menuAction(), menu);
}

void MenuBar::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Flagfetch"),
        u"<h3>%1 %2</h3><p>%3</p><p>%4</p>"_s.arg(tr("Flagfetch"), QCoreApplication::applicationVersion(),
            tr("Downloads the flags of the world."),
            tr("Free software under the GNU General Public License, version 3 or later.<br>With Qt %1.")
                .arg(QLatin1StringView(qVersion()))),
        QMessageBox::Close, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(window()->windowIcon().pixmap(64));
    box->open();
}
