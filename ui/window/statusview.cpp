#include "ui/window/statusview.h"

#include "ui/desktop/desktopprogress.h"
#include "ui/footer/footerbar.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/modelmessages.h"
#include "ui/header/batchbuttons.h"
#include "ui/header/categorybar.h"
#include "ui/header/headerbar.h"
#include "ui/header/selectmenu.h"
#include "ui/header/sourcechooser.h"
#include "ui/preferences/preferences.h"
#include "ui/sets/setmenu.h"
#include "ui/window/sessionclient.h"

#include <QWidget>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto frame = 16ms;
constexpr auto readable = 50ms; // numbers that change more often cannot be read
constexpr auto tenthOfSecond = 100ms; // the precision of the elapsed time
} // namespace

StatusView::StatusView(
    const WindowParts &parts, const StatusParts &status, const SessionClient &session, QWidget &window)
    : QObject(&window)
    , m_parts(parts)
    , m_status(status)
    , m_session(session)
{
    m_refresh.setSingleShot(true);
    m_clock.setInterval(tenthOfSecond);
    connect(&m_refresh, &QTimer::timeout, this, &StatusView::refresh);
    connect(&m_clock, &QTimer::timeout, this, &StatusView::scheduleRefresh);
    connect(&m_parts.model, &QAbstractItemModel::dataChanged, this, &StatusView::scheduleRefresh);
    const QAbstractItemModel &shown = m_parts.countries.filter();
    connect(&shown, &QAbstractItemModel::rowsInserted, this, &StatusView::scheduleRefresh);
    connect(&shown, &QAbstractItemModel::rowsRemoved, this, &StatusView::scheduleRefresh);
    connect(&m_session, &SessionClient::stateChanged, this, &StatusView::followState);
    connect(&m_session, &SessionClient::batchStarted, this, &StatusView::refresh);
    connect(&m_session, &SessionClient::pauseChanged, this, &StatusView::refresh);
}

void StatusView::followState()
{
    const bool isRunning = m_session.isRunning();
    if (isRunning && !m_clock.isActive()) {
        m_clock.start();
        m_status.footer.beginBatch();
        Q_EMIT batchBegan();
    } else if (!isRunning) {
        m_clock.stop();
    }
    refresh();
}

void StatusView::endBatch(const BatchProgress &progress, bool isRepair)
{
    m_status.footer.endBatch(progress, isRepair ? namesOfRestored(m_parts.model) : QStringList());
    if (Preferences::load().notifiesOfBatchEnd)
        m_status.desktop.announceEnd(progress);
    refresh();
}

void StatusView::scheduleRefresh()
{
    if (!m_refresh.isActive())
        m_refresh.start(m_session.isRunning() ? readable : frame);
}

void StatusView::refresh()
{
    m_refresh.stop();
    const CategoryCounts counts = m_parts.model.counts();
    const bool isRunning = m_session.isRunning();
    HeaderBar &header = m_parts.header;
    m_parts.countries.setBusy(isRunning);
    header.categories()->setCounts(counts);
    header.source()->setEnabled(!isRunning);
    if (isRunning) {
        header.showBatch(m_session.sources());
        header.buttons()->showRunning(m_session.progress().isPaused);
        m_status.desktop.showRunning(m_session.progress());
    } else {
        header.showChoice();
        const auto isWanted = [](const FlagEntry &entry) {
            return entry.ticked && entry.condition() != FileCondition::Whole;
        };
        const auto wanted = std::ranges::count_if(m_parts.model.entries(), isWanted);
        header.buttons()->showIdle(counts.of(FlagCategory::Ticked), int(wanted));
        m_status.desktop.clear();
    }
    m_status.setMenu.setBatchRunning(isRunning);
    m_status.setMenu.setChangedFlags(counts.of(FlagCategory::Changed));
    m_status.select.updateTexts();
    m_status.footer.refresh({.isRunning = isRunning, .progress = m_session.progress()});
}
