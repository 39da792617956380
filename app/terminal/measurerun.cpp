#include "app/terminal/measurerun.h"

#include "app/countries/catalogue.h"
#include "app/failures/failure.h"
#include "app/language/columns.h"
#include "app/language/joining.h"
#include "app/measuring/limitlist.h"
#include "app/sources/sourcetexts.h"
#include "app/terminal/console.h"
#include "app/terminal/measurereport.h"
#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"
#include "app/terminal/progressdisplay.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype widthOfText = 79; // columns

ValueOrBad<QList<int>> readMeasuredLimits(const QString &text)
{
    const auto limits = readLimits(text);
    if (!limits)
        return unexpected(BadValue{limits.error()});
    return *limits;
}

} // namespace

void readMeasureOption(GivenOptions &given, Options &options)
{
    given.take("measure-limits"_L1, readMeasuredLimits,
        [&options](const QList<int> &limits) { options.measuredLimits = limits; });
}

MeasureRun::MeasureRun(const Options &options, const Catalogue &catalogue, const BuiltinServers &servers,
    Console &console, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_console(console)
{
    connect(&m_measurement, &LimitMeasurement::runFinished, this, &MeasureRun::printRun);
    connect(&m_measurement, &LimitMeasurement::finished, this, &MeasureRun::finish);
    connect(&m_frames, &QTimer::timeout, this, &MeasureRun::drawProgress);
}

MeasurementRequest MeasureRun::request() const
{
    MeasurementRequest request{.countries = {},
        .source = m_options.namedSources.first(),
        .limits = m_options.measuredLimits,
        .servers = m_options.servers,
        .transfer = m_options.transfer};
    const QStringList codes
        = requestedCodes(m_options.countries, m_options.namedSources, m_servers, m_catalogue);
    for (const QString &code : codes)
        request.countries.append(m_catalogue.countryFor(code));
    return request;
}

void MeasureRun::start()
{
    const MeasurementRequest wanted = request();
    printOutline(wanted);
    // JSON lines on the same terminal would mix with the progress line, which is redrawn repeatedly.
    if (m_console.width() > 0 && !(m_options.json && m_console.isOutputTerminal()))
        m_frames.start(100ms);
    m_measurement.start(wanted);
}

void MeasureRun::printOutline(const MeasurementRequest &request)
{
    if (const QString notice = olderPicturesNotice({request.source}, m_servers); !notice.isEmpty())
        m_console.printError(u"flagfetch: "_s + notice);
    const Source &source = request.source;
    const auto expected = expectedTime(request);
    const QString flags = tr("Measuring with %n flag(s) from %1.", nullptr, int(request.countries.size()))
                              .arg(displayTitle(source));
    m_console.printError(joinedSentences({flags,
        expected ? tr("This takes about %n second(s).", nullptr, wholeSeconds(*expected)) : QString()}));
    if (source.embedded == Embedded::No && request.limits.last() > source.limit)
        m_console.printError(
            tr("flagfetch: %1 is known to accept %n request(s) at once; it may refuse more, or block you",
                nullptr, source.limit)
                .arg(displayTitle(source)));
    if (!m_options.json)
        m_console.print(measuredHeading());
}

void MeasureRun::interrupt()
{
    m_interrupted = true;
    eraseProgress();
    m_console.printError(tr("Stopping; press Ctrl-C again to end at once."));
    m_measurement.cancel();
}

void MeasureRun::printRun(const MeasuredRun &run)
{
    eraseProgress();
    if (m_options.json)
        m_console.printRaw(measuredJsonLine(m_measurement.measurement(), run));
    else
        m_console.print(measuredLine(m_measurement.measurement(), run));
}

void MeasureRun::drawProgress()
{
    if (m_measurement.state() != LimitMeasurement::State::Running)
        return;
    const QString limit = tr("Limit %1:").arg(QString::number(m_measurement.currentLimit())) + u' ';
    // The last column stays free: some terminals start a new line after a character there.
    const int width = m_console.width() - 1 - int(columnsOf(limit));
    const QString line = limit + progressLine(m_measurement.progress(), {}, 0s, std::max(width, 0));
    m_console.printErrorRaw('\r' + line.toUtf8() + "\x1b[K");
}

void MeasureRun::eraseProgress()
{
    if (m_frames.isActive())
        m_console.printErrorRaw("\r\x1b[K");
}

void MeasureRun::printConclusion(const Measurement &measurement)
{
    const Conclusion conclusion = conclude(measurement);
    if (m_options.json)
        return m_console.printRaw(conclusionJsonLine(conclusion));
    m_console.print(measuredLegend());
    printWrapped(loweredLimitsText(measurement));
    m_console.print({});
    printWrapped(conclusionText(conclusion));
}

void MeasureRun::printWrapped(const QString &text)
{
    const QStringList lines = text.isEmpty() ? QStringList() : wrappedLines(text, widthOfText);
    for (const QString &line : lines)
        m_console.print(line);
}

void MeasureRun::finish(const Measurement &measurement)
{
    eraseProgress();
    m_frames.stop();
    if (measurement.failure)
        m_console.printError(u"flagfetch: "_s + failureText(*measurement.failure, {}));
    else if (!m_interrupted || measurement.runs.size() > 1)
        printConclusion(measurement);
    if (const QString missing = missingFlagsText(measurement); !missing.isEmpty() && !m_interrupted)
        m_console.printError(u"flagfetch: "_s + missing);
    const bool hasAll = std::ranges::all_of(
        measurement.runs, [](const MeasuredRun &run) { return run.fetched == run.flags(); });
    Q_EMIT finished(m_interrupted ? 130 : measurement.isComplete() && hasAll ? 0 : 1);
}
