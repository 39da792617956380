#include "ui/timeline/timescale.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace {

struct AxisTexts
{
    Q_DECLARE_TR_FUNCTIONS(AxisTexts)
};

constexpr double finest = 1'000; // nanoseconds for each pixel
constexpr double marginAtEnd = 1.02; // so that the last bar does not touch the edge

/// The smallest of 1, 2, 5, 10, 20, 50 ... that is not less.
double roundStep(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= least)
            return step * power;
    }
    return 10 * power;
}

int decimalsOf(double step)
{
    return std::max(0, -int(std::floor(std::log10(step) + 1e-9)));
}

/// `step` decides about the unit and the decimals, so that all labels of an axis are alike.
QString tickLabel(double nanoseconds, double step, double last)
{
    constexpr double second = 1e9;
    constexpr double millisecond = 1e6;
    const QLocale locale;
    if (last >= second)
        return AxisTexts::tr("%1 s").arg(
            locale.toString(nanoseconds / second, 'f', decimalsOf(step / second)));
    return AxisTexts::tr("%1 ms").arg(
        locale.toString(nanoseconds / millisecond, 'f', decimalsOf(step / millisecond)));
}

} // namespace

void TimeScale::setWidth(double pixels)
{
    m_width = std::max(1.0, pixels);
    if (m_isFitted || m_perPixel > fittedPerPixel())
        fit();
    else
        setFrom(double(m_from.count()));
}

TimeScale::Duration TimeScale::spanFor(Duration total, bool isComplete)
{
    constexpr Duration least = 100ms;
    constexpr double growth = 1.25;
    double span = std::max(double(least.count()), double(total.count()) * marginAtEnd);
    if (!isComplete)
        span = double(least.count())
            * std::pow(growth, std::ceil(std::log(span / double(least.count())) / std::log(growth)));
    return Duration(std::int64_t(span));
}

void TimeScale::setTotal(Duration total, bool isComplete)
{
    m_total = total;
    m_neededSpan = spanFor(total, isComplete);
    applySpan();
}

void TimeScale::setLeastSpan(Duration span)
{
    m_leastSpan = span;
    applySpan();
}

void TimeScale::applySpan()
{
    m_span = std::max(m_neededSpan, m_leastSpan);
    if (m_isFitted || m_perPixel > fittedPerPixel())
        fit();
    else
        setFrom(m_followsEnd ? double(m_total.count()) - double(visibleSpan().count()) / marginAtEnd
                             : double(m_from.count()));
}

TimeScale::Duration TimeScale::timeAt(double x) const
{
    return m_from + Duration(std::int64_t(std::llround(x * m_perPixel)));
}

void TimeScale::fit()
{
    m_from = Duration::zero();
    m_perPixel = fittedPerPixel();
    m_isFitted = true;
    m_followsEnd = true;
}

void TimeScale::zoomBy(double factor, double x)
{
    const double time = double(m_from.count()) + x * m_perPixel;
    const double perPixel = std::max(finest, m_perPixel / factor);
    if (perPixel >= fittedPerPixel())
        return fit();
    m_isFitted = false;
    m_perPixel = perPixel;
    setFrom(time - x * m_perPixel);
    updateFollowing();
}

void TimeScale::moveBy(double pixels)
{
    setFrom(double(m_from.count()) + pixels * m_perPixel);
    updateFollowing();
}

void TimeScale::scrollTo(int step)
{
    const double steps = step - std::floor(offset() / scrollStep());
    if (steps == 0)
        return;
    moveBy(steps * scrollStep());
    if (step == 0 && scrollStep() > 1) // the rest of a large step
        moveBy(-offset());
}

QList<TimeTick> TimeScale::ticks(double spacing) const
{
    const double step = roundStep(spacing * m_perPixel);
    const double last = double(m_from.count()) + m_width * m_perPixel;
    QList<TimeTick> ticks;
    const auto first = std::int64_t(std::ceil(double(m_from.count()) / step));
    for (std::int64_t number = first; double(number) * step <= last; ++number) {
        const double at = double(number) * step;
        ticks.append({Duration(std::int64_t(at)), tickLabel(at, step, last)});
    }
    return ticks;
}

TimeScale::Duration TimeScale::visibleSpan() const
{
    return Duration(std::int64_t(m_width * m_perPixel));
}

void TimeScale::setFrom(double nanoseconds)
{
    const double latest = double((m_span - visibleSpan()).count());
    m_from = Duration(std::int64_t(std::clamp(nanoseconds, 0.0, std::max(0.0, latest))));
}

void TimeScale::updateFollowing()
{
    m_followsEnd = m_isFitted || m_from + visibleSpan() >= m_total;
}
