#include "app/downloads/serverwaits.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

// Rounds to nearest, not up. Rounded up, a display that updates once a second would show the same number
// twice whenever an update comes slightly early.
std::chrono::seconds shownTime(SteadyTime end, SteadyTime now)
{
    return end > now ? std::max(std::chrono::round<std::chrono::seconds>(end - now), 1s) : 0s;
}

} // namespace

bool ServerWaits::begin(const QString &code, std::chrono::milliseconds duration, SteadyTime now)
{
    if (duration <= 0ms)
        return false;
    const SteadyTime end = now + duration;
    const auto known = m_endOfCode.constFind(code);
    const bool isNews = known == m_endOfCode.cend() || end >= *known + 1s;
    if (known == m_endOfCode.cend() || end > *known)
        m_endOfCode.insert(code, end);
    return isNews;
}

void ServerWaits::dropEnded(SteadyTime now)
{
    m_endOfCode.removeIf([now](auto entry) { return entry.value() <= now; });
}

std::chrono::seconds ServerWaits::remaining(const QString &code, SteadyTime now) const
{
    return shownTime(m_endOfCode.value(code, now), now);
}

std::chrono::seconds ServerWaits::longest(SteadyTime now) const
{
    const auto latest = std::max_element(m_endOfCode.cbegin(), m_endOfCode.cend());
    return latest == m_endOfCode.cend() ? 0s : shownTime(*latest, now);
}
