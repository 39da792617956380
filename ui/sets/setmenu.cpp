#include "ui/sets/setmenu.h"

namespace {

void setAvailability(QAction *action, const QString &blockedReason, const QString &toolTip)
{
    action->setEnabled(blockedReason.isEmpty());
    action->setToolTip(blockedReason.isEmpty() ? toolTip : blockedReason);
}

} // namespace

SetMenu::SetMenu(QWidget *parent)
    : QMenu(tr("Fol&der"), parent)
    , m_update(addAction(tr("&Update"), this, &SetMenu::updateRequested))
    , m_verify(addAction(tr("&Verify"), this, &SetMenu::verifyRequested))
    , m_rebuild(addAction(tr("&Rebuild from flags.json…"), this, &SetMenu::rebuildRequested))
    , m_changes(addAction(tr("Show &changes"), this, &SetMenu::changesRequested))
{
    setToolTipsVisible(true);
    m_update->setShortcut(QKeySequence(Qt::Key_F5));
    m_verify->setShortcut(QKeySequence(Qt::Key_F7));
    refresh();
}

void SetMenu::setSummary(const SetSummary &summary)
{
    m_summary = summary;
    refresh();
}

void SetMenu::setBatchRunning(bool running)
{
    if (running == m_isBatchRunning)
        return;
    m_isBatchRunning = running;
    refresh();
}

void SetMenu::setChangedFlags(int count)
{
    if (count == m_changedFlags)
        return;
    m_changedFlags = count;
    refresh();
}

void SetMenu::refresh()
{
    const QString busy = m_isBatchRunning ? tr("Wait until the batch has ended, or cancel it.") : QString();
    const QString blockedReason = m_summary.isSet() ? busy
        : m_summary.failure                         ? m_summary.problem()
                            : tr("There is no set of flags in the folder yet. Download flags into it first.");
    // The sources of a damaged set are unknown.
    setAvailability(m_update, m_summary.problem().isEmpty() ? blockedReason : m_summary.problem(),
        tr("Download the flags of this folder that have changed at the source (F5)"));
    setAvailability(m_verify, blockedReason, tr("Find missing or damaged files (F7)"));
    setAvailability(m_rebuild, busy,
        tr("Download the flags that the flags.json of another folder lists, into a folder of your choice"));
    setAvailability(m_changes, m_changedFlags > 0 ? QString() : tr("No update has changed a flag yet."),
        tr("Show the old and the new pictures side by side"));
}
