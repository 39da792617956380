#include "ui/lesson/threewayswindow.h"

#include "app/countries/countrygroups.h"
#include "ui/accessible/announcement.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/remarklabel.h"
#include "ui/look/verticalscrollarea.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/legend.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Device-independent pixels.
constexpr QSize windowSize{1120, 720};
constexpr int leastWidthOfColumns = 900;
constexpr int linesOfConclusion = 3;

constexpr auto framePause = 50ms;
constexpr int requestsPerFlag = 2; // picture and metadata
constexpr double shortestShare = 0.2; // of the longest delay

QSpinBox *newCountField(int value, int most, const QString &explanation)
{
    auto *field = new QSpinBox;
    field->setRange(1, most);
    field->setValue(value);
    field->setToolTip(explanation);
    return field;
}

void addField(QBoxLayout &row, const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    row.addWidget(label);
    row.addWidget(field);
    row.addSpacing(CellMetrics::unit);
}

} // namespace

ThreeWaysWindow::ThreeWaysWindow(
    const Catalogue &catalogue, const Source &slow, const QString &pictures, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_countries(twentyThenOthers(catalogue))
    , m_slow(slow)
    , m_pictures(pictures)
    , m_flags(newCountField(20, int(m_countries.size()), tr("How many flags each way downloads")))
    , m_atOnce(newCountField(20, 100,
          tr("How many threads the pool has, and how many requests of the event loop are in flight at most")))
    , m_delay(new QDoubleSpinBox)
    , m_run(new QPushButton(tr("&Run")))
    , m_cancel(new QPushButton(tr("&Cancel")))
    , m_sameScale(new QCheckBox(tr("&Same time scale")))
    , m_expected(new RemarkLabel({}))
    , m_conclusion(new QLabel)
{
    setWindowTitle(tr("Three ways to download"));
    setWindowIcon(applicationIcon());
    m_conclusion->setWordWrap(true);
    m_conclusion->setTextFormat(Qt::PlainText);
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
    showExpectedTime();
    updateButtons();
    m_run->setFocus();
    arrange(true);
    setMinimumWidth(layout->minimumSize().width()); // that of the columns must not keep it from this
    resize(windowSize);
}

QLayout *ThreeWaysWindow::fieldsLayout()
{
    constexpr double longestDelay = 2; // seconds; enough to see it, and one at a time still ends
    m_delay->setRange(0, longestDelay);
    m_delay->setSingleStep(0.1);
    m_delay->setDecimals(1);
    m_delay->setValue(0.5);
    m_delay->setSuffix(tr(" s"));
    m_delay->setToolTip(
        tr("The server waits for a random time before each response, at most this long. The times are the "
           "same in all three ways."));
    auto *row = new QHBoxLayout;
    row->setSpacing(CellMetrics::unit);
    addField(*row, tr("&Flags:"), m_flags);
    addField(*row, tr("&At once:"), m_atOnce);
    addField(*row, tr("&Delay up to:"), m_delay);
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
    connect(m_flags, &QSpinBox::valueChanged, this, &ThreeWaysWindow::showExpectedTime);
    connect(m_delay, &QDoubleSpinBox::valueChanged, this, &ThreeWaysWindow::showExpectedTime);
}

LessonRequest ThreeWaysWindow::request() const
{
    LessonRequest request{.countries = m_countries.first(m_flags->value()),
        .source = m_slow,
        .servers = {.picturesFolder = m_pictures},
        .atOnce = m_atOnce->value()};
    const auto longest = std::chrono::milliseconds(qRound(m_delay->value() * 1000));
    request.servers.slow
        = {.shortestDelay = std::chrono::milliseconds(qRound(double(longest.count()) * shortestShare)),
            .longestDelay = longest};
    return request;
}

void ThreeWaysWindow::run()
{
    m_results.clear();
    m_conclusion->clear();
    for (WayPanel *panel : m_panels) {
        panel->clear();
        panel->setLongest(expectedTime());
    }
    m_ways.start(request());
    updateButtons();
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
    m_conclusion->setText(conclusionOf(m_results));
    const bool wasOnCancel = m_cancel->hasFocus();
    updateButtons();
    if (wasOnCancel)
        m_run->setFocus();
    announce(*m_conclusion, m_conclusion->text());
}

void ThreeWaysWindow::updateButtons()
{
    const bool isRunning = m_ways.state() != ThreeWays::State::Idle;
    m_run->setEnabled(!isRunning);
    m_cancel->setEnabled(isRunning);
    for (QWidget *field :
        {static_cast<QWidget *>(m_flags), static_cast<QWidget *>(m_atOnce), static_cast<QWidget *>(m_delay)})
        field->setEnabled(!isRunning);
}

std::chrono::nanoseconds ThreeWaysWindow::expectedTime() const
{
    const double average = m_delay->value() * (1 + shortestShare) / 2;
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>(average * m_flags->value() * requestsPerFlag));
}

void ThreeWaysWindow::showExpectedTime()
{
    m_expected->setText(
        tr("The same flags from the same built-in server, one way after another. Each flag takes two "
           "requests. One at a time, the delays add up to about %1. Nothing is saved.")
            .arg(shortDuration(expectedTime())));
}

void ThreeWaysWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    auto *focused = qobject_cast<QPushButton *>(focusWidget());
    (focused != nullptr ? focused : m_run)->click(); // a disabled one ignores it
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
