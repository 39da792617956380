#include "app/transfer/retrypolicy.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace std::chrono_literals;

class tst_RetryPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transientFailuresAreKnown_data();
    void transientFailuresAreKnown();
    void delayDoublesUpToTheLongest();
    void delayIsARandomPartOfTheRange();
    void requestedDelayIsWaited();
    void endsAfterTheLastTry();
    void singleTryIsNeverRetried();
};

void tst_RetryPolicy::transientFailuresAreKnown_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<bool>("isExpected");
    for (const int status :
        {408, 420, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530})
        QTest::addRow("%d", status) << Failure{FailureKind::ServerError, status, {}} << true;
    for (const int status : {0, 204, 400, 418, 501, 505, 528, 531})
        QTest::addRow("%d", status) << Failure{FailureKind::ServerError, status, {}} << false;
    const auto row = [](const char *name, FailureKind kind, bool isExpected) {
        QTest::newRow(name) << Failure{kind, 0, {}} << isExpected;
    };
    row("connection lost", FailureKind::ConnectionLost, true);
    row("timeout", FailureKind::Timeout, true);
    row("truncated", FailureKind::Truncated, true);
    row("too many open", FailureKind::TooManyOpen, true);
    row("not found", FailureKind::NotFound, false);
    row("access denied", FailureKind::AccessDenied, false);
    row("connection refused", FailureKind::ConnectionRefused, false);
    row("bad response", FailureKind::BadResponse, false);
    row("redirect", FailureKind::Redirect, false);
    row("too large", FailureKind::TooLarge, false);
    row("certificate", FailureKind::Tls, false);
}

void tst_RetryPolicy::transientFailuresAreKnown()
{
    QFETCH(Failure, failure);
    QFETCH(bool, isExpected);

    QCOMPARE(isTransient(failure), isExpected);
    QCOMPARE(RetryPolicy().delayAfter(1, failure, 0.5).has_value(), isExpected);
}

void tst_RetryPolicy::delayDoublesUpToTheLongest()
{
    const RetryPolicy policy{.tries = 100, .firstDelay = 500ms, .longestDelay = 3000ms};
    const Failure lost{FailureKind::ConnectionLost, 0, {}};

    QCOMPARE(policy.delayAfter(1, lost, 0.5), 250ms);
    QCOMPARE(policy.delayAfter(2, lost, 0.5), 500ms);
    QCOMPARE(policy.delayAfter(3, lost, 0.5), 1000ms);
    QCOMPARE(policy.delayAfter(4, lost, 0.5), 1500ms);
    QCOMPARE(policy.delayAfter(99, lost, 0.5), 1500ms);
}

void tst_RetryPolicy::delayIsARandomPartOfTheRange()
{
    const RetryPolicy policy{.firstDelay = 1000ms};
    const Failure lost{FailureKind::ConnectionLost, 0, {}};

    QCOMPARE(policy.delayAfter(1, lost, 0.0), 0ms);
    QCOMPARE(policy.delayAfter(1, lost, 0.999), 999ms);
}

void tst_RetryPolicy::requestedDelayIsWaited()
{
    const RetryPolicy policy{.firstDelay = 1000ms, .longestRequestedDelay = 60s};
    const Failure busy{FailureKind::ServerError, 503, {}};

    QCOMPARE(policy.delayAfter(1, busy, 0.5, 20ms), 20ms);
    QCOMPARE(policy.delayAfter(1, busy, 0.5, 90s), 60s);
    QCOMPARE(policy.delayAfter(1, busy, 0.5, 0ms), 500ms); // a date in the past
}

void tst_RetryPolicy::endsAfterTheLastTry()
{
    const RetryPolicy policy{.tries = 3};
    const Failure lost{FailureKind::ConnectionLost, 0, {}};

    QVERIFY(policy.delayAfter(2, lost, 0.5));
    QVERIFY(!policy.delayAfter(3, lost, 0.5));
    QVERIFY(!policy.delayAfter(4, lost, 0.5));
}

void tst_RetryPolicy::singleTryIsNeverRetried()
{
    const RetryPolicy policy{.tries = 1};

    QVERIFY(!policy.delayAfter(1, {FailureKind::Timeout, 0, {}}, 0.5));
}

FLAGFETCH_TEST(tst_RetryPolicy, None)
#include "tst_retrypolicy.moc"
