#include "ui/timeline/timelinelayout.h"

#include <QFontMetrics>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace {

// Device-independent pixels.
constexpr int gapOfBlocks = 5;
constexpr int gapOfBands = 5;
constexpr int widthForNames = 520; // of the view: below it, only codes are shown
constexpr int gapOfTracks = 3; // between two threads
constexpr int lowestGraph = 24;
constexpr int highestGraph = 64;

int scaled(double share, int height)
{
    return int(std::lround(share * height));
}

} // namespace

TimelineSizes::TimelineSizes(const QFontMetrics &font)
    : text(font.height())
    , rowHeight(std::max(8, scaled(0.58, text)))
    , bar(rowHeight - 2)
    , thinBar(std::max(3, scaled(0.5, rowHeight)))
    , axis(text + 4)
    , names(font.horizontalAdvance(QStringLiteral("GB-ENGM")) + gapOfBlocks)
    , wideNames(names + 12 * font.averageCharWidth())
{
}

void TimelineLayout::setSizes(const TimelineSizes &sizes)
{
    m_sizes = sizes;
    arrangeBlocks();
    m_time.setWidth(plot().width());
}

void TimelineLayout::setViewport(const QSize &size, bool isMirrored)
{
    m_viewport = size;
    m_isMirrored = isMirrored;
    m_time.setWidth(plot().width());
}

void TimelineLayout::setOrder(const QStringList &codes)
{
    m_order.clear();
    for (const QString &code : codes)
        m_order.insert(code, m_order.size());
}

void TimelineLayout::update(const Timeline &timeline, SteadyTime now)
{
    if (timeline.run() != m_run || timeline.requests().size() < m_rows.size()) {
        m_rows.clear();
        m_blocks.clear();
        m_threads = 0;
    }
    m_run = timeline.run();
    if (timeline.requests().size() != m_rows.size())
        arrangeRows(timeline);
    for (const RequestRecord &request : timeline.requests()) {
        if (request.work)
            m_threads = std::max(m_threads, request.work->thread + 1);
    }
    m_isLoopBlocked = !timeline.loopBlocks().isEmpty();
    m_time.setTotal(timeline.endOr(now) - timeline.started(), timeline.hasEnded());
}

int TimelineLayout::scrollShowing(int row) const
{
    const Block &block = m_blocks[std::size_t(m_rows[std::size_t(row)].block)];
    const int latest = block.top;
    const int earliest = block.top + block.height - rowsArea().height();
    return earliest > latest ? latest : std::clamp(m_scroll, earliest, latest);
}

QRect TimelineLayout::plot() const
{
    const int width = names().width();
    return m_isMirrored ? viewport().adjusted(0, 0, -width, 0) : viewport().adjusted(width, 0, 0, 0);
}

QRect TimelineLayout::names() const
{
    const int wanted = m_viewport.width() < widthForNames ? m_sizes.names : m_sizes.wideNames;
    const int width = std::min(wanted, m_viewport.width());
    return {m_isMirrored ? m_viewport.width() - width : 0, 0, width, m_viewport.height()};
}

QRect TimelineLayout::axis() const
{
    return {plot().left(), 0, plot().width(), m_sizes.axis};
}

QRect TimelineLayout::graph() const
{
    return {plot().left(), m_sizes.axis + gapOfBands, plot().width(), graphHeight()};
}

QRect TimelineLayout::loop() const
{
    const int gap = m_isLoopBlocked ? gapOfBands : 0;
    return {plot().left(), graph().bottom() + 1 + gap, plot().width(), loopHeight()};
}

QRect TimelineLayout::rowsArea() const
{
    const int top = loop().bottom() + 1 + gapOfBands;
    return {plot().left(), top, plot().width(), std::max(0, m_viewport.height() - tracksHeight() - top)};
}

QRect TimelineLayout::tracks() const
{
    return {plot().left(), m_viewport.height() - tracksHeight(), plot().width(), tracksHeight()};
}

QRect TimelineLayout::acrossNames(const QRect &band) const
{
    return {names().left(), band.top(), names().width(), band.height()};
}

int TimelineLayout::contentHeight() const
{
    return m_blocks.empty() ? 0 : m_blocks.back().top + m_blocks.back().height;
}

int TimelineLayout::wholeHeight() const
{
    const int ofLoop = m_isLoopBlocked ? loopHeight() + gapOfBands : 0;
    const int ofTracks = m_threads == 0 ? 0 : m_threads * (m_sizes.thinBar + gapOfTracks) + 2 * gapOfBands;
    return m_sizes.axis + highestGraph + 2 * gapOfBands + ofLoop + contentHeight() + ofTracks;
}

int TimelineLayout::leastHeight() const
{
    return m_sizes.axis + lowestGraph + 2 * gapOfBands + leastRowsHeight();
}

std::pair<int, int> TimelineLayout::visibleBlocks() const
{
    const int top = m_scroll;
    const int bottom = m_scroll + rowsArea().height();
    const auto first = std::ranges::partition_point(
        m_blocks, [top](const Block &block) { return block.top + block.height <= top; });
    const auto last = std::partition_point(
        first, m_blocks.end(), [bottom](const Block &block) { return block.top < bottom; });
    return {int(first - m_blocks.begin()), int(last - m_blocks.begin())};
}

QRect TimelineLayout::blockRect(int block) const
{
    const Block &placed = m_blocks[std::size_t(block)];
    return {0, rowsArea().top() + placed.top - m_scroll, m_viewport.width(), placed.height};
}

QRect TimelineLayout::rowRect(int row) const
{
    return {
        0, rowsArea().top() + m_rows[std::size_t(row)].top - m_scroll, m_viewport.width(), m_sizes.rowHeight};
}

QRect TimelineLayout::trackRect(int thread) const
{
    const QRect area = tracks();
    const int height = (area.height() - 2 * gapOfBands) / std::max(1, m_threads);
    return {0, area.top() + gapOfBands + thread * height, m_viewport.width(), height};
}

QRectF TimelineLayout::barRect(
    const QRect &place, int height, TimeScale::Duration from, TimeScale::Duration to) const
{
    const double left = m_time.xOf(from);
    const double right = m_time.xOf(to);
    const int top = place.top() + (place.height() - height) / 2;
    return {plot().left() + left, double(top), right - left, double(height)};
}

std::optional<int> TimelineLayout::rowAt(const QPoint &point) const
{
    const QRect area = rowsArea();
    if (point.y() < area.top() || point.y() > area.bottom() || !viewport().contains(point))
        return {};
    const int y = point.y() - area.top() + m_scroll;
    const auto next
        = std::ranges::partition_point(m_blocks, [y](const Block &block) { return block.top <= y; });
    if (next == m_blocks.begin() || y >= std::prev(next)->top + std::prev(next)->height)
        return {};
    const Block &block = *std::prev(next);
    // The space above and below the rows of a block belongs to the nearest one.
    const int row = (y - m_rows[std::size_t(block.firstRow)].top) / m_sizes.rowHeight;
    return block.firstRow + std::clamp(row, 0, block.rows - 1);
}

std::optional<int> TimelineLayout::rowOnTrackAt(
    const QPoint &point, const Timeline &timeline, SteadyTime now) const
{
    constexpr int tolerance = 2; // device-independent pixels
    for (std::size_t i = 0; i < m_rows.size() && tracks().contains(point); ++i) {
        const auto &work = timeline.requests()[std::size_t(m_rows[i].request)].work;
        if (!work || !work->started || work->thread < 0)
            continue;
        const QRect track = trackRect(work->thread);
        const QRectF bar = barRect(track, track.height(), *work->started - timeline.started(),
            work->ended.value_or(now) - timeline.started());
        if (bar.adjusted(-tolerance, 0, tolerance, 0).contains(point))
            return int(i);
    }
    return {};
}

void TimelineLayout::arrangeRows(const Timeline &timeline)
{
    QHash<QString, std::size_t> placeOf;
    std::vector<std::pair<QString, std::vector<int>>> groups;
    for (int id = 0; const RequestRecord &request : timeline.requests()) {
        const auto found = placeOf.constFind(request.code);
        if (found == placeOf.cend()) {
            placeOf.insert(request.code, groups.size());
            groups.emplace_back(request.code, std::vector{id});
        } else {
            groups[*found].second.push_back(id);
        }
        ++id;
    }
    std::ranges::stable_sort(
        groups, {}, [this](const auto &group) { return m_order.value(group.first, m_order.size()); });
    m_rows.clear();
    m_blocks.clear();
    for (const auto &[code, requests] : groups) {
        const auto block = int(m_blocks.size());
        m_blocks.push_back({.code = code, .firstRow = int(m_rows.size()), .rows = int(requests.size())});
        for (const int request : requests)
            m_rows.push_back({.request = request, .block = block, .top = 0});
    }
    arrangeBlocks();
}

// A block with a single row is as high as its name.
void TimelineLayout::arrangeBlocks()
{
    int top = 0;
    for (Block &block : m_blocks) {
        const int ofRows = block.rows * m_sizes.rowHeight;
        block.top = top;
        block.height = std::max(ofRows, m_sizes.text) + gapOfBlocks;
        for (int row = 0; row < block.rows; ++row)
            m_rows[std::size_t(block.firstRow + row)].top
                = top + (block.height - ofRows) / 2 + row * m_sizes.rowHeight;
        top += block.height;
    }
}

// A quarter of the viewport, if that is enough. Rows are more important.
int TimelineLayout::tracksHeight() const
{
    if (m_threads == 0)
        return 0;
    constexpr int lowest = 3;
    const int wanted = std::clamp(m_viewport.height() / 4 / m_threads, lowest, m_sizes.thinBar + gapOfTracks);
    const int height = m_threads * wanted + 2 * gapOfBands;
    const int forRows = m_viewport.height() - loop().bottom() - 1 - gapOfBands - height;
    return forRows < std::min(leastRowsHeight(), contentHeight()) ? 0 : height;
}

int TimelineLayout::graphHeight() const
{
    return std::clamp(m_viewport.height() / 5, lowestGraph, highestGraph);
}

int TimelineLayout::loopHeight() const
{
    return m_isLoopBlocked ? m_sizes.text : 0;
}

// Picture and metadata of three countries.
int TimelineLayout::leastRowsHeight() const
{
    return 3 * (2 * m_sizes.rowHeight + gapOfBlocks);
}
