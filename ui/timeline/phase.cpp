#include "ui/timeline/phase.h"

#include <QCoreApplication>

namespace {

struct PhaseTexts
{
    Q_DECLARE_TR_FUNCTIONS(PhaseTexts)
};

void addSpan(QList<PhaseSpan> &spans, Phase phase, SteadyTime from, SteadyTime to)
{
    if (from < to)
        spans.append({phase, from, to});
}

/// Returns the end of the tries, and of the pause after them if another one follows.
SteadyTime addTries(QList<PhaseSpan> &spans, const RequestRecord &request, SteadyTime now)
{
    SteadyTime last = request.queued;
    Phase before = Phase::Slot;
    for (const RequestTry &one : request.tries) {
        const SteadyTime end = one.ended.value_or(now);
        addSpan(spans, before, last, one.sent);
        addSpan(spans, Phase::Server, one.sent, one.firstByte.value_or(end));
        if (one.firstByte)
            addSpan(spans, Phase::Receiving, *one.firstByte, end);
        last = end;
        before = one.failure ? Phase::Pause : Phase::Slot; // after a redirect, there is no pause
    }
    const SteadyTime end = request.ended.value_or(now);
    addSpan(spans, before, last, end);
    return end;
}

} // namespace

QList<PhaseSpan> spansOf(const RequestRecord &request, SteadyTime now)
{
    QList<PhaseSpan> spans;
    const SteadyTime end = addTries(spans, request, now);
    if (request.work) {
        addSpan(spans, Phase::Thread, end, request.work->started.value_or(request.work->ended.value_or(now)));
        spans += spansOf(*request.work, now);
    }
    return spans;
}

QList<PhaseSpan> spansOf(const PoolWork &work, SteadyTime now)
{
    QList<PhaseSpan> spans;
    if (!work.started)
        return spans;
    const SteadyTime end = work.ended.value_or(now);
    addSpan(spans, Phase::Checking, *work.started, work.checked.value_or(end));
    if (work.checked)
        addSpan(spans, Phase::Saving, *work.checked, end);
    return spans;
}

QList<MarkedMoment> marksOf(const RequestRecord &request)
{
    QList<MarkedMoment> moments;
    for (qsizetype i = 0; i < request.tries.size(); ++i) {
        const RequestTry &one = request.tries.at(i);
        if (one.isNewConnection)
            moments.append({Mark::NewConnection, one.sent});
        const bool isFinal = request.failure && i == request.tries.size() - 1;
        if (one.failure && one.ended && !isFinal)
            moments.append({one.wasThrottled ? Mark::Throttled : Mark::Retry, *one.ended});
    }
    if (request.work && request.work->failure)
        moments.append({Mark::Failed, *request.work->ended});
    if (!request.ended)
        return moments;
    if (request.failure)
        moments.append(
            {request.failure->kind == FailureKind::NotFound ? Mark::NotFound : Mark::Failed, *request.ended});
    else if (request.wasCancelled)
        moments.append({Mark::Cancelled, *request.ended});
    return moments;
}

QString nameOf(Phase phase)
{
    switch (phase) {
    case Phase::Slot:
        return PhaseTexts::tr("Queued");
    case Phase::Server:
        return PhaseTexts::tr("Server");
    case Phase::Receiving:
        return PhaseTexts::tr("Receiving");
    case Phase::Pause:
        return PhaseTexts::tr("Pause");
    case Phase::Thread:
        return PhaseTexts::tr("Hand-over");
    case Phase::Checking:
        return PhaseTexts::tr("Checking");
    case Phase::Saving:
        return PhaseTexts::tr("Saving");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Phase phase)
{
    switch (phase) {
    case Phase::Slot:
        return PhaseTexts::tr("The request waits because as many others as the limit allows are running.");
    case Phase::Server:
        return PhaseTexts::tr(
            "The request has been sent, and the program waits for the first byte of the response.");
    case Phase::Receiving:
        return PhaseTexts::tr("The response arrives from the server.");
    case Phase::Pause:
        return PhaseTexts::tr("A try has failed, and the program waits a moment before the next one.");
    case Phase::Thread:
        return PhaseTexts::tr("The picture is there and waits for its metadata and for a free thread.");
    case Phase::Checking:
        return PhaseTexts::tr("A thread checks that the picture is complete and can be drawn.");
    case Phase::Saving:
        return PhaseTexts::tr("A thread writes the files and makes sure that they are on the disk.");
    }
    Q_UNREACHABLE();
}

QString nameOf(Mark mark)
{
    switch (mark) {
    case Mark::NewConnection:
        return PhaseTexts::tr("New connection");
    case Mark::Retry:
        return PhaseTexts::tr("Retry");
    case Mark::Throttled:
        return PhaseTexts::tr("Throttled");
    case Mark::NotFound:
        return PhaseTexts::tr("Not found");
    case Mark::Failed:
        return PhaseTexts::tr("Failed");
    case Mark::Cancelled:
        return PhaseTexts::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Mark mark)
{
    switch (mark) {
    case Mark::NewConnection:
        return PhaseTexts::tr("A connection was opened for this request; the others reuse one.");
    case Mark::Retry:
        return PhaseTexts::tr("This try failed, and the program tries again.");
    case Mark::Throttled:
        return PhaseTexts::tr("The server refused because of too many requests, and all of them slow down.");
    case Mark::NotFound:
        return PhaseTexts::tr("The server does not have this file.");
    case Mark::Failed:
        return PhaseTexts::tr("The request has failed for good.");
    case Mark::Cancelled:
        return PhaseTexts::tr("The request was stopped before it was complete.");
    }
    Q_UNREACHABLE();
}
