#include "ui/lab/labwindow.h"

#include "app/countries/countrygroups.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "app/measuring/conclusion.h"
#include "app/sources/sourcetexts.h"
#include "ui/lab/labexport.h"
#include "ui/lab/labform.h"
#include "ui/lab/labresults.h"
#include "ui/lesson/runningactivity.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/enterkey.h"
#include "ui/look/icons.h"
#include "ui/look/keys.h"
#include "ui/look/remarklabel.h"
#include "ui/look/textwidgets.h"
#include "ui/look/verticalscrollarea.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Device-independent pixels.
constexpr QSize sizeOfLab{1120, 720};
constexpr int leastWidthOfTwoCharts = 980; // of the window

constexpr int linesOfProblem = 5;
constexpr auto pauseOfProgress = 100ms;

QString titleOf(LabFormat format)
{
    switch (format) {
    case LabFormat::Png:
        return LabWindow::tr("&Picture (PNG)");
    case LabFormat::Svg:
        return LabWindow::tr("&Drawing (SVG)");
    case LabFormat::Csv:
        return LabWindow::tr("&Table (CSV)");
    }
    Q_UNREACHABLE();
}

} // namespace

LabWindow::LabWindow(const LabContext &context, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_activity(context.activity)
    , m_readTicked(context.ticked)
    , m_picturesFolder(context.picturesFolder)
    , m_transfer(context.transfer)
    , m_countries(twentyThenOthers(context.catalogue))
    , m_form(new LabForm(context.registry, int(m_countries.size())))
    , m_results(new LabResults)
    , m_status(new RemarkLabel({}))
    , m_problem(new ProblemText(linesOfProblem))
    , m_run(new QPushButton(tr("&Run")))
    , m_cancel(new QPushButton(tr("&Cancel")))
    , m_exportButton(newExportButton())
    , m_export(new LabExport(*this))
{
    setWindowTitle(tr("Concurrency lab"));
    setWindowIcon(applicationIcon());
    constexpr int margin = 2 * CellMetrics::unit;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(settingsPane());
    layout->addWidget(m_results, 1);
    m_form->setSettings(LabSettings::load());
    for (const QKeySequence &keys : {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_W)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    pressOnEnter(*this, *m_run);
    connectRun();
    updateTicked();
    updateState();
    m_results->setNarrow(true);
    setMinimumWidth(layout->minimumSize().width()); // that of two charts must not keep it from this
    resize(sizeOfLab);
    m_run->setFocus();
}

// Also when the program ends while it is open.
LabWindow::~LabWindow()
{
    m_form->settings().store();
}

QWidget *LabWindow::settingsPane()
{
    m_run->setToolTip(tr("Measure with all limits, one after another"));
    m_cancel->setToolTip(tr("Stop measuring; what is complete stays"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(CellMetrics::unit);
    buttons->addWidget(m_run, 1);
    buttons->addWidget(m_cancel, 1);
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addWidget(m_exportButton);
    layout->addWidget(m_status);
    layout->addWidget(m_problem);
    layout->addStretch();
    auto *area = new VerticalScrollArea(pane);
    area->setFrameShape(QFrame::NoFrame);
    area->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    return area;
}

QPushButton *LabWindow::newExportButton()
{
    auto *button = new QPushButton;
    auto *menu = new QMenu(button);
    for (const LabFormat format : labFormats)
        menu->addAction(titleOf(format), this,
            [this, format] { m_export->choose([this] { return m_results->picture(); }, format); });
    button->setMenu(menu);
    button->setAutoDefault(false);
    setButtonTexts(*button,
        {tr("Export"), tr("Save the charts as a picture, or the figures as a table"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    return button;
}

void LabWindow::connectRun()
{
    m_frames.setInterval(pauseOfProgress);
    connect(&m_frames, &QTimer::timeout, this, &LabWindow::showProgress);
    connect(m_run, &QPushButton::clicked, this, &LabWindow::run);
    connect(m_cancel, &QPushButton::clicked, &m_measurement, &LimitMeasurement::cancel);
    connect(&m_activity, &RunningActivity::changed, this, &LabWindow::onActivityChanged);
    connect(m_form, &LabForm::changed, this, &LabWindow::updateState);
    connect(&m_measurement, &LimitMeasurement::runFinished, this,
        [this] { m_results->setMeasurement(m_measurement.measurement()); });
    connect(&m_measurement, &LimitMeasurement::finished, this, &LabWindow::endRun);
    connect(m_export, &LabExport::notice, m_status, &QLabel::setText);
    connect(m_export, &LabExport::error, m_problem, &ProblemText::setText);
}

MeasurementRequest LabWindow::request() const
{
    const LabSettings settings = m_form->settings();
    MeasurementRequest request{.countries
        = settings.usesTicked && !m_ticked.isEmpty() ? m_ticked : m_countries.first(settings.flags),
        .source = m_form->source(),
        .limits = settings.limits,
        .servers = {.picturesFolder = m_picturesFolder},
        .transfer = m_transfer};
    request.servers.slow = settings.faults();
    return request;
}

void LabWindow::run()
{
    updateTicked();
    if (!m_activity.begin(Activity::LabMeasurement, *this))
        return;
    m_form->settings().store();
    m_wasInterrupted = false;
    const MeasurementRequest wanted = request();
    m_results->begin(wanted.limits, knownLimit(wanted));
    m_results->setConclusion({});
    m_measurement.start(wanted);
    m_frames.start();
    updateState();
    m_cancel->setFocus();
}

void LabWindow::showProgress()
{
    const BatchProgress progress = m_measurement.progress();
    m_status->setText(
        tr("Limit %1 (run %2 of %3): %4 of %5 flags")
            .arg(locale().toString(m_measurement.currentLimit()),
                locale().toString(m_measurement.startedRuns()), locale().toString(m_measurement.allRuns()),
                locale().toString(progress.done()), locale().toString(progress.total)));
}

void LabWindow::endRun(const Measurement &measurement)
{
    m_frames.stop();
    m_results->setMeasurement(measurement);
    m_results->setConclusion(outcomeOf(measurement));
    const bool wasOnCancel = m_cancel->hasFocus();
    m_activity.end(Activity::LabMeasurement);
    updateState();
    if (wasOnCancel)
        m_run->setFocus();
    m_results->announceConclusion();
}

QString LabWindow::outcomeOf(const Measurement &measurement) const
{
    if (measurement.failure)
        return failureText(*measurement.failure, {});
    if (m_wasInterrupted)
        return RunningActivity::interruptedText();
    const QString shown = conclusionText(conclude(measurement));
    return measurement.wasCancelled ? joinedSentences({tr("Cancelled."), shown}) : shown;
}

void LabWindow::updateState()
{
    const bool isRunning = m_measurement.state() != LimitMeasurement::State::Idle;
    const QString problem = m_form->problem();
    m_run->setEnabled(
        !isRunning && problem.isEmpty() && m_activity.blockedReason(Activity::LabMeasurement).isEmpty());
    m_cancel->setEnabled(isRunning);
    m_form->setEnabled(!isRunning);
    m_exportButton->setEnabled(!isRunning && !m_results->isEmpty());
    m_problem->setText(problem);
    if (isRunning)
        return;
    m_status->setText(expectation());
    previewCharts();
}

// Before the first run the charts show what will be measured, and what is known of it.
void LabWindow::previewCharts()
{
    if (!m_results->isEmpty() || !m_form->problem().isEmpty())
        return;
    const MeasurementRequest wanted = request();
    m_results->begin(wanted.limits, knownLimit(wanted));
}

QString LabWindow::expectation() const
{
    if (const QString blocked = m_activity.blockedReason(Activity::LabMeasurement); !blocked.isEmpty())
        return blocked;
    if (!m_form->problem().isEmpty())
        return {};
    const MeasurementRequest wanted = request();
    const auto expected = expectedTime(wanted);
    const Source &source = wanted.source;
    const bool exceeds = source.embedded == Embedded::No && wanted.limits.last() > source.limit;
    return joinedSentences({expected ? tr("This takes about %n second(s).", nullptr, wholeSeconds(*expected))
                                     : tr("How long this takes depends on the source."),
        exceeds
            ? tr("%1 is known to accept %n request(s) at once; it may refuse more.", nullptr, source.limit)
                  .arg(displayTitle(source))
            : QString(),
        tr("Nothing is saved.")});
}

void LabWindow::updateTicked()
{
    if (!m_readTicked || m_measurement.state() != LimitMeasurement::State::Idle)
        return;
    m_ticked = m_readTicked();
    m_form->setTicked(int(m_ticked.size()));
}

void LabWindow::onActivityChanged()
{
    if (m_activity.current() == Activity::WindowOperation
        && m_measurement.state() == LimitMeasurement::State::Running) {
        m_wasInterrupted = true;
        m_measurement.cancel();
    }
    updateState();
}

// The user may have ticked others in the main window.
void LabWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        updateTicked();
}

void LabWindow::closeEvent(QCloseEvent *event)
{
    m_measurement.cancel();
    QWidget::closeEvent(event);
}

void LabWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_results->setNarrow(width() < leastWidthOfTwoCharts);
}
