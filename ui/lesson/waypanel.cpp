#include "ui/lesson/waypanel.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/remarklabel.h"
#include "ui/look/textwidgets.h"
#include "ui/timeline/figurespanel.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/timelineview.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

// The texts of a wide panel, in average characters.
constexpr int wideTextWidth = 34;
constexpr int linesOfText = 2;
constexpr QStringView unknown = u"–";

/// Of this many lines in the language of the text, whose characters may need another font.
int heightOfLines(const QFontMetrics &font, const QString &text, int lines)
{
    const QStringList all(lines, text);
    return font.boundingRect(QRect(0, 0, QWIDGETSIZE_MAX, QWIDGETSIZE_MAX), 0, all.join(u'\n')).height();
}

QStringList codesOf(const QList<Country> &countries)
{
    QStringList codes;
    for (const Country &country : countries)
        codes.append(country.code);
    return codes;
}

QHash<QString, QString> displayNamesOf(const QList<Country> &countries)
{
    QHash<QString, QString> names;
    for (const Country &country : countries)
        names.insert(country.code, country.displayName);
    return names;
}

} // namespace

WayPanel::WayPanel(Way way, const QList<Country> &countries, QWidget *parent)
    : QWidget(parent)
    , m_timeline(std::make_shared<Timeline>())
    , m_title(wrappingLabel(titleOf(way)))
    , m_outcome(new RemarkLabel({}))
    , m_bar(new QProgressBar)
    , m_view(new TimelineView)
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    setAccessibleName(titleOf(way));
    m_bar->setTextVisible(false); // its figure is beside it
    m_bar->setFixedHeight(CellMetrics::unit);
    m_bar->setAccessibleName(tr("%1: elapsed time, compared with the other ways").arg(titleOf(way)));
    m_bar->setToolTip(tr("The elapsed time. The bars of the three ways have the same scale."));
    m_view->setEmptyText(tr("Press Run: each request of this way appears here as a bar."));
    m_view->setNames(displayNamesOf(countries));
    m_view->setOrder(codesOf(countries));
    m_view->setAccessibleName(tr("%1: timeline").arg(titleOf(way)));
    auto *explanation = wrappingLabel(explanationOf(way));
    explanation->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    explanation->setMinimumHeight(
        heightOfLines(fontMetrics(), explanation->text(), linesOfText)); // so that the columns are level
    auto *texts = new QVBoxLayout;
    texts->setSpacing(CellMetrics::unit / 2);
    texts->addWidget(m_title);
    texts->addWidget(explanation);
    texts->addWidget(m_outcome);
    texts->addLayout(figuresLayout());
    texts->addStretch();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(CellMetrics::unit);
    m_layout->addLayout(texts);
    m_layout->addWidget(m_view, 1);
    clear();
}

QGridLayout *WayPanel::figuresLayout()
{
    auto *layout = new QGridLayout;
    layout->setHorizontalSpacing(2 * CellMetrics::unit);
    layout->setVerticalSpacing(1);
    layout->setColumnStretch(1, 1);
    for (const Figure figure : shownFigures) {
        const bool isSpeedUp = figure == Figure::SpeedUp;
        m_figures.insert(figure,
            addFigure(*layout, nameOf(figure), isSpeedUp ? explanationOfSpeedUp() : explanationOf(figure)));
        if (figure == Figure::Elapsed)
            layout->addWidget(m_bar, layout->rowCount() - 1, 1, Qt::AlignVCenter);
    }
    for (const Cost cost : allCosts)
        m_costs[std::size_t(cost)] = addFigure(*layout, nameOf(cost), explanationOf(cost));
    return layout;
}

FigureValue *WayPanel::addFigure(QGridLayout &layout, const QString &name, const QString &explanation)
{
    auto *label = new QLabel(name);
    auto *value = new FigureValue;
    value->setAccessibleName(name);
    label->setToolTip(explanation);
    value->setToolTip(explanation);
    const int line = layout.rowCount();
    layout.addWidget(label, line, 0);
    layout.addWidget(value, line, 2);
    return value;
}

void WayPanel::setLongest(std::chrono::nanoseconds longest)
{
    m_longest = longest;
    showBar();
}

void WayPanel::showBar()
{
    constexpr int steps = 1000;
    m_bar->setMaximum(steps);
    const double share = m_longest.count() > 0 ? double(m_elapsed.count()) / double(m_longest.count()) : 0;
    m_bar->setValue(int(std::lround(std::clamp(share, 0.0, 1.0) * steps)));
}

std::chrono::nanoseconds WayPanel::neededSpan() const
{
    return m_timeline->run() == 0 ? std::chrono::nanoseconds::zero()
                                  : m_view->layoutOfRows().time().neededSpan();
}

void WayPanel::setLeastSpan(std::chrono::nanoseconds span)
{
    m_view->setLeastSpan(span);
}

void WayPanel::setFirstTime(std::chrono::nanoseconds elapsed)
{
    m_firstTime = elapsed;
    showSpeedUp();
}

void WayPanel::showSpeedUp()
{
    const bool isKnown = m_isComplete && m_firstTime.count() > 0 && m_elapsed.count() > 0;
    m_figures.value(Figure::SpeedUp)
        ->setText(isKnown ? timesFaster(double(m_firstTime.count()) / double(m_elapsed.count()))
                          : unknown.toString());
}

void WayPanel::clear()
{
    m_elapsed = {};
    m_firstTime = {};
    m_isComplete = false;
    showBar();
    m_timeline = std::make_shared<Timeline>();
    m_view->setTimeline(nullptr, {});
    m_outcome->setText(tr("Has not run yet"));
    for (FigureValue *value : std::as_const(m_figures))
        value->setText(unknown.toString());
    for (FigureValue *value : m_costs)
        value->setText(unknown.toString());
}

void WayPanel::follow(RequestLog &log)
{
    const SteadyTime now = SteadyTime::clock::now();
    const bool isNew = m_timeline->run() == 0;
    m_timeline->update(log.takeChanges());
    if (isNew) {
        m_view->setTimeline(m_timeline, now);
        m_outcome->setText(tr("Runs…"));
    }
    m_view->refresh(now);
    showFigures(now);
}

void WayPanel::showFigures(SteadyTime now)
{
    const RunFigures run = runFiguresOf(*m_timeline, now);
    m_elapsed = m_timeline->endOr(now) - m_timeline->started();
    showBar();
    for (auto figure = m_figures.cbegin(); figure != m_figures.cend(); ++figure) {
        if (figure.key() != Figure::SpeedUp)
            figure.value()->setText(valueOf(figure.key(), run));
    }
}

void WayPanel::end(const WayResult &result)
{
    m_outcome->setText(outcomeOf(result));
    m_view->showFirstRows(); // so that the beginnings of the ways are side by side
    if (result.failure)
        return;
    m_isComplete = !result.wasCancelled;
    showSpeedUp();
    for (const Cost cost : allCosts)
        m_costs[std::size_t(cost)]->setText(valueOf(cost, result));
}

void WayPanel::setWide(bool isWide)
{
    m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int width = isWide ? fontMetrics().averageCharWidth() * wideTextWidth : QWIDGETSIZE_MAX;
    for (QWidget *text : findChildren<QLabel *>())
        text->setMaximumWidth(width);
}

QString WayPanel::text(Figure figure) const
{
    return m_figures.value(figure)->text();
}

QString WayPanel::text(Cost cost) const
{
    return m_costs[std::size_t(cost)]->text();
}
