#pragma once

#include <QtGlobal>

inline constexpr qint64 kibi = 1 << 10;
inline constexpr qint64 mebi = 1 << 20;

/// How much memory the process takes at most from here on.
class PeakMemory final
{
public:
    PeakMemory();

    /// Whether it can be told: not where the kernel keeps no peak, nor under a sanitizer, which keeps what
    /// was freed.
    [[nodiscard]] bool isKnown() const { return m_before > 0; }
    /// Beyond what was in use at the beginning, in KiB.
    [[nodiscard]] qint64 growth() const;

private:
    qint64 m_before = 0;
};
