#include "app/downloads/summarytext.h"
#include "app/language/translation.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSummaryText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void countsFormOneSentence_data();
    void countsFormOneSentence();
    void progressIsShort();
    void timeHasTwoDecimalsInTheLocale_data();
    void timeHasTwoDecimalsInTheLocale();
};

void TestSummaryText::initTestCase()
{
    installTranslation(*QCoreApplication::instance());
}

void TestSummaryText::cleanup()
{
    QLocale::setDefault(QLocale::c());
}

void TestSummaryText::countsFormOneSentence_data()
{
    QTest::addColumn<BatchProgress>("progress");
    QTest::addColumn<QString>("sentence");

    BatchProgress all;
    all.total = all.saved = 20;
    all.elapsed = 310ms;
    QTest::newRow("all") << all << u"20 flags downloaded in 0.31 s."_s;

    BatchProgress one;
    one.total = one.saved = 1;
    QTest::newRow("one") << one << u"1 flag downloaded in 0.00 s."_s;

    BatchProgress some = all;
    some.saved = 18;
    some.notFound = some.failed = 1;
    QTest::newRow("some") << some << u"18 flags downloaded in 0.31 s, 1 not found, 1 failed."_s;

    BatchProgress none;
    none.total = 7;
    none.skipped = 3;
    none.cancelled = 4;
    none.elapsed = 2s;
    QTest::newRow("none") << none << u"0 flags downloaded in 2.00 s, 3 already there, 4 cancelled."_s;
}

void TestSummaryText::countsFormOneSentence()
{
    QFETCH(const BatchProgress, progress);
    QTEST(summaryText(progress), "sentence");
}

void TestSummaryText::progressIsShort()
{
    BatchProgress progress;
    progress.total = 20;
    progress.saved = 17;
    QCOMPARE(progressText(progress), u"17 of 20"_s);
    progress.notFound = 1;
    progress.failed = 2;
    QCOMPARE(progressText(progress), u"17 of 20 \u2013 1 not found \u2013 2 failed"_s);
    progress.silence = 4999ms;
    QVERIFY(!progressText(progress).contains("response"_L1));
    progress.silence = 12900ms;
    QVERIFY(progressText(progress).endsWith(u" \u2013 no response for 12 s"_s));
}

void TestSummaryText::timeHasTwoDecimalsInTheLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<std::chrono::milliseconds>("elapsed");
    QTest::addColumn<QString>("text");

    QTest::newRow("zero") << QLocale::c() << 0ms << u"0.00 s"_s;
    QTest::newRow("rounded") << QLocale::c() << 317ms << u"0.32 s"_s;
    QTest::newRow("German") << QLocale(QLocale::German) << 12'340ms << u"12,34 s"_s;
}

void TestSummaryText::timeHasTwoDecimalsInTheLocale()
{
    QFETCH(const QLocale, locale);
    QFETCH(const std::chrono::milliseconds, elapsed);
    QLocale::setDefault(locale);
    QTEST(elapsedText(elapsed), "text");
}

FLAGFETCH_TEST(TestSummaryText, Core)
#include "tst_summarytext.moc"
