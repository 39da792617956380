#pragma once

#include "ui/timeline/phase.h"
#include "ui/timeline/timescale.h"

#include <QHash>
#include <QPoint>
#include <QRect>
#include <QSize>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

class QFontMetrics;

/// Sizes that depend on the font, in device-independent pixels.
struct TimelineSizes
{
    TimelineSizes() = default;
    explicit TimelineSizes(const QFontMetrics &font);

    int text = 16; ///< height of a line
    int rowHeight = 9; ///< height of the place of one request
    int bar = 7; ///< of a picture
    int thinBar = 4; ///< of metadata, and of the work of a thread
    int axis = 20;
    int names = 60; ///< width of the column of names
    int wideNames = 150; ///< the same, if the view is wide
};

/// Where the parts of a timeline are, and which of them are visible. The requests of a country are the rows
/// of one block, in the order in which they were queued. A value without pixels: TimelinePainter draws it.
/// Coordinates are device-independent pixels in the viewport.
class TimelineLayout final
{
public:
    struct Row
    {
        int request; ///< its place in Timeline::requests()
        int block;
        int top; ///< below the top of the first block

        friend bool operator==(const Row &, const Row &) = default;
    };

    struct Block
    {
        QString code; ///< empty: the names of all countries
        int firstRow = 0;
        int rows = 0;
        int top = 0;
        int height = 0;
    };

    void setSizes(const TimelineSizes &sizes);
    /// `isMirrored` puts the names at the right. Time runs from left to right all the same.
    void setViewport(const QSize &size, bool isMirrored);
    /// Countries have this order, and others follow. Empty: the order of their first request.
    void setOrder(const QStringList &codes);
    /// Takes over new requests and new threads; follows the time until `now`.
    void update(const Timeline &timeline, SteadyTime now);
    void scrollTo(int y) { m_scroll = y; }
    /// The nearest place to scroll to where the row is visible, with the others of its block.
    [[nodiscard]] int scrollShowing(int row) const;

    [[nodiscard]] TimeScale &time() { return m_time; }
    [[nodiscard]] const TimeScale &time() const { return m_time; }
    [[nodiscard]] const TimelineSizes &sizes() const { return m_sizes; }

    [[nodiscard]] QRect viewport() const { return {QPoint(), m_viewport}; }
    [[nodiscard]] bool isMirrored() const { return m_isMirrored; }
    /// The columns: all that has a time, and the names.
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRect names() const;
    // The bands of the plot, from top to bottom.
    [[nodiscard]] QRect axis() const;
    [[nodiscard]] QRect graph() const;
    /// Empty if the event loop was never blocked.
    [[nodiscard]] QRect loop() const;
    [[nodiscard]] QRect rowsArea() const;
    /// Empty without threads, and if the viewport is too low for some rows besides.
    [[nodiscard]] QRect tracks() const;
    /// The same band across the column of names.
    [[nodiscard]] QRect acrossNames(const QRect &band) const;

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }
    [[nodiscard]] int threads() const { return m_threads; }
    /// Of all blocks.
    [[nodiscard]] int contentHeight() const;
    /// The height of the viewport in which all rows are visible.
    [[nodiscard]] int wholeHeight() const;
    /// The height of a viewport that shows a few rows, and at least five.
    [[nodiscard]] int leastHeight() const;

    /// The blocks of which at least a part is visible: from the first to before the second.
    [[nodiscard]] std::pair<int, int> visibleBlocks() const;
    /// Across the viewport.
    [[nodiscard]] QRect blockRect(int block) const;
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] QRect trackRect(int thread) const;
    /// The part of a bar from one time to another, in the row's height. Not clipped.
    [[nodiscard]] QRectF barRect(
        const QRect &place, int height, TimeScale::Duration from, TimeScale::Duration to) const;
    [[nodiscard]] std::optional<int> rowAt(const QPoint &point) const;
    /// The row whose request a thread works on there.
    [[nodiscard]] std::optional<int> rowOnTrackAt(
        const QPoint &point, const Timeline &timeline, SteadyTime now) const;

private:
    void arrangeRows(const Timeline &timeline);
    void arrangeBlocks();
    [[nodiscard]] int tracksHeight() const;
    [[nodiscard]] int graphHeight() const;
    [[nodiscard]] int loopHeight() const;
    [[nodiscard]] int leastRowsHeight() const;

    TimelineSizes m_sizes;
    QSize m_viewport;
    bool m_isMirrored = false;
    int m_scroll = 0;
    TimeScale m_time;
    int m_run = 0;
    std::vector<Row> m_rows;
    std::vector<Block> m_blocks;
    QHash<QString, qsizetype> m_order; // by code
    int m_threads = 0;
    bool m_isLoopBlocked = false;
};
