#include "ui/timeline/figures.h"

#include "app/language/joining.h"
#include "ui/timeline/figuretext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct Figures
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

QString countText(int count)
{
    return QLocale().toString(count);
}

QString inFlightText(const RunFigures &run)
{
    return run.limit == 0 ? countText(run.inFlight)
                          : Figures::tr("%1 of %2", "number in flight, limit")
                                .arg(countText(run.inFlight), countText(run.limit));
}

} // namespace

RunFigures runFiguresOf(const Timeline &timeline, SteadyTime now)
{
    RunFigures run{.figures = figuresOf(timeline, now), .limit = timeline.limit()};
    for (const RequestRecord &request : timeline.requests())
        run.inFlight += !request.tries.isEmpty() && request.tries.last().isInFlight() ? 1 : 0;
    return run;
}

QString nameOf(Figure figure)
{
    switch (figure) {
    case Figure::Elapsed:
        return Figures::tr("Elapsed");
    case Figure::OneAtATime:
        return Figures::tr("One at a time");
    case Figure::SpeedUp:
        return Figures::tr("Speed-up");
    case Figure::Requests:
        return Figures::tr("Requests per second");
    case Figure::Bytes:
        return Figures::tr("Received per second");
    case Figure::MedianWait:
        return Figures::tr("Median wait");
    case Figure::LongWait:
        return Figures::tr("95th percentile");
    case Figure::InFlight:
        return Figures::tr("In flight");
    case Figure::MostInFlight:
        return Figures::tr("Most in flight");
    case Figure::Retries:
        return Figures::tr("Retries");
    case Figure::Failures:
        return Figures::tr("Failures");
    case Figure::NewConnections:
        return Figures::tr("New connections");
    case Figure::ReusedConnections:
        return Figures::tr("Reused");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Figure figure)
{
    switch (figure) {
    case Figure::Elapsed:
        return Figures::tr("The time that the run has taken, from the click to the last file.");
    case Figure::OneAtATime:
        return Figures::tr("The sum of all single times: the run would take this long if each request waited "
                           "for the one before it.");
    case Figure::SpeedUp:
        return Figures::tr("One at a time divided by elapsed: how many times faster it is to wait for many "
                           "requests at once.");
    case Figure::Requests:
        return Figures::tr("How many requests were answered in a second, on average.");
    case Figure::Bytes:
        return Figures::tr("How much arrived in a second, on average.");
    case Figure::MedianWait:
        return Figures::tr("Half of the requests waited shorter for the first byte from the server, half of "
                           "them longer.");
    case Figure::LongWait:
        return Figures::tr("Only one request in twenty waited longer for the first byte from the server.");
    case Figure::InFlight:
        return Figures::tr("The requests that have been sent and are not complete, and how many may be.");
    case Figure::MostInFlight:
        return Figures::tr("The greatest number of requests that were in flight at one moment.");
    case Figure::Retries:
        return Figures::tr("How many times a try failed and was repeated.");
    case Figure::Failures:
        return Figures::tr("How many requests ended without their content.");
    case Figure::NewConnections:
        return Figures::tr("How many connections were opened, which takes a few round trips each.");
    case Figure::ReusedConnections:
        return Figures::tr("How many tries used a connection that was open already, which saves time.");
    }
    Q_UNREACHABLE();
}

QString explanationOf(Figure figure, const RunFigures &run)
{
    const bool isSum = figure == Figure::OneAtATime || figure == Figure::SpeedUp;
    if (!isSum || !run.figures.wasLoopBlocked)
        return explanationOf(figure);
    return joinedSentences({explanationOf(figure),
        Figures::tr(
            "Unknown here: the event loop was blocked, and the time of each request includes the sleeps "
            "of the program.")});
}

QString valueOf(Figure figure, const RunFigures &run)
{
    const TimelineFigures &figures = run.figures;
    switch (figure) {
    case Figure::Elapsed:
        return shortDuration(figures.elapsed);
    case Figure::OneAtATime:
        return figures.wasLoopBlocked ? u"–"_s : shortDuration(figures.oneAtATime);
    case Figure::SpeedUp:
        return timesFaster(figures.speedUp());
    case Figure::Requests:
        return shortNumber(figures.requestsPerSecond());
    case Figure::Bytes:
        return shortSize(figures.bytesPerSecond());
    case Figure::MedianWait:
        return shortDuration(figures.medianWait);
    case Figure::LongWait:
        return shortDuration(figures.percentile95Wait);
    case Figure::InFlight:
        return inFlightText(run);
    case Figure::MostInFlight:
        return countText(figures.mostInFlight);
    case Figure::Retries:
        return countText(figures.retries);
    case Figure::Failures:
        return countText(figures.failures);
    case Figure::NewConnections:
        return countText(figures.newConnections);
    case Figure::ReusedConnections:
        return countText(figures.reusedConnections);
    }
    Q_UNREACHABLE();
}
