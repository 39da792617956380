#include "ui/timeline/legend.h"

#include "app/timeline/timeline.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"
#include "ui/timeline/phaselook.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int swatchWidth = 3 * CellMetrics::unit;
constexpr int markWidth = 12;
constexpr int gapToName = CellMetrics::unit * 3 / 4;
constexpr int gapOfEntries = 2 * CellMetrics::unit;
constexpr int heightOfSwatch = 8;

int swatchWidthOf(const LegendEntry &entry)
{
    return std::holds_alternative<Mark>(entry.what) ? markWidth : swatchWidth;
}

int widthOf(const LegendEntry &entry, const QFontMetrics &font)
{
    return swatchWidthOf(entry) + gapToName + font.horizontalAdvance(entry.name());
}

int linesIn(const std::vector<int> &widths, int width)
{
    int lines = 1;
    int x = 0;
    for (const int needed : widths) {
        if (x > 0 && x + needed > width) {
            ++lines;
            x = 0;
        }
        x += needed + gapOfEntries;
    }
    return lines;
}

/// The narrowest width that needs no more lines, so that no entry is alone in the last one.
int evenWidth(const std::vector<int> &widths, int width)
{
    const int lines = linesIn(widths, width);
    int narrow = width;
    while (narrow > 0 && linesIn(widths, narrow - 1) == lines)
        --narrow;
    return narrow;
}

void paintFeature(QPainter &painter, const QRect &bar, Feature feature, const QPalette &palette)
{
    switch (feature) {
    case Feature::InFlight:
        painter.fillRect(bar, blend(inFlightColour(palette), palette.color(QPalette::Base), 0.22));
        return painter.fillRect(bar.left(), bar.top(), bar.width(), 1, inFlightColour(palette));
    case Feature::Limit:
    case Feature::Compared:
        painter.setPen(feature == Feature::Limit ? limitPen(palette) : comparedPen(palette));
        return painter.drawLine(bar.left(), bar.center().y(), bar.right(), bar.center().y());
    case Feature::BlockedLoop:
        return paintBlocked(painter, bar, blockedColour(palette));
    case Feature::Threads:
        return paintPhase(painter, bar, Phase::Checking, phaseColour(Phase::Checking, palette));
    }
    Q_UNREACHABLE();
}

} // namespace

QString LegendEntry::name() const
{
    return std::visit([](auto shown) { return nameOf(shown); }, what);
}

QString LegendEntry::explanation() const
{
    return std::visit([](auto shown) { return explanationOf(shown); }, what);
}

QList<LegendEntry> legendOf(const Timeline &timeline, bool isCompared)
{
    QList<LegendEntry> entries;
    for (const Phase phase : allPhases)
        entries.append({.what = phase});
    for (const Mark mark : allMarks)
        entries.append({.what = mark});
    if (isCompared)
        entries.append({.what = Feature::Compared});
    if (!timeline.loopBlocks().isEmpty())
        entries.append({.what = Feature::BlockedLoop});
    return entries;
}

QList<LegendEntry> placedLegend(
    QList<LegendEntry> entries, const QFontMetrics &font, int width, bool isMirrored)
{
    std::vector<int> widths;
    for (const LegendEntry &entry : std::as_const(entries))
        widths.push_back(widthOf(entry, font));
    const int lineWidth = evenWidth(widths, width);
    QPoint next;
    for (std::size_t number = 0; LegendEntry & entry : entries) {
        const int needed = widths[number++];
        if (next.x() > 0 && next.x() + needed > lineWidth)
            next = {0, next.y() + font.height() + 2};
        entry.place = QRect(next, QSize(needed, font.height()));
        next.rx() += needed + gapOfEntries;
    }
    for (LegendEntry &entry : entries) {
        if (isMirrored)
            entry.place.moveRight(width - 1 - entry.place.left());
    }
    return entries;
}

int heightOfLegend(const QList<LegendEntry> &entries)
{
    return entries.isEmpty() ? 0 : entries.last().place.bottom() + 1;
}

void paintSwatch(QPainter &painter, const QRect &place, const LegendEntry &entry, const QPalette &palette)
{
    if (const auto *phase = std::get_if<Phase>(&entry.what)) {
        const QRect bar(
            place.left(), place.center().y() - heightOfSwatch / 2 + 1, place.width(), heightOfSwatch);
        paintPhase(painter, bar, *phase, phaseColour(*phase, palette));
    } else if (const auto *mark = std::get_if<Mark>(&entry.what)) {
        paintMark(painter, QRectF(place).center(), heightOfSwatch, *mark, palette);
    } else {
        const QRect bar(
            place.left(), place.center().y() - heightOfSwatch / 2 + 1, place.width(), heightOfSwatch);
        paintFeature(painter, bar, std::get<Feature>(entry.what), palette);
    }
}

void paintLegend(
    QPainter &painter, const QList<LegendEntry> &entries, const QPalette &palette, bool isMirrored)
{
    for (const LegendEntry &entry : entries) {
        QRect swatch(entry.place.topLeft(), QSize(swatchWidthOf(entry), entry.place.height()));
        QRect name = entry.place.adjusted(swatch.width() + gapToName, 0, 1, 0);
        if (isMirrored) {
            swatch.moveRight(entry.place.right());
            name.moveLeft(entry.place.left());
        }
        paintSwatch(painter, swatch, entry, palette);
        painter.setPen(mutedText(palette));
        painter.drawText(name, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip), entry.name());
    }
}

TimelineLegend::TimelineLegend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
    setEntries(legendOf({}, false));
}

void TimelineLegend::setEntries(const QList<LegendEntry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    QStringList sentences;
    for (const LegendEntry &entry : entries)
        sentences.append(u"%1: %2"_s.arg(entry.name(), entry.explanation()));
    setAccessibleDescription(sentences.join(u'\n'));
    updateGeometry();
    update();
}

QSize TimelineLegend::sizeHint() const
{
    const int width = std::max(this->width(), minimumSizeHint().width());
    return {width, heightForWidth(width)};
}

QSize TimelineLegend::minimumSizeHint() const
{
    return {24 * CellMetrics::unit, fontMetrics().height()};
}

int TimelineLegend::heightForWidth(int width) const
{
    return heightOfLegend(placedLegend(m_entries, fontMetrics(), width, false));
}

bool TimelineLegend::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto found = std::ranges::find_if(
        m_placed, [help](const LegendEntry &entry) { return entry.place.contains(help->pos()); });
    QToolTip::showText(help->globalPos(), found == m_placed.end() ? QString() : found->explanation(), this);
    return true;
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_placed = placedLegend(m_entries, fontMetrics(), width(), isRightToLeft());
    // Its ground is that of the window, and the marks have a margin in the colour of the base.
    QPalette ground = palette();
    ground.setColor(QPalette::Base, palette().color(QPalette::Window));
    paintLegend(painter, m_placed, ground, isRightToLeft());
}

void TimelineLegend::resizeEvent(QResizeEvent *)
{
    updateGeometry();
}
