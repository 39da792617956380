#include "ui/sets/setmenu.h"

#include "app/failures/failure.h"
#include "app/sets/loadedset.h"
#include "app/sets/verification.h"

#include <QCoreApplication>
#include <QDir>

namespace {

struct SetSummaryText
{
    Q_DECLARE_TR_FUNCTIONS(SetSummaryText)
};

void setAvailability(QAction *action, const QString &blockedReason, const QString &toolTip)
{
    action->setEnabled(blockedReason.isEmpty());
    action->setToolTip(blockedReason.isEmpty() ? toolTip : blockedReason);
}

} // namespace

QString SetSummary::problem() const
{
    if (failure)
        return failureText(*failure, QDir::toNativeSeparators(folder));
    if (isNewer)
        return failureText({FailureKind::NewerSet, 0, {}}, {});
    if (damage.isEmpty())
        return {};
    return SetSummaryText::tr(
        "flags.json in this folder is damaged (%1). The next download backs it up and creates a new one "
        "from the files.")
        .arg(damage);
}

QString SetSummary::pendingWorkText() const
{
    if (!pending || isNewer)
        return {};
    return interruptionText(pending->missing, pending->total);
}

SetSummary readSetSummary(const QString &folder, const std::stop_token &stop)
{
    SetSummary summary{.folder = folder};
    const auto set = loadSet(folder, stop);
    if (!set) {
        summary.failure = set.error();
        return summary;
    }
    summary.flags = int(set->manifest.flags.size());
    summary.isNewer = set->isNewer;
    summary.damage = set->damage;
    if (const auto pending = set->pendingWork())
        summary.pending = {.missing = int(pending->countMissing()), .total = int(pending->countAll())};
    return summary;
}

SetMenu::SetMenu(QWidget *parent)
    : QMenu(tr("S&et"), parent)
    , m_update(addAction(tr("&Update"), this, &SetMenu::updateRequested))
    , m_verify(addAction(tr("&Verify"), this, &SetMenu::verifyRequested))
    , m_rebuild(addAction(tr("&Rebuild from a manifest…"), this, &SetMenu::rebuildRequested))
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
        tr("Download the flags of the folder that have changed (F5)"));
    setAvailability(m_verify, blockedReason, tr("Check every file of the folder against its hash (F7)"));
    setAvailability(m_rebuild, busy, tr("Download the flags that a flags.json from another folder lists"));
    setAvailability(m_changes, m_changedFlags > 0 ? QString() : tr("No update has changed a flag yet."),
        tr("Show the old and the new pictures side by side"));
}
