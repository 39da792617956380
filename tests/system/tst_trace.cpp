#include "tests/support/testprogram.h"
#include "tests/support/tracecheck.h"
#include "tests/system/flagfolder.h"
#include "tests/system/heldbatch.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// --trace in every mode of the real program that downloads.
class tst_Trace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void downloadIsTraced();
    void tableHasALineForEachRequest();
    void olderFileIsReplaced();
    void failuresAreTraced();
    void interruptedDownloadIsTraced();
    void operationsOnASetAreTraced_data();
    void operationsOnASetAreTraced();
    void operationWithNothingToDoIsTraced();
    void unusableFileIsRefusedAtTheStart_data();
    void unusableFileIsRefusedAtTheStart();
    void linkOfTheSystemIsNotReplaced();
    void inputIsNotReplaced_data();
    void inputIsNotReplaced();
    void fileThatBecomesPartOfTheSetIsNotReplaced();

private:
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_set->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The codes of the slices of requests with this result, sorted.
    [[nodiscard]] QStringList tracedCodes(const QString &name, const QString &result = u"received"_s) const
    {
        QStringList codes;
        for (const QJsonObject &event : eventsOf(read(name), u"X"_s)) {
            const QJsonObject arguments = event.value(u"args"_s).toObject();
            if (arguments.value(u"result"_s) == result)
                codes += arguments.value(u"code"_s).toString();
        }
        codes.sort();
        return codes;
    }

    std::unique_ptr<ServedSet> m_set;
};

void tst_Trace::initTestCase()
{
    QVERIFY2(ServedSet(fiveCodes(), Served::WithTag).start(), "nginx is needed");
}

void tst_Trace::init()
{
    m_set = std::make_unique<ServedSet>(fiveCodes(), Served::WithTag);
    QVERIFY(m_set->start());
}

void tst_Trace::downloadIsTraced()
{
    const EndedRun ended = m_set->download(u"flags"_s, {u"--trace"_s, u"traces/run.json"_s});
    QCOMPARE(ended.status, 0);

    const QByteArray json = read(u"traces/run.json"_s);
    QCOMPARE(problemInTrace(json), QString());
    QStringList expected = fiveCodes();
    expected.sort();
    QCOMPARE(tracedCodes(u"traces/run.json"_s), expected);
    QCOMPARE(m_set->requestedCodes(), expected);
    QCOMPARE(QDir(m_set->path(u"traces"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{u"run.json"_s});
}

void tst_Trace::tableHasALineForEachRequest()
{
    QCOMPARE(m_set->download(u"flags"_s, {u"--trace"_s, u"run.CSV"_s}).status, 0);

    const QList<QByteArray> lines = read(u"run.CSV"_s).split('\n');
    QVERIFY(lines.first().startsWith("request,code,part,"));
    QCOMPARE(lines.size(), 1 + fiveCodes().size() + 1); // the last one is empty
    QCOMPARE(lines.last(), QByteArray());
}

void tst_Trace::olderFileIsReplaced()
{
    QFile file(m_set->path(u"run.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("older") == 5);
    file.close();
    QCOMPARE(m_set->download(u"flags"_s, {u"--trace"_s, u"run.json"_s}).status, 0);
    QCOMPARE(problemInTrace(read(u"run.json"_s)), QString());
}

void tst_Trace::failuresAreTraced()
{
    m_set->remove(u"FR"_s);
    QCOMPARE(m_set->download(u"flags"_s, {u"--trace"_s, u"run.json"_s}).status, 1);

    QCOMPARE(problemInTrace(read(u"run.json"_s)), QString());
    QCOMPARE(tracedCodes(u"run.json"_s, u"not_found"_s), QStringList{u"FR"_s});
    QCOMPARE(tracedCodes(u"run.json"_s).size(), 4);
}

void tst_Trace::interruptedDownloadIsTraced()
{
    m_set->stopAnswering({u"FR"_s, u"KE"_s});
    const QStringList arguments{u"--headless"_s, u"-s"_s, m_set->address(), u"-o"_s, u"flags"_s,
        u"--max-req"_s, u"9"_s, u"--trace"_s, u"run.json"_s};
    HeldBatch batch(*m_set, arguments + fiveCodes());
    QVERIFY(batch.waitForDone(3, m_set->path(u"flags"_s)));
    QVERIFY(!QFile::exists(m_set->path(u"run.json"_s)));
    QCOMPARE(batch.interrupt().status, 130);

    QCOMPARE(problemInTrace(read(u"run.json"_s)), QString());
    QCOMPARE(tracedCodes(u"run.json"_s).size(), 3);
    QCOMPARE(tracedCodes(u"run.json"_s, u"cancelled"_s), (QStringList{u"FR"_s, u"KE"_s}));
}

void tst_Trace::operationsOnASetAreTraced_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("update") << QStringList{u"--update"_s, u"flags"_s} << fiveCodes();
    QTest::newRow("repair") << QStringList{u"--verify"_s, u"flags"_s, u"--repair"_s} << QStringList{u"DE"_s};
    QTest::newRow("rebuild") << QStringList{u"--from"_s, u"flags/flags.json"_s, u"-o"_s, u"copy"_s}
                             << fiveCodes();
    QTest::newRow("resume") << QStringList{u"--resume"_s, u"flags"_s} << QStringList{u"ZA"_s};
}

void tst_Trace::operationsOnASetAreTraced()
{
    QFETCH(const QStringList, arguments);
    QFETCH(QStringList, codes);
    codes.sort();
    const bool isResumed = arguments.first() == "--resume"_L1;
    if (isResumed) {
        m_set->stopAnswering({u"ZA"_s});
        HeldBatch batch(*m_set,
            QStringList{u"--headless"_s, u"-s"_s, m_set->address(), u"-o"_s, u"flags"_s} + fiveCodes());
        QVERIFY(batch.waitForDone(4, m_set->path(u"flags"_s)));
        QCOMPARE(batch.interrupt().status, 130);
        m_set->resumeAnswering({u"ZA"_s});
    } else {
        QCOMPARE(m_set->download(u"flags"_s).status, 0);
        QVERIFY(QFile::remove(m_set->path(u"flags/DE-Germany.svg"_s)));
    }
    const EndedRun ended = m_set->run(arguments + QStringList{u"--trace"_s, u"run.json"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));

    QCOMPARE(problemInTrace(read(u"run.json"_s)), QString());
    QCOMPARE(tracedCodes(u"run.json"_s), codes);
    QCOMPARE(m_set->requestedCodes(), codes);
}

void tst_Trace::operationWithNothingToDoIsTraced()
{
    QCOMPARE(m_set->download(u"flags"_s).status, 0);
    QCOMPARE(m_set->run({u"--resume"_s, u"flags"_s, u"--trace"_s, u"run.json"_s}).status, 0);
    QCOMPARE(problemInTrace(read(u"run.json"_s)), QString());
    QVERIFY(eventsOf(read(u"run.json"_s), u"X"_s).isEmpty());
}

void tst_Trace::unusableFileIsRefusedAtTheStart_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("reason");
    QTest::newRow("folder") << u"flags"_s << u"this is no file that can be replaced"_s;
    QTest::newRow("no name") << u"traces/"_s << u"the name of a file is needed"_s;
    QTest::newRow("device") << u"/dev/full"_s << u"this is no file that can be replaced"_s;
    QTest::newRow("below a file") << u"flags/flags.json/run.json"_s << u"is a file; a folder is needed"_s;
    QTest::newRow("manifest") << u"flags/flags.json"_s << u"a set of flags has this file"_s;
    QTest::newRow("attribution") << u"flags/ATTRIBUTION.md"_s << u"a set of flags has this file"_s;
    QTest::newRow("lock") << u"flags/.flagfetch.lock"_s << u"a set of flags has this file"_s;
    QTest::newRow("flag") << u"flags/FR-France.svg"_s << u"a set of flags has this file"_s;
    QTest::newRow("process") << u"/proc/self/comm"_s << u"this is no file that can be replaced"_s;
}

void tst_Trace::unusableFileIsRefusedAtTheStart()
{
    QFETCH(const QString, file);
    QFETCH(const QString, reason);
    QCOMPARE(m_set->download(u"flags"_s).status, 0);
    const auto before = tracesIn(m_set->path({}));
    const EndedRun ended = m_set->download(u"flags"_s, {u"--trace"_s, file});

    QCOMPARE(ended.status, 2);
    QCOMPARE(ended.errorLines().size(), 1);
    QVERIFY2(ended.errors.startsWith(u"flagfetch: --trace "_s + file) && ended.errors.contains(reason),
        qPrintable(ended.errors));
    QVERIFY(m_set->requestedCodes().isEmpty());
    QCOMPARE(touched(before, tracesIn(m_set->path({}))), QString());
}

// As /dev/stdout, which leads to an ordinary file if the output is redirected.
void tst_Trace::linkOfTheSystemIsNotReplaced()
{
    QVERIFY(QFile::link(u"/proc/self/status"_s, m_set->path(u"link"_s)));
    QVERIFY(QFile::link(u"link"_s, m_set->path(u"link-to-link"_s)));
    for (const QString &name : {u"link"_s, u"link-to-link"_s}) {
        const EndedRun ended = m_set->download(u"flags"_s, {u"--trace"_s, name});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.errors.contains("this is no file that can be replaced"_L1), qPrintable(ended.errors));
        QVERIFY(QFileInfo(m_set->path(name)).isSymLink());
    }
    QVERIFY(m_set->requestedCodes().isEmpty());
}

void tst_Trace::inputIsNotReplaced_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("input");
    const QStringList headless{u"--headless"_s, u"-o"_s, u"out"_s};
    QTest::newRow("countries") << headless + QStringList{u"--codes-from"_s, u"input/codes.txt"_s}
                               << u"input/codes.txt"_s;
    QTest::newRow("sources") << headless + QStringList{u"--sources"_s, u"input/sources.json"_s}
                             << u"input/sources.json"_s;
    QTest::newRow("pictures") << headless + QStringList{u"--pictures"_s, u"input"_s, u"FR"_s}
                              << u"input/fr.svg"_s;
    QTest::newRow("manifest") << QStringList{u"--from"_s, u"input/copy.json"_s, u"-o"_s, u"out"_s}
                              << u"input/copy.json"_s;
    QTest::newRow("by another name") << headless + QStringList{u"--codes-from"_s, u"input/link.txt"_s}
                                     << u"input/codes.txt"_s;
}

void tst_Trace::inputIsNotReplaced()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, input);
    QCOMPARE(m_set->download(u"flags"_s).status, 0);
    QVERIFY(QDir(m_set->path({})).mkdir(u"input"_s));
    QVERIFY(QFile::copy(m_set->path(u"flags/flags.json"_s), m_set->path(u"input/copy.json"_s)));
    QVERIFY(QFile::copy(m_set->path(u"flags/FR-France.svg"_s), m_set->path(u"input/fr.svg"_s)));
    QVERIFY(QFile::link(u"codes.txt"_s, m_set->path(u"input/link.txt"_s)));
    for (const auto &[name, content] :
        {std::pair(u"input/codes.txt"_s, "FR\n"_ba), std::pair(u"input/sources.json"_s, "[]"_ba)}) {
        QFile file(m_set->path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    const QByteArray before = read(input);
    QVERIFY(!before.isEmpty());

    const EndedRun ended = m_set->run(arguments + QStringList{u"--trace"_s, input});
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.errors.contains("reads this file"_L1), qPrintable(ended.errors));
    QCOMPARE(read(input), before);
}

// The name is not in the set before the download.
void tst_Trace::fileThatBecomesPartOfTheSetIsNotReplaced()
{
    const EndedRun ended = m_set->download(u"flags"_s, {u"--trace"_s, u"flags/FR-France.svg"_s});

    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains("flags/FR-France.svg"_L1), qPrintable(ended.errors));
    QCOMPARE(read(u"flags/FR-France.svg"_s), m_set->picture(u"FR"_s));
    QCOMPARE(m_set->run({u"--verify"_s, u"flags"_s}).status, 0);
}

FLAGFETCH_TEST(tst_Trace, Core)
#include "tst_trace.moc"
