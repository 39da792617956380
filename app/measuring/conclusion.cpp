#include "app/measuring/conclusion.h"

#include "app/language/joining.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

struct ConclusionText
{
    Q_DECLARE_TR_FUNCTIONS(ConclusionText)
};

constexpr int leastGain = 10; // per cent of the time; on a busy computer, repeated runs differ by 6
constexpr int mostFailed = 10; // per cent of the flags; more of them change the times visibly
constexpr int clearlyLonger = 115; // per cent of the average time of a request with the limit before
constexpr int farLonger = 150; // per cent of the average time of a request with the lowest limit
constexpr int nearlyAll = 80; // per cent of the time of a run
constexpr int outlier = 200; // per cent of the average time of a request
constexpr double leastSpeedUp = 1.05; // less is 1.0 in the text, which is not faster

/// Whether `part` is at least this many per cent of `whole`.
bool reaches(MeasuredRun::Duration part, MeasuredRun::Duration whole, int percent)
{
    return part * 100 >= whole * percent;
}

bool failsTooOften(const MeasuredRun &run)
{
    return run.failed * 100 > run.flags() * mostFailed;
}

/// Whether `fastest` is hardly faster than `run`: by less than 10 %, and by less than half of what its higher
/// limit could gain. Two limits that are close together differ by less even if each request helps.
bool isFastEnough(const MeasuredRun &run, const MeasuredRun &fastest)
{
    const MeasuredRun::Duration gain = run.elapsed - fastest.elapsed;
    const int additional = std::max(fastest.limit - run.limit, 0);
    return gain.count() <= 0
        || (gain * 100 < run.elapsed * leastGain && gain * 2 * fastest.limit < run.elapsed * additional);
}

/// Comparing with the fastest run, and not with the one before, adds up the small gains of limits that are
/// close together.
qsizetype firstFastEnough(const QList<MeasuredRun> &runs)
{
    const MeasuredRun &fastest = *std::ranges::min_element(runs, {}, &MeasuredRun::elapsed);
    const auto found = std::ranges::find_if(
        runs, [&fastest](const MeasuredRun &run) { return isFastEnough(run, fastest); });
    return std::distance(runs.begin(), found);
}

/// Why the run after that at `number` is hardly faster.
Bottleneck bottleneckAfter(const QList<MeasuredRun> &runs, qsizetype number, std::chrono::milliseconds pause)
{
    const MeasuredRun &run = runs.at(number);
    const MeasuredRun &next = runs.at(number + 1);
    if (run.refused > 0 || next.refused > 0)
        return Bottleneck::Refusals;
    if (pause.count() > 0 && reaches(pause * std::max(run.requests - 1, 0), run.elapsed, nearlyAll))
        return Bottleneck::Pause;
    if (next.effectiveLimit < next.limit && next.effectiveLimit <= run.mostInFlight)
        return Bottleneck::OpenFiles;
    if (next.mostInFlight <= run.mostInFlight)
        return Bottleneck::Flags;
    // The second is the case if the requests of `run` had to wait for each other already.
    if (reaches(next.averageTime, run.averageTime, clearlyLonger)
        || reaches(run.averageTime, runs.first().averageTime, farLonger))
        return Bottleneck::Server;
    if (reaches(next.longestTime, next.elapsed, nearlyAll)
        && reaches(next.longestTime, next.averageTime, outlier))
        return Bottleneck::SlowestResponse;
    return Bottleneck::Unknown;
}

QString factorText(double factor)
{
    return QLocale().toString(factor, 'f', factor < 99.95 ? 1 : 0);
}

QString saturatedText(const Conclusion &conclusion)
{
    const QString limit = QLocale().toString(conclusion.limit);
    switch (conclusion.bottleneck) {
    case Bottleneck::Server:
        return ConclusionText::tr(
            "From %1 on the server is the limit: with more requests at once, each takes longer.")
            .arg(limit);
    case Bottleneck::Refusals:
        return ConclusionText::tr("From %1 on the server is the limit: it refuses requests because there are "
                                  "too many.")
            .arg(limit);
    case Bottleneck::Pause:
        return ConclusionText::tr(
            "From %1 on the pause is the limit that the source requires between two requests.")
            .arg(limit);
    case Bottleneck::Flags:
        return ConclusionText::tr("From %1 on the number of flags is the limit: all %n requests are in "
                                  "flight at once already.",
            nullptr, conclusion.requests)
            .arg(limit);
    case Bottleneck::SlowestResponse:
        return ConclusionText::tr(
            "From %1 on the slowest response is the limit: the rest has arrived before it.")
            .arg(limit);
    case Bottleneck::OpenFiles:
        return ConclusionText::tr(
            "From %1 on this computer is the limit: the program may open no more connections.")
            .arg(limit);
    case Bottleneck::Unknown:
        return ConclusionText::tr("From %1 on more requests at once do not help.").arg(limit);
    }
    Q_UNREACHABLE();
}

} // namespace

Conclusion conclude(const Measurement &measurement)
{
    using Kind = Conclusion::Kind;
    const QList<MeasuredRun> &runs = measurement.runs;
    if (runs.isEmpty())
        return {};
    Conclusion conclusion{.failed = std::ranges::max(runs, {}, &MeasuredRun::failed).failed};
    const auto failing = std::ranges::find_if(runs, &failsTooOften);
    if (failing == runs.begin()) {
        conclusion.kind = Kind::Unreliable;
        return conclusion;
    }
    if (failing != runs.end()) {
        const MeasuredRun &last = *std::prev(failing);
        conclusion.kind = Kind::Overloaded;
        conclusion.limit = last.limit;
        conclusion.speedUp = measurement.speedUp(last);
        return conclusion;
    }
    if (runs.size() < 2)
        return conclusion;

    const qsizetype number = firstFastEnough(runs);
    const MeasuredRun &run = runs.at(number);
    conclusion.limit = run.limit;
    conclusion.speedUp = measurement.speedUp(run);
    conclusion.requests = run.requests;
    if (number + 1 < runs.size()) {
        conclusion.kind = Kind::Saturated;
        conclusion.bottleneck = bottleneckAfter(runs, number, measurement.pause);
    } else if (run.mostInFlight < run.limit) {
        conclusion.kind = Kind::Saturated;
        conclusion.bottleneck = run.effectiveLimit < run.limit ? Bottleneck::OpenFiles : Bottleneck::Flags;
    } else {
        conclusion.kind = Kind::StillFaster;
    }
    return conclusion;
}

QString conclusionText(const Conclusion &conclusion)
{
    switch (conclusion.kind) {
    case Conclusion::Kind::TooFewRuns:
        return ConclusionText::tr("Measure at least two limits to compare them.");
    case Conclusion::Kind::Unreliable:
        return ConclusionText::tr(
            "%n of the flags failed, so the times cannot be compared.", nullptr, conclusion.failed);
    case Conclusion::Kind::Overloaded:
        return joinedSentences(
            {ConclusionText::tr("With more than %1 requests at once the server is overloaded: "
                                "up to %n flag(s) failed.",
                 nullptr, conclusion.failed)
                    .arg(QLocale().toString(conclusion.limit)),
                ConclusionText::tr("%1 at once are %2 times faster than one after another.")
                    .arg(QLocale().toString(conclusion.limit), factorText(conclusion.speedUp))});
    case Conclusion::Kind::StillFaster:
        return joinedSentences(
            {ConclusionText::tr("Up to %1, more requests at once help: that is %2 times "
                                "faster than one after another.")
                    .arg(QLocale().toString(conclusion.limit), factorText(conclusion.speedUp)),
                ConclusionText::tr("Try a higher limit.")});
    case Conclusion::Kind::Saturated:
        if (conclusion.speedUp < leastSpeedUp)
            return saturatedText(conclusion);
        return joinedSentences({saturatedText(conclusion),
            ConclusionText::tr("That is %1 times faster than one after another.")
                .arg(factorText(conclusion.speedUp))});
    }
    Q_UNREACHABLE();
}
