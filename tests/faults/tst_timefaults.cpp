#include "tests/faults/faultrow.h"
#include "tests/faults/unreachableports.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Responses that arrive late, in pieces, or never.
class tst_TimeFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
    void row19IdleConnectionClosed_data();
    void row19IdleConnectionClosed();
    void row26FullBacklog();
    void row28SlowServer();
    void row121SilentServer_data();
    void row121SilentServer();
    void row122SourceThatAnswersSometimes_data();
    void row122SourceThatAnswersSometimes();
};

namespace {

Script afterContinues(int times, const QByteArray &picture)
{
    return Script()
        .sendRepeatedly(times, "HTTP/1.1 100 Continue\r\n\r\n")
        .send(answerHead(200, {lengthLine(picture.size())}) + picture);
}

Script withHeaderLines(int lines, const QByteArray &picture)
{
    QList<QByteArray> headers(lines, "X-Filler: flag");
    return okWithHeaders(headers << lengthLine(picture.size()), picture);
}

/// All pictures and all metadata are requested in vain. `answered` gets an answer nevertheless.
FaultPlan silentPlan(const QByteArray &answered = {})
{
    FaultPlan plan;
    plan.faulty = [answered](const ScriptedRequest &request) {
        return !answered.isEmpty() && request.path.startsWith(answered) ? status(404) : Script().stall();
    };
    plan.countries = 60;
    plan.faultyCountries = 60;
    plan.metadataToo = true;
    return plan;
}

} // namespace

void tst_TimeFaults::row_data()
{
    constexpr auto again = Tries::Again;
    const RowEnd lost = failedWith(FailureKind::ConnectionLost, again);
    const RowEnd timeout = failedWith(FailureKind::Timeout, again);
    const RowEnd unreadable = failedWith(FailureKind::BadResponse);

    QTest::addColumn<Answer>("answer");
    QTest::addColumn<RowEnd>("end");
    const auto add = [](const char *name, const Answer &answer, const RowEnd &end) {
        QTest::newRow(name) << answer << end;
    };
    using Bytes = const QByteArray &;
    add(
        "row 18 FIN before any header", [](Bytes) { return Script().close(); }, lost);
    add(
        "row 18 RST before any header", [](Bytes) { return Script().reset(); }, lost);
    add(
        "row 20 garbage status line", [](Bytes) { return Script().send("SSH-2.0-Flag\r\n\r\n"); }, lost);
    add(
        "row 20 cut header", [](Bytes) { return Script().send("HTTP/1.1 200 OK\r\nConte").close(); }, lost);
    add(
        "row 21 200 header lines", [](Bytes picture) { return withHeaderLines(200, picture); }, unreadable);
    add(
        "row 23 2000 times 100 Continue", [](Bytes picture) { return afterContinues(2000, picture); },
        savedAfter(Tries::Once));
    for (const char *line : {"X-Foo : bar", " X-Foo: bar", "X-Foo", ": bar", "X Foo: bar"}) {
        const auto answer = [line](Bytes picture) {
            return okWithHeaders({line, lengthLine(picture.size())}, picture);
        };
        add(qPrintable(u"row 91 header line \"%1\""_s.arg(QLatin1String(line))), answer, unreadable);
    }
    add(
        "row 24 stall before the header", [](Bytes) { return Script().stall(); }, timeout);
    add(
        "row 25 stall inside the body",
        [](Bytes picture) { return cutAfter(picture.size() / 2, picture).stall(); }, timeout);
    add(
        "row 27 one byte now and then",
        [](Bytes picture) { return cutAfter(0, picture).trickle(picture, 100ms); }, timeout);
}

void tst_TimeFaults::row()
{
    QFETCH(Answer, answer);
    QFETCH(RowEnd, end);
    FaultBatch batch(planOf(answer));
    batch.transfer.retry.tries = 2;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, end), QString());
}

void tst_TimeFaults::row19IdleConnectionClosed_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("row 19 kept-alive connection closed, FIN") << false;
    QTest::newRow("row 19 kept-alive connection closed, RST") << true;
}

// The server closes after each response without announcing it, possibly while the next request is being sent.
void tst_TimeFaults::row19IdleConnectionClosed()
{
    QFETCH(bool, reset);
    FaultPlan plan = planOf([reset](const QByteArray &picture) {
        Script answer = ok(picture).wait(3ms);
        return reset ? answer.reset() : answer.close();
    });
    plan.countries = 60;
    plan.faultyCountries = 60;
    FaultBatch batch(plan);

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), 60);
}

void tst_TimeFaults::row26FullBacklog()
{
    const FullPort port;
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(port.number()) + "/flag";
    FaultBatch batch(planOf([address](const QByteArray &) { return redirectTo(address); }));
    batch.transfer.retry.tries = 2;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Timeout, Tries::Again)), QString());
}

// Time in the queue does not count for the deadline: all requests together take longer than it.
void tst_TimeFaults::row28SlowServer()
{
    FaultBatch batch({.faulty = {}, .countries = 300, .faultyCountries = 0, .pause = 200ms});
    batch.transfer.limit = 60;
    batch.transfer.deadline = 1500ms;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), 300);
    QVERIFY(batch.elapsed() > batch.transfer.deadline);
    QCOMPARE(batch.server().counts().paths.size(), 600);
}

void tst_TimeFaults::row121SilentServer_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 6, 24, 100})
        QTest::addRow("row 121 no answer at all, limit %d", limit) << limit;
}

void tst_TimeFaults::row121SilentServer()
{
    QFETCH(const int, limit);
    FaultBatch batch(silentPlan());
    batch.transfer.deadline = 200ms;
    batch.transfer.limit = limit;
    batch.source.title = u"Shed"_s;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QVERIFY(batch.end().stoppedBy);
    QCOMPARE(batch.end().stoppedBy->kind, FailureKind::Timeout);
    const QString text = failureText(*batch.end().stoppedBy, {});
    QVERIFY2(text.contains("(Shed did not answer a single request)"_L1), qPrintable(text));
    QCOMPARE(batch.count(FlagState::Failed), 60);
    // Three timeouts show that the source is silent. From then on, each timeout is the last of its flag.
    QVERIFY(limit > 1 || batch.server().counts().paths.size() <= 12);
    QVERIFY(limit > 24 || batch.end().notRequested >= 60 - 24 - TransferPool::waitingAhead);
}

void tst_TimeFaults::row122SourceThatAnswersSometimes_data()
{
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 24}) {
        QTest::addRow("row 122 only the first flag is answered, limit %d", limit)
            << QByteArray("/aa/") << limit;
        QTest::addRow("row 122 only a flag in between is answered, limit %d", limit)
            << QByteArray("/ad/") << limit;
    }
}

// A source that is slow or has lost some flags must not lose the others.
void tst_TimeFaults::row122SourceThatAnswersSometimes()
{
    QFETCH(const QByteArray, answered);
    QFETCH(const int, limit);
    FaultPlan plan = silentPlan(answered);
    plan.countries = 16;
    plan.faultyCountries = 16;
    FaultBatch batch(plan);
    batch.transfer.deadline = 200ms;
    batch.transfer.retry.tries = 2;
    batch.transfer.limit = limit;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QVERIFY(!batch.end().stoppedBy);
    QCOMPARE(batch.end().notRequested, 0);
    QCOMPARE(batch.count(FlagState::NotFound), 1);
    QCOMPARE(batch.count(FlagState::Failed), 15);
}

FLAGFETCH_TEST(tst_TimeFaults, Core)
#include "tst_timefaults.moc"
