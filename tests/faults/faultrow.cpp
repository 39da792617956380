#include "tests/faults/faultrow.h"

#include "app/failures/failure.h"

using namespace Qt::StringLiterals;

FaultPlan planOf(const Answer &answer)
{
    return {.faulty
        = [answer](const ScriptedRequest &request) { return answer(FaultBatch::pictureFor(request.path)); }};
}

FaultPlan planOfMetadata(const Script &metadata)
{
    const auto answer = [metadata](const ScriptedRequest &request) {
        const bool isMetadata = request.path.endsWith("metadata.json");
        return isMetadata ? metadata : ok(FaultBatch::pictureFor(request.path));
    };
    return {.faulty = answer, .metadataToo = true};
}

FaultPlan planOfPicture(const QByteArray &picture)
{
    return {.faulty = [picture](const ScriptedRequest &) { return ok(picture); }, .picture = picture};
}

QString wrongEnd(FaultBatch &batch, const RowEnd &expected)
{
    if (const QString broken = batch.violatedInvariant(); !broken.isEmpty())
        return broken;
    const auto result = batch.faultyResult();
    if (!result)
        return u"there is no faulty country"_s;
    if (result->state != expected.state)
        return u"it ended in another state: "_s + failureText(result->failure, result->country.displayName);
    if (expected.state != FlagState::Saved && result->failure.kind != expected.kind)
        return u"%1 instead of %2: %3"_s.arg(failureWord(result->failure.kind), failureWord(expected.kind),
            failureText(result->failure, result->country.displayName));
    const int hits = batch.server().hits(batch.faultyPath());
    // Qt repeats a request by itself if a kept-alive connection is lost.
    const bool asExpected = expected.tries == Tries::Either || (expected.tries == Tries::Again) == (hits > 1);
    return asExpected ? QString() : u"%1 requests were sent for it"_s.arg(hits);
}
