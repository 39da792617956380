#include "ui/timeline/timelinepainter.h"

#include "ui/look/focusring.h"
#include "ui/look/stateappearance.h"
#include "ui/timeline/looptrack.h"
#include "ui/timeline/phaselook.h"
#include "ui/timeline/threadtracks.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct TimelineTexts
{
    Q_DECLARE_TR_FUNCTIONS(TimelineTexts)
};

constexpr int inset = CellMetrics::unit / 2;
constexpr double lineShare = 0.16; // of the text colour, over the base
constexpr double bandShare = 0.025;

QRect mirrored(const QRect &place, const QRect &column, bool isMirrored)
{
    if (!isMirrored)
        return place;
    return {column.left() + column.right() - place.right(), place.top(), place.width(), place.height()};
}

} // namespace

void TimelinePainter::setNames(const QHash<QString, QString> &names)
{
    m_names = names;
}

void TimelinePainter::setLook(const QPalette &palette, const QFont &font)
{
    m_palette = palette;
    m_font = font;
    m_muted = mutedText(palette);
    for (const Phase phase : allPhases)
        m_colours[std::size_t(phase)] = phaseColour(phase, palette);
    m_texts.setFont(font);
    m_elided.clear();
}

int TimelinePainter::paint(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene)
{
    painter.setFont(m_font);
    painter.fillRect(layout.viewport(), m_palette.color(QPalette::Base));
    painter.save();
    painter.setClipRect(layout.rowsArea() | layout.acrossNames(layout.rowsArea()));
    paintBands(painter, layout, scene);
    painter.restore();
    paintGrid(painter, layout);
    paintInFlight(painter, layout.graph(), layout.time(), scene.inFlight, scene.compared, m_palette, m_texts);
    paintNames(painter, layout);
    paintLoop(painter, layout, scene.timeline, blockedColour(m_palette));
    paintTracks(painter, layout, scene.timeline, scene.now, m_colours);
    const int painted = paintRows(painter, layout, scene);
    paintCurrent(painter, layout, scene);
    return painted;
}

void TimelinePainter::paintEmpty(QPainter &painter, const QRect &area, const QString &text) const
{
    constexpr int margin = 4 * CellMetrics::unit;
    painter.fillRect(area, m_palette.color(QPalette::Base));
    painter.setPen(m_muted);
    painter.drawText(
        area.adjusted(margin, 0, -margin, 0), int(Qt::AlignCenter) | int(Qt::TextWordWrap), text);
}

QString TimelinePainter::nameOfBlock(const QString &code) const
{
    return code.isEmpty() ? TimelineTexts::tr("Names", "file with the names of all countries")
                          : m_names.value(code);
}

// Every second block is a shade darker, so that the rows of a country are seen to belong together.
void TimelinePainter::paintBands(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene)
{
    const QColor band = blend(m_palette.color(QPalette::Text), m_palette.color(QPalette::Base), bandShare);
    const int row = scene.currentRow.value_or(-1);
    const int current
        = row >= 0 && row < int(layout.rows().size()) ? layout.rows()[std::size_t(row)].block : -1;
    const auto [first, last] = layout.visibleBlocks();
    for (int block = first; block < last; ++block) {
        if (block == scene.hoveredBlock || block == current)
            painter.fillRect(layout.blockRect(block), rowTint(m_palette));
        else if (block % 2 == 1)
            painter.fillRect(layout.blockRect(block), band);
    }
}

void TimelinePainter::paintGrid(QPainter &painter, const TimelineLayout &layout)
{
    const QRect axis = layout.axis();
    const QColor line = blend(m_palette.color(QPalette::Text), m_palette.color(QPalette::Base), lineShare);
    const double widest = m_texts.widthOf(u"00.000 ms"_s) + 2 * inset;
    double freeFrom = axis.left(); // at the right of the last label
    painter.setPen(m_muted);
    for (const TimeTick &tick : layout.time().ticks(widest)) {
        const int x = axis.left() + int(layout.time().xOf(tick.at));
        const QStaticText &label = m_texts.of(tick.label);
        const double width = label.size().width();
        const bool fitsAfter = x + inset + width <= axis.right();
        const double left = fitsAfter ? x + inset : x - inset - width; // the last one may be at the edge
        if (left < freeFrom) // no line without its time
            continue;
        painter.fillRect(x, axis.top(), 1, layout.viewport().height(), line);
        painter.drawStaticText(
            QPointF(left, axis.top() + (axis.height() - label.size().height()) / 2), label);
        freeFrom = left + width;
    }
    painter.fillRect(0, axis.bottom(), layout.viewport().width(), 1, line);
    const QRect names = layout.names();
    painter.fillRect(
        layout.isMirrored() ? names.left() : names.right(), 0, 1, layout.viewport().height(), line);
    if (!layout.tracks().isEmpty())
        painter.fillRect(0, layout.tracks().top(), layout.viewport().width(), 1, line);
}

void TimelinePainter::paintNames(QPainter &painter, const TimelineLayout &layout)
{
    paintCaption(painter, layout.acrossNames(layout.axis()), TimelineTexts::tr("Time"), layout.isMirrored());
    paintCaption(
        painter, layout.acrossNames(layout.graph()), TimelineTexts::tr("In flight"), layout.isMirrored());
    if (!layout.loop().isEmpty()) {
        const bool isWide = layout.names().width() >= layout.sizes().wideNames;
        paintCaption(painter, layout.acrossNames(layout.loop()),
            isWide ? TimelineTexts::tr("Event loop") : TimelineTexts::tr("Loop", "short for event loop"),
            layout.isMirrored());
    }
    if (!layout.tracks().isEmpty())
        paintCaption(
            painter, layout.acrossNames(layout.tracks()), TimelineTexts::tr("Threads"), layout.isMirrored());
    const QRect column = layout.acrossNames(layout.rowsArea());
    painter.save();
    painter.setClipRect(column);
    const auto [first, last] = layout.visibleBlocks();
    for (int block = first; block < last; ++block) {
        const QRect place = layout.blockRect(block) & QRect(column.left(), 0, column.width(), 1 << 20);
        paintName(painter, place.adjusted(inset, 0, -inset, 0), layout.blocks()[std::size_t(block)].code,
            layout.isMirrored());
    }
    painter.restore();
}

/// The code, and the name if there is space for it.
void TimelinePainter::paintName(QPainter &painter, const QRect &place, const QString &code, bool isMirrored)
{
    const int codeWidth
        = code.isEmpty() ? 0 : std::max(m_texts.widthOf(u"MM"_s), m_texts.widthOf(code)) + 2 * inset;
    const double top = place.top() + (place.height() - m_texts.of(u"MM"_s).size().height()) / 2;
    const auto draw = [&](const QString &text, int offset, const QColor &colour) {
        const QRect line(place.left() + offset, 0, m_texts.widthOf(text), 1);
        painter.setPen(colour);
        painter.drawStaticText(QPointF(mirrored(line, place, isMirrored).left(), top), m_texts.of(text));
    };
    if (!code.isEmpty())
        draw(code, 0, m_palette.color(QPalette::Text));
    constexpr int narrowestName = 5 * CellMetrics::unit;
    const int width = place.width() - codeWidth;
    if (width >= narrowestName)
        draw(elided(nameOfBlock(code), width), codeWidth, m_muted);
}

int TimelinePainter::paintRows(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene)
{
    painter.save();
    painter.setClipRect(layout.rowsArea());
    const auto [first, last] = layout.visibleBlocks();
    int painted = 0;
    for (int block = first; block < last; ++block) {
        const TimelineLayout::Block &placed = layout.blocks()[std::size_t(block)];
        for (int row = placed.firstRow; row < placed.firstRow + placed.rows; ++row) {
            if (!layout.rowRect(row).intersects(layout.rowsArea()))
                continue;
            paintRow(painter, layout, scene, row);
            ++painted;
        }
    }
    painter.restore();
    return painted;
}

void TimelinePainter::paintRow(
    QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene, int row)
{
    const int request = layout.rows()[std::size_t(row)].request;
    const RequestRecord &record = scene.timeline.requests()[std::size_t(request)];
    const int height = record.part == RequestPart::Picture ? layout.sizes().bar : layout.sizes().thinBar;
    paintSpans(painter, layout, scene, spansOf(record, scene.now), layout.rowRect(row), height);
    paintMarks(painter, layout, scene, row);
}

void TimelinePainter::paintMarks(
    QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene, int row)
{
    const int request = layout.rows()[std::size_t(row)].request;
    const QRect place = layout.rowRect(row);
    const QRect plot = layout.plot();
    const double side = layout.sizes().rowHeight - 2.5;
    if (m_pixelRatio > 0)
        m_markImages.prepare(side, m_pixelRatio, m_palette);
    for (const auto &[mark, at] : marksOf(scene.timeline.requests()[std::size_t(request)])) {
        double x = plot.left() + layout.time().xOf(at - scene.timeline.started());
        if (mark != Mark::NewConnection)
            x += side / 2 + 1; // behind the bar that it ends
        const QPointF centre(x, place.top() + place.height() / 2.0);
        if (x < plot.left() - side || x > plot.right() + side)
            continue;
        if (m_pixelRatio > 0)
            m_markImages.paint(painter, centre, mark);
        else
            paintMark(painter, centre, side, mark, m_palette);
    }
}

void TimelinePainter::paintSpans(QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene,
    const QList<PhaseSpan> &spans, const QRect &place, int height)
{
    const QRectF plot(layout.plot());
    const SteadyTime start = scene.timeline.started();
    for (const PhaseSpan &span : spans) {
        QRectF bar = layout.barRect(place, height, span.from - start, span.to - start);
        if (bar.right() < plot.left() || bar.left() > plot.right())
            continue;
        bar.setLeft(std::max(bar.left(), plot.left() - 2));
        bar.setRight(std::min(std::max(bar.right(), bar.left() + 1), plot.right() + 2));
        paintPhase(painter, bar, span.phase, m_colours[std::size_t(span.phase)]);
    }
}

void TimelinePainter::paintCurrent(
    QPainter &painter, const TimelineLayout &layout, const TimelineScene &scene)
{
    if (!scene.currentRow || *scene.currentRow >= int(layout.rows().size()))
        return;
    painter.save();
    painter.setClipRect(layout.rowsArea());
    const QRect row = layout.rowRect(*scene.currentRow);
    const QRect ring(layout.plot().left() + 1, row.top() - 2, layout.plot().width() - 2, row.height() + 4);
    if (scene.isFocused) {
        paintFocusRing(painter, ring, focusColour(m_palette, m_palette.color(QPalette::Base)));
    } else {
        painter.setPen(m_muted);
        painter.drawRect(ring.adjusted(0, 0, -1, -1));
    }
    painter.restore();
}

void TimelinePainter::paintCaption(
    QPainter &painter, const QRect &place, const QString &text, bool isMirrored)
{
    const QRect inner = place.adjusted(inset, 0, -inset, 0);
    const QString &shown = elided(text, inner.width());
    const QSizeF size = m_texts.of(shown).size();
    if (size.height() > place.height() + inset)
        return;
    const QRect line(inner.left(), 0, m_texts.widthOf(shown), 1);
    painter.setPen(m_muted);
    painter.drawStaticText(
        QPointF(mirrored(line, inner, isMirrored).left(), place.top() + (place.height() - size.height()) / 2),
        m_texts.of(shown));
}

/// Valid until the next call.
const QString &TimelinePainter::elided(const QString &text, int width)
{
    constexpr qsizetype maximumTexts = 4000; // names of all countries need 300
    const std::pair key(text, width);
    const auto found = m_elided.constFind(key);
    if (found != m_elided.cend())
        return *found;
    if (m_elided.size() >= maximumTexts)
        m_elided.clear();
    return *m_elided.insert(key, QFontMetrics(m_font).elidedText(text, Qt::ElideRight, width));
}
