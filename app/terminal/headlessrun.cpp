#include "app/terminal/headlessrun.h"

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/failures/failuretext.h"
#include "app/terminal/closingreport.h"
#include "app/terminal/console.h"
#include "app/terminal/jsonline.h"
#include "app/terminal/sourceselection.h"
#include "app/terminal/verboseline.h"

#include <utility>

using namespace Qt::StringLiterals;

HeadlessRun::HeadlessRun(
    Options options, const Catalogue &catalogue, BuiltinServers &servers, Console &console, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_console(console)
{
}

void HeadlessRun::start()
{
    const SelectedSources selected = selectSources(m_options, m_servers);
    for (const SourceRefusal &refusal : selected.refusals)
        m_console.tell(u"flagfetch: "_s + refusal.text());
    if (selected.sources.isEmpty()) {
        Q_EMIT finished(1);
        return;
    }
    followQueue();
    m_began = std::chrono::steady_clock::now();
    m_queue.start(requestFor(selected.sources));
}

void HeadlessRun::interrupt()
{
    m_interrupted = true;
    endProgress();
    m_console.tell(tr("Stopping; press Ctrl-C again to end at once."));
    m_queue.cancel();
}

DownloadRequest HeadlessRun::requestFor(const QList<Source> &sources) const
{
    DownloadRequest request;
    for (const QString &code : m_options.countries.codes(codesOf(sources, m_servers), m_catalogue))
        request.countries.append(m_catalogue.countryFor(code));
    request.sources = sources;
    request.save.folder = folder();
    request.save.nameTemplate = m_options.nameTemplate.value_or(NameTemplate());
    request.save.conflict = m_options.conflict.value_or(ConflictPolicy::Overwrite);
    request.conversion = m_options.conversion;
    request.transfer = m_options.transfer;
    return request;
}

QString HeadlessRun::folder() const
{
    return m_options.folder.value_or(u"downloads"_s);
}

void HeadlessRun::followQueue()
{
    const bool terminal = m_console.width() > 0;
    // JSON lines on the same terminal would run into a line that is drawn again and again.
    if (!m_options.verbose && terminal && !(m_options.json && m_console.outputIsTerminal()))
        m_progressDisplay = std::make_unique<ProgressDisplay>(m_console, m_queue);
    else if (!m_options.verbose && !terminal)
        connect(&m_queue, &DownloadQueue::flagFinished, this, &HeadlessRun::tellArrival);
    if (m_options.verbose)
        connect(&m_queue, &DownloadQueue::flagHeldBack, this, &HeadlessRun::tellWait);
    connect(&m_queue, &DownloadQueue::flagFinished, this, &HeadlessRun::takeResult);
    connect(&m_queue, &DownloadQueue::pauseChanged, this, &HeadlessRun::giveUpPaused);
    connect(&m_queue, &DownloadQueue::finished, this, &HeadlessRun::finish);
}

// Nobody is there to make room on the disk and resume.
void HeadlessRun::giveUpPaused()
{
    if (const auto reason = m_queue.progress().pausedBy)
        m_queue.cancel(reason);
}

void HeadlessRun::takeResult(const FlagResult &result)
{
    m_served.count(result);
    if (m_options.json)
        m_console.reportRaw(jsonLine(result, m_began));
    if (m_options.verbose)
        m_console.tell(verboseLine(result));
    if (result.state == FlagState::NotFound || result.state == FlagState::Failed)
        m_notSaved.append(result);
    if (result.hasNarrowPictures())
        m_narrow.append(result.country.code);
}

void HeadlessRun::tellWait(const QString &code, std::chrono::milliseconds duration)
{
    const auto now = SteadyTime::clock::now();
    if (m_waits.begin(code, duration, now))
        m_console.tell(verboseWaitLine(code, m_waits.remaining(code, now)));
}

void HeadlessRun::tellArrival(const FlagResult &result)
{
    if (result.state != FlagState::Saved && result.state != FlagState::Skipped)
        return;
    m_console.tellRaw(result.country.code.toUtf8() + ' ');
    m_arrivalsTold = true;
}

void HeadlessRun::endProgress()
{
    m_progressDisplay.reset();
    if (std::exchange(m_arrivalsTold, false))
        m_console.tellRaw("\n");
}

void HeadlessRun::finish(const BatchProgress &progress)
{
    endProgress();
    QStringList lines = closingReport(progress, m_notSaved, folder(), m_options.verbose);
    if (const QString served = m_served.text(); m_options.asked.size() > 1 && !served.isEmpty())
        lines.insert(1, served + u'.');
    if (!m_narrow.isEmpty())
        lines.append(narrowPicturesLine(m_narrow));
    for (const QString &line : std::as_const(lines)) {
        if (m_options.json)
            m_console.tell(line);
        else
            m_console.report(line);
    }
    Q_EMIT finished(exitStatus(progress));
}

int HeadlessRun::exitStatus(const BatchProgress &progress) const
{
    if (m_interrupted)
        return 130;
    if (!m_console.outputProblem().isEmpty()) {
        m_console.tell(
            tr("flagfetch: standard output cannot be written (%1)").arg(m_console.outputProblem()));
        return 1;
    }
    return progress.saved + progress.skipped == progress.total ? 0 : 1;
}
