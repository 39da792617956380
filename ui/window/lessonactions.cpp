#include "ui/window/lessonactions.h"

#include "app/builtin/builtinservers.h"
#include "app/sources/sourcelist.h"
#include "ui/help/helpmenu.h"
#include "ui/help/lessontext.h"
#include "ui/lesson/threewayswindow.h"
#include "ui/window/windowmenus.h"

#include <QAction>

#include <algorithm>

LessonActions::LessonActions(const Catalogue &catalogue, const BuiltinServers &servers,
    RunningActivity &activity, MenuBar &menuBar, QAction *timeline, QWidget &window)
    : QObject(&window)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_activity(activity)
    , m_window(window)
{
    auto *action = new QAction(tr("&Three ways to download…"), this);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F1));
    action->setToolTip(tr("Download the same flags one at a time, in threads and in an event loop"));
    connect(action, &QAction::triggered, this, &LessonActions::openThreeWays);
    menuBar.addToHelp(action);
    menuBar.help()->addLink(threeWaysLink, action);
    menuBar.help()->addLink(timelineLink, timeline);
}

void LessonActions::openThreeWays()
{
    if (m_threeWays) {
        m_threeWays->raise();
        m_threeWays->activateWindow();
        return;
    }
    const QList<Source> sources = SourceList::shipped().sources();
    const auto slow = std::ranges::find(sources, Embedded::Slow, &Source::embedded);
    Q_ASSERT(slow != sources.cend());
    m_threeWays
        = new ThreeWaysWindow(m_catalogue, *slow, m_servers.settings().picturesFolder, m_activity, &m_window);
    m_threeWays->setAttribute(Qt::WA_DeleteOnClose);
    m_threeWays->show();
}
