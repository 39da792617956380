#include "app/terminal/headlessrun.h"

#include "app/countries/catalogue.h"
#include "app/downloads/askablebatches.h"
#include "app/failures/failuretext.h"
#include "app/failures/taskresult.h"
#include "app/terminal/closingreport.h"
#include "app/terminal/console.h"
#include "app/terminal/jsonline.h"
#include "app/terminal/shellword.h"
#include "app/terminal/sourceselection.h"
#include "app/terminal/verboseline.h"

#include <QtConcurrentRun>

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

HeadlessRun::~HeadlessRun()
{
    m_planning.disconnect(this);
    m_stop.request_stop();
}

void HeadlessRun::start()
{
    if (m_options.mode == Mode::Headless)
        startDownload();
    else
        startPlanning();
}

void HeadlessRun::startDownload()
{
    const SelectedSources selected = selectSources(m_options, m_servers);
    for (const SourceRefusal &refusal : selected.refusals)
        m_console.printError(u"flagfetch: "_s + refusal.text());
    if (selected.sources.isEmpty())
        Q_EMIT finished(1);
    else
        startBatches({requestFor(selected.sources)});
}

void HeadlessRun::startPlanning()
{
    const Catalogue catalogue = m_catalogue;
    const std::stop_token stop = m_stop.get_token();
    const QString &set = m_options.set;
    if (m_options.mode == Mode::Update)
        followPlan(QtConcurrent::run(&planUpdate, set, m_options.countries.named, catalogue, stop), set);
    else if (m_options.mode == Mode::Resume)
        followPlan(QtConcurrent::run(&planResume, set, catalogue, stop), set);
    else
        followPlan(QtConcurrent::run(&planRebuild, set, folder(), catalogue, stop), folder());
}

void HeadlessRun::startRepair(const QString &folder, const QStringList &codes)
{
    const Catalogue catalogue = m_catalogue;
    followPlan(QtConcurrent::run(&planRepair, folder, codes, catalogue, m_stop.get_token()), folder);
}

void HeadlessRun::followPlan(const QFuture<SetPlanOrFailure> &plan, const QString &folder)
{
    connect(&m_planning, &QFutureWatcherBase::finished, this,
        [this, folder] { startPlanned(resultOf(m_planning), folder); });
    m_planning.setFuture(plan);
}

void HeadlessRun::startPlanned(const SetPlanOrFailure &planned, const QString &folder)
{
    m_setFolder = folder;
    if (m_interrupted) {
        Q_EMIT finished(130);
        return;
    }
    if (const auto *failure = std::get_if<Failure>(&planned)) {
        m_console.printError(u"flagfetch: "_s + failureText(*failure, m_options.set));
        Q_EMIT finished(1);
        return;
    }
    const auto &plan = std::get<SetPlan>(planned);
    QStringList missing = plan.notInSet;
    missing.removeIf(
        [this](const QString &code) { return !m_options.countries.individually.contains(code); });
    if (!missing.isEmpty()) {
        m_console.printError(tr("flagfetch: not in %1: %2. Download it into the folder first.")
                                 .arg(m_setFolder, missing.join(u' ')));
        m_isIncomplete = true;
    }
    if (!plan.unasked.isEmpty()) {
        m_console.printError(
            tr("Left as they are, since nobody knows where they came from: %1").arg(plan.unasked.join(u' ')));
        m_isIncomplete = true;
    }
    AskableBatches askable = askableBatches(plan, m_servers);
    for (const SourceRefusal &refusal : std::as_const(askable.refusals))
        m_console.printError(u"flagfetch: "_s + refusal.text());
    m_isIncomplete |= !askable.refusals.isEmpty();
    for (DownloadRequest &batch : askable.batches)
        fillIn(batch);
    if (askable.batches.isEmpty()) {
        if (!m_isIncomplete)
            m_console.print(tr("There is nothing to do in %1.").arg(m_setFolder));
        Q_EMIT finished(exitStatus());
    } else {
        startBatches(askable.batches);
    }
}

/// What holds for this run.
void HeadlessRun::fillIn(DownloadRequest &batch) const
{
    for (Source &source : batch.sources)
        source.wantedLimit = m_options.requestLimit;
    batch.transfer = m_options.transfer;
}

void HeadlessRun::startBatches(const QList<DownloadRequest> &batches)
{
    m_batches = batches;
    for (const DownloadRequest &batch : batches) {
        if (m_olderPictures.isEmpty())
            m_olderPictures = olderPicturesNotice(batch.sources, m_servers);
    }
    if (!m_olderPictures.isEmpty())
        m_console.printError(u"flagfetch: "_s + m_olderPictures);
    followQueue();
    m_began = std::chrono::steady_clock::now();
    startNextBatch();
}

void HeadlessRun::startNextBatch()
{
    if (m_batches.isEmpty()) // interrupted between two of them
        finishWhenChecked();
    else
        m_queue.start(m_batches.takeFirst());
}

void HeadlessRun::interrupt()
{
    m_interrupted = true;
    m_stop.request_stop();
    endProgress();
    m_console.printError(tr("Stopping; press Ctrl-C again to end at once."));
    cancelComing();
    m_queue.interrupt();
}

void HeadlessRun::cancelComing()
{
    for (const DownloadRequest &batch : std::as_const(m_batches))
        m_progress.addCancelled(batch.countries.size());
    m_batches.clear();
}

DownloadRequest HeadlessRun::requestFor(const QList<Source> &sources) const
{
    DownloadRequest request;
    for (const QString &code :
        m_options.countries.codes(codesOf(sources, m_servers, m_catalogue), m_catalogue))
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
        connect(&m_queue, &DownloadQueue::flagFinished, this, &HeadlessRun::printArrival);
    if (m_options.verbose)
        connect(&m_queue, &DownloadQueue::retryScheduled, this, &HeadlessRun::printWait);
    connect(&m_queue, &DownloadQueue::flagFinished, this, &HeadlessRun::takeResult);
    connect(&m_freshness, &FreshnessCheck::checked, this, &HeadlessRun::takeChecked);
    connect(&m_queue, &DownloadQueue::pauseChanged, this, &HeadlessRun::giveUpPaused);
    connect(&m_queue, &DownloadQueue::finished, this, &HeadlessRun::takeBatch);
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
    m_freshness.check(result);
    if (m_options.verbose)
        m_console.printError(verboseLine(result));
    if (result.state == FlagState::NotFound || result.state == FlagState::Failed)
        m_notSaved.append(result);
    if (result.isChanged)
        m_changed.append(result.country.code);
    if (result.hasNarrowPictures())
        m_narrow.append(result.country.code);
}

void HeadlessRun::takeChecked(const FlagResult &result, const std::optional<FlagFreshness> &freshness)
{
    if (m_options.json)
        m_console.printRaw(jsonLine(result, m_began, freshness));
    if (freshness && freshness->isWrong())
        m_wrong.append({result.country.code, result.country.displayName, *freshness});
    if (m_isEnding)
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

void HeadlessRun::takeBatch(const BatchProgress &progress)
{
    m_progress.add(progress);
    if (progress.stoppedBy)
        cancelComing();
    if (m_batches.isEmpty())
        finishWhenChecked();
    else
        QMetaObject::invokeMethod(this, &HeadlessRun::startNextBatch, Qt::QueuedConnection);
}

void HeadlessRun::finishWhenChecked()
{
    m_isEnding = m_freshness.countPending() > 0;
    if (!m_isEnding)
        finish();
}

void HeadlessRun::finish()
{
    endProgress();
    const QString place = m_setFolder.isEmpty() ? folder() : m_setFolder;
    QStringList lines = closingReport(m_progress, m_notSaved, place, m_options.verbose);
    if (const QString served = m_served.text(); m_options.asked.size() > 1 && !served.isEmpty())
        lines.insert(1, served + u'.');
    if (!m_changed.isEmpty())
        lines.insert(1, changedFlagsLine(m_changed));
    if (!m_narrow.isEmpty())
        lines.append(narrowPicturesLine(m_narrow));
    if (!m_wrong.isEmpty())
        lines.append(wrongPicturesText(m_wrong));
    if (!m_olderPictures.isEmpty())
        lines.append(m_olderPictures);
    for (const QString &line : std::as_const(lines)) {
        if (m_options.json)
            m_console.printError(line);
        else
            m_console.print(line);
    }
    if (m_interrupted && m_progress.cancelled > 0 && !m_progress.stoppedBy)
        m_console.printError(tr("To go on with it: flagfetch --resume %1").arg(shellWord(place)));
    Q_EMIT finished(exitStatus());
}

int HeadlessRun::exitStatus() const
{
    if (m_interrupted)
        return 130;
    const bool complete = !m_isIncomplete && !m_options.countries.isIncomplete;
    return m_progress.isComplete() && complete ? 0 : 1;
}
