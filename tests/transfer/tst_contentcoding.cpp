#include "app/transfer/contentcoding.h"
#include "tests/support/testprogram.h"
#include "tests/transfer/compressed.h"
#include "tests/transfer/fetch.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mebi = 1 << 20;
constexpr qsizetype kibi = 1 << 10;

/// Some MiB that shrink to a fifth.
QByteArray largeText()
{
    QByteArray text;
    for (int line = 0; line < 500'000; ++line)
        text += QByteArray::number(line) + '\n';
    return text;
}

/// Decodes to the end and returns the number of steps.
int stepsOf(BodyDecoder &decoder)
{
    int steps = 1;
    while (!decoder.proceed())
        ++steps;
    return steps;
}

/// Answers "/large" compressed and everything else as it is.
ScriptedServer::Handler serverOf(const QByteArray &packed)
{
    return [packed](const ScriptedRequest &request) {
        return request.path == "/large"
            ? okWithHeaders({"Content-Encoding: gzip", lengthLine(packed.size())}, packed)
            : ok(body);
    };
}

} // namespace

/// Large bodies are decoded in steps, each in a turn of the event loop that the pool grants.
class tst_ContentCoding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeOutputTakesSteps();
    void inputWithoutOutputTakesSteps_data();
    void inputWithoutOutputTakesSteps();
    void eachCodingTakesAStep();
    void bodyWaitsForItsTurn();
    void abandonedRequestReturnsItsSlot();
    void poolMayBeDestroyedBeforeAnAbandonedRequest();

private:
    /// Starts a request whose body has arrived and is not decoded, because other work is unfinished.
    [[nodiscard]] HttpGet *startWaiting(TransferPool &pool, const ScriptedServer &server);

    const QByteArray m_text = largeText();
    const QByteArray m_packed = compressed(m_text, gzipBits);
    bool m_isOtherWorkDone = false;
};

void tst_ContentCoding::largeOutputTakesSteps()
{
    BodyDecoder decoder(m_packed, "gzip", m_text.size());

    QVERIFY(!decoder.isIdentity());
    const int steps = stepsOf(decoder);
    QVERIFY2(steps > m_text.size() / (2 * mebi), qPrintable(QString::number(steps)));
    QCOMPARE(decoder.takeResult().value(), m_text);
}

void tst_ContentCoding::inputWithoutOutputTakesSteps_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("empty"); // expands to nothing
    QTest::addColumn<QByteArray>("end");
    // RFC 1951, 3.2.4: stored blocks without content.
    QTest::newRow("blocks") << "deflate"_ba << QByteArray::fromHex("000000ffff")
                            << QByteArray::fromHex("010000ffff");
    QTest::newRow("members") << "gzip"_ba << compressed({}, gzipBits) << QByteArray();
}

void tst_ContentCoding::inputWithoutOutputTakesSteps()
{
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, empty);
    QFETCH(QByteArray, end);
    const QByteArray input = empty.repeated(mebi / empty.size()) + end;
    BodyDecoder decoder(input, coding, maximalBytes);

    const int steps = stepsOf(decoder);

    QVERIFY2(steps >= input.size() / (64 * kibi), qPrintable(QString::number(steps)));
    QCOMPARE(decoder.takeResult().error().kind, FailureKind::BadResponse); // empty
}

void tst_ContentCoding::eachCodingTakesAStep()
{
    BodyDecoder decoder(
        compressed(compressed(compressed(body, gzipBits), zlibBits), gzipBits), "gzip, deflate, gzip", 1000);

    QCOMPARE(stepsOf(decoder), 3);
    QCOMPARE(decoder.takeResult().value(), body);
}

HttpGet *tst_ContentCoding::startWaiting(TransferPool &pool, const ScriptedServer &server)
{
    m_isOtherWorkDone = false;
    pool.runInTurns(this, [this] { return m_isOtherWorkDone; });
    auto *get = new HttpGet(pool, QUrl(server.address(u"/large"_s)), m_text.size());
    get->start();
    const auto isSent = [&server] { return server.hits("/large") > 0 && server.counts().inFlight == 0; };
    if (!QTest::qWaitFor(isSent, 20'000))
        return nullptr;
    HttpGet later(pool, QUrl(server.address(u"/later"_s)), maximalBytes);
    return outcomeOf(later).body == body ? get : nullptr;
}

void tst_ContentCoding::bodyWaitsForItsTurn()
{
    const ScriptedServer server(serverOf(m_packed));
    TransferPool pool;
    pool.setSettings(fastSettings());
    const std::unique_ptr<HttpGet> get(startWaiting(pool, server));
    QVERIFY(get);
    QSignalSpy finished(get.get(), &HttpGet::finished);
    QCOMPARE(pool.inFlight(), 1);

    m_isOtherWorkDone = true;

    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().value<HttpOutcome>().body, m_text);
    QCOMPARE(pool.inFlight(), 0);
}

void tst_ContentCoding::abandonedRequestReturnsItsSlot()
{
    const ScriptedServer server(serverOf(m_packed));
    TransferPool pool;
    pool.setSettings(fastSettings());
    const QPointer<HttpGet> get = startWaiting(pool, server);
    QVERIFY(get);
    const QSignalSpy finished(get, &HttpGet::finished);

    get->abandon();

    QCOMPARE(pool.inFlight(), 0);
    m_isOtherWorkDone = true;
    QTRY_VERIFY(!get);
    QCOMPARE(finished.count(), 0);
}

void tst_ContentCoding::poolMayBeDestroyedBeforeAnAbandonedRequest()
{
    const ScriptedServer server(serverOf(m_packed));
    auto pool = std::make_unique<TransferPool>();
    pool->setSettings(fastSettings());
    const QPointer<HttpGet> get = startWaiting(*pool, server);
    QVERIFY(get);
    get->abandon();

    pool.reset();

    QTRY_VERIFY(!get);
}

FLAGFETCH_TEST(tst_ContentCoding, Core)
#include "tst_contentcoding.moc"
