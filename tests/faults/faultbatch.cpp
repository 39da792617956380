#include "tests/faults/faultbatch.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/terminal/batchreport.h"
#include "app/terminal/jsonline.h"
#include "tests/faults/batchinvariants.h"
#include "tests/support/samplepictures.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr auto deadline = 1000ms;
#else
constexpr auto deadline = 500ms;
#endif

constexpr int timeout = 40'000;
const QByteArray earlierPicture = gifPicture({12, 9}, 1968);

QString codeOf(int index)
{
    return QString(QChar(u'A' + index / 26)) + QChar(u'A' + index % 26);
}

Country flagland(int index)
{
    const QString name = u"Flagland "_s + codeOf(index);
    return {codeOf(index), {}, name, name};
}

/// The country code in a path: "AB" for "/ab/ab.gif".
QString codeIn(const QByteArray &path)
{
    return QString::fromLatin1(path.mid(1, 2)).toUpper();
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
    , m_save(plan.save)
    , m_session(std::make_unique<DownloadSession>(m_catalogue, m_servers, save))
{
    if (m_save.folder.isEmpty())
        m_save.folder = m_temporary.path();
    transfer.limit = 6;
    transfer.deadline = deadline;
    transfer.retry = {.tries = 3, .firstDelay = 4ms, .longestDelay = 20ms, .longestRequestedDelay = 100ms};
    transfer.proxyChoice = ProxyChoice::None;
    useServer(u"127.0.0.1"_s, m_server.port());

    for (int i = 0; i < m_plan.countries; ++i) {
        const Country country = flagland(i);
        m_countries.append(country);
        m_isFaulty.insert(country.code, isToBeFaulty(i));
        if (QFile file(fileOf(country)); !fileBefore(country).isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(fileBefore(country));
    }

    QObject::connect(m_session.get(), &DownloadSession::flagFinished, m_session.get(),
        [this](const FlagResult &result) { m_results.append(result); });
    QObject::connect(m_session.get(), &DownloadSession::retryScheduled, m_session.get(),
        [this](const QString &, std::chrono::milliseconds duration) { m_retriesScheduled.append(duration); });
    QObject::connect(
        m_session.get(), &DownloadSession::finished, m_session.get(), [this](const SessionReport &report) {
            m_end = report.progress;
            ++m_ends;
        });
}

void FaultBatch::useServer(const QString &host, quint16 port)
{
    const QString address
        = u"%1://anna:s3cr3t@%2:%3"_s.arg(m_plan.tls ? u"https"_s : u"http"_s, host).arg(port);
    source.id = u"faulty"_s;
    source.imageTemplate = address + u"/{cc}/{cc}.gif"_s;
    source.metadataTemplate = address + u"/{cc}/metadata.json"_s;
}

void FaultBatch::start()
{
    m_results.clear();
    m_retriesScheduled.clear();
    m_ends = 0;
    m_heartbeat.start();
    Source limited = source;
    limited.limit = transfer.limit;
    m_session->start(Download{.countries = m_countries, .sources = {limited}, .save = m_save},
        {.transfer = transfer, .thumbnailSize = {40, 30}});
}

bool FaultBatch::waitForEnd()
{
    QSignalSpy ended(m_session.get(), &DownloadSession::finished);
    const bool hasEnded = !m_session->isRunning() || ended.wait(timeout);
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
        m_results, [this](const FlagResult &result) { return isFaulty(result.country); });
    return found == m_results.end() ? std::nullopt : std::optional(*found);
}

Country FaultBatch::faultyCountry() const
{
    const auto found
        = std::ranges::find_if(m_countries, [this](const Country &country) { return isFaulty(country); });
    return found == m_countries.end() ? Country() : *found;
}

QByteArray FaultBatch::faultyPath() const
{
    return QByteArray("/%/%.gif").replace("%", faultyCountry().code.toLower().toLatin1());
}

QByteArray FaultBatch::pictureFor(const QByteArray &path)
{
    const QString code = codeIn(path);
    return gifPicture({12, 9}, code[0].unicode() * 26 + code[1].unicode());
}

bool FaultBatch::isToBeFaulty(int index) const
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

QByteArray FaultBatch::fileBefore(const Country &country) const
{
    return isFaulty(country) && m_plan.filesFromBefore ? earlierPicture : QByteArray();
}

QByteArray FaultBatch::pictureOf(const Country &country) const
{
    const bool isOwn = m_plan.picture.isEmpty() || !isFaulty(country);
    return isOwn ? pictureFor('/' + country.code.toLatin1()) : m_plan.picture;
}

QString FaultBatch::fileOf(const Country &country) const
{
    QString name = m_save.nameTemplate.text();
    name.replace("{CC}"_L1, country.code).replace("{country}"_L1, u"Flagland_"_s + country.code);
    return m_save.folder + u'/' + name + u".gif"_s;
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

QString FaultBatch::violatedInvariant() const
{
    return BatchInvariants(*this).violated();
}
