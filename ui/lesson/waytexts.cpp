#include "ui/lesson/waytexts.h"

#include "app/language/joining.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/legend.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct WayTexts
{
    Q_DECLARE_TR_FUNCTIONS(WayTexts)
};

QString timesText(const WayResult &oneAtATime, const WayResult &threads, const WayResult &eventLoop)
{
    // Below this share of the time, waiting is what the other ways have saved.
    constexpr int clearlyFaster = 2;
    const bool isFaster = std::max(threads.elapsed, eventLoop.elapsed) * clearlyFaster <= oneAtATime.elapsed;
    const QString times = WayTexts::tr("One at a time took %1, the pool of threads %2 and the event loop %3.")
                              .arg(shortDuration(oneAtATime.elapsed), shortDuration(threads.elapsed),
                                  shortDuration(eventLoop.elapsed));
    return joinedSentences({times,
        isFaster ? WayTexts::tr("Waiting for many responses at the same time is what saves the time.")
                 : WayTexts::tr("There was little to wait for, so the ways differ little.")});
}

/// Those that check pictures are counted; the others are Qt's.
QString loopThreadsText(const WayResult &eventLoop)
{
    const int waiting = eventLoop.usage.threads - eventLoop.checkingThreads;
    const QString count
        = WayTexts::tr("The event loop needed %n extra thread(s).", nullptr, eventLoop.usage.threads);
    if (eventLoop.checkingThreads == 0 || waiting <= 0)
        return count;
    return joinedSentences({count,
        asSentence(
            joinedPhrases({WayTexts::tr("Of these, %n check(s) pictures", nullptr, eventLoop.checkingThreads),
                WayTexts::tr("and %n wait(s) for the responses, up to six in each", nullptr, waiting)}))});
}

QString threadsText(const WayResult &threads, const WayResult &eventLoop)
{
    return joinedSentences(
        {WayTexts::tr("The pool needed %n extra thread(s), and each waits for one response.", nullptr,
             threads.usage.threads),
            loopThreadsText(eventLoop)});
}

QString picturesText(const QList<WayResult> &results)
{
    const auto differs = [&](const WayResult &each) { return each.fetched != results.first().fetched; };
    return std::ranges::any_of(results, differs)
        ? WayTexts::tr("The three have not received the same pictures.")
        : WayTexts::tr("All three have received the same pictures.");
}

} // namespace

QString titleOf(Way way)
{
    switch (way) {
    case Way::OneAtATime:
        return WayTexts::tr("One at a time");
    case Way::Threads:
        return WayTexts::tr("A pool of threads");
    case Way::EventLoop:
        return WayTexts::tr("The event loop");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Way way)
{
    switch (way) {
    case Way::OneAtATime:
        return WayTexts::tr("The next request starts when the one before has ended.");
    case Way::Threads:
        return WayTexts::tr("Each thread fetches one flag and blocks while it waits. Only this lesson "
                            "downloads like this.");
    case Way::EventLoop:
        return WayTexts::tr("One thread sends many requests and reacts to each response when it arrives. "
                            "Flagfetch downloads like this.");
    }
    Q_UNREACHABLE();
}

QString nameOf(Cost cost)
{
    switch (cost) {
    case Cost::Threads:
        return WayTexts::tr("Extra threads");
    case Cost::Memory:
        return WayTexts::tr("Extra memory");
    case Cost::ProcessorTime:
        return WayTexts::tr("Processor time");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Cost cost)
{
    switch (cost) {
    case Cost::Threads:
        return WayTexts::tr("The most threads that the program had during this way, beyond those at its "
                            "start; those of the event loop are Qt's, and those that check pictures.");
    case Cost::Memory:
        return WayTexts::tr("The most memory that the whole program used during this way, beyond that at its "
                            "start, measured every 5 ms.");
    case Cost::ProcessorTime:
        return WayTexts::tr("How long the processors have worked for the whole program during this way, with "
                            "its window and its server.");
    }
    Q_UNREACHABLE();
}

QString explanationOfSpeedUp()
{
    return WayTexts::tr(
        "The time of the first way divided by the time of this one. Known when both have ended.");
}

QString valueOf(Cost cost, const WayResult &result)
{
    switch (cost) {
    case Cost::Threads:
        return QLocale().toString(result.usage.threads);
    case Cost::Memory:
        return shortSize(double(result.usage.memory));
    case Cost::ProcessorTime:
        return shortDuration(result.usage.processorTime);
    }
    Q_UNREACHABLE();
}

QString outcomeOf(const WayResult &result)
{
    if (result.failure)
        return failureText(*result.failure, {});
    QStringList phrases{WayTexts::tr("%n flag(s)", nullptr, int(result.fetched.size()))};
    if (result.failed > 0)
        phrases += WayTexts::tr("%n failed", nullptr, result.failed);
    if (result.wasCancelled)
        phrases += WayTexts::tr("cancelled");
    return joinedPhrases(phrases);
}

QString conclusionOf(const QList<WayResult> &results)
{
    for (const WayResult &each : results) {
        if (each.failure)
            return failureText(*each.failure, {});
    }
    const bool isComplete = results.size() == qsizetype(allWays.size())
        && std::ranges::none_of(results, &WayResult::wasCancelled);
    if (!isComplete)
        return WayTexts::tr("Cancelled. Run all three ways to compare them.");
    const WayResult &threads = results.at(1);
    const WayResult &eventLoop = results.at(2);
    return joinedSentences({timesText(results.first(), threads, eventLoop), threadsText(threads, eventLoop),
        picturesText(results)});
}

QList<LegendEntry> lessonLegend()
{
    return {{.what = Phase::Slot}, {.what = Phase::Server}, {.what = Phase::Receiving},
        {.what = Phase::Thread}, {.what = Phase::Checking}, {.what = Mark::NewConnection},
        {.what = Mark::Cancelled}};
}
