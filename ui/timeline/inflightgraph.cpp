#include "ui/timeline/inflightgraph.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"
#include "ui/timeline/phaselook.h"
#include "ui/timeline/timescale.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

struct GraphTexts
{
    Q_DECLARE_TR_FUNCTIONS(GraphTexts)
};

constexpr double fillShare = 0.22; // of the colour of the line, over the base
constexpr int headroom = 3; // device-independent pixels above the greatest number

/// Maps a number in flight to a y coordinate.
class HeightScale final
{
public:
    HeightScale(const QRect &area, int greatest)
        : m_bottom(area.bottom())
        , m_perRequest(double(area.height() - headroom) / std::max(1, greatest))
    {
    }

    [[nodiscard]] int yOf(int count) const { return m_bottom - int(std::lround(count * m_perRequest)); }

private:
    int m_bottom;
    double m_perRequest;
};

/// Calls `paint` with the first column, the column after the last and the number, for each stretch of columns
/// with one number.
template <typename Paint>
void forEachStretch(const std::vector<int> &columns, Paint &&paint)
{
    for (std::size_t from = 0; from < columns.size();) {
        std::size_t to = from + 1;
        while (to < columns.size() && columns[to] == columns[from])
            ++to;
        if (columns[from] >= 0)
            paint(int(from), int(to), columns[from]);
        from = to;
    }
}

void paintFilled(QPainter &painter, const QRect &area, const HeightScale &height,
    const std::vector<int> &columns, const QPalette &palette)
{
    const QColor line = inFlightColour(palette);
    const QColor fill = blend(line, palette.color(QPalette::Base), fillShare);
    int before = area.bottom();
    forEachStretch(columns, [&](int from, int to, int count) {
        const int y = height.yOf(count);
        painter.fillRect(area.left() + from, y, to - from, area.bottom() + 1 - y, fill);
        painter.fillRect(area.left() + from, y, to - from, 1, line);
        painter.fillRect(area.left() + from, std::min(before, y), 1, std::max(1, std::abs(before - y)), line);
        before = y;
    });
}

void paintDashed(QPainter &painter, const QRect &area, const HeightScale &height,
    const std::vector<int> &columns, const QPen &pen)
{
    QPolygonF points;
    forEachStretch(columns, [&](int from, int to, int count) {
        points << QPointF(area.left() + from, height.yOf(count))
               << QPointF(area.left() + to, height.yOf(count));
    });
    painter.setPen(pen);
    painter.drawPolyline(points);
}

void paintLimit(QPainter &painter, const QRect &area, int y, const InFlightLine &line,
    const QPalette &palette, TextCache &texts)
{
    painter.setPen(limitPen(palette));
    painter.drawLine(area.left(), y, area.right(), y);

    const QString label = GraphTexts::tr("limit %1").arg(QLocale().toString(line.limit));
    const QSizeF size = texts.of(label).size();
    const double lowest = area.bottom() + 1 - size.height();
    const double top = std::max(double(area.top()), std::min(y + 2.0, lowest));
    const QRectF place(area.right() - size.width() - CellMetrics::unit, top, size.width(), size.height());
    painter.fillRect(place.adjusted(-2, 0, 2, 0), palette.color(QPalette::Base));
    painter.setPen(mutedText(palette));
    painter.drawStaticText(place.topLeft(), texts.of(label));
}

} // namespace

int InFlightLine::most() const
{
    int most = 0;
    for (const InFlightStep &step : steps)
        most = std::max(most, step.count);
    return most;
}

InFlightLine inFlightLineOf(const Timeline &timeline, SteadyTime now)
{
    return {.steps = inFlightSteps(timeline),
        .started = timeline.started(),
        .until = timeline.endOr(now),
        .limit = timeline.limit()};
}

std::vector<int> columnsOf(const InFlightLine &line, const TimeScale &time, int width)
{
    std::vector<int> columns(std::size_t(std::max(0, width)), -1);
    const auto columnOf = [&](SteadyTime at) {
        return int(std::clamp(std::floor(time.xOf(at - line.started)), -1.0, double(width)));
    };
    const auto raise = [&](int from, int to, int count) {
        for (int column = std::max(0, from); column <= std::min(to, width - 1); ++column)
            columns[std::size_t(column)] = std::max(columns[std::size_t(column)], count);
    };
    SteadyTime from = line.started;
    int count = 0;
    for (const InFlightStep &step : line.steps) {
        raise(columnOf(from), columnOf(step.from), count);
        from = step.from;
        count = step.count;
    }
    raise(columnOf(from), columnOf(line.until), count);
    return columns;
}

void paintInFlight(QPainter &painter, const QRect &area, const TimeScale &time, const InFlightLine &line,
    const InFlightLine *compared, const QPalette &palette, TextCache &texts)
{
    const int greatest = std::max({line.limit, line.most(), compared != nullptr ? compared->most() : 0});
    const HeightScale height(area, greatest);
    painter.save();
    painter.setClipRect(area);
    paintFilled(painter, area, height, columnsOf(line, time, area.width()), palette);
    if (compared != nullptr)
        paintDashed(painter, area, height, columnsOf(*compared, time, area.width()), comparedPen(palette));
    if (line.limit > 0)
        paintLimit(painter, area, height.yOf(line.limit), line, palette, texts);
    painter.restore();
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, mutedText(palette));
}
