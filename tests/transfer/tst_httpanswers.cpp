#include "tests/faults/unreachableports.h"
#include "tests/support/testprogram.h"
#include "tests/transfer/fetch.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_HttpAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permanentStatusIsNotRetried_data();
    void permanentStatusIsNotRetried();
    void transientStatusIsRetried();
    void givesUpAfterTheLastTry();
    void lostConnectionIsRetried_data();
    void lostConnectionIsRetried();
    void refusedConnectionIsReported();
    void refusalForTooManyRequestsCostsNoRetry_data();
    void refusalForTooManyRequestsCostsNoRetry();
    void unparsableHeaderFailsSoon_data();
    void unparsableHeaderFailsSoon();
};

void tst_HttpAnswers::permanentStatusIsNotRetried_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("404") << 404 << FailureKind::NotFound;
    QTest::newRow("410") << 410 << FailureKind::NotFound;
    QTest::newRow("401") << 401 << FailureKind::AccessDenied;
    QTest::newRow("403") << 403 << FailureKind::AccessDenied;
    QTest::newRow("418") << 418 << FailureKind::ServerError;
    QTest::newRow("206") << 206 << FailureKind::ServerError;
}

void tst_HttpAnswers::permanentStatusIsNotRetried()
{
    QFETCH(int, code);
    QFETCH(FailureKind, kind);
    ScriptedServer server([code](const ScriptedRequest &) { return status(code); });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(*outcome.failure, (Failure{kind, code, u"Scripted"_s}));
    QVERIFY(outcome.body.isEmpty());
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(server.hits("/flag"), 1);
}

void tst_HttpAnswers::transientStatusIsRetried()
{
    ScriptedServer server(
        [](const ScriptedRequest &request) { return request.hit < 3 ? status(503) : ok(body); });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(!outcome.failure);
    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 3);
    QCOMPARE(server.hits("/flag"), 3);
}

void tst_HttpAnswers::givesUpAfterTheLastTry()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(503); });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(*outcome.failure, (Failure{FailureKind::ServerError, 503, u"Scripted"_s}));
    QCOMPARE(outcome.tries, 3);
    QCOMPARE(server.hits("/flag"), 3);
}

void tst_HttpAnswers::lostConnectionIsRetried_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("cut body, FIN") << cutAfter(5, body).close() << FailureKind::Truncated;
    QTest::newRow("cut body, RST") << cutAfter(5, body).reset() << FailureKind::Truncated;
    QTest::newRow("no body, FIN") << cutAfter(0, body).close() << FailureKind::Truncated;
    QTest::newRow("no body, RST") << cutAfter(0, body).reset() << FailureKind::Truncated;
    QTest::newRow("no header, FIN") << Script().close() << FailureKind::ConnectionLost;
    QTest::newRow("no header, RST") << Script().reset() << FailureKind::ConnectionLost;
    // Qt does not distinguish these two from a lost connection.
    QTest::newRow("cut header") << Script().send("HTTP/1.1 200 OK\r\nConte").close()
                                << FailureKind::ConnectionLost;
    QTest::newRow("no HTTP") << Script().send("SSH-2.0-OpenSSH\r\n\r\n").close()
                             << FailureKind::ConnectionLost;
}

void tst_HttpAnswers::lostConnectionIsRetried()
{
    QFETCH(Script, script);
    QFETCH(FailureKind, kind);
    ScriptedServer server([script](const ScriptedRequest &request) {
        return request.path == "/late" && request.hit == 3 ? ok(body) : script;
    });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/never"_s)));
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, kind);
    QCOMPARE(outcome.tries, 3);
    QVERIFY(server.hits("/never") >= 3);

    QCOMPARE(fetch(QUrl(server.address(u"/late"_s))).body, body);
}

void tst_HttpAnswers::refusedConnectionIsReported()
{
    const ClosedPort closed;
    const HttpOutcome outcome = fetch(QUrl(u"http://127.0.0.1:%1/"_s.arg(closed.number())));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::ConnectionRefused);
    QCOMPARE(outcome.tries, 1);
}

void tst_HttpAnswers::refusalForTooManyRequestsCostsNoRetry_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("429") << status(429, {"Retry-After: 0.05"});
    QTest::newRow("420") << status(420, {"Retry-After: 0.05"});
    QTest::newRow("503") << status(503, {"Retry-After: 0.05"});
}

// The budget allows no retry.
void tst_HttpAnswers::refusalForTooManyRequestsCostsNoRetry()
{
    QFETCH(Script, script);
    constexpr int refusals = 1; // each further one slows down the source
    ScriptedServer server(
        [script](const ScriptedRequest &request) { return request.hit <= refusals ? script : ok(body); });
    TransferSettings settings = fastSettings();
    settings.retryBudget = 0;

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)), settings);

    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, refusals + 1);
    QCOMPARE(server.hits("/flag"), refusals + 1);
}

void tst_HttpAnswers::unparsableHeaderFailsSoon_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("blank before the colon") << QByteArray("X-Foo : bar");
    QTest::newRow("folded at the beginning") << QByteArray(" X-Foo: bar");
    QTest::newRow("no colon") << QByteArray("X-Foo");
    QTest::newRow("no name") << QByteArray(": bar");
    QTest::newRow("blank in the name") << QByteArray("X Foo: bar");
    QTest::newRow("too many") << QByteArray("X-Foo: bar") + QByteArray("\r\nX-Foo: bar").repeated(150);
}

// It fails long before the deadline, and not as a timeout.
void tst_HttpAnswers::unparsableHeaderFailsSoon()
{
    QFETCH(QByteArray, line);
    ScriptedServer server([line](const ScriptedRequest &) {
        return okWithHeaders({line, lengthLine(body.size())}, body);
    });
    TransferSettings settings = fastSettings();
    settings.deadline = std::chrono::minutes(1);

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)), settings);

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::BadResponse);
    QCOMPARE(outcome.tries, 1);
}

FLAGFETCH_TEST(tst_HttpAnswers, Core)
#include "tst_httpanswers.moc"
