#include "ui/window/timelinecontrol.h"

#include "app/sources/sourcetexts.h"
#include "app/timeline/requestlog.h"
#include "ui/footer/footerbar.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelinesplitter.h"
#include "ui/window/sessionclient.h"

#include <QAction>

using namespace std::chrono_literals;

namespace {

constexpr auto betweenFrames = 33ms; // as smooth as bars that grow slowly need

QHash<QString, QString> titlesOf(const QList<Source> &sources)
{
    QHash<QString, QString> titles;
    for (const Source &source : sources)
        titles.insert(source.id, displayTitle(source));
    return titles;
}

QModelIndex cellOf(const QString &code, const QAbstractItemModel &shown)
{
    return shown.match(shown.index(0, 0), FlagModel::CodeRole, code, 1, Qt::MatchExactly).value(0);
}

} // namespace

TimelineControl::TimelineControl(
    const WindowParts &parts, const SessionClient &session, FooterBar &footer, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_session(session)
    , m_log(std::make_shared<RequestLog>())
{
    m_frames.setInterval(betweenFrames);
    const TimelinePanel *panel = m_parts.timeline.panel();
    connect(&m_frames, &QTimer::timeout, this, &TimelineControl::read);
    connect(&m_session, &SessionClient::stateChanged, this, &TimelineControl::followState);
    connect(&m_session, &SessionClient::finished, this, &TimelineControl::read);
    connect(panel, &TimelinePanel::shown, this, &TimelineControl::followState);
    connect(panel, &TimelinePanel::shown, this, &TimelineControl::read);
    connect(panel->toggle(), &QAction::toggled, this, &TimelineControl::followState);
    connect(panel, &TimelinePanel::countryActivated, this, &TimelineControl::chooseInGrid);
    connect(panel, &TimelinePanel::left, m_parts.countries.grid(), qOverload<>(&QWidget::setFocus));
    connect(panel, &TimelinePanel::notice, &footer, &FooterBar::showNotice);
    connect(panel, &TimelinePanel::error, &footer, &FooterBar::showError);
}

void TimelineControl::followState()
{
    const bool isNeeded = m_session.isRunning() && m_parts.timeline.isPanelShown();
    if (isNeeded && !m_frames.isActive())
        m_frames.start();
    else if (!isNeeded)
        m_frames.stop();
}

void TimelineControl::read()
{
    // The session reports its sources a moment after their first requests, but they may be those of a set.
    m_parts.timeline.panel()->update(
        m_log->takeChanges(), titlesOf(m_parts.header.source()->sources() + m_session.sources()));
}

// A country that the view hides is shown again.
void TimelineControl::chooseInGrid(const QString &code)
{
    const QAbstractItemModel &shown = m_parts.countries.filter();
    if (!cellOf(code, shown).isValid()) {
        m_parts.header.search()->clear();
        m_parts.header.categories()->choose(FlagCategory::All);
    }
    const QModelIndex cell = cellOf(code, shown);
    if (!cell.isValid())
        return;
    FlagGrid *grid = m_parts.countries.grid();
    grid->setCurrentIndex(cell);
    grid->scrollTo(cell);
}
