#include "ui/timeline/timelinepage.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/keys.h"
#include "ui/look/verticalscrollarea.h"
#include "ui/timeline/figurespanel.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/runchooser.h"
#include "ui/timeline/timelineexplanation.h"
#include "ui/timeline/timelineexport.h"
#include "ui/timeline/timelineview.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int unit = CellMetrics::unit;
constexpr auto readableFigures = 200ms; // numbers that change more often cannot be read

QString titleOf(TimelineFormat format)
{
    switch (format) {
    case TimelineFormat::Png:
        return TimelinePage::tr("&Picture (PNG)");
    case TimelineFormat::Svg:
        return TimelinePage::tr("&Drawing (SVG)");
    case TimelineFormat::Csv:
        return TimelinePage::tr("&Table (CSV)");
    case TimelineFormat::Trace:
        return TimelinePage::tr("T&race for Perfetto (JSON)");
    }
    Q_UNREACHABLE();
}

} // namespace

TimelinePage::TimelinePage(const RunHistory &history, const QHash<QString, QString> &names, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_names(names)
    , m_runs(new RunChooser)
    , m_view(new TimelineView)
    , m_figures(new FiguresPanel)
    , m_legend(new TimelineLegend)
    , m_export(new TimelineExport(*this))
{
    m_view->setNames(names);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit, unit / 2, unit, unit / 2);
    layout->setSpacing(unit / 2);
    layout->addWidget(createTools());
    layout->addLayout(createBody(), 1);
    layout->addWidget(m_legend);

    connect(m_runs, &RunChooser::changed, this, &TimelinePage::showChosen);
    connect(m_view, &TimelineView::countryActivated, this, &TimelinePage::countryActivated);
    connect(m_export, &TimelineExport::notice, this, &TimelinePage::notice);
    connect(m_export, &TimelineExport::error, this, &TimelinePage::error);
    updateIcon();
    showLatest();
}

QWidget *TimelinePage::createTools()
{
    auto *tools = new QWidget;
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit / 2);
    layout->addWidget(m_runs, 1);
    layout->addSpacing(unit);
    auto *smaller = createTool(
        u"−"_s, tr("Less detail"), tr("Show more time in less detail. The key is − in the timeline."));
    auto *whole
        = createTool(tr("All"), tr("Whole run"), tr("Show the whole run. The key is 0 in the timeline."));
    auto *larger = createTool(
        u"+"_s, tr("More detail"), tr("Show less time in more detail. The key is + in the timeline."));
    const QKeySequence helpKey(Qt::SHIFT | Qt::Key_F8);
    auto *help = createTool(u"?"_s, tr("What the timeline shows"),
        toolTipWithKey(tr("Explain every bar, mark and number in one sentence each"), helpKey));
    help->setShortcut(helpKey);
    m_exportButton = createExportButton();
    m_close = createTool({}, tr("Hide the timeline"), tr("Hide the timeline (F8)"));
    for (QWidget *tool : {static_cast<QWidget *>(smaller), static_cast<QWidget *>(whole),
             static_cast<QWidget *>(larger), static_cast<QWidget *>(m_exportButton),
             static_cast<QWidget *>(help), static_cast<QWidget *>(m_close)})
        layout->addWidget(tool);
    connect(smaller, &QToolButton::clicked, m_view, &TimelineView::zoomOut);
    connect(whole, &QToolButton::clicked, m_view, &TimelineView::fit);
    connect(larger, &QToolButton::clicked, m_view, &TimelineView::zoomIn);
    connect(help, &QToolButton::clicked, this, &TimelinePage::explain);
    connect(m_close, &QToolButton::clicked, this, &TimelinePage::closeRequested);
    return tools;
}

QToolButton *TimelinePage::createTool(const QString &text, const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QPushButton *TimelinePage::createExportButton()
{
    auto *button = new QPushButton;
    auto *menu = new QMenu(button);
    for (const TimelineFormat format : timelineFormats)
        menu->addAction(titleOf(format), this, [this, format] {
            if (const TimelineRun *run = m_history.find(m_runs->shown()))
                m_export->choose(picture(), format, run->startedAt);
        });
    button->setMenu(menu);
    button->setAutoDefault(false);
    setButtonTexts(*button,
        {tr("Export"), tr("Save the timeline as a picture, a table, or a trace for Perfetto"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    return button;
}

QLayout *TimelinePage::createBody()
{
    auto *area = new VerticalScrollArea(m_figures);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    m_figures->setAutoFillBackground(false); // QScrollArea::setWidget() switches it on
    area->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Expanding);
    auto *row = new QHBoxLayout;
    row->setSpacing(unit);
    row->addWidget(m_view, 1);
    row->addWidget(area);
    return row;
}

void TimelinePage::updateRuns()
{
    m_runs->setRuns(m_history.runs());
    showFigures(SteadyTime::clock::now());
}

void TimelinePage::endLatest(SteadyTime now)
{
    updateRuns();
    m_view->refresh(now);
    if (!m_history.runs().isEmpty() && m_runs->shown() == m_history.runs().first().id)
        m_view->showFirstRows();
}

void TimelinePage::showLatest()
{
    const QList<TimelineRun> &runs = m_history.runs();
    m_runs->setRuns(runs, runs.isEmpty() ? 0 : runs.first().id);
    showChosen();
}

void TimelinePage::showChosen()
{
    const TimelineRun *run = m_history.find(m_runs->shown());
    const TimelineRun *other = m_history.find(m_runs->compared());
    const SteadyTime now = SteadyTime::clock::now();
    m_exportButton->setEnabled(run != nullptr);
    m_view->setTimeline(run == nullptr ? nullptr : run->timeline, now);
    m_view->setCompared(other == nullptr ? nullptr : other->timeline);
    showFigures(now);
}

void TimelinePage::refresh(SteadyTime now)
{
    m_view->refresh(now);
    if (!m_sinceFigures.isValid() || m_sinceFigures.hasExpired(readableFigures.count()))
        showFigures(now);
}

void TimelinePage::showFigures(SteadyTime now)
{
    m_sinceFigures.start();
    const TimelineRun *run = m_history.find(m_runs->shown());
    const TimelineRun *other = m_history.find(m_runs->compared());
    const auto figuresOfRun = [now](const TimelineRun *chosen) {
        return chosen == nullptr ? std::optional<RunFigures>() : runFiguresOf(*chosen->timeline, now);
    };
    m_figures->setFigures(figuresOfRun(run), figuresOfRun(other));
    m_legend->setEntries(legendOf(run == nullptr ? Timeline() : *run->timeline, other != nullptr));
}

TimelinePicture TimelinePage::picture() const
{
    const TimelineRun *run = m_history.find(m_runs->shown());
    if (run == nullptr)
        return {};
    QFont fixed = font();
    fixed.setPixelSize(QFontInfo(fixed).pixelSize()); // a file has another resolution than the screen
    return {.timeline = *run->timeline,
        .now = SteadyTime::clock::now(),
        .title = run->text,
        .names = m_names,
        .palette = palette(),
        .font = fixed,
        .isMirrored = isRightToLeft()};
}

void TimelinePage::explain()
{
    if (m_explanation == nullptr)
        m_explanation = new TimelineExplanation(window());
    m_explanation->open();
}

void TimelinePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void TimelinePage::updateIcon()
{
    m_close->setIcon(controlIcon(u"close"_s, palette(), devicePixelRatioF()));
}
