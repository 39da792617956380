#include "ui/window/labactions.h"

#include "app/builtin/builtinservers.h"
#include "ui/grid/flagmodel.h"
#include "ui/lab/labwindow.h"
#include "ui/window/windowmenus.h"

#include <QAction>

LabActions::LabActions(const WindowParts &parts, const LabTargets &targets, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_targets(targets)
    , m_window(window)
    , m_action(new QAction(tr("Concurrency &lab…"), this))
{
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F8));
    m_action->setToolTip(tr("Measure how much it helps to send more requests at once"));
    connect(m_action, &QAction::triggered, this, &LabActions::open);
}

void LabActions::open()
{
    if (!m_lab) {
        m_lab = newWindow();
        m_lab->show();
    }
    m_lab->updateTicked();
    m_lab->raise();
    m_lab->activateWindow();
}

LabWindow *LabActions::newWindow()
{
    const auto ticked
        = [&model = m_parts.model] { return model.countries(model.codesIn(FlagCategory::Ticked)); };
    auto *lab = new LabWindow({.catalogue = m_targets.catalogue,
                                  .registry = m_targets.registry,
                                  .picturesFolder = m_targets.servers.settings().picturesFolder,
                                  .transfer = m_targets.sources.transfer(),
                                  .activity = m_targets.activity,
                                  .ticked = ticked},
        &m_window);
    lab->setAttribute(Qt::WA_DeleteOnClose);
    return lab;
}
