#include "app/timeline/timeline.h"
#include "tests/faults/nginx.h"
#include "tests/support/testprogram.h"
#include "tests/transfer/fetch.h"

#include <QPointer>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What HttpGet records in a RequestLog, compared with what the server has seen.
class tst_RecordedRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void stepsOfASuccess();
    void failureIsFollowedByARetry();
    void refusalIsThrottled_data();
    void refusalIsThrottled();
    void redirectIsAnotherTry();
    void missingFileFailsWithoutARetry();
    void timeoutHasNoFirstByte();
    void unchangedContentHasNoBytes();
    void repetitionOnAnotherConnectionIsNoRetry();
    void requestThatWasNotSentHasNoTry();
    void cancelledRequestEndsItsTry();
    void cancelBeforeARetryKeepsTheFailure();
    void abandonedRequestEndsWhenItsResponseArrives();
    void abandonedRequestDoesNotChangeTheNextRun();
    void connectionsAgreeWithTheServer_data();
    void connectionsAgreeWithTheServer();
    void everyTryOpensAConnectionIfTheServerClosesThem();
    void lostConnectionIsReplacedByANewOne();
    void http2UsesOneConnection();

private:
    [[nodiscard]] std::unique_ptr<HttpGet> recordedGet(const QString &address)
    {
        auto get = std::make_unique<HttpGet>(*m_pool, QUrl(address), maximalBytes);
        get->setRecord({m_log,
            {.code = u"CN"_s, .sourceId = u"test"_s, .url = address, .queued = SteadyTime::clock::now()}});
        return get;
    }
    /// Sends requests for /0, /1 ... and waits until all have ended. Returns whether all have their content.
    [[nodiscard]] bool fetchAll(const std::function<QString(const QString &)> &address, int count)
    {
        std::vector<std::unique_ptr<HttpGet>> gets;
        int ended = 0;
        int failed = 0;
        for (int i = 0; i < count; ++i) {
            gets.push_back(recordedGet(address(u"/%1"_s.arg(i))));
            connect(gets.back().get(), &HttpGet::finished, this, [&](const HttpOutcome &outcome) {
                ++ended;
                failed += outcome.failure ? 1 : 0;
            });
            gets.back()->start();
        }
        return QTest::qWaitFor([&] { return ended == count; }, 20'000) && failed == 0;
    }
    [[nodiscard]] bool fetchAll(const ScriptedServer &server, int count)
    {
        return fetchAll([&server](const QString &path) { return server.address(path); }, count);
    }
    const std::vector<RequestRecord> &requests()
    {
        m_timeline.update(m_log->takeChanges());
        return m_timeline.requests();
    }
    const RequestRecord &request() { return requests().front(); }
    [[nodiscard]] TimelineFigures figures()
    {
        m_timeline.update(m_log->takeChanges());
        return figuresOf(m_timeline, SteadyTime::clock::now());
    }

    std::optional<TestCertificate> m_certificate;
    std::shared_ptr<RequestLog> m_log;
    Timeline m_timeline;
    std::unique_ptr<TransferPool> m_pool;
};

void tst_RecordedRequests::initTestCase()
{
    m_certificate = makeCertificate(u"IP:127.0.0.1"_s);
    QVERIFY2(m_certificate, "openssl is needed");
}

void tst_RecordedRequests::init()
{
    m_log = std::make_shared<RequestLog>();
    m_log->begin(SteadyTime::clock::now());
    m_timeline = {};
    m_pool = std::make_unique<TransferPool>();
    m_pool->setSettings(fastSettings());
}

void tst_RecordedRequests::stepsOfASuccess()
{
    static constexpr auto pause = 30ms;
    ScriptedServer server({
        .handler = [](const ScriptedRequest &) { return cutAfter(3, body).wait(pause).send(body.mid(3)); },
        .pause = pause,
    });
    QVERIFY(!outcomeOf(*recordedGet(server.address(u"/flag"_s))).failure);

    QCOMPARE(requests().size(), std::size_t(1));
    QCOMPARE(request().tries.size(), 1);
    const RequestTry &only = request().tries.first();
    QVERIFY(m_timeline.started() <= request().queued);
    QVERIFY(request().queued <= only.sent);
    QVERIFY(*only.firstByte - only.sent >= pause - 2ms);
    QVERIFY(*only.firstByte <= *only.ended);
    QVERIFY(*only.ended - only.sent >= 2 * pause - 2ms);
    QVERIFY(only.isNewConnection);
    QCOMPARE(only.status, 200);
    QVERIFY(!only.failure && !only.wasThrottled);
    QCOMPARE(request().ended, only.ended);
    QCOMPARE(request().bytes, body.size());
    QVERIFY(!request().failure && !request().wasCancelled && !request().work);
}

void tst_RecordedRequests::failureIsFollowedByARetry()
{
    ScriptedServer server(
        [](const ScriptedRequest &request) { return request.hit == 1 ? status(500) : ok(body); });
    QVERIFY(!outcomeOf(*recordedGet(server.address(u"/flag"_s))).failure);

    QCOMPARE(request().tries.size(), 2);
    const RequestTry &first = request().tries.first();
    QCOMPARE(first.status, 500);
    QCOMPARE(first.failure->status, 500);
    QVERIFY(!first.wasThrottled);
    QVERIFY(*first.ended < request().tries.last().sent); // the delay is random
    QVERIFY(!request().failure);
    QCOMPARE(figures().retries, 1);
}

void tst_RecordedRequests::refusalIsThrottled_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {429, 420, 503})
        QTest::addRow("%d", code) << code;
}

void tst_RecordedRequests::refusalIsThrottled()
{
    QFETCH(const int, code);
    ScriptedServer server([code](const ScriptedRequest &request) {
        return request.hit == 1 ? status(code, {"Retry-After: 1"}) : ok(body);
    });
    QVERIFY(!outcomeOf(*recordedGet(server.address(u"/flag"_s))).failure);

    QCOMPARE(request().tries.size(), 2);
    QVERIFY(request().tries.first().wasThrottled);
    QCOMPARE(request().tries.first().failure->status, code);
    QVERIFY(!request().tries.last().wasThrottled);
    QVERIFY(request().tries.last().sent - *request().tries.first().ended >= 990ms);
}

void tst_RecordedRequests::redirectIsAnotherTry()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.path == "/old" ? redirectTo("/new") : ok(body);
    });
    QVERIFY(!outcomeOf(*recordedGet(server.address(u"/old"_s))).failure);

    QCOMPARE(request().tries.size(), 2);
    const RequestTry &first = request().tries.first();
    QCOMPARE(first.status, 302);
    QVERIFY(!first.failure);
    QCOMPARE(first.ended, std::optional(request().tries.last().sent));
    QCOMPARE(request().tries.last().status, 200);
    QCOMPARE(figures().retries, 0);
    QCOMPARE(server.counts().paths.size(), 2);
}

void tst_RecordedRequests::missingFileFailsWithoutARetry()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(404); });
    QVERIFY(outcomeOf(*recordedGet(server.address(u"/flag"_s))).failure);

    QCOMPARE(request().tries.size(), 1);
    QCOMPARE(request().tries.first().status, 404);
    QCOMPARE(request().failure->kind, FailureKind::NotFound);
    QVERIFY(request().ended);
    QCOMPARE(request().bytes, 0);
    QCOMPARE(figures().failures, 1);
}

void tst_RecordedRequests::timeoutHasNoFirstByte()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    TransferSettings settings = fastSettings();
    settings.deadline = 100ms;
    settings.retry.tries = 2;
    m_pool->setSettings(settings);
    QVERIFY(outcomeOf(*recordedGet(server.address(u"/flag"_s))).failure);

    QCOMPARE(request().tries.size(), 2);
    for (const RequestTry &each : request().tries) {
        QVERIFY(!each.firstByte);
        QCOMPARE(each.status, 0);
        QCOMPARE(each.failure->kind, FailureKind::Timeout);
        QVERIFY(*each.ended - each.sent >= 80ms);
        QVERIFY(each.isNewConnection);
    }
    QCOMPARE(request().failure->kind, FailureKind::Timeout);
}

void tst_RecordedRequests::unchangedContentHasNoBytes()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().send(answerHead(304, {})); });
    const auto get = recordedGet(server.address(u"/flag"_s));
    get->setKnownValidators({"\"tag\"", {}});
    QVERIFY(outcomeOf(*get).isNotModified);

    QCOMPARE(request().tries.size(), 1);
    QCOMPARE(request().tries.first().status, 304);
    QVERIFY(!request().failure);
    QCOMPARE(request().bytes, 0);
}

void tst_RecordedRequests::repetitionOnAnotherConnectionIsNoRetry()
{
    // The final response to /0 stays on the connection, so /1 must not use what arrives there.
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.path == "/0" && request.hit == 1
            ? Script().wait(50ms).send(answerHead(103, {}))
            : Script().wait(100ms).send(answerHead(200, {lengthLine(body.size())}) + body);
    });
    std::ignore = fetchAll(server, 3); // the first one fails: it has an interim response only

    QCOMPARE(requests().size(), std::size_t(3));
    qsizetype tries = 0;
    for (const RequestRecord &each : requests())
        tries += each.tries.size();
    QCOMPARE(tries, server.counts().paths.size());
    QVERIFY(tries > 3);
    // Qt 6.8 waits for what follows the interim response, so that /0 meets its deadline and is retried.
    const auto &triesOfInterim = requests().front().tries;
    const bool isInterimRetried = triesOfInterim.size() > 1 && triesOfInterim.first().failure;
    QCOMPARE(figures().retries, isInterimRetried ? 1 : 0);
    QCOMPARE(figures().newConnections, server.counts().connections);
}

void tst_RecordedRequests::requestThatWasNotSentHasNoTry()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    m_pool->setLimit(1);
    const auto first = recordedGet(server.address(u"/0"_s));
    auto second = recordedGet(server.address(u"/1"_s));
    first->start();
    second->start();
    QTRY_COMPARE(server.hits("/0"), 1);
    second.reset();

    QVERIFY(requests()[1].tries.isEmpty());
    QVERIFY(requests()[1].wasCancelled && requests()[1].ended);
    QVERIFY(!requests()[1].failure);
    QVERIFY(requests()[0].isRunning());
}

void tst_RecordedRequests::cancelledRequestEndsItsTry()
{
    ScriptedServer server([](const ScriptedRequest &) { return cutAfter(5, body).stall(); });
    auto get = recordedGet(server.address(u"/flag"_s));
    get->start();
    QTRY_VERIFY(!request().tries.isEmpty() && request().tries.first().firstByte);
    get.reset();

    QVERIFY(request().wasCancelled);
    QCOMPARE(request().tries.size(), 1);
    QCOMPARE(request().tries.first().ended, request().ended);
    QVERIFY(!request().failure);
}

void tst_RecordedRequests::cancelBeforeARetryKeepsTheFailure()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(500); });
    TransferSettings settings = fastSettings();
    settings.retry.firstDelay = settings.retry.longestDelay = 60s;
    m_pool->setSettings(settings);
    auto get = recordedGet(server.address(u"/flag"_s));
    get->start();
    QTRY_VERIFY(!request().tries.isEmpty() && request().tries.first().ended);
    QVERIFY(request().isRunning());
    get.reset();

    QVERIFY(request().wasCancelled);
    QCOMPARE(request().tries.first().failure->status, 500);
    QVERIFY(*request().tries.first().ended < *request().ended);
}

void tst_RecordedRequests::abandonedRequestEndsWhenItsResponseArrives()
{
    ScriptedServer server({.handler = [](const ScriptedRequest &) { return ok(body); }, .pause = 200ms});
    const QPointer<HttpGet> abandoned = recordedGet(server.address(u"/flag"_s)).release();
    abandoned->start();
    QTRY_COMPARE(server.hits("/flag"), 1);
    abandoned->abandon();
    QVERIFY(request().isRunning());
    QTRY_VERIFY(!abandoned);

    QVERIFY(!request().isRunning());
    QVERIFY(!request().wasCancelled);
    QCOMPARE(request().bytes, body.size());
}

void tst_RecordedRequests::abandonedRequestDoesNotChangeTheNextRun()
{
    ScriptedServer server({.handler = [](const ScriptedRequest &) { return ok(body); }, .pause = 200ms});
    const QPointer<HttpGet> abandoned = recordedGet(server.address(u"/0"_s)).release();
    abandoned->start();
    QTRY_COMPARE(server.hits("/0"), 1);
    abandoned->abandon();
    const auto ended = SteadyTime::clock::now();
    m_log->end(ended);
    QVERIFY(request().wasCancelled);
    QCOMPARE(request().ended, std::optional(ended));
    m_log->begin(ended);
    const auto waiting = recordedGet(server.address(u"/1"_s)); // never started
    QTRY_VERIFY(!abandoned);

    QCOMPARE(requests().size(), std::size_t(1));
    QVERIFY(request().tries.isEmpty());
    QVERIFY(!request().ended);
    QCOMPARE(request().bytes, 0);
}

void tst_RecordedRequests::connectionsAgreeWithTheServer_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<std::chrono::milliseconds>("pause");
    QTest::addColumn<bool>("overTls");
    for (const int limit : {1, 2, 6, 7, 30}) {
        QTest::addRow("limit %d", limit) << limit << 2ms << false;
        QTest::addRow("limit %d, 20 ms", limit) << limit << 20ms << false;
        QTest::addRow("limit %d, TLS", limit) << limit << 20ms << true;
    }
}

void tst_RecordedRequests::connectionsAgreeWithTheServer()
{
    QFETCH(const int, limit);
    QFETCH(const std::chrono::milliseconds, pause);
    QFETCH(const bool, overTls);
    ScriptedServer server({.handler = [](const ScriptedRequest &) { return ok(body); },
        .pause = pause,
        .tls = overTls ? std::optional(m_certificate->server) : std::nullopt});
    TransferSettings settings = fastSettings();
    settings.limit = limit;
    settings.extraCertificates = {m_certificate->authority};
    m_pool->setSettings(settings);
    const int count = 10 + 10 * limit;
    QVERIFY(fetchAll(server, count));

    const TimelineFigures measured = figures();
    QCOMPARE(measured.requests, count);
    QCOMPARE(server.counts().paths.size(), count);
    // Counted when accepted. On a busy machine, Qt opens some connections that no request uses.
    QTRY_VERIFY(server.counts().connections >= measured.newConnections);
    QVERIFY(measured.newConnections >= 1);
    QCOMPARE(measured.reusedConnections, count - measured.newConnections);
    QVERIFY(measured.mostInFlight <= limit);
    QVERIFY(measured.mostInFlight >= server.counts().peak);
    QVERIFY(measured.medianWait >= pause - 2ms);
}

void tst_RecordedRequests::everyTryOpensAConnectionIfTheServerClosesThem()
{
    ScriptedServer server([](const ScriptedRequest &) {
        return Script().send(answerHead(200, {lengthLine(body.size()), "Connection: close"}) + body).close();
    });
    QVERIFY(fetchAll(server, 20));

    QCOMPARE(figures().newConnections, 20);
    QVERIFY(server.counts().connections >= 20); // see above
}

// The server closes a kept connection when the next request arrives, and Qt sends that one again without a
// word.
void tst_RecordedRequests::lostConnectionIsReplacedByANewOne()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.path == "/1" && request.hit == 1 ? Script().drop() : ok(body);
    });
    m_pool->setLimit(1);
    QVERIFY(fetchAll(server, 3));

    QCOMPARE(server.counts().connections, 2);
    QCOMPARE(requests()[1].tries.size(), 1);
    QVERIFY(requests()[0].tries.first().isNewConnection);
    QVERIFY(requests()[1].tries.first().isNewConnection);
    QVERIFY(!requests()[2].tries.first().isNewConnection);
}

void tst_RecordedRequests::http2UsesOneConnection()
{
    Nginx nginx(*m_certificate, {});
    QVERIFY2(nginx.waitForStart(), "nginx is needed");
    for (int i = 0; i < 40; ++i)
        QVERIFY(nginx.write(u"www/%1"_s.arg(i), body));
    TransferSettings settings = fastSettings();
    settings.limit = 10;
    settings.extraCertificates = {m_certificate->authority};
    m_pool->setSettings(settings);
    QVERIFY(fetchAll(
        [&nginx](const QString &path) { return u"https://127.0.0.1:%1%2"_s.arg(nginx.port()).arg(path); },
        40));

    QTRY_COMPARE(nginx.log().size(), 40);
    QCOMPARE(nginx.log().last().protocol, "HTTP/2.0");
    QVERIFY(requests()[0].tries.first().isNewConnection);
    QCOMPARE(figures().newConnections, 1);
    QCOMPARE(figures().reusedConnections, 39);
    QVERIFY(figures().mostInFlight <= 10);
}

FLAGFETCH_TEST(tst_RecordedRequests, Core)
#include "tst_recordedrequests.moc"
