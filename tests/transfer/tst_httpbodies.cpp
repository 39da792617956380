#include "tests/support/testprogram.h"
#include "tests/transfer/compressed.h"
#include "tests/transfer/fetch.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray gzipped = compressed(body, gzipBits);

/// The body in two members (RFC 1952, 2.2).
const QByteArray gzippedInTwo = compressed(body.first(5), gzipBits) + compressed(body.sliced(5), gzipBits);

QByteArray lengthTwiceInOneLine(qsizetype first, qsizetype second)
{
    return lengthLine(first) + ", " + QByteArray::number(second);
}

} // namespace

/// Lengths, content codings and sizes of response bodies.
class tst_HttpBodies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeResponseIsAcceptedInEveryForm_data();
    void completeResponseIsAcceptedInEveryForm();
    void truncatedCompressedBodyIsRetried_data();
    void truncatedCompressedBodyIsRetried();
    void invalidResponseFailsAtOnce_data();
    void invalidResponseFailsAtOnce();
    void invalidLengthIsNamed_data();
    void invalidLengthIsNamed();
    void missingLengthIsNamedAtTheDeadline();
    void responseAfterARepeatedLengthIsItsOwn();
    void bytesBeyondTheLengthReachNoOtherResponse();
};

void tst_HttpBodies::completeResponseIsAcceptedInEveryForm_data()
{
    const auto encoded = [](const QByteArray &encoding, const QByteArray &bytes) {
        return okWithHeaders({"Content-Encoding: " + encoding, lengthLine(bytes.size())}, bytes);
    };
    QTest::addColumn<Script>("script");
    QTest::newRow("gzip") << encoded("gzip", gzipped);
    QTest::newRow("x-gzip") << encoded("x-gzip", gzipped);
    QTest::newRow("GZIP and none") << encoded("GZIP, none", gzipped);
    QTest::newRow("gzip in gzip") << encoded("gzip, gzip", compressed(gzipped, gzipBits));
    QTest::newRow("deflate with zlib's header") << encoded("deflate", compressed(body, zlibBits));
    QTest::newRow("deflate without") << encoded("deflate", compressed(body, rawBits));
    QTest::newRow("deflate, then gzip")
        << encoded("deflate, gzip", compressed(compressed(body, zlibBits), gzipBits));
    QTest::newRow("gzip, chunked") << okWithHeaders({"Content-Encoding: gzip", "Transfer-Encoding: chunked"},
        QByteArray::number(gzipped.size(), 16) + "\r\n" + gzipped + "\r\n0\r\n\r\n");
    QTest::newRow("gzip in two members") << encoded("gzip", gzippedInTwo);
    QTest::newRow("gzip with an empty last member") << encoded("gzip", gzipped + compressed({}, gzipBits));
    QTest::newRow("gzip and bytes that are no member") << encoded("gzip", gzipped + "garbage");
    QTest::newRow("gzip and zeros") << encoded("gzip", gzippedInTwo + QByteArray(100, '\0'));
    QTest::newRow("none") << encoded("none", body);
    QTest::newRow("utf-8") << encoded("utf-8", body);
    QTest::newRow("identity") << encoded("identity", body);
    QTest::newRow("203") << Script().send(answerHead(203, {lengthLine(body.size())}) + body);
    QTest::newRow("the same length twice")
        << okWithHeaders({lengthLine(body.size()), lengthLine(body.size())}, body);
    QTest::newRow("the same length twice in one line, until close")
        << okWithHeaders({lengthTwiceInOneLine(body.size(), body.size())}, body).close();
    QTest::newRow("the same length twice in one line, kept alive")
        << okWithHeaders({lengthTwiceInOneLine(body.size(), body.size())}, body).stall();
    QTest::newRow("the same length twice in one line, in pieces")
        << okWithHeaders({lengthTwiceInOneLine(body.size(), body.size())}, body.first(5))
               .wait(std::chrono::milliseconds(50))
               .send(body.sliced(5))
               .stall();
}

void tst_HttpBodies::completeResponseIsAcceptedInEveryForm()
{
    QFETCH(Script, script);
    ScriptedServer server([script](const ScriptedRequest &) { return script; });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY2(!outcome.failure, outcome.failure ? qPrintable(outcome.failure->detail) : "");
    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 1);
    QCOMPARE(server.hits("/flag"), 1);
}

void tst_HttpBodies::truncatedCompressedBodyIsRetried_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("one member") << gzipped;
    QTest::newRow("second of two members") << gzippedInTwo;
}

void tst_HttpBodies::truncatedCompressedBodyIsRetried()
{
    QFETCH(const QByteArray, whole);
    ScriptedServer server([whole](const ScriptedRequest &request) {
        const QByteArray bytes = request.hit == 1 ? whole.chopped(6) : whole;
        return okWithHeaders({"Content-Encoding: gzip", lengthLine(bytes.size())}, bytes);
    });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.tries, 2);
}

void tst_HttpBodies::invalidResponseFailsAtOnce_data()
{
    const QByteArray large(2 * maximalBytes, 'x');
    const QByteArray bomb = compressed(large, gzipBits);
    const QByteArray bombInTwo = compressed(QByteArray(maximalBytes, 'x'), gzipBits) + gzipped;
    QByteArray brokenMember = gzipped;
    brokenMember[brokenMember.size() - 6] = char(~brokenMember[brokenMember.size() - 6]); // its checksum
    brokenMember = gzipped + brokenMember;
    const auto chunk = [](const QByteArray &bytes) -> QByteArray {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    };
    QTest::addColumn<Script>("script");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("empty") << ok({}) << FailureKind::BadResponse;
    QTest::newRow("invalid gzip") << okWithHeaders({"Content-Encoding: gzip", lengthLine(body.size())}, body)
                                  << FailureKind::BadResponse;
    QTest::newRow("br") << okWithHeaders({"Content-Encoding: br", lengthLine(body.size())}, body)
                        << FailureKind::BadResponse;
    QTest::newRow("too large, unpacked")
        << okWithHeaders({"Content-Encoding: gzip", lengthLine(bomb.size())}, bomb) << FailureKind::TooLarge;
    QTest::newRow("too large, in two members")
        << okWithHeaders({"Content-Encoding: gzip", lengthLine(bombInTwo.size())}, bombInTwo)
        << FailureKind::TooLarge;
    QTest::newRow("broken second member")
        << okWithHeaders({"Content-Encoding: gzip", lengthLine(brokenMember.size())}, brokenMember)
        << FailureKind::BadResponse;
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

void tst_HttpBodies::invalidResponseFailsAtOnce()
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

void tst_HttpBodies::invalidLengthIsNamed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("detail");
    QTest::newRow("garbage") << QByteArray("Content-Length: many") << u"Content-Length: many"_s;
    QTest::newRow("different in one line") << lengthTwiceInOneLine(20, 19) << u"Content-Length: 20, 19"_s;
}

void tst_HttpBodies::invalidLengthIsNamed()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, detail);
    ScriptedServer server(
        [header](const ScriptedRequest &) { return okWithHeaders({header}, body).stall(); });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::BadResponse);
    QCOMPARE(outcome.failure->detail, detail);
    QCOMPARE(outcome.tries, 1);
}

// Qt 6.4 reports an empty value as if the header were missing.
void tst_HttpBodies::missingLengthIsNamedAtTheDeadline()
{
    ScriptedServer server([](const ScriptedRequest &) {
        return okWithHeaders({"Content-Type: image/gif", "Content-Length:"}, body).stall();
    });
    TransferSettings settings = fastSettings();
    settings.deadline = std::chrono::milliseconds(200);
    settings.retry.tries = 1;

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)), settings);

    QVERIFY(outcome.failure);
    const bool isEmptyReported = outcome.failure->kind == FailureKind::BadResponse;
    QCOMPARE(outcome.failure->detail,
        isEmptyReported ? u"Content-Length: "_s
                        : u"it announced no length, and did not close the connection"_s);
}

// The connection is not used again, because Qt still waits for the end of the body.
void tst_HttpBodies::responseAfterARepeatedLengthIsItsOwn()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        const QByteArray own = body + request.path;
        return okWithHeaders({lengthTwiceInOneLine(own.size(), own.size())}, own);
    });
    TransferPool pool;
    TransferSettings settings = fastSettings();
    settings.limit = 1;
    pool.setSettings(settings);
    for (const QString &path : {u"/first"_s, u"/next"_s, u"/last"_s}) {
        HttpGet get(pool, QUrl(server.address(path)), maximalBytes);
        QCOMPARE(outcomeOf(get).body, body + path.toLatin1());
    }
    QCOMPARE(server.counts().connections, 3);
}

void tst_HttpBodies::bytesBeyondTheLengthReachNoOtherResponse()
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

FLAGFETCH_TEST(tst_HttpBodies, Core)
#include "tst_httpbodies.moc"
