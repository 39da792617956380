#include "ui/timeline/threadtracks.h"

#include "ui/timeline/phaselook.h"
#include "ui/timeline/timelinelayout.h"

#include <QPainter>

#include <algorithm>
#include <vector>

namespace {

constexpr double shortestForm = 4; // device-independent pixels
constexpr double smallestGap = 1;

/// Neighbouring work on one thread that is drawn as one part.
struct Stretch
{
    Phase phase = Phase::Checking;
    double left = 0;
    double right = -1; // before `left`: empty
};

class TrackPainter final
{
public:
    TrackPainter(QPainter &painter, const TimelineLayout &layout, const Timeline &timeline,
        const std::array<QColor, allPhases.size()> &colours)
        : m_painter(painter)
        , m_time(layout.time())
        , m_started(timeline.started())
        , m_plot(layout.plot())
        , m_colours(colours)
    {
        for (int thread = 0; thread < layout.threads(); ++thread)
            m_tracks.push_back(layout.trackRect(thread));
        m_stretches.resize(m_tracks.size());
    }

    void add(const PoolWork &work, SteadyTime now)
    {
        const auto thread = std::size_t(work.thread);
        const double left = xOf(*work.started);
        const double right = std::max(left + 1, xOf(work.ended.value_or(now)));
        if (right < m_plot.left() || left > m_plot.right() + 1)
            return;
        if (right - left < shortestForm)
            return extend(thread, mainPhaseOf(work, now), left, right);
        for (const PhaseSpan &span : spansOf(work, now))
            paint(thread, span.phase, xOf(span.from), xOf(span.to));
    }

    void finish()
    {
        for (std::size_t thread = 0; thread < m_stretches.size(); ++thread)
            paintStretch(thread);
    }

private:
    [[nodiscard]] double xOf(SteadyTime at) const { return m_plot.left() + m_time.xOf(at - m_started); }

    /// The phase that took most of the time.
    static Phase mainPhaseOf(const PoolWork &work, SteadyTime now)
    {
        const SteadyTime end = work.ended.value_or(now);
        const SteadyTime checked = work.checked.value_or(end);
        return checked - *work.started < end - checked ? Phase::Saving : Phase::Checking;
    }

    void extend(std::size_t thread, Phase phase, double left, double right)
    {
        Stretch &stretch = m_stretches[thread];
        const bool isNeighbour = stretch.phase == phase && left >= stretch.left - smallestGap
            && left <= stretch.right + smallestGap;
        if (!isNeighbour) {
            paintStretch(thread);
            stretch = {phase, left, right};
        }
        stretch.right = std::max(stretch.right, right);
    }

    void paintStretch(std::size_t thread)
    {
        const Stretch &stretch = m_stretches[thread];
        if (stretch.right > stretch.left)
            paint(thread, stretch.phase, stretch.left, stretch.right);
    }

    void paint(std::size_t thread, Phase phase, double left, double right)
    {
        const QRect &track = m_tracks[thread];
        const double from = std::max(left, m_plot.left() - 2.0);
        const double to = std::min(std::max(right, from + 1), m_plot.right() + 2.0);
        if (from < to)
            paintPhase(m_painter, QRectF(from, track.top(), to - from, std::max(1, track.height() - 1)),
                phase, m_colours[std::size_t(phase)]);
    }

    QPainter &m_painter;
    const TimeScale &m_time;
    SteadyTime m_started;
    QRect m_plot;
    const std::array<QColor, allPhases.size()> &m_colours;
    std::vector<QRect> m_tracks;
    std::vector<Stretch> m_stretches; // by thread
};

} // namespace

void paintTracks(QPainter &painter, const TimelineLayout &layout, const Timeline &timeline, SteadyTime now,
    const std::array<QColor, allPhases.size()> &colours)
{
    if (layout.tracks().isEmpty())
        return;
    painter.save();
    painter.setClipRect(layout.tracks());
    TrackPainter tracks(painter, layout, timeline, colours);
    for (const RequestRecord &request : timeline.requests()) {
        if (request.work && request.work->started && request.work->thread >= 0
            && request.work->thread < layout.threads())
            tracks.add(*request.work, now);
    }
    tracks.finish();
    painter.restore();
}
