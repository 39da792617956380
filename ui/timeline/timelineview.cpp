#include "ui/timeline/timelineview.h"

#include "ui/accessible/announcement.h"
#include "ui/timeline/chartrole.h"
#include "ui/timeline/timelinehints.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr double fontShare = 0.92; // of the font of the window

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installChartRole();
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    horizontalScrollBar()->setLayoutDirection(Qt::LeftToRight); // as the time
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // so that its ground is painted once
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Timeline"));
    setEmptyText(tr("Start a download: each of its requests appears here as a bar, while it waits, arrives "
                    "and is saved."));
    const auto *gestures = new TimelineGestures(*this);
    connect(gestures, &TimelineGestures::zoomed, this,
        [this](double factor, const QPoint &centre) { zoomBy(factor, centre.x() - m_layout.plot().left()); });
    connect(gestures, &TimelineGestures::fitRequested, this, &TimelineView::fit);
    connect(gestures, &TimelineGestures::dragged, this, &TimelineView::moveBy);
    connect(gestures, &TimelineGestures::clicked, this, &TimelineView::click);
    connect(gestures, &TimelineGestures::stepped, this, &TimelineView::moveCurrent);
    connect(gestures, &TimelineGestures::activated, this, &TimelineView::activateCurrent);
    connect(gestures, &TimelineGestures::pointed, this, &TimelineView::hover);
    applyLook();
}

void TimelineView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (!m_timeline)
        setAccessibleDescription(text);
    viewport()->update();
}

void TimelineView::setTimeline(std::shared_ptr<const Timeline> timeline, SteadyTime now)
{
    m_timeline = std::move(timeline);
    m_now = now;
    m_layout = TimelineLayout();
    m_layout.setOrder(m_order);
    m_current.reset();
    m_hoveredBlock.reset();
    setAccessibleDescription(m_timeline ? QString() : m_emptyText);
    verticalScrollBar()->setValue(0);
    m_followsRows = m_timeline && !m_timeline->hasEnded();
    applyLook();
}

void TimelineView::setCompared(std::shared_ptr<const Timeline> timeline)
{
    m_comparedTimeline = std::move(timeline);
    m_compared.reset();
    if (m_comparedTimeline)
        m_compared = inFlightLineOf(*m_comparedTimeline, m_now);
    refresh(m_now);
}

void TimelineView::setLeastSpan(Timeline::Duration span)
{
    m_leastSpan = span;
    updateLayout();
    showTime();
}

void TimelineView::refresh(SteadyTime now)
{
    m_now = now;
    if (!m_timeline)
        return viewport()->update();
    m_inFlight = inFlightLineOf(*m_timeline, now);
    if (m_comparedTimeline && !m_comparedTimeline->hasEnded())
        m_compared = inFlightLineOf(*m_comparedTimeline, now);
    updateLayout();
    showTime();
}

// The current row stays that of its request: rows that are new may be above it.
void TimelineView::updateLayout()
{
    if (!m_timeline)
        return;
    const auto &rows = m_layout.rows();
    const int current = m_current ? rows[std::size_t(*m_current)].request : -1;
    m_layout.update(*m_timeline, m_now);
    const Timeline::Duration ofCompared = m_compared
        ? TimeScale::spanFor(m_compared->until - m_compared->started, m_comparedTimeline->hasEnded())
        : Timeline::Duration(0);
    m_layout.time().setLeastSpan(std::max(m_leastSpan, ofCompared));
    const auto found = std::ranges::find(rows, current, &TimelineLayout::Row::request);
    m_current = found == rows.end() ? std::nullopt : std::optional(int(found - rows.begin()));
}

void TimelineView::setCurrentRow(int row)
{
    if (m_layout.rows().empty())
        return;
    m_current = std::clamp(row, 0, int(m_layout.rows().size()) - 1);
    m_followsRows = false;
    verticalScrollBar()->setValue(m_layout.scrollShowing(*m_current));
    viewport()->update();
    announceCurrent();
}

void TimelineView::showFirstRows()
{
    if (m_followsRows)
        verticalScrollBar()->setValue(0);
}

void TimelineView::fit()
{
    m_layout.time().fit();
    showTime();
}

QSize TimelineView::sizeHint() const
{
    return {80 * CellMetrics::unit, 30 * CellMetrics::unit};
}

QSize TimelineView::minimumSizeHint() const
{
    const TimelineSizes &sizes = m_layout.sizes();
    return {sizes.wideNames + 16 * CellMetrics::unit, m_layout.leastHeight() + 2 * frameWidth()};
}

void TimelineView::applyLook()
{
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * fontShare);
    m_painter.setLook(palette(), font);
    m_layout.setSizes(TimelineSizes(QFontMetrics(font)));
    m_layout.setViewport(viewport()->size(), isRightToLeft());
    refresh(m_now);
}

void TimelineView::updateScrollBars()
{
    const QScopedValueRollback guard(m_isArranging, true);
    const int page = m_layout.rowsArea().height();
    QScrollBar *rows = verticalScrollBar();
    rows->setPageStep(page);
    rows->setSingleStep(m_layout.sizes().text);
    rows->setRange(0, std::max(0, m_layout.contentHeight() - page));
    if (m_followsRows && m_timeline && !m_timeline->hasEnded())
        rows->setValue(rows->maximum());
    m_layout.scrollTo(rows->value());

    const TimeScale &time = m_layout.time();
    const double step = time.scrollStep();
    QScrollBar *times = horizontalScrollBar();
    times->setPageStep(int(time.width() / step));
    times->setSingleStep(std::max(1, int(4 * CellMetrics::unit / step)));
    times->setRange(0, std::max(0, int((time.contentWidth() - time.width()) / step)));
    times->setValue(int(time.offset() / step));
}

void TimelineView::showTime()
{
    updateScrollBars();
    viewport()->update();
}

void TimelineView::zoomBy(double factor, double x)
{
    m_layout.time().zoomBy(factor, x);
    showTime();
}

void TimelineView::moveBy(const QPoint &distance)
{
    m_layout.time().moveBy(-distance.x());
    showTime();
    verticalScrollBar()->setValue(verticalScrollBar()->value() - distance.y());
}

// Called when a scroll bar has changed, by the user or by updateScrollBars().
void TimelineView::scrollContentsBy(int, int)
{
    if (m_isArranging)
        return;
    const bool isAtEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    m_followsRows = isAtEnd && m_timeline && !m_timeline->hasEnded();
    m_layout.scrollTo(verticalScrollBar()->value());
    m_layout.time().scrollTo(horizontalScrollBar()->value());
    viewport()->update();
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!m_timeline)
        return m_painter.paintEmpty(painter, viewport()->rect(), m_emptyText);
    m_painter.useImages(devicePixelRatioF());
    m_painter.paint(painter, m_layout, scene());
}

TimelineScene TimelineView::scene() const
{
    return {.timeline = *m_timeline,
        .now = m_timeline->endOr(m_now),
        .inFlight = m_inFlight,
        .compared = m_compared ? &*m_compared : nullptr,
        .currentRow = m_current,
        .isFocused = hasFocus(),
        .hoveredBlock = m_hoveredBlock};
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    m_layout.setViewport(viewport()->size(), isRightToLeft());
    showTime();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
        return applyLook();
    default:
        return;
    }
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(),
        m_timeline ? hintAt(help->pos(), m_layout, scene(), m_painter) : QString(), viewport());
    return true;
}

void TimelineView::moveCurrent(TimelineGestures::Step step)
{
    const int last = int(m_layout.rows().size()) - 1;
    const int page = std::max(1, m_layout.rowsArea().height() / m_layout.sizes().rowHeight - 1);
    setCurrentRow(TimelineGestures::rowAfter(step, m_current, last, page));
}

void TimelineView::hover(const QPoint &point)
{
    const auto row = m_layout.rowAt(point);
    const auto block = row ? std::optional(m_layout.rows()[std::size_t(*row)].block) : std::optional<int>();
    if (std::exchange(m_hoveredBlock, block) != block)
        viewport()->update();
}

void TimelineView::click(const QPoint &point)
{
    if (const auto row = m_timeline ? rowAt(point, m_layout, scene()) : std::nullopt) {
        setCurrentRow(*row);
        activateCurrent();
    }
}

void TimelineView::activateCurrent()
{
    if (!m_current)
        return;
    const TimelineLayout::Row &row = m_layout.rows()[std::size_t(*m_current)];
    const QString &code = m_timeline->requests()[std::size_t(row.request)].code;
    if (!code.isEmpty())
        Q_EMIT countryActivated(code);
}

void TimelineView::announceCurrent()
{
    setAccessibleName(tr("Timeline: %1").arg(describedRow(*m_current, m_layout, scene(), m_painter)));
    announce(*this, accessibleName());
}
