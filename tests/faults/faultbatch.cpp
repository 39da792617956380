#include "tests/faults/faultbatch.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failuretext.h"
#include "app/terminal/jsonline.h"
#include "app/terminal/verboseline.h"
#include "tests/support/samplepictures.h"

#include <QDir>
#include <QSet>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr auto longestStandstill = 300ms;
constexpr auto deadline = 1000ms;
#else
constexpr auto longestStandstill = 100ms;
constexpr auto deadline = 500ms;
#endif

constexpr int patience = 40'000;
const QByteArray earlierPicture = "a flag of an earlier time";

QString codeOf(int index)
{
    return QString(QChar(u'A' + index / 26)) + QChar(u'A' + index % 26);
}

Country flagland(int index)
{
    const QString name = u"Flagland "_s + codeOf(index);
    return {codeOf(index), {}, name, name};
}

/// "/ab/ab.gif" is of AB.
QString codeIn(const QByteArray &path)
{
    return QString::fromLatin1(path.mid(1, 2)).toUpper();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

FaultBatch::FaultBatch(const FaultPlan &plan, const SaveTask &save)
    : m_plan(plan)
    , m_server({
          .handler = [this](const ScriptedRequest &request) { return answer(request); },
          .pause = plan.pause,
          .host = plan.host,
          .tls = plan.tls,
      })
    , m_queue(std::make_unique<DownloadQueue>(save))
{
    transfer.limit = 6;
    transfer.deadline = deadline;
    transfer.retry = {.tries = 3, .firstDelay = 4ms, .longestDelay = 20ms, .longestRequestedDelay = 100ms};
    transfer.proxyChoice = ProxyChoice::None;
    askInstead(u"127.0.0.1"_s, m_server.port());

    for (int i = 0; i < m_plan.countries; ++i) {
        const Country country = flagland(i);
        m_countries.append(country);
        m_isFaulty.insert(country.code, isFaulty(i));
        if (QFile file(fileOf(country)); isFaulty(i) && file.open(QIODevice::WriteOnly))
            file.write(earlierPicture);
    }

    QObject::connect(m_queue.get(), &DownloadQueue::flagFinished, m_queue.get(),
        [this](const FlagResult &result) { m_results.append(result); });
    QObject::connect(m_queue.get(), &DownloadQueue::flagHeldBack, m_queue.get(),
        [this](const QString &, std::chrono::milliseconds duration) { m_heldBack.append(duration); });
    QObject::connect(
        m_queue.get(), &DownloadQueue::finished, m_queue.get(), [this](const BatchProgress &progress) {
            m_end = progress;
            ++m_ends;
        });
}

void FaultBatch::askInstead(const QString &host, quint16 port)
{
    const QString address
        = u"%1://anna:s3cr3t@%2:%3"_s.arg(m_plan.tls ? u"https"_s : u"http"_s, host).arg(port);
    source.imageTemplate = address + u"/{cc}/{cc}.gif"_s;
    source.metadataTemplate = address + u"/{cc}/metadata.json"_s;
}

void FaultBatch::start()
{
    m_results.clear();
    m_heldBack.clear();
    m_ends = 0;
    m_heartbeat.start();
    DownloadRequest request;
    request.countries = m_countries;
    request.source = source;
    request.save.folder = m_folder.path();
    request.transfer = transfer;
    request.thumbnailSize = {40, 30};
    m_queue->start(request);
}

bool FaultBatch::waitForEnd()
{
    QSignalSpy ended(m_queue.get(), &DownloadQueue::finished);
    const bool hasEnded = !m_queue->isRunning() || ended.wait(patience);
    m_heartbeat.stop();
    return hasEnded;
}

bool FaultBatch::run()
{
    start();
    return waitForEnd();
}

int FaultBatch::count(FlagState state) const
{
    return int(std::ranges::count(m_results, state, &FlagResult::state));
}

std::optional<FlagResult> FaultBatch::faultyResult() const
{
    const auto found = std::ranges::find_if(
        m_results, [this](const FlagResult &result) { return m_isFaulty[result.country.code]; });
    return found == m_results.end() ? std::nullopt : std::optional(*found);
}

QByteArray FaultBatch::faultyPath() const
{
    for (const Country &country : m_countries) {
        if (m_isFaulty[country.code])
            return QByteArray("/%/%.gif").replace("%", country.code.toLower().toLatin1());
    }
    return {};
}

QByteArray FaultBatch::pictureFor(const QByteArray &path)
{
    const QString code = codeIn(path);
    return gifPicture({12, 9}, code[0].unicode() * 26 + code[1].unicode());
}

bool FaultBatch::isFaulty(int index) const
{
    if (m_plan.faultyCountries == 0)
        return false;
    const int distance = m_plan.countries / m_plan.faultyCountries;
    return index % distance == distance / 2;
}

Script FaultBatch::answer(const ScriptedRequest &request) const
{
    const bool isMetadata = request.path.endsWith("metadata.json");
    if (m_isFaulty[codeIn(request.path)] && (!isMetadata || m_plan.metadataToo))
        return m_plan.faulty(request);
    return ok(isMetadata ? metadataNaming(u"Flagland "_s + codeIn(request.path)) : pictureFor(request.path));
}

QString FaultBatch::fileOf(const Country &country) const
{
    return m_folder.filePath(u"%1-Flagland_%1.gif"_s.arg(country.code));
}

QString FaultBatch::texts() const
{
    QStringList texts{summaryText(m_end), progressText(m_end)};
    if (m_end.stoppedBy)
        texts += failureText(*m_end.stoppedBy, {});
    for (const FlagResult &result : m_results) {
        texts += verboseLine(result);
        texts += QString::fromUtf8(jsonLine(result, result.queued));
        texts += failureText(result.failure, result.country.displayName);
    }
    return texts.join(u'\n');
}

QString FaultBatch::brokenPromise() const
{
    QStringList broken{wrongCount(), strayFile(), leak()};
    for (const FlagResult &result : m_results)
        broken << wrongResult(result) << wrongFile(result);
    if (const auto gap = m_heartbeat.longestGap(); gap > longestStandstill)
        broken += u"the event loop stood still for %1 ms"_s.arg(gap / 1ms);
    broken.removeAll(QString());
    return broken.value(0);
}

QString FaultBatch::wrongCount() const
{
    QSet<QString> codes;
    for (const FlagResult &result : m_results)
        codes.insert(result.country.code);
    if (m_ends != 1)
        return u"the batch ended %1 times"_s.arg(m_ends);
    if (codes.size() != m_countries.size() || m_results.size() != m_countries.size())
        return u"%1 ends of %2 countries for %3"_s.arg(m_results.size())
            .arg(codes.size())
            .arg(m_countries.size());
    const BatchProgress &end = m_end;
    const bool isCounted = end.total == m_countries.size() && end.done() == end.total
        && end.saved == count(FlagState::Saved) && end.notFound == count(FlagState::NotFound)
        && end.failed == count(FlagState::Failed) && end.cancelled == count(FlagState::Cancelled);
    return isCounted ? QString() : u"the counts are wrong: "_s + summaryText(end);
}

QString FaultBatch::wrongResult(const FlagResult &result) const
{
    const bool isHealthy = !m_isFaulty[result.country.code];
    const QString text = failureText(result.failure, result.country.displayName);
    if (result.state == FlagState::Saved || result.state == FlagState::Cancelled)
        return {};
    if (isHealthy)
        return u"a healthy country failed: "_s + text;
    const QString name = result.country.displayName + u": "_s;
    const bool saysWhatAndWhatToDo
        = text.startsWith(name) && text.sliced(name.size()).split(u". "_s).size() >= 2 && text.endsWith(u'.');
    return saysWhatAndWhatToDo ? QString() : u"not a text for a person: "_s + text;
}

QString FaultBatch::wrongFile(const FlagResult &result) const
{
    const QByteArray code = result.country.code.toLower().toLatin1();
    QByteArray expected; // nothing: no file
    if (result.state == FlagState::Saved)
        expected = pictureFor('/' + code);
    else if (m_isFaulty[result.country.code])
        expected = earlierPicture;
    if (QFile::exists(fileOf(result.country)) == expected.isEmpty())
        return u"the file of %1 is there or is not, against its end"_s.arg(result.country.code);
    return contentOf(fileOf(result.country)) == expected
        ? QString()
        : u"the file of %1 is not whole"_s.arg(result.country.code);
}

QString FaultBatch::strayFile() const
{
    QStringList names = QDir(m_folder.path())
                            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const Country &country : m_countries)
        names.removeAll(QFileInfo(fileOf(country)).fileName());
    return names.isEmpty() ? QString() : u"stray files: "_s + names.join(u", "_s);
}

QString FaultBatch::leak() const
{
    const QString all = texts();
    const bool leaks = all.contains("anna"_L1) || all.contains("s3cr3t"_L1) || all.contains("YW5uY"_L1);
    return leaks ? u"credentials were told: "_s + all : QString();
}
