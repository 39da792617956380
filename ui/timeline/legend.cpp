#include "ui/timeline/legend.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"
#include "ui/timeline/phaselook.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int swatchWidth = 3 * CellMetrics::unit;
constexpr int markWidth = 12;
constexpr int gapToName = CellMetrics::unit * 3 / 4;
constexpr int gapOfEntries = 2 * CellMetrics::unit;
constexpr int heightOfSwatch = 8;

QList<LegendEntry> allEntries()
{
    QList<LegendEntry> entries;
    for (const Phase phase : allPhases)
        entries.append({.what = phase});
    for (const Mark mark : allMarks)
        entries.append({.what = mark});
    return entries;
}

int swatchWidthOf(const LegendEntry &entry)
{
    return std::holds_alternative<Phase>(entry.what) ? swatchWidth : markWidth;
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

QList<LegendEntry> placedLegend(const QFontMetrics &font, int width, bool isMirrored)
{
    QList<LegendEntry> entries = allEntries();
    QPoint next;
    for (LegendEntry &entry : entries) {
        const int needed = swatchWidthOf(entry) + gapToName + font.horizontalAdvance(entry.name());
        if (next.x() > 0 && next.x() + needed > width)
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
    } else {
        paintMark(painter, QRectF(place).center(), heightOfSwatch, std::get<Mark>(entry.what), palette);
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
    QStringList sentences;
    for (const LegendEntry &entry : allEntries())
        sentences.append(u"%1: %2"_s.arg(entry.name(), entry.explanation()));
    setAccessibleDescription(sentences.join(u'\n'));
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
    return heightOfLegend(placedLegend(fontMetrics(), width, false));
}

bool TimelineLegend::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto found = std::ranges::find_if(
        m_entries, [help](const LegendEntry &entry) { return entry.place.contains(help->pos()); });
    QToolTip::showText(help->globalPos(), found == m_entries.end() ? QString() : found->explanation(), this);
    return true;
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_entries = placedLegend(fontMetrics(), width(), isRightToLeft());
    // Its ground is that of the window, and the marks have a margin in the colour of the base.
    QPalette ground = palette();
    ground.setColor(QPalette::Base, palette().color(QPalette::Window));
    paintLegend(painter, m_entries, ground, isRightToLeft());
}

void TimelineLegend::resizeEvent(QResizeEvent *)
{
    updateGeometry();
}
