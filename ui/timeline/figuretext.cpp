#include "ui/timeline/figuretext.h"

#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "ui/timeline/phase.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct FigureTexts
{
    Q_DECLARE_TR_FUNCTIONS(FigureTexts)
};

QString threeDigits(double number)
{
    return QLocale().toString(number, 'f', number < 10 ? 2 : number < 100 ? 1 : 0);
}

/// "Brazil (BR): picture"
QString titleOf(const RequestRecord &request, const QString &name)
{
    const QString country
        = name.isEmpty() || name == request.code ? request.code : withRemark(name, request.code);
    switch (request.part) {
    case RequestPart::Picture:
        return withLabel(country, FigureTexts::tr("picture"));
    case RequestPart::Metadata:
        return withLabel(country, FigureTexts::tr("metadata"));
    case RequestPart::Names:
        return FigureTexts::tr("Names of all countries");
    }
    Q_UNREACHABLE();
}

QString phaseLine(Phase phase, const QString &duration)
{
    switch (phase) {
    case Phase::Slot:
        return FigureTexts::tr("Waited %1 for a free slot").arg(duration);
    case Phase::Server:
        return FigureTexts::tr("Waited %1 for the server").arg(duration);
    case Phase::Receiving:
        return FigureTexts::tr("Received in %1").arg(duration);
    case Phase::Pause:
        return FigureTexts::tr("Paused %1 before another try").arg(duration);
    case Phase::Thread:
        return FigureTexts::tr("Waited %1 for the metadata and a thread").arg(duration);
    case Phase::Checking:
        return FigureTexts::tr("Checked in %1").arg(duration);
    case Phase::Saving:
        return FigureTexts::tr("Saved in %1").arg(duration);
    }
    Q_UNREACHABLE();
}

QStringList phaseLines(const RequestRecord &request, SteadyTime now)
{
    std::array<Timeline::Duration, allPhases.size()> sums{};
    for (const PhaseSpan &span : spansOf(request, now))
        sums[std::size_t(span.phase)] += span.to - span.from;
    QStringList lines;
    for (const Phase phase : allPhases) {
        if (const Timeline::Duration sum = sums[std::size_t(phase)]; sum.count() > 0)
            lines.append(phaseLine(phase, shortDuration(sum)));
    }
    return lines;
}

QString connectionLine(const RequestRecord &request)
{
    return request.tries.last().isNewConnection ? FigureTexts::tr("Opened a new connection")
                                                : FigureTexts::tr("Used an open connection again");
}

QString triesLine(const RequestRecord &request)
{
    const auto throttled = std::ranges::count(request.tries, true, &RequestTry::wasThrottled);
    const QString tries = FigureTexts::tr("Tried %n time(s)", nullptr, int(request.tries.size()));
    return throttled == 0
        ? tries
        : joinedPhrases({tries, FigureTexts::tr("throttled %n time(s)", nullptr, int(throttled))});
}

QString resultLine(const RequestRecord &request)
{
    if (request.failure)
        return failureText(*request.failure, {});
    if (request.work && request.work->failure)
        return failureText(*request.work->failure, {});
    if (request.wasCancelled)
        return FigureTexts::tr("Cancelled");
    if (!request.ended)
        return request.tries.isEmpty() ? FigureTexts::tr("Waiting for a slot") : FigureTexts::tr("Running");
    return {};
}

} // namespace

QString shortDuration(Timeline::Duration duration)
{
    const double milliseconds = double(duration.count()) / 1e6;
    return milliseconds < 999.5 ? FigureTexts::tr("%1 ms").arg(threeDigits(milliseconds))
                                : FigureTexts::tr("%1 s").arg(threeDigits(milliseconds / 1000));
}

QString shortSize(double bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

QString timesFaster(double factor)
{
    return factor <= 0 ? u"–"_s : FigureTexts::tr("%1 times").arg(shortNumber(factor));
}

QString shortNumber(double number)
{
    return QLocale().toString(number, 'f', number < 99.95 ? 1 : 0);
}

QString describedRequest(
    const RequestRecord &request, const QString &name, const Timeline &timeline, SteadyTime now)
{
    QStringList lines{titleOf(request, name)};
    if (!request.tries.isEmpty())
        lines.append(FigureTexts::tr("Sent %1 after the start")
                         .arg(shortDuration(request.tries.first().sent - timeline.started())));
    lines += phaseLines(request, now);
    if (request.bytes > 0)
        lines.append(FigureTexts::tr("%1 received", "size").arg(shortSize(double(request.bytes))));
    if (!request.tries.isEmpty())
        lines.append(connectionLine(request));
    if (request.tries.size() > 1)
        lines.append(triesLine(request));
    if (const QString result = resultLine(request); !result.isEmpty())
        lines.append(result);
    return lines.join(u'\n');
}
