#include "tests/faults/faultrow.h"
#include "tests/support/testprogram.h"

#include <QLocale>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Responses that describe the state of the server, and which requests are retried.
class tst_RetryFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row38RetryAfter_data();
    void row38RetryAfter();
    void row39FailsTwiceThenAnswers();
    void row40FinalStatus_data();
    void row40FinalStatus();
    void row41EverythingFails();
    void row42LoginPage();
    void row85TooManyRequests_data();
    void row85TooManyRequests();
};

namespace {

QByteArray dateIn(std::chrono::seconds time)
{
    const QDateTime date = QDateTime::currentDateTimeUtc().addDuration(time);
    return QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

/// A token bucket: this many requests a second, with bursts of up to `burst`. Lives on the server's thread.
class RateLimit final
{
public:
    RateLimit(double perSecond, double burst)
        : m_perSecond(perSecond)
        , m_burst(burst)
        , m_left(burst)
    {
    }

    bool serves()
    {
        const auto now = SteadyTime::clock::now();
        const double seconds = std::chrono::duration<double>(now - m_then).count();
        m_then = now;
        m_left = std::min(m_burst, m_left + seconds * m_perSecond);
        if (m_left < 1)
            return false;
        m_left -= 1;
        return true;
    }

private:
    double m_perSecond;
    double m_burst;
    double m_left;
    SteadyTime m_then = SteadyTime::clock::now();
};

} // namespace

void tst_RetryFaults::row38RetryAfter_data()
{
    using std::chrono::milliseconds;
    QTest::addColumn<int>("code");
    QTest::addColumn<std::function<QByteArray()>>("value");
    QTest::addColumn<milliseconds>("cap");
    QTest::addColumn<QList<milliseconds>>(
        "expected"); // shortest and longest wait; empty: no retry is scheduled
    for (const int code : {429, 503}) {
        const auto add = [code](const char *name, const std::function<QByteArray()> &value, milliseconds cap,
                             const QList<milliseconds> &expected) {
            QTest::addRow("row 38 %d, Retry-After %s", code, name) << code << value << cap << expected;
        };
        add("seconds", [] { return "1"; }, 5s, {1s, 1s});
        add("date", [] { return dateIn(2s); }, 5s, {500ms, 2s});
        add("date that is past", [] { return dateIn(-100s); }, 5s, {});
        add("0", [] { return "0"; }, 5s, {});
        add("10 h", [] { return "36000"; }, 100ms, {100ms, 100ms});
        add("date in 10 h", [] { return dateIn(10h); }, 100ms, {100ms, 100ms});
        add("junk", [] { return "soon"; }, 5s, {});
        add("negative", [] { return "-7"; }, 5s, {});
    }
}

void tst_RetryFaults::row38RetryAfter()
{
    QFETCH(int, code);
    QFETCH(std::function<QByteArray()>, value);
    QFETCH(std::chrono::milliseconds, cap);
    QFETCH(QList<std::chrono::milliseconds>, expected);
    FaultBatch batch({.faulty = [code, value](const ScriptedRequest &request) {
        return request.hit == 1 ? status(code, {"Retry-After: " + value()})
                                : ok(FaultBatch::pictureFor(request.path));
    }});
    batch.transfer.retry.longestRequestedDelay = cap;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, savedAfter(Tries::Again)), QString());
    QCOMPARE(batch.server().hits(batch.faultyPath()), 2);
    QCOMPARE(batch.retryScheduled().size(), expected.isEmpty() ? 0 : 1);
    if (expected.isEmpty())
        return;
    QVERIFY(expected.first() <= batch.retryScheduled().first()
        && batch.retryScheduled().first() <= expected.last());
    const RequestTimings picture = batch.faultyResult()->image;
    QVERIFY(*picture.started - picture.queued >= batch.retryScheduled().first() - 1ms); // precision of timers
}

void tst_RetryFaults::row39FailsTwiceThenAnswers()
{
    FaultBatch batch({.faulty = [](const ScriptedRequest &request) {
        return request.hit <= 2 ? status(502) : ok(FaultBatch::pictureFor(request.path));
    }});

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, savedAfter(Tries::Again)), QString());
    QCOMPARE(batch.server().hits(batch.faultyPath()), 3);
}

void tst_RetryFaults::row40FinalStatus_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<RowEnd>("end");
    const RowEnd denied = failedWith(FailureKind::AccessDenied);
    const RowEnd notFound{.state = FlagState::NotFound, .kind = FailureKind::NotFound};
    QTest::newRow("row 40 status 401") << 401 << denied;
    QTest::newRow("row 40 status 403") << 403 << denied;
    QTest::newRow("row 40 status 404") << 404 << notFound;
    QTest::newRow("row 40 status 410") << 410 << notFound;
}

void tst_RetryFaults::row40FinalStatus()
{
    QFETCH(int, code);
    QFETCH(RowEnd, end);
    FaultBatch batch(planOf([code](const QByteArray &) { return status(code); }));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, end), QString());
}

void tst_RetryFaults::row41EverythingFails()
{
    constexpr int countries = 200;
    constexpr int budget = 20 + 2 * countries / 5;
    FaultPlan plan = planOf([](const QByteArray &) { return status(500); });
    plan.countries = countries;
    plan.faultyCountries = countries;
    plan.metadataToo = true;
    FaultBatch batch(plan);
    batch.transfer.limit = 30;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::ServerError, Tries::Again)), QString());
    QCOMPARE(batch.count(FlagState::Failed), countries);
    const auto requests = batch.server().counts().paths.size();
    QVERIFY2(requests <= 2 * countries + budget, qPrintable(QString::number(requests)));
}

void tst_RetryFaults::row42LoginPage()
{
    const QByteArray page = "<!DOCTYPE html>\n<html><body><svg width='9' height='9'></svg><form>Log in"
                            "</form></body></html>\n";
    FaultBatch batch(planOf([page](const QByteArray &) {
        return okWithHeaders({"Content-Type: text/html", lengthLine(page.size())}, page);
    }));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(FailureKind::NotAPicture)), QString());
}

void tst_RetryFaults::row85TooManyRequests_data()
{
    QTest::addColumn<Script>("refusal");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("row 85 429") << status(429) << false;
    QTest::newRow("row 85 429, Retry-After") << status(429, {"Retry-After: 1"}) << true;
    QTest::newRow("row 85 503") << status(503) << false;
    QTest::newRow("row 85 503, Retry-After") << status(503, {"Retry-After: 1"}) << true;
}

void tst_RetryFaults::row85TooManyRequests()
{
    QFETCH(Script, refusal);
    QFETCH(bool, isTold);
    constexpr int countries = 100;
    const auto limit = std::make_shared<RateLimit>(20, 10);
    FaultBatch batch({
        .faulty =
            [limit, refusal](const ScriptedRequest &request) {
                return limit->serves() ? ok(FaultBatch::pictureFor(request.path)) : refusal;
            },
        .countries = countries,
        .faultyCountries = countries,
    });
    batch.transfer.limit = 30;

    QVERIFY(batch.run());

    QCOMPARE(batch.count(FlagState::Saved), countries);
    QVERIFY(!isTold || !batch.retryScheduled().isEmpty());
}

FLAGFETCH_TEST(tst_RetryFaults, Core)
#include "tst_retryfaults.moc"
