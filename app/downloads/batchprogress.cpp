#include "app/downloads/batchprogress.h"

void BatchProgress::count(FlagState state)
{
    switch (state) {
    case FlagState::Saved:
        ++saved;
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
    case FlagState::Held:
    case FlagState::Downloading:
        break;
    }
}
