#include "app/terminal/progressdisplay.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProgressLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barGrowsWithProgress_data();
    void barGrowsWithProgress();
    void neverExceedsTheWidth();
    void narrowTerminalLosesTheBarFirst();
    void serverWaitReplacesTheCode();
};

namespace {

BatchProgress progressOf(int total, int saved, int notFound)
{
    BatchProgress progress;
    progress.total = total;
    progress.saved = saved;
    progress.notFound = notFound;
    progress.elapsed = 310ms;
    return progress;
}

} // namespace

void TestProgressLine::barGrowsWithProgress_data()
{
    QTest::addColumn<BatchProgress>("progress");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("line");

    QTest::newRow("begin") << progressOf(20, 0, 0) << QString() << u"[>         ] 0 of 20      0.31 s"_s;
    QTest::newRow("half") << progressOf(20, 10, 0) << u"EG"_s << u"[====>    ] 10 of 20  EG  0.31 s"_s;
    QTest::newRow("end") << progressOf(9, 9, 0) << u"ZW"_s << u"[===========] 9 of 9  ZW  0.31 s"_s;
    QTest::newRow("nothing asked") << progressOf(0, 0, 0) << QString()
                                   << u"[>          ] 0 of 0      0.31 s"_s;
}

void TestProgressLine::barGrowsWithProgress()
{
    QFETCH(const BatchProgress, progress);
    QFETCH(const QString, code);
    QTEST(progressLine(progress, code, 0s, 32), "line");
}

void TestProgressLine::neverExceedsTheWidth()
{
    for (int width = 0; width <= 300; ++width) {
        for (const auto wait : {0s, 12s})
            QVERIFY(progressLine(progressOf(676, 250, 426), u"ZZ"_s, wait, width).size() <= width);
    }
}

void TestProgressLine::narrowTerminalLosesTheBarFirst()
{
    QCOMPARE(progressLine(progressOf(20, 10, 0), u"EG"_s, 0s, 28), u"10 of 20  EG  0.31 s"_s);
}

void TestProgressLine::serverWaitReplacesTheCode()
{
    QCOMPARE(progressLine(progressOf(20, 10, 0), u"EG"_s, 12s, 79),
        u"[=====>     ] 10 of 20  waiting 12 s because the server limits requests  0.31 s"_s);
}

FLAGFETCH_TEST(TestProgressLine, Core)
#include "tst_progressline.moc"
