#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/heldbatch.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Row 72 for sets: a second program starts in a folder while the first one is running.
class tst_SetOwners final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row72SecondIsRefused_data();
    void row72SecondIsRefused();
};

namespace {

/// Operations in the folder "flags", in which France and Nigeria are missing. The server never sends Nigeria.
QStringList orderOf(const QString &name, const ServedSet &set)
{
    if (name == "update"_L1)
        return {u"--update"_s, u"flags"_s};
    if (name == "repair"_L1)
        return {u"--verify"_s, u"flags"_s, u"--repair"_s};
    if (name == "rebuild"_L1)
        return {u"--from"_s, u"whole/flags.json"_s, u"--output"_s, u"flags"_s};
    if (name == "resume"_L1)
        return {u"--resume"_s, u"flags"_s};
    return QStringList{u"--headless"_s, u"--server"_s, set.address(), u"--output"_s, u"flags"_s}
    + set.codes();
}

} // namespace

void tst_SetOwners::row72SecondIsRefused_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("done"); // finished countries when the first program only waits
    QTest::addColumn<QString>("second");
    QTest::newRow("row 72 update during a download") << u"download"_s << 4 << u"update"_s;
    QTest::newRow("row 72 repair during an update") << u"update"_s << 4 << u"repair"_s;
    QTest::newRow("row 72 download during a rebuild") << u"rebuild"_s << 4 << u"download"_s;
    QTest::newRow("row 72 resume during a repair") << u"repair"_s << 1 << u"resume"_s;
    QTest::newRow("row 72 rebuild during a download") << u"download"_s << 4 << u"rebuild"_s;
}

void tst_SetOwners::row72SecondIsRefused()
{
    QFETCH(const QString, first);
    QFETCH(const int, done);
    QFETCH(const QString, second);
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    const QString folder = set.path(u"flags"_s);
    for (const QString &name : {u"flags"_s, u"whole"_s})
        QCOMPARE(set.download(name).status, 0);
    QVERIFY(QFile::remove(folder + u"/FR-France.svg"_s) && QFile::remove(folder + u"/NG-Nigeria.svg"_s));
    set.stopAnswering({u"NG"_s});
    HeldBatch owner(set, orderOf(first, set));
    QVERIFY(owner.waitForDone(done, folder));
    const auto before = tracesIn(folder);

    const EndedRun refused = set.run(orderOf(second, set));
    QVERIFY2(refused.status == 1, qPrintable(refused.everything()));
    const QString message
        = u"flags: another program is saving flags in this folder (flagfetch, process %1 on this computer). Wait"_s
              .arg(owner.processId());
    QVERIFY2(refused.everything().contains(message), qPrintable(refused.everything()));
    QCOMPARE(set.requestedCodes(), QStringList());
    QCOMPARE(touched(before, tracesIn(folder)), QString());

    // Verifying does not wait, and does not report the running batch as interrupted.
    const EndedRun verified = set.run({u"--verify"_s, u"flags"_s});
    QCOMPARE(verified.status, 1);
    QVERIFY2(verified.outputLines().contains(u"Missing: NG-Nigeria.svg"_s), qPrintable(verified.output));
    QVERIFY2(verified.errors.contains(u"Another program is saving flags in this folder."_s)
            && !verified.errors.contains(u"interrupted"_s),
        qPrintable(verified.errors));
    QCOMPARE(set.run({u"--data"_s, u"flags.csv"_s, u"--set"_s, u"flags"_s}).status, 0);
    QCOMPARE(readFile(set.path(u"flags.csv"_s)).count("\r\n"), 1 + 5);
    QCOMPARE(touched(before, tracesIn(folder)), QString());

    owner.kill();
    set.resumeAnswering({u"NG"_s});
    const EndedRun next = set.run(orderOf(second, set));
    QVERIFY2(next.status == 0, qPrintable(next.everything()));
    QCOMPARE(contentsOf(folder).value(u"NG-Nigeria.svg"_s), set.picture(u"NG"_s));
    const EndedRun well = set.run({u"--verify"_s, u"flags"_s});
    QCOMPARE(well.everything(), u"5 files checked, all intact.\n"_s);
    QCOMPARE(entriesIn(folder).size(), 5 + 2);
}

FLAGFETCH_TEST(tst_SetOwners, Core)
#include "tst_setowners.moc"
