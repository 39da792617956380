#pragma once

#include "app/downloads/flagresult.h"

#include <chrono>

/// How far a batch is. Every country is counted in exactly one of the counts, or is not done yet.
struct BatchProgress
{
    int total = 0;
    int saved = 0;
    int skipped = 0;
    int notFound = 0;
    int failed = 0;
    int cancelled = 0;
    std::chrono::milliseconds elapsed{0};
    bool isPaused = false;
    std::optional<Failure> pausedBy; ///< why it paused by itself, if it did
    std::optional<Failure> stoppedBy; ///< the one reason why the whole batch ended early, if it did

    [[nodiscard]] int done() const { return saved + skipped + notFound + failed + cancelled; }
    void count(FlagState state);
};

Q_DECLARE_METATYPE(BatchProgress)
