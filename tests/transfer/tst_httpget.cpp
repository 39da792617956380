#include "tests/support/testprogram.h"
#include "tests/transfer/fetch.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto deadline = 150ms;

TransferSettings impatientSettings()
{
    TransferSettings settings = fastSettings();
    settings.deadline = deadline;
    settings.retry.tries = 2;
    return settings;
}

} // namespace

class tst_HttpGet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversTheBody();
    void sendsItsHeaders();
    void keepsNoCookies();
    void deadlineEndsEndlessResponses_data();
    void deadlineEndsEndlessResponses();
    void deadlineDoesNotRunWhileWaiting();
    void bodyThatArrivesSlowlyIsNoSilence();
    void slotIsFreeWhenFinished();
    void timingsAreInOrder();
    void startedIsEmittedOnceDespiteRetries();
    void mayBeDeletedWhenFinished();
    void destructionCancelsWithoutASignal_data();
    void destructionCancelsWithoutASignal();
    void abandonedGetEndsSilentlyAndKeepsItsConnection();
    void abandonedGetIsNotRetried();
    void abandonedGetThatWaitsSendsNothing();
    void poolMayBeDestroyedBeforeAnAbandonedGet();
};

void tst_HttpGet::deliversTheBody()
{
    ScriptedServer server([](const ScriptedRequest &) { return ok(body); });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(!outcome.failure);
    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(server.counts().paths, QList<QByteArray>{"/flag"});
}

void tst_HttpGet::sendsItsHeaders()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return ok(request.headers.value("accept-encoding") + '|' + request.headers.value("accept") + '|'
            + request.headers.value("user-agent"));
    });

    const QByteArray sent = fetch(QUrl(server.address(u"/"_s))).body;

    const QByteArray version = QCoreApplication::applicationVersion().toLatin1();
    QCOMPARE(sent, QByteArray("identity|image/*,*/*;q=0.8|Flagfetch/" + version));
}

void tst_HttpGet::keepsNoCookies()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        const QByteArray response = "cookies: " + request.headers.value("cookie");
        return okWithHeaders({lengthLine(response.size()), "Set-Cookie: a=b"}, response);
    });
    TransferPool pool;
    for (int i = 0; i < 2; ++i) {
        HttpGet get(pool, QUrl(server.address(u"/"_s)), maximalBytes);
        QCOMPARE(outcomeOf(get).body, "cookies: ");
    }
}

void tst_HttpGet::deadlineEndsEndlessResponses_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("stall before the header") << Script().stall();
    QTest::newRow("stall inside the header") << Script().send("HTTP/1.1 200 OK\r\nConte").stall();
    QTest::newRow("stall before the body") << cutAfter(0, body).stall();
    QTest::newRow("stall inside the body") << cutAfter(5, body).stall();
    QTest::newRow("body byte by byte") << cutAfter(0, body).trickle(body, 20ms);
    QTest::newRow("header byte by byte") << Script().trickle(answerHead(200, {lengthLine(0)}), 20ms);
}

void tst_HttpGet::deadlineEndsEndlessResponses()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });
    QElapsedTimer clock;
    clock.start();
    TransferPool pool; // outlives the request, because its destructor would close the connections
    pool.setSettings(impatientSettings());
    HttpGet get(pool, QUrl(server.address(u"/flag"_s)), maximalBytes);
    const HttpOutcome outcome = outcomeOf(get);

    QVERIFY(outcome.failure);
    QCOMPARE(*outcome.failure, (Failure{FailureKind::Timeout, 0, {}}));
    QCOMPARE(outcome.tries, 2);
    const std::chrono::milliseconds elapsed(clock.elapsed());
    QVERIFY(elapsed >= 2 * deadline - 20ms);
    QVERIFY2(elapsed < 10 * deadline, qPrintable(QString::number(elapsed.count())));
    QTRY_COMPARE(server.counts().inFlight, 0);
}

void tst_HttpGet::deadlineDoesNotRunWhileWaiting()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script(ok(body)).wait(60ms); });
    TransferPool pool;
    TransferSettings settings = impatientSettings();
    settings.limit = 1;
    settings.retry.tries = 1;
    settings.deadline = 400ms;
    pool.setSettings(settings);

    std::vector<std::unique_ptr<HttpGet>> gets;
    int delivered = 0;
    for (int i = 0; i < 10; ++i) {
        gets.push_back(std::make_unique<HttpGet>(pool, QUrl(server.address(u"/"_s)), maximalBytes));
        connect(gets.back().get(), &HttpGet::finished, this,
            [&delivered](const HttpOutcome &outcome) { delivered += outcome.failure ? 0 : 1; });
        gets.back()->start();
    }

    QTRY_COMPARE(delivered, 10);
    QCOMPARE(server.counts().peak, 1);
}

void tst_HttpGet::bodyThatArrivesSlowlyIsNoSilence()
{
    ScriptedServer server([](const ScriptedRequest &) { return cutAfter(0, body).trickle(body, 20ms); });
    TransferPool pool;
    pool.setSettings(fastSettings());
    int ends = 0; // of silences between the bytes
    std::chrono::milliseconds before{0};
    QTimer samples;
    connect(&samples, &QTimer::timeout, &samples, [&] {
        const auto now = pool.silence(SteadyTime::clock::now());
        ends += now < before ? 1 : 0;
        before = now;
    });
    samples.start(1ms);
    HttpGet get(pool, QUrl(server.address(u"/flag"_s)), maximalBytes);
    QVERIFY(!outcomeOf(get).failure);
    QVERIFY2(ends > 3, qPrintable(QString::number(ends))); // header and end alone make up two
}

void tst_HttpGet::slotIsFreeWhenFinished()
{
    ScriptedServer server([](const ScriptedRequest &) { return ok(body); });
    TransferPool pool;
    HttpGet get(pool, QUrl(server.address(u"/"_s)), maximalBytes);
    int freeSlots = -1;
    connect(&get, &HttpGet::finished, this, [&] { freeSlots = pool.freeSlots(); });
    get.start();

    QTRY_COMPARE(freeSlots, pool.settings().limit);
}

void tst_HttpGet::timingsAreInOrder()
{
    static constexpr auto pause = 30ms;
    ScriptedServer server({
        .handler = [](const ScriptedRequest &) { return cutAfter(3, body).wait(pause).send(body.mid(3)); },
        .pause = pause,
    });

    const auto before = SteadyTime::clock::now();
    const RequestTimings timings = fetch(QUrl(server.address(u"/"_s))).timings;
    const auto after = SteadyTime::clock::now();

    QVERIFY(timings.started && timings.firstByte && timings.finished);
    QVERIFY(before <= timings.queued);
    QVERIFY(timings.queued <= *timings.started);
    QVERIFY(*timings.started + pause - 2ms <= *timings.firstByte);
    QVERIFY(*timings.firstByte <= *timings.finished);
    QVERIFY(*timings.started + 2 * pause - 2ms <= *timings.finished);
    QVERIFY(*timings.finished <= after);
}

void tst_HttpGet::startedIsEmittedOnceDespiteRetries()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(500); });
    TransferPool pool;
    pool.setSettings(fastSettings());
    HttpGet get(pool, QUrl(server.address(u"/"_s)), maximalBytes);
    const QSignalSpy started(&get, &HttpGet::started);
    const QSignalSpy finished(&get, &HttpGet::finished);
    get.start();

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(started.count(), 1);
}

void tst_HttpGet::mayBeDeletedWhenFinished()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.path == "/404" ? status(404) : request.path == "/stall" ? Script().stall() : ok(body);
    });
    TransferPool pool;
    TransferSettings settings = impatientSettings();
    settings.retry.tries = 1;
    pool.setSettings(settings);
    int alive = 0;
    for (const QString &path : {u"/200"_s, u"/404"_s, u"/stall"_s}) {
        auto *get = new HttpGet(pool, QUrl(server.address(path)), maximalBytes);
        connect(get, &HttpGet::finished, get, &QObject::deleteLater);
        connect(get, &QObject::destroyed, this, [&alive] { --alive; }); // clazy:exclude=lambda-in-connect
        ++alive;
        get->start();
    }

    QTRY_COMPARE(alive, 0);
    QCOMPARE(pool.freeSlots(), settings.limit);
}

void tst_HttpGet::destructionCancelsWithoutASignal_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("waiting for the header") << Script().stall();
    QTest::newRow("inside the body") << cutAfter(5, body).stall();
    QTest::newRow("paused before the next try") << status(503);
}

void tst_HttpGet::destructionCancelsWithoutASignal()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.limit = 1;
    settings.retry.firstDelay = 60s;
    settings.retry.longestDelay = 60s;
    pool.setSettings(settings);
    auto get = std::make_unique<HttpGet>(pool, QUrl(server.address(u"/flag"_s)), maximalBytes);
    auto waiting = std::make_unique<HttpGet>(pool, QUrl(server.address(u"/other"_s)), maximalBytes);
    const QSignalSpy finished(get.get(), &HttpGet::finished);
    get->start();
    QTRY_COMPARE(server.hits("/flag"), 1);
    QTest::qWait(20); // enough for the response to arrive

    get.reset();
    waiting.reset();

    QTRY_COMPARE(server.counts().inFlight, 0);
    QTRY_COMPARE(pool.freeSlots(), 1);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(server.hits("/other"), 0);
}

void tst_HttpGet::abandonedGetEndsSilentlyAndKeepsItsConnection()
{
    ScriptedServer server({.handler = [](const ScriptedRequest &) { return ok(body); }, .pause = 300ms});
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.limit = 1;
    pool.setSettings(settings);
    const QPointer<HttpGet> abandoned
        = new HttpGet(pool, QUrl(server.address(u"/abandoned"_s)), maximalBytes);
    const QSignalSpy finished(abandoned.data(), &HttpGet::finished);
    abandoned->start();
    QTRY_COMPARE(server.hits("/abandoned"), 1);

    abandoned->abandon();

    HttpGet next(pool, QUrl(server.address(u"/next"_s)), maximalBytes);
    QCOMPARE(outcomeOf(next).body, body);
    QTRY_VERIFY(!abandoned);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(server.counts().connections, 1);
}

void tst_HttpGet::abandonedGetIsNotRetried()
{
    ScriptedServer server({.handler = [](const ScriptedRequest &) { return status(503); }, .pause = 300ms});
    TransferPool pool;
    pool.setSettings(fastSettings());
    const QPointer<HttpGet> abandoned
        = new HttpGet(pool, QUrl(server.address(u"/abandoned"_s)), maximalBytes);
    abandoned->start();
    QTRY_COMPARE(server.hits("/abandoned"), 1);

    abandoned->abandon();

    QTRY_VERIFY(!abandoned);
    QCOMPARE(pool.freeSlots(), pool.settings().limit);
    QCOMPARE(server.hits("/abandoned"), 1);
}

// The slot is granted between abandon() and the deletion of the object.
void tst_HttpGet::abandonedGetThatWaitsSendsNothing()
{
    ScriptedServer server([](const ScriptedRequest &) { return ok(body); });
    TransferPool pool;
    pool.setSettings(fastSettings());
    const QPointer<HttpGet> abandoned
        = new HttpGet(pool, QUrl(server.address(u"/abandoned"_s)), maximalBytes);
    abandoned->start();

    abandoned->abandon();

    QTRY_VERIFY(!abandoned);
    HttpGet next(pool, QUrl(server.address(u"/next"_s)), maximalBytes);
    QCOMPARE(outcomeOf(next).body, body);
    QCOMPARE(pool.freeSlots(), pool.settings().limit);
    QCOMPARE(server.hits("/abandoned"), 0);
}

void tst_HttpGet::poolMayBeDestroyedBeforeAnAbandonedGet()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    auto pool = std::make_unique<TransferPool>();
    const QPointer<HttpGet> abandoned
        = new HttpGet(*pool, QUrl(server.address(u"/abandoned"_s)), maximalBytes);
    abandoned->start();
    QTRY_COMPARE(server.hits("/abandoned"), 1);
    abandoned->abandon();

    pool.reset();

    QVERIFY(!abandoned);
    QTRY_COMPARE(server.counts().inFlight, 0);
}

FLAGFETCH_TEST(tst_HttpGet, Core)
#include "tst_httpget.moc"
