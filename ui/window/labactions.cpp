#include "ui/window/labactions.h"

#include "app/builtin/builtinservers.h"
#include "ui/grid/flagmodel.h"
#include "ui/lab/labwindow.h"
#include "ui/window/sessionclient.h"
#include "ui/window/windowmenus.h"

#include <QAction>

LabActions::LabActions(
    const WindowParts &parts, const LabTargets &targets, const SessionClient &session, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_targets(targets)
    , m_session(session)
    , m_window(window)
    , m_action(new QAction(tr("Concurrency &lab…"), this))
{
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F8));
    m_action->setToolTip(tr("Measure how much it helps to send more requests at once"));
    connect(m_action, &QAction::triggered, this, &LabActions::open);
    connect(&m_session, &SessionClient::stateChanged, this, [this] {
        if (m_lab)
            m_lab->setBlocked(m_session.isRunning());
    });
}

void LabActions::open()
{
    const QList<Country> ticked = m_parts.model.countries(m_parts.model.codesIn(FlagCategory::Ticked));
    if (!m_lab) {
        m_lab = newWindow();
        m_lab->show();
    }
    m_lab->setTicked(ticked);
    m_lab->raise();
    m_lab->activateWindow();
}

LabWindow *LabActions::newWindow()
{
    auto *lab = new LabWindow({.catalogue = m_targets.catalogue,
                                  .registry = m_targets.registry,
                                  .picturesFolder = m_targets.servers.settings().picturesFolder,
                                  .transfer = m_targets.sources.transfer()},
        &m_window);
    lab->setAttribute(Qt::WA_DeleteOnClose);
    lab->setBlocked(m_session.isRunning());
    return lab;
}
