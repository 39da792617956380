#include "tests/support/testprogram.h"
#include "tests/transfer/fetch.h"

#include <QTest>

#define ZLIB_CONST
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace {

/// In the format that zlib has for these window bits.
QByteArray compressed(const QByteArray &plain, int windowBits)
{
    QByteArray packed(4096, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<const Bytef *>(plain.constData());
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    ::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    ::deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    ::deflateEnd(&stream);
    return packed;
}

const QByteArray gzipped = compressed(body, MAX_WBITS + 16);

} // namespace

class tst_HttpAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finalStatusIsNotTriedAgain_data();
    void finalStatusIsNotTriedAgain();
    void passingStatusIsTriedAgain();
    void givesUpAfterTheLastTry();
    void lostConnectionIsTriedAgain_data();
    void lostConnectionIsTriedAgain();
    void refusedConnectionIsToldAsSuch();
    void wholeAnswerIsTakenHoweverItIsDressed_data();
    void wholeAnswerIsTakenHoweverItIsDressed();
    void compressedBodyThatIsCutIsTriedAgain();
    void refusalForTooManyCostsNoTry_data();
    void refusalForTooManyCostsNoTry();
    void untrustworthyAnswerIsRefusedAtOnce_data();
    void untrustworthyAnswerIsRefusedAtOnce();
    void unreadableHeaderFailsSoon_data();
    void unreadableHeaderFailsSoon();
    void bytesBehindTheLengthNeverReachAnotherAnswer();
};

void tst_HttpAnswers::finalStatusIsNotTriedAgain_data()
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

void tst_HttpAnswers::finalStatusIsNotTriedAgain()
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

void tst_HttpAnswers::passingStatusIsTriedAgain()
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

void tst_HttpAnswers::lostConnectionIsTriedAgain_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("cut body, FIN") << cutAfter(5, body).close() << FailureKind::Truncated;
    QTest::newRow("cut body, RST") << cutAfter(5, body).reset() << FailureKind::Truncated;
    QTest::newRow("no body, FIN") << cutAfter(0, body).close() << FailureKind::Truncated;
    QTest::newRow("no body, RST") << cutAfter(0, body).reset() << FailureKind::Truncated;
    QTest::newRow("no header, FIN") << Script().close() << FailureKind::ConnectionLost;
    QTest::newRow("no header, RST") << Script().reset() << FailureKind::ConnectionLost;
    // Qt does not tell these two from a lost connection.
    QTest::newRow("cut header") << Script().send("HTTP/1.1 200 OK\r\nConte").close()
                                << FailureKind::ConnectionLost;
    QTest::newRow("no HTTP") << Script().send("SSH-2.0-OpenSSH\r\n\r\n").close()
                             << FailureKind::ConnectionLost;
}

void tst_HttpAnswers::lostConnectionIsTriedAgain()
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

void tst_HttpAnswers::refusedConnectionIsToldAsSuch()
{
    const HttpOutcome outcome = fetch(QUrl(u"http://127.0.0.1:%1/"_s.arg(closedPort())));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::ConnectionRefused);
    QCOMPARE(outcome.tries, 1);
}

void tst_HttpAnswers::wholeAnswerIsTakenHoweverItIsDressed_data()
{
    const auto encoded = [](const QByteArray &encoding, const QByteArray &bytes) {
        return okWithHeaders({"Content-Encoding: " + encoding, lengthLine(bytes.size())}, bytes);
    };
    QTest::addColumn<Script>("script");
    QTest::newRow("gzip") << encoded("gzip", gzipped);
    QTest::newRow("x-gzip") << encoded("x-gzip", gzipped);
    QTest::newRow("GZIP and none") << encoded("GZIP, none", gzipped);
    QTest::newRow("gzip in gzip") << encoded("gzip, gzip", compressed(gzipped, MAX_WBITS + 16));
    QTest::newRow("deflate with zlib's header") << encoded("deflate", compressed(body, MAX_WBITS));
    QTest::newRow("deflate without") << encoded("deflate", compressed(body, -MAX_WBITS));
    QTest::newRow("deflate, then gzip")
        << encoded("deflate, gzip", compressed(compressed(body, MAX_WBITS), MAX_WBITS + 16));
    QTest::newRow("gzip, chunked") << okWithHeaders({"Content-Encoding: gzip", "Transfer-Encoding: chunked"},
        QByteArray::number(gzipped.size(), 16) + "\r\n" + gzipped + "\r\n0\r\n\r\n");
    QTest::newRow("none") << encoded("none", body);
    QTest::newRow("utf-8") << encoded("utf-8", body);
    QTest::newRow("identity") << encoded("identity", body);
    QTest::newRow("203") << Script().send(answerHead(203, {lengthLine(body.size())}) + body);
    QTest::newRow("the same length twice")
        << okWithHeaders({lengthLine(body.size()), lengthLine(body.size())}, body);
}

void tst_HttpAnswers::wholeAnswerIsTakenHoweverItIsDressed()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY2(!outcome.failure, outcome.failure ? qPrintable(outcome.failure->detail) : "");
    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(server.hits("/flag"), 1);
}

void tst_HttpAnswers::compressedBodyThatIsCutIsTriedAgain()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        const QByteArray bytes = request.hit == 1 ? gzipped.chopped(6) : gzipped;
        return okWithHeaders({"Content-Encoding: gzip", lengthLine(bytes.size())}, bytes);
    });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 2);
}

void tst_HttpAnswers::refusalForTooManyCostsNoTry_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("429") << status(429, {"Retry-After: 0.05"});
    QTest::newRow("420") << status(420, {"Retry-After: 0.05"});
    QTest::newRow("503") << status(503, {"Retry-After: 0.05"});
}

// There is no budget for any try.
void tst_HttpAnswers::refusalForTooManyCostsNoTry()
{
    QFETCH(Script, script);
    constexpr int refusals = 1; // each further one makes the source slower
    ScriptedServer server(
        [script](const ScriptedRequest &request) { return request.hit <= refusals ? script : ok(body); });
    TransferSettings settings = fastSettings();
    settings.retryBudget = 0;

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)), settings);

    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(server.hits("/flag"), refusals + 1);
}

void tst_HttpAnswers::untrustworthyAnswerIsRefusedAtOnce_data()
{
    const QByteArray large(2 * maximalBytes, 'x');
    const QByteArray bomb = compressed(large, MAX_WBITS + 16);
    const auto chunk = [](const QByteArray &bytes) -> QByteArray {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    };
    QTest::addColumn<Script>("script");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("empty") << ok({}) << FailureKind::BadResponse;
    QTest::newRow("gzip that is none") << okWithHeaders({"Content-Encoding: gzip", lengthLine(body.size())},
        body) << FailureKind::BadResponse;
    QTest::newRow("br") << okWithHeaders({"Content-Encoding: br", lengthLine(body.size())}, body)
                        << FailureKind::BadResponse;
    QTest::newRow("too large, unpacked")
        << okWithHeaders({"Content-Encoding: gzip", lengthLine(bomb.size())}, bomb) << FailureKind::TooLarge;
    QTest::newRow("negative length") << okWithHeaders({lengthLine(-5)}, body).close()
                                     << FailureKind::BadResponse;
    QTest::newRow("garbage length") << okWithHeaders({"Content-Length: many"}, body).close()
                                    << FailureKind::BadResponse;
    QTest::newRow("two lengths") << okWithHeaders({lengthLine(20), lengthLine(10)}, body).close()
                                 << FailureKind::BadResponse;
    QTest::newRow("too large, announced") << ok(large) << FailureKind::TooLarge;
    QTest::newRow("too large, never sent") << cutAfter(10, large).stall() << FailureKind::TooLarge;
    QTest::newRow("too large, until close") << okWithHeaders({}, large).close() << FailureKind::TooLarge;
    QTest::newRow("too large, chunked")
        << okWithHeaders({"Transfer-Encoding: chunked"}, chunk(large) + "0\r\n\r\n") << FailureKind::TooLarge;
    QTest::newRow("too large, without an end") << okWithHeaders({}, large).stall() << FailureKind::TooLarge;
}

void tst_HttpAnswers::untrustworthyAnswerIsRefusedAtOnce()
{
    QFETCH(Script, script);
    QFETCH(FailureKind, kind);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, kind);
    QVERIFY(outcome.body.isEmpty());
    QCOMPARE(outcome.tries, 1);
}

void tst_HttpAnswers::unreadableHeaderFailsSoon_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("blank before the colon") << QByteArray("X-Foo : bar");
    QTest::newRow("folded at the beginning") << QByteArray(" X-Foo: bar");
    QTest::newRow("no colon") << QByteArray("X-Foo");
    QTest::newRow("no name") << QByteArray(": bar");
    QTest::newRow("blank in the name") << QByteArray("X Foo: bar");
    QTest::newRow("too many") << QByteArray("X-Foo: bar") + QByteArray("\r\nX-Foo: bar").repeated(150);
}

// Long before the deadline, and not as a server that does not answer.
void tst_HttpAnswers::unreadableHeaderFailsSoon()
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

void tst_HttpAnswers::bytesBehindTheLengthNeverReachAnotherAnswer()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.path == "/long" ? okWithHeaders({lengthLine(body.size())}, body + "HTTP/1.1 200 OK")
                                       : ok(body);
    });
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.limit = 1;
    pool.setSettings(settings);
    for (const QString &path : {u"/long"_s, u"/next"_s, u"/last"_s}) {
        HttpGet get(pool, QUrl(server.address(path)), maximalBytes);
        QCOMPARE(outcomeOf(get).body, body);
    }
}

FLAGFETCH_TEST(tst_HttpAnswers, Core)
#include "tst_httpanswers.moc"
