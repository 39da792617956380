#include "app/measuring/conclusion.h"
#include "app/measuring/limitlist.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Conclusion)

namespace {

/// A run with a limit that was reached, of 20 flags with 40 requests.
MeasuredRun runOf(int limit, std::chrono::milliseconds elapsed, std::chrono::milliseconds averageTime = 200ms)
{
    return {.limit = limit,
        .effectiveLimit = limit,
        .elapsed = elapsed,
        .summedTime = 8s,
        .averageTime = averageTime,
        .longestTime = averageTime,
        .requests = 40,
        .mostInFlight = std::min(limit, 40),
        .fetched = 20};
}

MeasuredRun changed(MeasuredRun run, int MeasuredRun::*member, int value)
{
    run.*member = value;
    return run;
}

QString shortForm(const Conclusion &conclusion)
{
    QString text = conclusionWords.wordOf(conclusion.kind);
    if (conclusion.kind == Conclusion::Kind::Saturated)
        text += u' ' + QString(bottleneckWords.wordOf(conclusion.bottleneck));
    if (conclusion.limit > 0)
        text += u" at %1"_s.arg(conclusion.limit);
    return text;
}

} // namespace

/// What a measurement shows, and the list of limits.
class tst_Conclusion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsFromTheRuns_data();
    void followsFromTheRuns();
    void everyConclusionHasASentence();
    void textNamesTheLimitAndTheSpeedUp();
    void textPraisesNoSpeedUpOfOne();
    void speedUpIsMeasuredAgainstOneAtATime();
    void withoutLimitOneTheSumIsTheMeasure();
    void idealNeedsTheEffectiveLimit();
    void tableHasALineForEachRun();
    void limitsAreSortedAndUnique_data();
    void limitsAreSortedAndUnique();
    void badLimitsAreRefused_data();
    void badLimitsAreRefused();
    void defaultsCanBeRead();
};

void tst_Conclusion::followsFromTheRuns_data()
{
    QTest::addColumn<Measurement>("measurement");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QList<MeasuredRun> &runs, const QString &expected,
                         std::chrono::milliseconds pause = 0ms) {
        QTest::newRow(name) << Measurement{.runs = runs, .pause = pause} << expected;
    };
    const QList<MeasuredRun> ideal{runOf(1, 8s), runOf(2, 4s), runOf(5, 1600ms)};
    row("nothing", {}, u"too_few_runs"_s);
    row("one run", {runOf(1, 8s)}, u"too_few_runs"_s);
    row("each is faster", ideal, u"still_faster at 5"_s);
    row("longer waits at the server",
        ideal + QList{runOf(10, 800ms), runOf(30, 800ms, 500ms), runOf(100, 810ms, 600ms)},
        u"saturated server at 10"_s);
    row("less than 10 % faster", ideal + QList{runOf(10, 800ms), runOf(30, 730ms, 500ms)},
        u"saturated server at 10"_s);
    row("10 % faster", ideal + QList{runOf(10, 800ms), runOf(30, 720ms, 500ms)}, u"still_faster at 30"_s);
    row("waits at the server were longest before",
        ideal + QList{runOf(10, 800ms), runOf(30, 700ms, 500ms), runOf(100, 690ms, 520ms)},
        u"saturated server at 30"_s);
    row("slow by chance in between",
        ideal + QList{runOf(10, 800ms), runOf(30, 900ms, 500ms), runOf(100, 800ms, 600ms)},
        u"saturated server at 10"_s);
    row("a little faster with each",
        ideal + QList{runOf(10, 800ms), runOf(30, 750ms, 500ms), runOf(100, 700ms, 600ms)},
        u"saturated server at 30"_s);
    QList<MeasuredRun> dense; // each gains 3 or 4 %, all together 17 %
    for (int limit = 25; limit <= 30; ++limit)
        dense += runOf(limit, 8000ms / limit);
    row("limits close together", dense, u"still_faster at 30"_s);
    QList<MeasuredRun> denseAndSlow; // each gains 1 %
    for (int limit = 25; limit <= 29; ++limit)
        denseAndSlow += runOf(limit, 800ms - (limit - 25) * 8ms, 500ms);
    row("limits close together that do not help", denseAndSlow, u"saturated unknown at 25"_s);
    row("slower in between", {runOf(1, 8s), runOf(2, 8200ms), runOf(5, 1600ms)}, u"still_faster at 5"_s);
    row("slower from the first on", {runOf(1, 8s), runOf(2, 9s, 450ms)}, u"saturated server at 1"_s);
    row("refused", ideal + QList{changed(runOf(10, 2s), &MeasuredRun::refused, 3)},
        u"saturated refusals at 5"_s);
    row("a pause between requests", {runOf(1, 8s), runOf(2, 4s), runOf(5, 4s)}, u"saturated pause at 2"_s,
        100ms);
    row("more slots than requests", ideal + QList{runOf(40, 310ms), runOf(100, 310ms)},
        u"saturated flags at 40"_s);
    row("more slots than requests at the end", ideal + QList{runOf(100, 310ms)}, u"saturated flags at 100"_s);
    MeasuredRun slow = runOf(30, 300ms, 120ms);
    slow.longestTime = 290ms;
    row("one slow response", ideal + QList{runOf(20, 305ms), slow}, u"saturated slowest_response at 20"_s);
    MeasuredRun few = changed(runOf(30, 800ms), &MeasuredRun::effectiveLimit, 10);
    few.mostInFlight = 10;
    row("few open files", ideal + QList{runOf(10, 800ms), few}, u"saturated open_files at 10"_s);
    row("unknown", ideal + QList{runOf(10, 1600ms)}, u"saturated unknown at 5"_s);
    MeasuredRun failing = changed(runOf(5, 1600ms), &MeasuredRun::failed, 3);
    failing.fetched = 17;
    row("15 % failed with the highest", {runOf(1, 8s), runOf(2, 4s), failing}, u"overloaded at 2"_s);
    MeasuredRun failingAtOnce = failing;
    failingAtOnce.limit = 1;
    row("15 % failed from the first on", {failingAtOnce, runOf(2, 4s), failing}, u"unreliable"_s);
    row("failed after refusals", {runOf(1, 8s), runOf(2, 4s), changed(failing, &MeasuredRun::refused, 9)},
        u"overloaded at 2"_s);
    failing.failed = 2;
    failing.fetched = 18;
    row("10 % failed", {runOf(1, 8s), runOf(2, 4s), failing}, u"still_faster at 5"_s);
}

void tst_Conclusion::followsFromTheRuns()
{
    QFETCH(const Measurement, measurement);
    QFETCH(const QString, expected);
    QCOMPARE(shortForm(conclude(measurement)), expected);
}

void tst_Conclusion::everyConclusionHasASentence()
{
    QStringList sentences;
    for (int number = 0; number < int(bottleneckWords.words().size()); ++number)
        sentences += conclusionText({.kind = Conclusion::Kind::Saturated,
            .bottleneck = static_cast<Bottleneck>(number),
            .limit = 10,
            .speedUp = 5,
            .requests = 40});
    for (const auto kind : {Conclusion::Kind::TooFewRuns, Conclusion::Kind::Unreliable,
             Conclusion::Kind::Overloaded, Conclusion::Kind::StillFaster})
        sentences += conclusionText({.kind = kind, .limit = 10, .speedUp = 5, .failed = 4});
    QCOMPARE(sentences.removeDuplicates(), 0);
    for (const QString &sentence : std::as_const(sentences))
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
}

void tst_Conclusion::textNamesTheLimitAndTheSpeedUp()
{
    const Conclusion conclusion{
        .kind = Conclusion::Kind::Saturated, .bottleneck = Bottleneck::Server, .limit = 30, .speedUp = 12.34};
    QCOMPARE(conclusionText(conclusion),
        u"From 30 on the server is the limit: with more requests at once, each takes longer. That is 12.3 "
        u"times "
        "faster than one after another."_s);
}

void tst_Conclusion::textPraisesNoSpeedUpOfOne()
{
    Conclusion conclusion{
        .kind = Conclusion::Kind::Saturated, .bottleneck = Bottleneck::Unknown, .limit = 1, .speedUp = 1};
    QCOMPARE(conclusionText(conclusion), u"From 1 on more requests at once do not help."_s);
    conclusion.speedUp = 1.049; // rounded to 1.0
    QCOMPARE(conclusionText(conclusion), u"From 1 on more requests at once do not help."_s);
    conclusion.speedUp = 1.06;
    QVERIFY(conclusionText(conclusion).contains(u"1.1 times faster"_s));
}

void tst_Conclusion::speedUpIsMeasuredAgainstOneAtATime()
{
    // A server that makes requests wait lengthens the single times of the second run.
    MeasuredRun waiting = runOf(10, 4s);
    waiting.summedTime = 40s;
    const Measurement measurement{.runs = {runOf(1, 8s), waiting}};
    QCOMPARE(measurement.speedUp(waiting), 2.0);
    QCOMPARE(measurement.idealTime(waiting), Measurement::Duration(800ms));
}

void tst_Conclusion::withoutLimitOneTheSumIsTheMeasure()
{
    const Measurement measurement{.runs = {runOf(2, 4100ms), runOf(4, 2s)}};
    QVERIFY(!measurement.isSequentialTimeMeasured());
    QCOMPARE(measurement.sequentialTime(), Measurement::Duration(8s));
    QCOMPARE(measurement.speedUp(measurement.runs.last()), 4.0);
    QCOMPARE(Measurement().sequentialTime(), Measurement::Duration(0));
}

void tst_Conclusion::idealNeedsTheEffectiveLimit()
{
    const MeasuredRun run = changed(runOf(30, 800ms), &MeasuredRun::effectiveLimit, 10);
    const Measurement measurement{.runs = {runOf(1, 8s), run}};
    QCOMPARE(measurement.idealTime(run), Measurement::Duration(800ms));
    const QList<QByteArray> lines = measurementCsv(measurement).split('\n');
    QVERIFY(lines.first().trimmed().endsWith(",effective_limit"));
    QVERIFY2(lines.at(2).startsWith("30,800.0,800.0,10.00,"), lines.at(2).constData());
    QVERIFY2(lines.at(2).trimmed().endsWith(",10"), lines.at(2).constData());
}

void tst_Conclusion::tableHasALineForEachRun()
{
    const Measurement measurement{.runs = {runOf(1, 8s), runOf(5, 1600ms)}};
    const QList<QByteArray> lines = measurementCsv(measurement).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.first().startsWith("limit,ms,ideal_ms,speed_up,"));
    QCOMPARE(
        lines.at(1).trimmed(), QByteArray("1,8000.0,8000.0,1.00,8000.0,1,40,200.0,200.0,20,0,0,0,0,0,1"));
    QCOMPARE(
        lines.at(2).trimmed(), QByteArray("5,1600.0,1600.0,5.00,8000.0,5,40,200.0,200.0,20,0,0,0,0,0,5"));
    QCOMPARE(lines.last(), QByteArray());
}

void tst_Conclusion::limitsAreSortedAndUnique_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("limits");
    QTest::newRow("commas") << u"1,2,5"_s << QList<int>{1, 2, 5};
    QTest::newRow("spaces") << u" 1  2,  5 "_s << QList<int>{1, 2, 5};
    QTest::newRow("Chinese commas") << u"1，2、5"_s << QList<int>{1, 2, 5};
    QTest::newRow("any order") << u"5,1,5,2"_s << QList<int>{1, 2, 5};
    QTest::newRow("one") << u"1000"_s << QList<int>{1000};
}

void tst_Conclusion::limitsAreSortedAndUnique()
{
    QFETCH(const QString, text);
    QFETCH(const QList<int>, limits);
    QCOMPARE(readLimits(text).value_or(QList<int>()), limits);
}

void tst_Conclusion::badLimitsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
        {QString(), u","_s, u"0"_s, u"-1"_s, u"1001"_s, u"1,,2"_s, u"1,x"_s, u"1.5"_s, u"1-5"_s})
        QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
    QStringList many;
    for (int limit = 1; limit <= 21; ++limit)
        many += QString::number(limit);
    QTest::newRow("too many") << many.join(u',');
}

void tst_Conclusion::badLimitsAreRefused()
{
    QFETCH(const QString, text);
    const auto limits = readLimits(text);
    QVERIFY(!limits);
    QVERIFY(limits.error().contains(u"from 1 to 1000"_s));
}

void tst_Conclusion::defaultsCanBeRead()
{
    QCOMPARE(limitsText(defaultLimits()), u"1, 2, 5, 10, 30, 100"_s);
    QCOMPARE(readLimits(limitsText(defaultLimits())).value(), defaultLimits());
}

FLAGFETCH_TEST(tst_Conclusion, None)
#include "tst_conclusion.moc"
