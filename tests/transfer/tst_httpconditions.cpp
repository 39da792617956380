#include "tests/support/testprogram.h"
#include "tests/transfer/fetch.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray etag = "\"v1\"";
const QByteArray date = "Wed, 21 Oct 2015 07:28:00 GMT";

/// Sends the body with its validators, or 304 to clients that have this version.
Script versioned(const ScriptedRequest &request)
{
    const bool isKnown = request.headers.contains("if-none-match")
        ? request.headers.value("if-none-match") == etag
        : request.headers.value("if-modified-since") == date;
    if (isKnown)
        return Script().send(answerHead(304, {"ETag: " + etag}));
    return okWithHeaders({"ETag: " + etag, "Last-Modified: " + date, lengthLine(body.size())}, body);
}

HttpOutcome fetchIfChanged(const ScriptedServer &server, const Validators &known)
{
    TransferPool pool;
    pool.setSettings(fastSettings());
    HttpGet get(pool, QUrl(server.address(u"/flag"_s)), maximalBytes);
    get.setKnownValidators(known);
    return outcomeOf(get);
}

} // namespace

class tst_HttpConditions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyComesWithItsValidators();
    void unusableValidatorsAreDropped();
    void knownVersionIsNotModified_data();
    void knownVersionIsNotModified();
    void otherVersionIsFetched();
    void unexpectedNotModifiedFails();
    void retryRepeatsTheCondition();
};

void tst_HttpConditions::bodyComesWithItsValidators()
{
    ScriptedServer server(versioned);

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(!outcome.failure);
    QVERIFY(!outcome.isNotModified);
    QCOMPARE(outcome.validators, (Validators{etag, date}));
}

void tst_HttpConditions::unusableValidatorsAreDropped()
{
    ScriptedServer server([](const ScriptedRequest &) {
        return okWithHeaders(
            {"ETag: \"" + QByteArray(300, 'x') + '"', "Last-Modified: \xc3\xa9", lengthLine(body.size())},
            body);
    });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QCOMPARE(outcome.body, body);
    QVERIFY(outcome.validators.isEmpty());
}

void tst_HttpConditions::knownVersionIsNotModified_data()
{
    QTest::addColumn<Validators>("known");
    QTest::newRow("both") << Validators{etag, date};
    QTest::newRow("ETag alone") << Validators{etag, {}};
    QTest::newRow("date alone") << Validators{{}, date};
}

void tst_HttpConditions::knownVersionIsNotModified()
{
    QFETCH(Validators, known);
    ScriptedServer server(versioned);

    const HttpOutcome outcome = fetchIfChanged(server, known);

    QVERIFY(!outcome.failure);
    QVERIFY(outcome.isNotModified);
    QVERIFY(outcome.body.isEmpty());
    QCOMPARE(outcome.validators, known);
    QCOMPARE(outcome.tries, 1);
    QVERIFY(outcome.timings.finished.has_value());
}

void tst_HttpConditions::otherVersionIsFetched()
{
    ScriptedServer server(versioned);

    const HttpOutcome outcome = fetchIfChanged(server, {"\"v0\"", date});

    QVERIFY(!outcome.isNotModified);
    QCOMPARE(outcome.body, body);
    QCOMPARE(outcome.validators, (Validators{etag, date}));
}

void tst_HttpConditions::unexpectedNotModifiedFails()
{
    ScriptedServer server(
        [](const ScriptedRequest &) { return Script().send(answerHead(304, {"ETag: " + etag})); });

    const HttpOutcome outcome = fetch(QUrl(server.address(u"/flag"_s)));

    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->kind, FailureKind::ServerError);
    QVERIFY(!outcome.isNotModified);
}

void tst_HttpConditions::retryRepeatsTheCondition()
{
    ScriptedServer server(
        [](const ScriptedRequest &request) { return request.hit == 1 ? status(503) : versioned(request); });

    const HttpOutcome outcome = fetchIfChanged(server, {etag, date});

    QVERIFY(outcome.isNotModified);
    QCOMPARE(outcome.tries, 2);
}

FLAGFETCH_TEST(tst_HttpConditions, Core)
#include "tst_httpconditions.moc"
