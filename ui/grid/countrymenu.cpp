#include "ui/grid/countrymenu.h"

#include "ui/grid/flagmodel.h"
#include "ui/grid/modelmessages.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <utility>

CountryMenu::CountryMenu(QWidget *parent)
    : QMenu(parent)
{
}

void CountryMenu::open(const QModelIndex &cell, bool isBatchRunning, const QPoint &globalPosition)
{
    m_cell = cell;
    m_code = cell.data(FlagModel::CodeRole).toString();
    m_state = cell.data(FlagModel::StateRole).value<FlagState>();
    setAccessibleName(cell.data(Qt::DisplayRole).toString());
    clear();
    addTick();
    addSeparator(); // QMenu merges adjacent separators and hides one at the end
    if (!isBatchRunning)
        addDownload();
    addSteering();
    addSeparator();
    addFlagActions();
    addFailure();
    popup(globalPosition);
}

void CountryMenu::add(const QString &text, CodeSignal request)
{
    addAction(text, this, [this, request] { Q_EMIT(this->*request)(m_code); });
}

void CountryMenu::addTick()
{
    const bool ticked = m_cell.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    addAction(ticked ? tr("Un&tick") : tr("&Tick"), this, [this] { Q_EMIT tickRequested(m_cell); });
}

void CountryMenu::addDownload()
{
    if (isFault(m_cell.data(FlagModel::ConditionRole).value<FileCondition>()))
        add(tr("&Repair"), &CountryMenu::repairRequested);
    switch (m_state) {
    case FlagState::NotAsked:
    case FlagState::Fetched:
        return add(tr("&Download this flag"), &CountryMenu::downloadRequested);
    case FlagState::Saved:
    case FlagState::Unchanged:
    case FlagState::Skipped:
        return add(tr("&Download this flag again"), &CountryMenu::downloadRequested);
    case FlagState::NotFound:
    case FlagState::Failed:
    case FlagState::Cancelled:
        return add(tr("Try &again"), &CountryMenu::downloadRequested);
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Downloading:
        return;
    }
    Q_UNREACHABLE();
}

void CountryMenu::addSteering()
{
    const bool isHeld = m_state == FlagState::OnHold;
    const bool isWaiting = m_state == FlagState::Waiting;
    if (isWaiting)
        add(tr("Put on &hold"), &CountryMenu::holdRequested);
    if (isHeld)
        add(tr("&Release"), &CountryMenu::releaseRequested);
    if (isWaiting || isHeld || m_state == FlagState::Downloading)
        add(tr("&Cancel"), &CountryMenu::cancelRequested);
}

void CountryMenu::addFlagActions()
{
    for (QAction *action : std::as_const(m_flagActions)) {
        if (action->isEnabled())
            addAction(action);
    }
}

void CountryMenu::addFailure()
{
    const QString failure = cellFailure(m_cell);
    if (!failure.isEmpty())
        addAction(
            tr("Cop&y failure text"), this, [failure] { QGuiApplication::clipboard()->setText(failure); });
}
