#include "ui/help/helpmenu.h"

#include "ui/desktop/openurl.h"
#include "ui/help/helptext.h"
#include "ui/help/helpwindow.h"
#include "ui/help/lessondocument.h"
#include "ui/help/lessontext.h"
#include "ui/help/shortcutlist.h"

#include <QAction>
#include <QCoreApplication>
#include <QMessageBox>
#include <QUrl>

HelpMenu::HelpMenu(QWidget *parent)
    : QMenu(tr("&Help"), parent)
{
    addAction(tr("&How to use Flagfetch"), QKeySequence(Qt::Key_F1), this, &HelpMenu::showHelp);
    addAction(
        tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Question), this, &HelpMenu::showShortcuts);
    addAction(
        tr("&Lesson: how programs wait"), QKeySequence(Qt::SHIFT | Qt::Key_F1), this, &HelpMenu::showLesson);
    m_endOfTopics = addSeparator();
    addAction(tr("&About Flagfetch"), this, &HelpMenu::showAbout)->setMenuRole(QAction::AboutRole);
}

void HelpMenu::showHelp()
{
    if (m_help == nullptr)
        m_help = new HelpWindow(tr("How to use Flagfetch"), mainWindow());
    m_help->showPage(helpPage());
}

// The keys depend on the state of the window, so the page is created each time.
void HelpMenu::showShortcuts()
{
    if (m_shortcuts == nullptr)
        m_shortcuts = new HelpWindow(tr("Keyboard shortcuts"), mainWindow());
    m_shortcuts->showPage(shortcutPage(shortcutsOf(*mainWindow())));
}

void HelpMenu::showLesson()
{
    if (m_lesson == nullptr) {
        m_lesson = new HelpWindow(tr("Lesson: how programs wait"), mainWindow());
        m_lesson->addActions(m_links.values());
        connect(m_lesson, &HelpWindow::linkActivated, this, &HelpMenu::follow);
    }
    m_lesson->showPage(lessonPage(lessonDocument(QCoreApplication::applicationDirPath())));
}

void HelpMenu::follow(const QUrl &link)
{
    QAction *action = m_links.value(link.toString());
    if (action == nullptr)
        openOnDesktop(link, *this, [this, link] { reportUnopened(link); });
    else if (!action->isChecked()) // what is shown is not hidden
        action->trigger();
}

void HelpMenu::reportUnopened(const QUrl &link)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("The file cannot be opened"),
        tr("No program can open %1. Install one and try again.")
            .arg(link.toDisplayString(QUrl::PreferLocalFile)),
        QMessageBox::Ok, m_lesson);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void HelpMenu::showAbout()
{
    if (m_about == nullptr)
        m_about = new HelpWindow(tr("About Flagfetch"), mainWindow());
    m_about->showPage(aboutPage());
}

// Not window(): a menu is a window itself.
QWidget *HelpMenu::mainWindow() const
{
    return parentWidget()->window();
}
