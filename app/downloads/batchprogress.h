#pragma once

#include "app/downloads/flagresult.h"
#include "app/sets/manifestfiles.h"

#include <chrono>

/// How far a batch is. Every country is counted in exactly one of the counts, or is not done yet.
struct BatchProgress
{
    int total = 0;
    int saved = 0;
    int changed = 0; ///< of those saved, the ones that a set had in another version
    int unchanged = 0;
    int skipped = 0;
    int notFound = 0;
    int failed = 0;
    int cancelled = 0;
    std::chrono::milliseconds elapsed{0};
    bool isPaused = false;
    std::optional<Failure> pausedBy; ///< why it paused by itself, if it did
    std::optional<Failure> stoppedBy; ///< the one reason why the whole batch ended early, if it did
    std::optional<Failure> setProblem; ///< why the set could not be written down, if it could not
    QList<BackedUpFile> backedUp; ///< what of others had the name of a file of the set

    [[nodiscard]] int done() const { return saved + unchanged + skipped + notFound + failed + cancelled; }
    /// Whether every flag that was asked for is on disk, and written down.
    [[nodiscard]] bool isComplete() const { return saved + unchanged + skipped == total && !setProblem; }
    void count(const FlagResult &result);
    /// Another batch of the same errand, which began when this one had ended; how it stands now counts.
    void add(const BatchProgress &next);
    /// Likewise one that will not begin any more.
    void addCancelled(qsizetype countries);
};

Q_DECLARE_METATYPE(BatchProgress)
