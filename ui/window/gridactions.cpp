#include "ui/window/gridactions.h"

#include "app/language/joining.h"
#include "ui/details/detailspanel.h"
#include "ui/details/detailssplitter.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/tickhistory.h"
#include "ui/header/categorybar.h"
#include "ui/header/editmenu.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/matchcount.h"
#include "ui/header/selectmenu.h"
#include "ui/header/viewmenu.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelinesplitter.h"
#include "ui/window/sessionclient.h"
#include "ui/window/windowmenus.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace {

/// Says how many countries are ticked after the change.
QString outcome(const TickChange &change)
{
    const auto before = static_cast<int>(change.before);
    const auto after = static_cast<int>(change.after);
    switch (change.kind) {
    case TickChange::Kind::Undone:
        return GridActions::tr("Undone: %1. %n countries are ticked.", nullptr, after).arg(change.step);
    case TickChange::Kind::Redone:
        return GridActions::tr("Redone: %1. %n countries are ticked.", nullptr, after).arg(change.step);
    case TickChange::Kind::Added:
        return GridActions::tr(
            "%n countries added, %1 are ticked.", nullptr, static_cast<int>(change.codes.size()))
            .arg(QLocale().toString(after));
    case TickChange::Kind::Replaced:
        return after == 0 ? GridActions::tr("%n countries unticked.", nullptr, before)
                          : GridActions::tr("%n countries ticked instead of %1.", nullptr, after)
                                .arg(QLocale().toString(before));
    }
    Q_UNREACHABLE();
}

bool isUndoStep(TickChange::Kind kind)
{
    return kind == TickChange::Kind::Undone || kind == TickChange::Kind::Redone;
}

} // namespace

GridActions::GridActions(
    const WindowParts &parts, TickHistory &ticks, const SessionClient &session, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_ticks(ticks)
    , m_session(session)
{
    const FlagGrid *grid = m_parts.countries.grid();
    connect(grid, &FlagGrid::opened, this, &GridActions::open);
    connect(grid, &FlagGrid::ticked, &m_ticks, qOverload<>(&TickHistory::record));
    connect(&m_ticks, &TickHistory::changed, this, &GridActions::report);
    new MatchCount(*m_parts.header.search(), m_parts.countries.filter(), m_parts.model);
}

void GridActions::addMenus(MenuBar &menuBar, SelectMenu *select, QAction *lab)
{
    menuBar.addTopic(new EditMenu(m_ticks, select, &menuBar));
    auto *view = new ViewMenu(&menuBar);
    menuBar.addTopic(view);
    view->addSeparator();
    view->addAction(m_parts.details.panel()->toggle());
    view->addAction(m_parts.timeline.panel()->toggle());
    view->addAction(lab);
    connect(view, &ViewMenu::orderChosen, &m_parts.countries, &CountryPane::setOrder);
    connect(&m_parts.countries, &CountryPane::orderChanged, view, &ViewMenu::setOrder);
    connect(view, &ViewMenu::groupingChosen, &m_parts.countries, &CountryPane::setGrouped);
    connect(&m_parts.countries, &CountryPane::groupedChanged, view, &ViewMenu::setGrouped);
}

void GridActions::open(const QModelIndex &cell)
{
    const auto state = cell.data(FlagModel::StateRole).value<FlagState>();
    // The details of a damaged flag, and of one whose file is gone, say what to do.
    if (cell.data(FlagModel::ConditionRole).value<FileCondition>() != FileCondition::None)
        return Q_EMIT detailsRequested(cell);
    if (!m_session.isRunning())
        return Q_EMIT downloadRequested(cell.data(FlagModel::CodeRole).toString());
    // The cell shows it already.
    if (state == FlagState::Waiting || state == FlagState::OnHold || state == FlagState::Downloading)
        return;
    Q_EMIT notice(tr("An operation is running. Download %1 when it has ended.")
                      .arg(cell.data(Qt::DisplayRole).toString()));
}

void GridActions::report(const TickChange &change)
{
    // The user has used a menu or a key, so there is no cell under the mouse that must stay.
    if (m_parts.header.categories()->category() == FlagCategory::Ticked)
        m_parts.countries.refresh();
    if (isUndoStep(change.kind))
        return Q_EMIT notice(outcome(change));
    if (!change.isStep)
        return Q_EMIT notice(tr("The ticks were like that already."));
    QStringList sentences{outcome(change)};
    const auto hidden = static_cast<int>(change.codes.size() - cellsOf(change.codes).size());
    if (hidden > 0 && !m_parts.header.search()->text().isEmpty())
        sentences.append(tr("The search hides %n of them; Escape clears it.", nullptr, hidden));
    else if (hidden > 0)
        sentences.append(tr("%n of them are not shown here; Alt+2 shows what is ticked.", nullptr, hidden));
    sentences.append(tr("Ctrl+Z undoes it."));
    Q_EMIT notice(joinedSentences(sentences));
}

void GridActions::showImported(const QStringList &codes)
{
    if (cellsOf(codes).size() < codes.size()) {
        m_parts.header.search()->clear();
        m_parts.header.categories()->choose(FlagCategory::Ticked);
    }
    FlagGrid *grid = m_parts.countries.grid();
    const QModelIndexList cells = cellsOf(codes);
    const QRect inView = grid->viewport()->rect();
    const bool isAnyVisible = std::ranges::any_of(
        cells, [&](const QModelIndex &cell) { return inView.contains(grid->visualRect(cell)); });
    if (!isAnyVisible && !cells.isEmpty())
        grid->scrollTo(cells.first());
}

// In the order of the view. Without those that it hides.
QModelIndexList GridActions::cellsOf(const QStringList &codes) const
{
    const QSet<QString> wanted(codes.cbegin(), codes.cend());
    const FlagFilter &filter = m_parts.countries.filter();
    QModelIndexList cells;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const QModelIndex cell = filter.index(row, 0);
        if (wanted.contains(cell.data(FlagModel::CodeRole).toString()))
            cells.append(cell);
    }
    return cells;
}
