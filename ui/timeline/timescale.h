#pragma once

#include "app/timeline/timeline.h"

#include <QList>
#include <QString>

#include <algorithm>

/// A line of the time axis.
struct TimeTick
{
    Timeline::Duration at;
    QString label;
};

/// Maps times since the start of a run to x coordinates, and back. It shows the whole run, which is called
/// fitted, or a part of it. A value; times run from left to right in every language.
class TimeScale final
{
public:
    using Duration = Timeline::Duration;

    void setWidth(double pixels);
    [[nodiscard]] double width() const { return m_width; }

    /// The time that the run has taken so far. While it runs, a fitted scale grows in steps, so that bars do
    /// not shrink in each frame; a part that shows the end moves with it.
    void setTotal(Duration total, bool isComplete);
    /// A fitted scale shows at least this span, so that runs can be compared.
    void setLeastSpan(Duration span);
    /// What a fitted scale shows of a run that has taken this time.
    [[nodiscard]] static Duration spanFor(Duration total, bool isComplete);
    /// The same for this run, without the least span.
    [[nodiscard]] Duration neededSpan() const { return m_neededSpan; }

    [[nodiscard]] double xOf(Duration time) const { return double((time - m_from).count()) / m_perPixel; }
    [[nodiscard]] Duration timeAt(double x) const;

    /// Shows the whole run again, and follows it.
    void fit();
    [[nodiscard]] bool isFitted() const { return m_isFitted; }
    /// Shows `factor` times as much detail. The time at `x` stays at its place.
    void zoomBy(double factor, double x);
    /// Moves to later times.
    void moveBy(double pixels);

    // For a scroll bar: the width of the whole run, and what is left of the visible part.
    [[nodiscard]] double contentWidth() const { return double(m_span.count()) / m_perPixel; }
    [[nodiscard]] double offset() const { return double(m_from.count()) / m_perPixel; }
    /// The pixels of a step of the scroll bar: 1, unless the run has more pixels than an int can count.
    [[nodiscard]] double scrollStep() const { return std::max(1.0, contentWidth() / 1e9); }
    /// Moves to this step, and not at all if the offset is within it.
    void scrollTo(int step);

    /// The visible ticks at round times, at least `spacing` pixels apart.
    [[nodiscard]] QList<TimeTick> ticks(double spacing) const;

private:
    [[nodiscard]] double fittedPerPixel() const { return double(m_span.count()) / m_width; }
    [[nodiscard]] Duration visibleSpan() const;
    void setFrom(double nanoseconds);
    void updateFollowing();
    void applySpan();

    double m_width = 1;
    Duration m_total{0};
    Duration m_neededSpan{std::chrono::seconds(1)};
    Duration m_leastSpan{0};
    Duration m_span{std::chrono::seconds(1)}; // of a fitted scale; longer than m_total
    Duration m_from{0}; // the time at x = 0
    double m_perPixel = 1'000'000; // nanoseconds
    bool m_isFitted = true;
    bool m_followsEnd = true;
};
