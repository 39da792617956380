#include "app/transfer/retrypolicy.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QTimeZone>

#include <cstdlib>
#include <ctime>

using namespace Qt::StringLiterals;

class tst_RetryAfter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void delayIsParsed_data();
    void delayIsParsed();
    void everyDateFormatIsParsed_data();
    void everyDateFormatIsParsed();
};

namespace {

const QDateTime now(QDate(2026, 3, 29), QTime(2, 0), QTimeZone::utc());

} // namespace

// In Berlin the hour from 2 to 3 is missing on that day.
void tst_RetryAfter::initTestCase()
{
    qputenv("TZ", "Europe/Berlin");
    ::tzset();
}

void tst_RetryAfter::delayIsParsed_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("serverDate");
    QTest::addColumn<qint64>("wait"); // ms; negative: nothing
    const auto row = [](const char *name, const QByteArray &value, qint64 wait, const QByteArray &date = {}) {
        QTest::newRow(name) << value << date << wait;
    };
    row("seconds", "7", 7000);
    row("blanks around", " 7 ", 7000);
    row("zero", "0", 0);
    row("fraction", "1.5", 1500);
    row("small fraction", "0.0001", 1);
    row("overflow", "99999999999999999999", 86'400'000);
    row("negative", "-7", -1);
    row("exponent", "1e3", -1);
    row("words", "soon", -1);
    row("nothing", "", -1);
    row("date", "Sun, 29 Mar 2026 02:00:05 GMT", 5000);
    row("RFC 850", "Sunday, 29-Mar-26 02:00:05 GMT", 5000);
    row("asctime", "Sun Mar 29 02:00:05 2026", 5000);
    row("past", "Sun, 29 Mar 2026 01:00:00 GMT", 0);
    row("by the server's clock, an hour behind", "Sun, 29 Mar 2026 01:00:02 GMT", 2000,
        "Sun, 29 Mar 2026 01:00:00 GMT");
    row("by the server's clock, a year ahead", "Mon, 29 Mar 2027 01:00:02 GMT", 2000,
        "Mon, 29 Mar 2027 01:00:00 GMT");
    row("invalid Date", "Sun, 29 Mar 2026 02:00:05 GMT", 5000, "yesterday");
}

void tst_RetryAfter::delayIsParsed()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, serverDate);
    QFETCH(qint64, wait);

    const auto read = retryAfter(value, serverDate, now);

    QCOMPARE(read ? qint64(read->count()) : -1, wait);
}

void tst_RetryAfter::everyDateFormatIsParsed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("date"); // empty: nothing
    QTest::newRow("usual") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << u"1994-11-06T08:49:37Z"_s;
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << u"1994-11-06T08:49:37Z"_s;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << u"1994-11-06T08:49:37Z"_s;
    QTest::newRow("RFC 850, later") << QByteArray("Sunday, 06-Nov-75 08:49:37 GMT")
                                    << u"2075-11-06T08:49:37Z"_s;
    QTest::newRow("missing hour") << QByteArray("Sun, 29 Mar 2026 02:30:00 GMT") << u"2026-03-29T02:30:00Z"_s;
    QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT") << u"2016-12-31T23:59:59Z"_s;
    QTest::newRow("no such day") << QByteArray("Sun, 31 Nov 1994 08:49:37 GMT") << QString();
    QTest::newRow("no such month") << QByteArray("Sun, 06 Nox 1994 08:49:37 GMT") << QString();
    QTest::newRow("no such hour") << QByteArray("Sun, 06 Nov 1994 25:49:37 GMT") << QString();
    QTest::newRow("other zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << QString();
    QTest::newRow("ISO") << QByteArray("1994-11-06T08:49:37Z") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void tst_RetryAfter::everyDateFormatIsParsed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, date);

    const auto read = httpDate(text, now);

    QCOMPARE(read ? read->toUTC().toString(Qt::ISODate) : QString(), date);
}

FLAGFETCH_TEST(tst_RetryAfter, None)
#include "tst_retryafter.moc"
