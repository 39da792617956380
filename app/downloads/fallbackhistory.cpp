#include "app/downloads/fallbackhistory.h"

#include <algorithm>

namespace {

SourceAnswer answerIn(const FlagResult &result)
{
    return {result.sourceId, result.sourceTitle, result.url, result.failure};
}

} // namespace

void FallbackHistory::add(const FlagResult &result)
{
    pastWith(result).answers.append(answerIn(result));
}

void FallbackHistory::addRequests(const FlagResult &result)
{
    if (result.tries > 0)
        pastWith(result);
}

FallbackHistory::Past &FallbackHistory::pastWith(const FlagResult &result)
{
    auto past = m_pastOfCode.find(result.country.code);
    if (past == m_pastOfCode.end())
        past = m_pastOfCode.insert(result.country.code, {.queued = result.queued});
    past->tries += result.tries;
    if (result.image.started) {
        past->url = result.url;
        past->image = result.image;
        past->metadata = result.metadata;
    }
    return *past;
}

FlagResult FallbackHistory::completeResult(FlagResult last)
{
    if (!m_pastOfCode.contains(last.country.code))
        return last;
    const Past past = m_pastOfCode.take(last.country.code);

    last.queued = past.queued;
    last.tries += past.tries;
    last.earlier = past.answers;
    if (!last.image.started) {
        last.image = past.image;
        last.metadata = past.metadata;
        if (last.state == FlagState::Cancelled)
            last.url = past.url;
    }
    if (last.state != FlagState::NotFound)
        return last;
    const auto failed = std::find_if(last.earlier.crbegin(), last.earlier.crend(),
        [](const SourceAnswer &answer) { return answer.failure.kind != FailureKind::NotFound; });
    if (failed == last.earlier.crend())
        return last;
    SourceAnswer reason = *failed; // a copy: the list changes
    last.earlier.removeOne(reason);
    last.earlier.append(answerIn(last));
    last.state = FlagState::Failed;
    last.failure = reason.failure;
    last.sourceId = reason.sourceId;
    last.sourceTitle = reason.sourceTitle;
    last.url = reason.url;
    return last;
}
