#include "app/builtin/embeddedserver.h"
#include "app/builtin/flagpictures.h"
#include "app/transfer/httpget.h"
#include "tests/faults/faultbatch.h"
#include "tests/faults/nginx.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A real HTTP/2 server that ends each connection after a few requests, with GOAWAY if the connection uses
/// HTTP/2.
class tst_GoawayFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allFlagsAreSaved_data();
    void allFlagsAreSaved();
    void requestsAreSentWithoutDelay();

private:
    std::optional<TestCertificate> m_own; // of the server
};

namespace {

/// What a batch does when its connections end.
enum class Protocol {
    KeepsHttp2,
    FallsBack, ///< to HTTP/1.1
    /// A few GOAWAYs can all come while no request is on its way to the server. Then there is no need to fall
    /// back.
    Either,
};

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool writeFlags(const QString &folder, const QList<Country> &countries)
{
    return std::ranges::all_of(countries, [&folder](const Country &country) {
        const QString code = country.code.toLower();
        const QString place = folder + u'/' + code;
        return QDir().mkpath(place)
            && write(place + u'/' + code + u".gif"_s, FaultBatch::pictureFor("/" + country.code.toLatin1()))
            && write(place + u"/metadata.json"_s, metadataNaming(country.name));
    });
}

/// The connected sockets of this process whose other end has the port.
QList<int> descriptorsConnectedTo(quint16 port)
{
    QList<int> found;
    const QStringList names
        = QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    for (const QString &name : names) {
        sockaddr_in peer = {};
        socklen_t size = sizeof peer;
        if (::getpeername(name.toInt(), reinterpret_cast<sockaddr *>(&peer), &size) == 0
            && peer.sin_family == AF_INET && ntohs(peer.sin_port) == port)
            found.append(name.toInt());
    }
    return found;
}

bool sendsWithoutDelay(int descriptor)
{
    int on = 0;
    socklen_t size = sizeof on;
    return ::getsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, &size) == 0 && on != 0;
}

} // namespace

void tst_GoawayFaults::initTestCase()
{
    m_own = makeCertificate(u"IP:127.0.0.1"_s);
    QVERIFY2(m_own, "openssl is needed");
}

void tst_GoawayFaults::allFlagsAreSaved_data()
{
    QTest::addColumn<int>("requestsPerConnection");
    QTest::addColumn<std::chrono::milliseconds>("delay");
    QTest::addColumn<Protocol>("protocol");

    QTest::newRow("row45 20 requests") << 20 << 0ms << Protocol::FallsBack;
    QTest::newRow("row93 20 requests, 50 ms") << 20 << 50ms << Protocol::FallsBack;
    QTest::newRow("row93 100 requests") << 100 << 0ms << Protocol::Either;
    QTest::newRow("row93 100 requests, 50 ms") << 100 << 50ms << Protocol::Either;
    QTest::newRow("row93 300 requests") << 300 << 0ms << Protocol::KeepsHttp2;
    QTest::newRow("row93 no GOAWAY") << 1000 << 0ms << Protocol::KeepsHttp2;
}

void tst_GoawayFaults::allFlagsAreSaved()
{
    constexpr int countries = 194;
    QFETCH(const int, requestsPerConnection);
    QFETCH(const std::chrono::milliseconds, delay);
    QFETCH(const Protocol, protocol);
    const QTemporaryDir pictures;
    const auto delaying = EmbeddedServer::start(
        folderContent(pictures.path()), {.shortestDelay = delay, .longestDelay = delay});
    QVERIFY(delaying);
    QByteArray directives = "keepalive_requests " + QByteArray::number(requestsPerConnection) + ';';
    if (delay > 0ms)
        directives += "location / { proxy_pass " + (*delaying)->baseUrl().toLatin1() + "/; }";
    Nginx nginx(*m_own, directives);
    QVERIFY2(nginx.waitForStart(), "nginx is needed");
    FaultBatch batch({.faulty = {}, .countries = countries, .faultyCountries = 0, .tls = m_own->server});
    QVERIFY(writeFlags(delay > 0ms ? pictures.path() : nginx.path(u"www"_s), batch.countries()));
    batch.useServer(u"127.0.0.1"_s, nginx.port());
    batch.transfer.extraCertificates = {m_own->authority};
    batch.transfer.limit = 30;
    batch.transfer.deadline = 20s;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), countries);
    // No request waited for its deadline.
    QVERIFY(batch.elapsed() < batch.transfer.deadline);
    const QList<LoggedRequest> log = nginx.log();
    QVERIFY(log.size() >= qsizetype(2) * countries);
    constexpr int closedByClient = 499; // of nginx: was sent again before its response came
    QVERIFY(std::ranges::all_of(log, [](const LoggedRequest &request) {
        return request.status == 200 || request.status == closedByClient;
    }));
    const auto isHttp2 = [](const LoggedRequest &request) { return request.protocol == "HTTP/2.0"; };
    QVERIFY(isHttp2(log.first()));
    if (protocol != Protocol::Either)
        QCOMPARE(std::ranges::all_of(log, isHttp2), protocol == Protocol::KeepsHttp2);
}

// With Nagle's algorithm, the requests of a batch wait for acknowledgements of those before, 40 ms each time.
void tst_GoawayFaults::requestsAreSentWithoutDelay()
{
    Nginx nginx(*m_own, {});
    QVERIFY2(nginx.waitForStart(), "nginx is needed");
    TransferSettings settings;
    settings.extraCertificates = {m_own->authority};
    TransferPool pool;
    pool.setSettings(settings);
    HttpGet get(pool, QUrl(u"https://127.0.0.1:%1/"_s.arg(nginx.port())), 1 << 20);
    const QSignalSpy finished(&get, &HttpGet::finished);
    get.start();
    QTRY_COMPARE(finished.count(), 1);

    const QList<int> connections = descriptorsConnectedTo(nginx.port());
    QVERIFY(!connections.isEmpty());
    QVERIFY(std::ranges::all_of(connections, &sendsWithoutDelay));
}

FLAGFETCH_TEST(tst_GoawayFaults, Core)
#include "tst_goawayfaults.moc"
