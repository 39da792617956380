#include "tests/faults/faultrow.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Faults that affect a batch of many countries as a whole.
class tst_BatchFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row04ThirtyBadAmongThreeHundred();
    void failuresOfHalfTheFlagsLeaveTheRestIntact_data();
    void failuresOfHalfTheFlagsLeaveTheRestIntact();
    void row48RequestsInFlight_data();
    void row48RequestsInFlight();
    void row79CancelWithManyWaiting();
    void row81CancelThenStartAgain_data();
    void row81CancelThenStartAgain();
    void row82BlockedSaves();
    void row83SaveThrows_data();
    void row83SaveThrows();
};

void tst_BatchFaults::row04ThirtyBadAmongThreeHundred()
{
    FaultPlan plan
        = planOf([](const QByteArray &picture) { return cutAfter(picture.size() / 2, picture).close(); });
    plan.countries = 300;
    plan.faultyCountries = 30;
    FaultBatch batch(plan);
    batch.transfer.limit = 30;

    QVERIFY(batch.run());
    // Countries that fail keep their files from before; BatchInvariants checks it.
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Truncated, Tries::Again)), QString());
    QCOMPARE(batch.count(FlagState::Failed), 30);
    QCOMPARE(batch.count(FlagState::Saved), 270);
}

void tst_BatchFaults::failuresOfHalfTheFlagsLeaveTheRestIntact_data()
{
    QTest::addColumn<ScriptedServer::Handler>("faulty");
    QTest::newRow("rows 1 and 4 cut") << planOf([](const QByteArray &picture) {
        return cutAfter(picture.size() / 2, picture).close();
    }).faulty;
    QTest::newRow("rows 18 and 4 reset")
        << planOf([](const QByteArray &) { return Script().reset(); }).faulty;
    QTest::newRow("rows 20 and 4 garbage")
        << planOf([](const QByteArray &) { return Script().send("garbage\r\n\r\n").close(); }).faulty;
}

// More failures than the retry budget of a batch covers. The other countries must not need that budget.
void tst_BatchFaults::failuresOfHalfTheFlagsLeaveTheRestIntact()
{
    QFETCH(ScriptedServer::Handler, faulty);
    constexpr int countries = 200;
    FaultBatch batch({.faulty = faulty, .countries = countries, .faultyCountries = countries / 2});
    batch.transfer.limit = 30;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), countries / 2);
}

void tst_BatchFaults::row48RequestsInFlight_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 7, 30, 100})
        QTest::addRow("row 48 at most %d requests in flight", limit) << limit;
}

void tst_BatchFaults::row48RequestsInFlight()
{
    QFETCH(int, limit);
    const int countries = std::max(20, limit);
    FaultBatch batch(
        {.faulty = {}, .countries = countries, .faultyCountries = 0, .pause = limit < 10 ? 2ms : 400ms});
    batch.transfer.limit = limit;
    batch.transfer.deadline = 10s;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), countries);
    QCOMPARE(batch.server().counts().peak, limit);
}

void tst_BatchFaults::row79CancelWithManyWaiting()
{
    FaultBatch batch({.faulty = {}, .countries = 220, .faultyCountries = 0, .pause = 20ms});
    QSignalSpy ends(&batch.session(), &DownloadSession::flagFinished);
    batch.start();
    QTRY_VERIFY(ends.count() >= 2);

    QElapsedTimer clock;
    clock.start();
    batch.session().cancel();
    QVERIFY(clock.elapsed() < 100);
    // Only countries that are being saved may still have another result.
    QVERIFY(ends.count() > 200);

    QVERIFY(batch.waitForEnd());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved) + batch.count(FlagState::Cancelled), 220);
    QTRY_COMPARE(batch.server().counts().inFlight, 0);
    QVERIFY(batch.server().counts().paths.size() < 100);
}

void tst_BatchFaults::row81CancelThenStartAgain_data()
{
    QTest::addColumn<int>("endsBefore");
    for (const int ends : {0, 1, 5, 20})
        QTest::addRow("row 81 cancelled after %d, then started again", ends) << ends;
}

// The server has different pictures in the first and the second run.
void tst_BatchFaults::row81CancelThenStartAgain()
{
    QFETCH(int, endsBefore);
    constexpr int countries = 40;
    std::atomic_bool isSecond = false;
    FaultBatch batch({
        .faulty =
            [&isSecond](const ScriptedRequest &request) {
                return ok(FaultBatch::pictureFor(isSecond ? request.path : "/zz/zz.gif"));
            },
        .countries = countries,
        .faultyCountries = countries,
        .pause = 5ms,
    });
    QSignalSpy ends(&batch.session(), &DownloadSession::flagFinished);
    batch.start();
    QTRY_VERIFY(ends.count() >= endsBefore);
    batch.session().cancel();
    QVERIFY(batch.waitForEnd());
    QCOMPARE(batch.results().size(), countries);

    isSecond = true;
    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), countries);
}

void tst_BatchFaults::row82BlockedSaves()
{
    constexpr int countries = 100;
    QSemaphore disk;
    FaultBatch batch(
        {.faulty = {}, .countries = countries, .faultyCountries = 0}, [&disk](const SaveRequest &request) {
            disk.acquire();
            return saveFlag(request);
        });
    batch.start();
    QTRY_COMPARE(batch.server().counts().paths.size(), qsizetype(2) * countries);
    QVERIFY(batch.results().isEmpty());

    disk.release(countries);
    QVERIFY(batch.waitForEnd());
    QCOMPARE(batch.violatedInvariant(), QString());
    QCOMPARE(batch.count(FlagState::Saved), countries);
}

void tst_BatchFaults::row83SaveThrows_data()
{
    QTest::addColumn<std::function<void()>>("fault");
    QTest::newRow("row 83 an exception of the standard library")
        << std::function<void()>([] { throw std::runtime_error("out of paint"); });
    QTest::newRow("row 83 another exception") << std::function<void()>([] { throw 83; });
}

void tst_BatchFaults::row83SaveThrows()
{
    QFETCH(std::function<void()>, fault);
    const QByteArray bad = FaultBatch::pictureFor("/ag/ag.gif"); // the one in the middle
    FaultBatch batch(
        planOf([](const QByteArray &picture) { return ok(picture); }), [&](const SaveRequest &request) {
            if (request.picture == bad)
                fault();
            return saveFlag(request);
        });

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::Internal)), QString());
}

FLAGFETCH_TEST(tst_BatchFaults, Core)
#include "tst_batchfaults.moc"
