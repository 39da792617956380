#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/servedset.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Row 68 for sets: the real program downloads into a set whose files exist already.
class tst_SetConflicts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void skipSendsNoRequestForFlagsOfTheSet();
    void skippedFlagsAreOfTheSourceInTheSet();
    void skipSendsRequestsForOtherFormats_data();
    void skipSendsRequestsForOtherFormats();
    void renameKeepsBothInTheSet();
    void overwriteReplaces();
    void untrackedFileFollowsTheConflictPolicy_data();
    void untrackedFileFollowsTheConflictPolicy();
};

namespace {

QStringList policy(const QString &word)
{
    return {u"--conflict"_s, word};
}

/// Describes what is wrong with a set of this many files; empty if nothing is.
QString problemIn(ServedSet &set, int files)
{
    const EndedRun ended = set.run({u"--verify"_s, u"flags"_s});
    const bool isIntact
        = ended.status == 0 && ended.output == u"%1 files checked, all intact.\n"_s.arg(files);
    return isIntact ? QString() : ended.everything();
}

} // namespace

void tst_SetConflicts::skipSendsNoRequestForFlagsOfTheSet()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    const QStringList options = policy(u"skip"_s) + QStringList{u"--png"_s, u"16"_s};
    QCOMPARE(set.download(u"flags"_s, options).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    set.change(u"DE"_s); // no request may notice it

    const EndedRun again = set.download(u"flags"_s, options);
    QVERIFY2(again.status == 0, qPrintable(again.everything()));
    QVERIFY2(again.output.contains(u", 5 already there."_s), qPrintable(again.output));
    QCOMPARE(set.requestedCodes(), QStringList());
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), QString());

    QVERIFY(QFile::remove(set.path(u"flags/FR-France.svg"_s)));
    QVERIFY(QFile::remove(set.path(u"flags/NG-Nigeria-16.png"_s)));
    const EndedRun completed = set.download(u"flags"_s, options);
    QVERIFY2(completed.status == 0, qPrintable(completed.everything()));
    QCOMPARE(set.requestedCodes(), QStringList({u"FR"_s, u"NG"_s}));
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), u"FR-France.svg NG-Nigeria-16.png"_s);
    QCOMPARE(problemIn(set, 10), QString());
}

// Regression: the first source was named, which had not been asked.
void tst_SetConflicts::skippedFlagsAreOfTheSourceInTheSet()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    QStringList words{u"--headless"_s, u"-s"_s, u"builtin"_s, u"-s"_s, set.address(), u"-o"_s, u"flags"_s};
    words += policy(u"skip"_s) + fiveCodes();

    const EndedRun again = set.run(words);
    QVERIFY2(again.output.contains(u", 5 already there.\n"_s), qPrintable(again.everything()));
    const EndedRun json = set.run(words + QStringList{u"--json"_s});
    QCOMPARE(json.output.count(u"\"source\":\"127.0.0.1\""_s), 5);
    QCOMPARE(set.requestedCodes(), QStringList());
}

void tst_SetConflicts::skipSendsRequestsForOtherFormats_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("files");
    QTest::newRow("another name") << QStringList{u"--name"_s, u"{cc}"_s} << 10;
    QTest::newRow("a picture made of it") << QStringList{u"--png"_s, u"16"_s} << 10;
}

void tst_SetConflicts::skipSendsRequestsForOtherFormats()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, files);
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = contentsOf(set.path(u"flags"_s));
    QCOMPARE(set.download(u"flags"_s, options + policy(u"skip"_s)).status, 0);
    QCOMPARE(set.requestedCodes(200), fiveCodes());
    const auto contents = contentsOf(set.path(u"flags"_s));
    for (const QString &file : filesIn(set.path(u"flags"_s)))
        QVERIFY(!downloaded.contains(file) || downloaded.value(file) == contents.value(file));
    QCOMPARE(problemIn(set, files), QString());
}

void tst_SetConflicts::renameKeepsBothInTheSet()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    const QStringList options{u"--name"_s, u"{continent}/{cc}"_s, u"--png"_s, u"16"_s};
    QCOMPARE(set.download(u"flags"_s, options).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    const QByteArray old = set.picture(u"NG"_s);
    set.change(u"NG"_s);

    const EndedRun ended = set.download(u"flags"_s, options + policy(u"rename"_s));
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(readFile(set.path(u"flags/africa/ng.svg"_s)), old);
    QCOMPARE(readFile(set.path(u"flags/africa/ng-2.svg"_s)), set.picture(u"NG"_s));
    QVERIFY(QFile::exists(set.path(u"flags/africa/ng-16-2.png"_s)));
    QCOMPARE(problemIn(set, 20), QString());
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))).count(u".svg "_s), 5); // the new ones

    // Each of the two files has its own validator and gets a request.
    QCOMPARE(set.run({u"--update"_s, u"flags"_s}).status, 0);
    QCOMPARE(set.requests().size(), 10);
    QCOMPARE(set.requestedCodes(200), QStringList{u"NG"_s});
    QCOMPARE(readFile(set.path(u"flags/africa/ng.svg"_s)), set.picture(u"NG"_s));
    QCOMPARE(problemIn(set, 20), QString());
}

void tst_SetConflicts::overwriteReplaces()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16,24"_s}).status, 0);
    const auto downloaded = contentsOf(set.path(u"flags"_s));
    set.change(u"NG"_s);
    const EndedRun ended
        = set.download(u"flags"_s, policy(u"overwrite"_s) + QStringList{u"--png"_s, u"16"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(set.requestedCodes(200), fiveCodes());
    const auto contents = contentsOf(set.path(u"flags"_s));
    QCOMPARE(contents.value(u"NG-Nigeria.svg"_s), set.picture(u"NG"_s));
    QVERIFY(contents.value(u"NG-Nigeria-16.png"_s) != downloaded.value(u"NG-Nigeria-16.png"_s));
    QCOMPARE(contents.size(), downloaded.size());
    QCOMPARE(problemIn(set, 15), QString()); // all earlier files exist and belong to the set
}

void tst_SetConflicts::untrackedFileFollowsTheConflictPolicy_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<QStringList>("names"); // all files
    QTest::addColumn<QString>("verified"); // last line of --verify
    const QString well = u"1 file checked, intact."_s;
    const QStringList one{u"DE-Germany.svg"_s};
    QTest::newRow("overwrite") << u"overwrite"_s << false << one << well;
    QTest::newRow("rename") << u"rename"_s << true << QStringList{u"DE-Germany-2.svg"_s, u"DE-Germany.svg"_s}
                            << u"Not part of the set: DE-Germany.svg"_s;
}

void tst_SetConflicts::untrackedFileFollowsTheConflictPolicy()
{
    QFETCH(const QString, word);
    QFETCH(const bool, isKept);
    QFETCH(const QStringList, names);
    QFETCH(const QString, verified);
    ServedSet set({u"DE"_s}, Served::WithTag);
    QVERIFY(set.start());
    QVERIFY(QDir(set.path({})).mkdir(u"flags"_s));
    QVERIFY(writeFile(set.path(u"flags/DE-Germany.svg"_s), "mine"));
    const EndedRun ended = set.download(u"flags"_s, policy(word));
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(filesIn(set.path(u"flags"_s)), names);
    QCOMPARE(
        readFile(set.path(u"flags/DE-Germany.svg"_s)), isKept ? QByteArray("mine") : set.picture(u"DE"_s));
    const EndedRun checked = set.run({u"--verify"_s, u"flags"_s});
    QVERIFY2(checked.status == 0, qPrintable(checked.everything()));
    QCOMPARE(checked.outputLines().last(), verified);
}

FLAGFETCH_TEST(tst_SetConflicts, Core)
#include "tst_setconflicts.moc"
