#include "tests/support/testprogram.h"
#include "tests/system/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace Qt::StringLiterals;

/// --measure-limits of the real program.
class tst_Measure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void printsALineForEachLimitAndAConclusion();
    void jsonHasAnObjectForEachRun();
    void errorsAreCountedAndReported();
    void missingFlagsAreNamed_data();
    void missingFlagsAreNamed();
    void loweredLimitIsShown();
    void slowServerIsNamedAsTheLimit();
    void savesNothing();
    void interruptPrintsWhatIsComplete();
    void unusableOptionsAreRefused_data();
    void unusableOptionsAreRefused();

private:
    /// Runs the measurement with short delays and these options.
    [[nodiscard]] EndedRun measure(const QString &limits, const QStringList &options) const
    {
        return run(
            QStringList{u"--measure-limits"_s, limits, u"--delay"_s, u"0.02"_s} + options, m_folder->path());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Measure::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Measure::printsALineForEachLimitAndAConclusion()
{
    const EndedRun ended = measure(u"5,1,2"_s, {u"DE"_s, u"FR"_s, u"JP"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    const QStringList lines = ended.outputLines();
    QVERIFY2(lines.size() >= 7, qPrintable(ended.output));
    QVERIFY(lines.first().simplified() == u"Limit Time Speed-up In flight Flags"_s);
    for (int number = 0; number < 3; ++number) {
        const QStringList words = lines.at(number + 1).simplified().split(u' ');
        QCOMPARE(words.at(0), (QStringList{u"1"_s, u"2"_s, u"5"_s}).at(number));
        QCOMPARE(words.at(2), u"s"_s);
        QCOMPARE(words.at(5), u"3/3"_s);
        QVERIFY(words.at(6).contains(u'|') || words.last().contains(u'|'));
    }
    QVERIFY(lines.at(1).contains(u" 1.0 "_s));
    for (const QString &line : lines)
        QVERIFY2(line.size() < 80, qPrintable(line));
    QVERIFY(ended.output.simplified().contains(u"faster than one after another"_s));
    QVERIFY(ended.errors.startsWith(u"Measuring with 3 flag(s) from"_s)
        || ended.errors.startsWith(u"Measuring with 3 flags from"_s));
}

void tst_Measure::jsonHasAnObjectForEachRun()
{
    const EndedRun ended = measure(u"1,3"_s, {u"--json"_s, u"DE"_s, u"FR"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QList<QJsonObject> objects;
    const QStringList lines = ended.outputLines();
    for (const QString &line : lines)
        objects += QJsonDocument::fromJson(line.toUtf8()).object();
    QCOMPARE(objects.size(), 3);
    for (int number = 0; number < 2; ++number) {
        const QJsonObject &object = objects.at(number);
        const int limit = number == 0 ? 1 : 3;
        QCOMPARE(object.value(u"limit"_s).toInt(), limit);
        QCOMPARE(object.value(u"effective_limit"_s).toInt(), limit);
        QCOMPARE(object.value(u"most_in_flight"_s).toInt(), limit);
        QCOMPARE(object.value(u"requests"_s).toInt(), 4);
        QCOMPARE(object.value(u"fetched"_s).toInt(), 2);
        QCOMPARE(object.value(u"failed"_s).toInt(-1), 0);
        QVERIFY(object.value(u"ms"_s).toDouble() > 0);
    }
    QCOMPARE(objects.at(0).value(u"speed_up"_s).toDouble(), 1.0);
    QVERIFY(!objects.at(2).value(u"conclusion"_s).toString().isEmpty());
    QVERIFY(!objects.at(2).value(u"text"_s).toString().isEmpty());
}

void tst_Measure::errorsAreCountedAndReported()
{
    const EndedRun ended = measure(u"1,2"_s, {u"--error-rate"_s, u"30%"_s, u"--seed"_s, u"4"_s});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.output.simplified().contains(u"failed, so the times cannot be compared"_s),
        qPrintable(ended.everything()));
    QVERIFY(!ended.output.contains(u"20/20"_s));
}

void tst_Measure::missingFlagsAreNamed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("line");
    QTest::newRow("not found") << QStringList{u"DE"_s, u"ZZ"_s, u"XX"_s}
                               << u"flagfetch: 2 flag(s) not found: XX, ZZ."_s;
    QTest::newRow("JSON") << QStringList{u"--json"_s, u"DE"_s, u"ZZ"_s}
                          << u"flagfetch: 1 flag(s) not found: ZZ."_s;
    QTest::newRow("nothing found") << QStringList{u"ZZ"_s} << u"flagfetch: 1 flag(s) not found: ZZ."_s;
    QTest::newRow("none missing") << QStringList{u"DE"_s} << QString();
}

void tst_Measure::missingFlagsAreNamed()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, line);
    const EndedRun ended = measure(u"1,2"_s, options);
    QCOMPARE(ended.status, line.isEmpty() ? 0 : 1);
    QString errors = ended.errors;
    errors.replace(u"flags not"_s, u"flag(s) not"_s).replace(u"flag not"_s, u"flag(s) not"_s);
    QCOMPARE(errors.count(u"not found:"_s), line.isEmpty() ? 0 : 1);
    QVERIFY2(errors.contains(line), qPrintable(ended.errors));
    if (options.first() == u"--json"_s) {
        const QJsonObject run = QJsonDocument::fromJson(ended.outputLines().first().toUtf8()).object();
        QCOMPARE(run.value(u"not_found_codes"_s).toArray(), QJsonArray{u"ZZ"_s});
        QCOMPARE(run.value(u"failed_codes"_s).toArray(), QJsonArray());
    }
}

void tst_Measure::loweredLimitIsShown()
{
    const auto process = program(
        {u"--measure-limits"_s, u"1,300,400"_s, u"--delay"_s, u"0.02"_s, u"DE"_s, u"FR"_s}, m_folder->path());
    process->setChildProcessModifier([] {
        const rlimit limit{64, 64};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    });
    process->start();
    const EndedRun ended = endOf(*process);
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    static const QRegularExpression note(
        u"\\| what it would be [^\n]*\nOnly \\d+ requests at once were in effect for 300, 400: this computer"_s);
    QVERIFY2(ended.output.contains(note), qPrintable(ended.output));
    for (const QString &line : ended.outputLines())
        QVERIFY2(line.size() < 80, qPrintable(line));

    QVERIFY(!measure(u"1,3"_s, {u"DE"_s}).output.contains(u"in effect"_s));
}

void tst_Measure::slowServerIsNamedAsTheLimit()
{
    // The server handles one request, and another one always waits there. So all runs take the same time, but
    // for the first, which may also start flagfetch-render.
    const EndedRun ended = run({u"--measure-limits"_s, u"2,4,8"_s, u"--delay"_s, u"0.2"_s, u"--capacity"_s,
                                   u"1"_s, u"CN"_s, u"DE"_s, u"FR"_s, u"JP"_s},
        m_folder->path());
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QVERIFY2(ended.output.contains(u"on the server is the limit"_s), qPrintable(ended.output));
}

void tst_Measure::savesNothing()
{
    QCOMPARE(measure(u"2,4"_s, {u"DE"_s}).status, 0);
    QVERIFY(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
}

void tst_Measure::interruptPrintsWhatIsComplete()
{
    // The server handles one of the two requests at a time, so each run takes three seconds.
    const auto process = program(
        {u"--measure-limits"_s, u"1,2,100"_s, u"--delay"_s, u"1.5"_s, u"--capacity"_s, u"1"_s, u"DE"_s},
        m_folder->path());
    process->start();
    QVERIFY(waitFor(*process, QProcess::StandardOutput, "\n    2 "));
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    const EndedRun ended = endOf(*process);
    QCOMPARE(ended.status, 130);
    QVERIFY(ended.errors.contains(u"Stopping"_s));
    QVERIFY2(!ended.output.contains(u"\n  100 "_s), qPrintable(ended.output));
    QVERIFY2(
        ended.output.simplified().contains(u"From 1 on the server is the limit"_s), qPrintable(ended.output));
}

void tst_Measure::unusableOptionsAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    const auto row = [](const QStringList &words, const QString &named) {
        QTest::newRow(qPrintable(words.join(u' '))) << words << named;
    };
    row({u"--measure-limits"_s, u"1,x"_s}, u"--measure-limits 1,x: allowed are up to 20 whole numbers"_s);
    row({u"--measure-limits"_s, QString()}, u"--measure-limits '': allowed"_s);
    row({u"--measure-limits"_s, u"1"_s, u"--max-req"_s, u"5"_s}, u"together with --measure-limits"_s);
    row({u"--measure-limits"_s, u"1"_s, u"-o"_s, u"x"_s}, u"together with --measure-limits"_s);
    row({u"--measure-limits"_s, u"1"_s, u"-s"_s, u"builtin"_s, u"-s"_s, u"flagcdn"_s},
        u"only one source can be measured"_s);
    row({u"--measure-limits"_s, u"1"_s, u"-s"_s, u"builtin"_s, u"--delay"_s, u"1"_s},
        u"only together with --server builtin-slow"_s);
    row({u"--measure-limits"_s, u"1"_s, u"--headless"_s}, u"only one of them"_s);
    row({u"--capacity"_s, u"-1"_s}, u"from 0 to 1000"_s);
}

void tst_Measure::unusableOptionsAreRefused()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, named);
    const EndedRun ended = run(words, m_folder->path());
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.errors.contains(named), qPrintable(ended.errors));
    QCOMPARE(ended.errorLines().size(), 1);
    QVERIFY(ended.output.isEmpty());
}

FLAGFETCH_TEST(tst_Measure, Core)
#include "tst_measure.moc"
