#include "app/downloads/flagresult.h"

void BatchProgress::count(const FlagResult &result)
{
    switch (result.state) {
    case FlagState::Saved:
        ++saved;
        changed += result.isChanged ? 1 : 0;
        break;
    case FlagState::Fetched:
        ++fetched;
        break;
    case FlagState::Unchanged:
        ++unchanged;
        break;
    case FlagState::Skipped:
        ++skipped;
        break;
    case FlagState::NotFound:
        ++notFound;
        break;
    case FlagState::Failed:
        ++failed;
        break;
    case FlagState::Cancelled:
        ++cancelled;
        break;
    case FlagState::NotAsked:
    case FlagState::Waiting:
    case FlagState::OnHold:
    case FlagState::Downloading:
        break;
    }
}

void BatchProgress::addCancelled(qsizetype countries)
{
    total += int(countries);
    cancelled += int(countries);
}

void BatchProgress::add(const BatchProgress &next)
{
    total += next.total;
    saved += next.saved;
    fetched += next.fetched;
    changed += next.changed;
    unchanged += next.unchanged;
    skipped += next.skipped;
    notFound += next.notFound;
    failed += next.failed;
    notRequested += next.notRequested;
    cancelled += next.cancelled;
    elapsed += next.elapsed;
    silence = next.silence;
    isPaused = next.isPaused;
    pausedBy = next.pausedBy;
    if (next.stoppedBy)
        stoppedBy = next.stoppedBy;
    if (next.setProblem)
        setProblem = next.setProblem;
    backedUp += next.backedUp;
}
