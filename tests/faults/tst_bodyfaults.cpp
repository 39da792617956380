#include "tests/faults/certificates.h"
#include "tests/faults/faultrow.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Responses whose body does not match their header.
class tst_BodyFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
    void row03InstantAnswer();
    void row14TlsWithoutNotice_data();
    void row14TlsWithoutNotice();
    void row17BytesAfterTheLength_data();
    void row17BytesAfterTheLength();
};

namespace {

QByteArray halfOf(const QByteArray &picture)
{
    return picture.first(picture.size() / 2);
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

Script chunked(const QByteArray &chunks)
{
    return okWithHeaders({"Transfer-Encoding: chunked"}, chunks);
}

Script withLength(const QByteArray &length, const QByteArray &picture)
{
    return okWithHeaders({"Content-Length: " + length}, picture);
}

QByteArray closeDelimited(const QByteArray &bytes)
{
    return "HTTP/1.0 200 OK\r\n\r\n" + bytes;
}

Script bare(int code)
{
    return Script().send(answerHead(code, {}));
}

// An empty deflate stream in gzip format, without the trailer of checksum and length.
const QByteArray cutGzip = QByteArray::fromHex("1f8b08000000000000030300");

} // namespace

void tst_BodyFaults::row_data()
{
    constexpr auto again = Tries::Again;
    const RowEnd truncated = failedWith(FailureKind::Truncated, Tries::Either);
    const RowEnd truncatedAgain = failedWith(FailureKind::Truncated, again);
    const RowEnd untrusted = failedWith(FailureKind::BadResponse);
    // Qt repeats a request by itself if a reused connection closes early enough.
    const RowEnd closed = failedWith(FailureKind::BadResponse, Tries::Either);
    const RowEnd status = failedWith(FailureKind::ServerError);

    QTest::addColumn<Answer>("answer");
    QTest::addColumn<RowEnd>("end");
    const auto add = [](const char *name, const Answer &answer, const RowEnd &end) {
        QTest::newRow(name) << answer << end;
    };
    using Bytes = const QByteArray &;
    add(
        "row 01 body shorter than its length, FIN",
        [](Bytes picture) { return cutAfter(picture.size() / 2, picture).close(); }, truncatedAgain);
    add(
        "row 02 body shorter than its length, RST",
        [](Bytes picture) { return cutAfter(picture.size() / 2, picture).reset(); }, truncatedAgain);
    add(
        "row 05 gzip unasked, shorter than its length",
        [](Bytes) {
            return okWithHeaders({"Content-Encoding: gzip", lengthLine(500)}, cutGzip).close();
        },
        truncatedAgain);
    add(
        "row 06 cut gzip of the right length",
        [](Bytes) {
            return okWithHeaders({"Content-Encoding: gzip", lengthLine(cutGzip.size())}, cutGzip);
        },
        truncatedAgain);
    add(
        "row 07 cut inside a chunk",
        [](Bytes picture) { return chunked(chunk(picture).first(picture.size() / 2)).close(); }, truncated);
    add(
        "row 08 last chunk missing, picture complete",
        [](Bytes picture) { return chunked(chunk(picture)).close(); }, truncated);
    add(
        "row 08 last chunk missing, picture cut",
        [](Bytes picture) { return chunked(chunk(halfOf(picture))).close(); }, truncated);
    add(
        "row 09 chunk size zzz", [](Bytes picture) { return chunked("zzz\r\n" + picture + "\r\n0\r\n\r\n"); },
        untrusted);
    add(
        "row 09 chunk size -5", [](Bytes picture) { return chunked("-5\r\n" + picture + "\r\n0\r\n\r\n"); },
        failedWith(FailureKind::Timeout, again));
    add(
        "row 10 length and chunked, differing",
        [](Bytes picture) {
            return okWithHeaders(
                {lengthLine(picture.size() + 7), "Transfer-Encoding: chunked"}, chunk(picture) + "0\r\n\r\n");
        },
        untrusted);
    add(
        "row 11 two lengths",
        [](Bytes picture) {
            return okWithHeaders({lengthLine(picture.size()), lengthLine(picture.size() - 9)}, picture);
        },
        untrusted);
    add(
        "row 12 negative length", [](Bytes picture) { return withLength("-5", picture).close(); }, closed);
    add(
        "row 12 garbage length", [](Bytes picture) { return withLength("many", picture).close(); }, closed);
    add(
        "row 12 length beyond 64 bits",
        [](Bytes picture) { return withLength("99999999999999999999", picture).close(); }, untrusted);
    add(
        "row 12 length of an exabyte",
        [](Bytes picture) { return withLength("1000000000000000000", picture); },
        failedWith(FailureKind::TooLarge));
    add(
        "row 13 until close, half, FIN",
        [](Bytes picture) { return Script().send(closeDelimited(halfOf(picture))).close(); }, truncated);
    add(
        "row 13 until close, half, RST",
        [](Bytes picture) { return Script().send(closeDelimited(halfOf(picture))).reset(); }, truncated);
    add(
        "row 15 status 204 unasked", [](Bytes) { return bare(204); }, status);
    add(
        "row 15 status 206 unasked",
        [](Bytes picture) { return Script().send(answerHead(206, {lengthLine(picture.size())}) + picture); },
        status);
    add(
        "row 15 status 300 unasked", [](Bytes) { return ::status(300); }, status);
    add(
        "row 15 status 304 unasked", [](Bytes) { return bare(304); }, status);
    add(
        "row 15 status 000",
        [](Bytes picture) {
            return Script().send(
                "HTTP/1.1 000 Nothing\r\n" + lengthLine(picture.size()) + "\r\n\r\n" + picture);
        },
        untrusted);
    add(
        "row 16 200 with zero bytes", [](Bytes) { return ok({}); }, untrusted);
}

void tst_BodyFaults::row()
{
    QFETCH(Answer, answer);
    QFETCH(RowEnd, end);
    FaultBatch batch(planOf(answer));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, end), QString());
}

// Qt accepts some of these bodies as complete, because the server closes before Qt reads the data.
void tst_BodyFaults::row03InstantAnswer()
{
    constexpr int faultyOnes = 10;
    FaultPlan plan = planOf([](const QByteArray &picture) { return cutAfter(500, picture).close(); });
    plan.countries = 60;
    plan.faultyCountries = faultyOnes;
    plan.pause = 0ms;
    FaultBatch batch(plan);
    batch.transfer.limit = 2; // so that connections are reused

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Truncated, Tries::Again)), QString());
    QCOMPARE(batch.count(FlagState::Failed), faultyOnes);
}

void tst_BodyFaults::row14TlsWithoutNotice_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<RowEnd>("end");
    QTest::newRow("row 14 TLS without close_notify, half") << Answer([](const QByteArray &picture) {
        return Script().send(closeDelimited(halfOf(picture))).drop();
    }) << failedWith(FailureKind::Truncated, Tries::Either);
    QTest::newRow("row 14 TLS without close_notify, shorter than its length")
        << Answer([](const QByteArray &picture) { return cutAfter(picture.size() / 2, picture).drop(); })
        << failedWith(FailureKind::Truncated, Tries::Again);
}

void tst_BodyFaults::row14TlsWithoutNotice()
{
    QFETCH(Answer, answer);
    QFETCH(RowEnd, end);
    const auto own = makeCertificate(u"IP:127.0.0.1"_s);
    QVERIFY2(own, "openssl is needed");
    FaultPlan plan = planOf(answer);
    plan.tls = own->server;
    FaultBatch batch(plan);
    batch.transfer.extraCertificates = {own->authority};
    batch.transfer.deadline *= 4; // TLS handshakes take longer

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, end), QString());
}

void tst_BodyFaults::row17BytesAfterTheLength_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::newRow("row 17 a few bytes") << QByteArray("more");
    QTest::newRow("row 17 a complete second response")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
    QTest::newRow("row 17 100 kB") << QByteArray(100'000, 'x');
}

void tst_BodyFaults::row17BytesAfterTheLength()
{
    QFETCH(QByteArray, extra);
    FaultPlan plan = planOf([extra](const QByteArray &picture) {
        return withLength(QByteArray::number(picture.size()), picture + extra);
    });
    plan.countries = 40;
    plan.faultyCountries = 10;
    FaultBatch batch(plan);
    batch.transfer.limit = 2; // so that the next response uses the same connection

    QVERIFY(batch.run());
    // BatchInvariants compares every byte of saved files.
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), 40);
}

FLAGFETCH_TEST(tst_BodyFaults, Core)
#include "tst_bodyfaults.moc"
