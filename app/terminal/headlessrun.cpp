#include "app/terminal/headlessrun.h"

#include "app/countries/catalogue.h"
#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "app/storage/setfiles.h"
#include "app/terminal/batchreport.h"
#include "app/terminal/console.h"
#include "app/terminal/interrupt.h"
#include "app/terminal/jsonline.h"
#include "app/terminal/options.h"
#include "app/terminal/tracefile.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

HeadlessRun::HeadlessRun(
    Options options, const Catalogue &catalogue, BuiltinServers &servers, Console &console, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_console(console)
    , m_log(m_options.tracePath.isEmpty() ? nullptr : std::make_shared<RequestLog>())
    , m_writingTrace([this](const std::optional<Failure> &failure) { onTraceWritten(failure); })
    , m_session(catalogue, servers)
{
    followSession();
}

void HeadlessRun::start()
{
    startOperation(requestedOperation());
}

void HeadlessRun::startOperation(const Operation &operation)
{
    m_isOnSet = !std::holds_alternative<Download>(operation);
    m_began = std::chrono::steady_clock::now();
    m_session.start(operation,
        {.transfer = m_options.transfer,
            .limit = m_options.requestLimit,
            .log = m_log,
            .blocker = LoopBlocker(m_options.servers.blockedLoop, &Interrupt::hasArrived)});
}

Operation HeadlessRun::requestedOperation()
{
    const QString folder = m_options.folder.value_or(u"downloads"_s);
    switch (m_options.mode) {
    case Mode::Update:
        return Update{m_options.set, m_options.countries.named};
    case Mode::Resume:
        return Resume{m_options.set};
    case Mode::Rebuild:
        return Rebuild{m_options.set, folder};
    default:
        return requestedDownload();
    }
}

Download HeadlessRun::requestedDownload()
{
    const QList<Source> sources = requestedSources(m_options);
    QList<Source> usable = sources;
    usable.removeIf([this](const Source &source) { return !m_servers.resolveAddresses(source); });
    Download download{.countries = {},
        .sources = sources,
        .save = {.folder = m_options.folder.value_or(u"downloads"_s),
            .nameTemplate = m_options.nameTemplate.value_or(NameTemplate()),
            .conflict = m_options.conflict.value_or(ConflictPolicy::Overwrite)},
        .conversion = m_options.conversion};
    for (const QString &code : requestedCodes(m_options.countries, usable, m_servers, m_catalogue))
        download.countries.append(m_catalogue.countryFor(code));
    return download;
}

void HeadlessRun::followSession()
{
    const bool terminal = m_console.width() > 0;
    // JSON lines on the same terminal would mix with the progress line, which is redrawn repeatedly.
    const bool drawsProgress
        = !m_options.verbose && terminal && !(m_options.json && m_console.isOutputTerminal());
    if (drawsProgress)
        connect(&m_session, &DownloadSession::planned, this, [this](const OperationOutline &outline) {
            if (!outline.codes.isEmpty() && !m_interrupted)
                m_progressDisplay = std::make_unique<ProgressDisplay>(m_console, m_session);
        });
    else if (!m_options.verbose && !terminal)
        connect(&m_session, &DownloadSession::flagFinished, this, &HeadlessRun::printArrival);
    if (m_options.verbose)
        connect(&m_session, &DownloadSession::retryScheduled, this, &HeadlessRun::printWait);
    connect(&m_session, &DownloadSession::planned, this, &HeadlessRun::printOutline);
    connect(&m_session, &DownloadSession::flagFinished, this, &HeadlessRun::addResult);
    connect(&m_freshness, &FreshnessCheck::checked, this, &HeadlessRun::onFreshnessChecked);
    connect(&m_session, &DownloadSession::pauseChanged, this, &HeadlessRun::cancelIfPaused);
    connect(&m_session, &DownloadSession::finished, this, &HeadlessRun::onSessionFinished);
}

void HeadlessRun::printOutline(const OperationOutline &outline)
{
    QStringList missing = outline.notInSet;
    missing.removeIf(
        [this](const QString &code) { return !m_options.countries.individualCodes.contains(code); });
    if (!missing.isEmpty())
        m_console.printError(tr("flagfetch: not in %1: %2. Download their flags into the folder first.")
                                 .arg(m_session.folder(), missing.join(u' ')));
    if (!outline.codesWithoutSource.isEmpty())
        m_console.printError(
            tr("Skipped, because their source is unknown: %1").arg(outline.codesWithoutSource.join(u' ')));
    for (const SourceRefusal &refusal : outline.refusals)
        m_console.printError(u"flagfetch: "_s + refusal.text());
    m_isIncomplete = !missing.isEmpty() || !outline.codesWithoutSource.isEmpty()
        || (m_isOnSet && !outline.refusals.isEmpty());
    if (m_options.servers.blockedLoop > std::chrono::milliseconds::zero())
        m_console.printError(tr("flagfetch: demonstration: the event loop is blocked for %1 ms at each flag")
                                 .arg(m_options.servers.blockedLoop.count()));
    m_olderPictures = olderPicturesNotice(outline.sources, m_servers);
    if (!m_olderPictures.isEmpty())
        m_console.printError(u"flagfetch: "_s + m_olderPictures);
}

void HeadlessRun::interrupt()
{
    m_interrupted = true;
    endProgress();
    m_console.printError(tr("Stopping; press Ctrl-C again to end at once."));
    m_session.interrupt();
}

// Cancels a paused batch: only a user could free disk space and resume.
void HeadlessRun::cancelIfPaused()
{
    if (const auto reason = m_session.progress().pausedBy)
        m_session.cancel(reason);
}

void HeadlessRun::addResult(const FlagResult &result)
{
    m_served.count(result);
    m_samePictures.count(result);
    m_freshness.check(result);
    if (m_options.verbose)
        m_console.printError(verboseLine(result));
    if (result.state == FlagState::NotFound || result.state == FlagState::Failed)
        m_notSaved.append(result);
    if (result.isChanged)
        m_changed.append(result.country.code);
    if (result.hasNarrowPictures())
        m_narrow.append(result.country.code);
    if (result.isKeptAltered)
        m_keptAltered.append(result.country.code);
}

void HeadlessRun::onFreshnessChecked(const FlagResult &result, const std::optional<FlagFreshness> &freshness)
{
    if (m_options.json)
        m_console.printRaw(jsonLine(result, m_began, freshness));
    if (freshness && freshness->isWrong())
        m_wrong.append({result.country.code, result.country.displayName, *freshness});
    if (m_report)
        finishWhenChecked();
}

void HeadlessRun::printWait(const QString &code, std::chrono::milliseconds duration)
{
    const auto now = SteadyTime::clock::now();
    if (m_waits.begin(code, duration, now))
        m_console.printError(verboseWaitLine(code, m_waits.remaining(code, now)));
}

void HeadlessRun::printArrival(const FlagResult &result)
{
    if (!isOnDisk(result.state))
        return;
    m_console.printErrorRaw(result.country.code.toUtf8() + ' ');
    m_hasPrintedArrivals = true;
}

void HeadlessRun::endProgress()
{
    m_progressDisplay.reset();
    if (std::exchange(m_hasPrintedArrivals, false))
        m_console.printErrorRaw("\n");
}

void HeadlessRun::onSessionFinished(const SessionReport &report)
{
    m_report = report;
    if (report.failure && !m_interrupted)
        m_console.printError(u"flagfetch: "_s + failureText(*report.failure, report.failurePath));
    else if (report.hadNothingToDo && report.progress.setProblem)
        m_console.printError(u"flagfetch: "_s + failureText(*report.progress.setProblem, m_session.folder()));
    else if (report.hadNothingToDo && !m_isIncomplete && m_isOnSet && !m_interrupted)
        m_console.print(tr("There is nothing to do in %1.").arg(m_session.folder()));
    if (report.failure || report.hadNothingToDo)
        writeTraceAndEnd();
    else
        finishWhenChecked();
}

void HeadlessRun::finishWhenChecked()
{
    if (m_freshness.countPending() == 0)
        finish();
}

QStringList HeadlessRun::closingLines() const
{
    QStringList lines = closingReport(m_report->progress, m_notSaved, m_session.folder(), m_options.verbose);
    if (const QString served = m_served.text(); m_options.namedSources.size() > 1 && !served.isEmpty())
        lines.insert(1, asSentence(served));
    if (!m_changed.isEmpty())
        lines.insert(1, changedFlagsLine(m_changed));
    if (!m_narrow.isEmpty())
        lines.append(narrowPicturesLine(m_narrow));
    if (!m_keptAltered.isEmpty())
        lines.append(keptAlteredLine(m_keptAltered, shellWord(m_session.folder())));
    if (!m_wrong.isEmpty())
        lines.append(wrongPicturesText(m_wrong));
    if (const QString same = m_samePictures.text(); !same.isEmpty())
        lines.append(same);
    if (!m_olderPictures.isEmpty())
        lines.append(m_olderPictures);
    return lines;
}

void HeadlessRun::finish()
{
    endProgress();
    const QStringList lines = closingLines();
    for (const QString &line : lines) {
        if (m_options.json)
            m_console.printError(line);
        else
            m_console.print(line);
    }
    const QString journal = m_session.folder() + u'/' + QLatin1StringView(journalFileName);
    if (m_report->leavesPending && QFile::exists(journal)) // the folder may have been moved away
        m_console.printError(tr("Continue with: flagfetch --resume %1").arg(shellWord(m_session.folder())));
    writeTraceAndEnd();
}

void HeadlessRun::writeTraceAndEnd()
{
    if (!m_log) {
        Q_EMIT finished(exitStatus());
        return;
    }
    Timeline timeline;
    timeline.update(m_log->takeChanges());
    m_writingTrace.start(*QThreadPool::globalInstance(),
        [path = m_options.tracePath, timeline] { return writeTrace(path, timeline); });
}

void HeadlessRun::onTraceWritten(const std::optional<Failure> &failure)
{
    if (failure) {
        m_console.printError(u"flagfetch: "_s + failureText(*failure, m_options.tracePath));
        m_isIncomplete = true;
    }
    Q_EMIT finished(exitStatus());
}

int HeadlessRun::exitStatus() const
{
    if (m_interrupted)
        return 130;
    const bool isComplete = !m_isIncomplete && !m_options.countries.isIncomplete && !m_report->failure
        && !(m_report->hadNothingToDo && !m_isOnSet);
    return m_report->progress.isComplete() && isComplete ? 0 : 1;
}
