#include "ui/lesson/threewayswindow.h"

#include "app/countries/countrygroups.h"
#include "ui/accessible/announcement.h"
#include "ui/lesson/runningactivity.h"
#include "ui/lesson/wayfields.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/enterkey.h"
#include "ui/look/icons.h"
#include "ui/look/remarklabel.h"
#include "ui/look/textwidgets.h"
#include "ui/look/verticalscrollarea.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/legend.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Device-independent pixels.
constexpr QSize windowSize{1120, 720};
constexpr int leastWidthOfColumns = 900;
constexpr int linesOfConclusion = 3;

constexpr auto framePause = 50ms;

} // namespace

ThreeWaysWindow::ThreeWaysWindow(const Catalogue &catalogue, const Source &slow, const QString &pictures,
    RunningActivity &activity, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_activity(activity)
    , m_countries(twentyThenOthers(catalogue))
    , m_slow(slow)
    , m_pictures(pictures)
    , m_fields(new WayFields(int(m_countries.size())))
    , m_run(new QPushButton(tr("&Run")))
    , m_cancel(new QPushButton(tr("&Cancel")))
    , m_sameScale(new QCheckBox(tr("&Same time scale")))
    , m_expected(new RemarkLabel({}))
    , m_conclusion(wrappingLabel())
{
    setWindowTitle(tr("Three ways to download"));
    setWindowIcon(applicationIcon());
    m_conclusion->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_conclusion->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_conclusion->setMinimumHeight(
        linesOfConclusion * fontMetrics().lineSpacing()); // nothing moves at the end
    constexpr int margin = 2 * CellMetrics::unit;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(CellMetrics::unit);
    layout->addLayout(fieldsLayout());
    layout->addWidget(m_expected);
    layout->addWidget(panelArea(), 1);
    layout->addLayout(footLayout());
    layout->addWidget(m_conclusion);
    addKeys();
    connectRun();
    updateState();
    m_run->setFocus();
    arrange(true);
    setMinimumWidth(layout->minimumSize().width()); // that of the columns must not keep it from this
    resize(windowSize);
}

QLayout *ThreeWaysWindow::fieldsLayout()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(CellMetrics::unit);
    row->addWidget(m_fields);
    row->addStretch();
    row->addWidget(m_run);
    row->addWidget(m_cancel);
    return row;
}

QLayout *ThreeWaysWindow::footLayout()
{
    m_sameScale->setChecked(true);
    m_sameScale->setToolTip(
        tr("All three timelines show as much time as the longest way takes. Otherwise each "
           "has the width of its chart."));
    auto *legend = new TimelineLegend;
    legend->setEntries(lessonLegend());
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * CellMetrics::unit);
    row->addWidget(m_sameScale, 0, Qt::AlignTop);
    row->addWidget(legend, 1);
    return row;
}

QWidget *ThreeWaysWindow::panelArea()
{
    auto *panels = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, panels);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(2 * CellMetrics::unit);
    for (const Way way : allWays) {
        auto *panel = new WayPanel(way, m_countries);
        m_panels[static_cast<std::size_t>(way)] = panel;
        m_columns->addWidget(panel, 1);
    }
    auto *area = new VerticalScrollArea(panels);
    area->setFrameShape(QFrame::NoFrame);
    return area;
}

void ThreeWaysWindow::addKeys()
{
    for (const QKeySequence &keys : {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_W)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    pressOnEnter(*this, *m_run);
}

void ThreeWaysWindow::connectRun()
{
    m_frames.setInterval(framePause);
    connect(&m_frames, &QTimer::timeout, this, &ThreeWaysWindow::followWay);
    connect(m_run, &QPushButton::clicked, this, &ThreeWaysWindow::run);
    connect(m_cancel, &QPushButton::clicked, &m_ways, &ThreeWays::cancel);
    connect(&m_ways, &ThreeWays::wayStarted, this, &ThreeWaysWindow::beginWay);
    connect(&m_ways, &ThreeWays::wayFinished, this, &ThreeWaysWindow::endWay);
    connect(&m_ways, &ThreeWays::finished, this, &ThreeWaysWindow::endRun);
    connect(m_sameScale, &QCheckBox::toggled, this, &ThreeWaysWindow::applyScale);
    connect(m_fields, &WayFields::changed, this, &ThreeWaysWindow::updateState);
    connect(&m_activity, &RunningActivity::changed, this, &ThreeWaysWindow::onActivityChanged);
}

LessonRequest ThreeWaysWindow::request() const
{
    LessonRequest request{.countries = m_countries.first(m_fields->flags()),
        .source = m_slow,
        .servers = {.picturesFolder = m_pictures},
        .atOnce = m_fields->atOnce()};
    request.servers.slow = m_fields->faults();
    return request;
}

void ThreeWaysWindow::run()
{
    if (!m_activity.begin(Activity::WaysMeasurement, *this))
        return;
    m_wasInterrupted = false;
    m_results.clear();
    m_conclusion->clear();
    for (WayPanel *panel : m_panels) {
        panel->clear();
        panel->setLongest(m_fields->expectedTime());
    }
    m_ways.start(request());
    updateState();
    m_cancel->setFocus();
}

void ThreeWaysWindow::beginWay(Way way)
{
    m_current = way;
    m_frames.start();
}

void ThreeWaysWindow::followWay()
{
    panelOf(m_current)->follow(*m_ways.log(m_current));
    applyScale();
}

void ThreeWaysWindow::applyScale()
{
    std::chrono::nanoseconds longest{0};
    for (const WayPanel *panel : m_panels) {
        if (m_sameScale->isChecked())
            longest = std::max(longest, panel->neededSpan());
    }
    for (WayPanel *panel : m_panels)
        panel->setLeastSpan(longest);
}

void ThreeWaysWindow::endWay(const WayResult &result)
{
    m_frames.stop();
    if (!result.failure)
        followWay();
    panelOf(result.way)->end(result);
    m_results += result;
    const auto longest = std::ranges::max(m_results, {}, &WayResult::elapsed).elapsed;
    for (WayPanel *panel : m_panels)
        panel->setLongest(longest);
    if (result.way == Way::OneAtATime && !result.wasCancelled) {
        for (WayPanel *panel : m_panels)
            panel->setFirstTime(result.elapsed);
    }
}

void ThreeWaysWindow::endRun()
{
    m_conclusion->setText(m_wasInterrupted ? RunningActivity::interruptedText() : conclusionOf(m_results));
    const bool wasOnCancel = m_cancel->hasFocus();
    m_activity.end(Activity::WaysMeasurement);
    updateState();
    if (wasOnCancel)
        m_run->setFocus();
    announce(*m_conclusion, m_conclusion->text());
}

void ThreeWaysWindow::onActivityChanged()
{
    if (m_activity.current() == Activity::WindowOperation && m_ways.state() == ThreeWays::State::Running) {
        m_wasInterrupted = true;
        m_ways.cancel();
    }
    updateState();
}

void ThreeWaysWindow::updateState()
{
    const bool isRunning = m_ways.state() != ThreeWays::State::Idle;
    const QString blocked = m_activity.blockedReason(Activity::WaysMeasurement);
    m_run->setEnabled(!isRunning && blocked.isEmpty());
    m_cancel->setEnabled(isRunning);
    m_fields->setEnabled(!isRunning);
    if (!isRunning)
        m_expected->setText(blocked.isEmpty() ? expectation() : blocked);
}

QString ThreeWaysWindow::expectation() const
{
    return tr("The same flags from the same built-in server, one way after another. Each flag takes two "
              "requests. One at a time, the delays add up to about %1. Nothing is saved.")
        .arg(shortDuration(m_fields->expectedTime()));
}

void ThreeWaysWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width() < leastWidthOfColumns);
}

void ThreeWaysWindow::arrange(bool isNarrow)
{
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (WayPanel *panel : m_panels)
        panel->setWide(isNarrow);
}
