#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/heldbatch.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Interrupted batches of the real program, and the requests of the run that resumes them.
class tst_SetResume final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void downloadIsResumed_data();
    void downloadIsResumed();
    void updateIsResumedAsUpdate_data();
    void updateIsResumedAsUpdate();
    void rebuildIsResumedAsRebuild();
    void repairIsResumedAsRepair();
    void codesWithoutSourceAreReported();
};

namespace {

constexpr int flags = 40;
const QStringList manyAtOnce{u"--max-req"_s, u"60"_s}; // unanswered requests do not delay other flags

/// Every third, fourth ... of the codes.
QStringList eachOf(const QStringList &codes, int step, int first = 0)
{
    QStringList some;
    for (qsizetype index = first; index < codes.size(); index += step)
        some.append(codes.at(index));
    return some;
}

/// The content without the file that records the times.
QHash<QString, QByteArray> picturesIn(const QString &folder)
{
    auto contents = contentsOf(folder);
    contents.remove(u"flags.json"_s);
    return contents;
}

void changeAll(ServedSet &set, const QStringList &codes)
{
    for (const QString &code : codes)
        set.change(code);
}

/// Ends the batch once only unanswered requests remain. Describes what went wrong; empty if nothing did.
QString endInTheMiddle(HeldBatch &batch, bool isKilled, qsizetype done, const QString &folder)
{
    if (!batch.waitForDone(done, folder))
        return u"the batch did not reach the expected state"_s;
    if (isKilled) {
        batch.kill();
        return {};
    }
    const EndedRun ended = batch.interrupt();
    const bool isTold = ended.errors.contains(
        u"Continue with: flagfetch --resume "_s + QFileInfo(folder).fileName() + u'\n');
    return ended.status == 130 && isTold ? QString() : ended.everything();
}

/// Describes what is wrong with a folder that must have no pending work; empty if nothing is.
QString whatIsLeft(ServedSet &set, const QString &name, qsizetype files)
{
    const EndedRun verified = set.run({u"--verify"_s, name});
    if (verified.output != u"%1 files checked, all intact.\n"_s.arg(files) || !verified.errors.isEmpty()
        || verified.status != 0)
        return verified.everything();
    const auto before = tracesIn(set.path(name));
    const EndedRun again = set.run({u"--resume"_s, name});
    if (again.status != 0 || again.everything() != u"There is nothing to do in %1.\n"_s.arg(name)
        || !set.requestedCodes().isEmpty())
        return again.everything() + set.requestedCodes().join(u' ');
    return touched(before, tracesIn(set.path(name)));
}

} // namespace

void tst_SetResume::downloadIsResumed_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("isSecond"); // the folder has other pictures of the same flags
    QTest::addColumn<int>("files");
    QTest::addColumn<QString>("example"); // file of AF
    const QStringList names{u"--name"_s, u"{continent}/{cc}"_s, u"--png"_s, u"16"_s};
    const QStringList widths{
        u"--name"_s, u"{width}/{num}"_s, u"--webp"_s, u"16"_s, u"--crop"_s, u"circle"_s, u"--no-original"_s};
    const QStringList rename{u"--conflict"_s, u"rename"_s};
    QTest::newRow("killed") << true << QStringList() << false << flags << u"AF-Afghanistan.svg"_s;
    QTest::newRow("interrupted") << false << QStringList() << false << flags << u"AF-Afghanistan.svg"_s;
    QTest::newRow("killed, derived pictures beside others")
        << true << names + rename << true << 4 * flags << u"asia/af-16-2.png"_s;
    QTest::newRow("interrupted, derived pictures alone")
        << false << widths << false << flags << u"16/004.webp"_s;
    QTest::newRow("killed, derived pictures over others")
        << true << widths << true << flags << u"16/004.webp"_s;
}

// The same result as without the interruption, except for the times.
void tst_SetResume::downloadIsResumed()
{
    QFETCH(const bool, isKilled);
    QFETCH(const QStringList, options);
    QFETCH(const bool, isSecond);
    QFETCH(const int, files);
    QFETCH(const QString, example);
    ServedSet set(everyCode().first(flags), Served::WithTag);
    QVERIFY(set.start());
    const QString folder = set.path(u"flags"_s);
    if (isSecond) {
        for (const QString &name : {u"flags"_s, u"whole"_s})
            QCOMPARE(set.download(name, options).status, 0);
        changeAll(set, set.codes());
    }
    QCOMPARE(set.download(u"whole"_s, options).status, 0);
    const QStringList held = eachOf(set.codes(), 3);
    set.stopAnswering(held);
    {
        HeldBatch batch(set,
            QStringList{u"--headless"_s, u"-s"_s, set.address(), u"-o"_s, u"flags"_s} + options + manyAtOnce
                + set.codes());
        QCOMPARE(endInTheMiddle(batch, isKilled, flags - held.size(), folder), QString());
    }
    const EndedRun verified = set.run({u"--verify"_s, u"flags"_s});
    QVERIFY2(verified.status == 0, qPrintable(verified.everything()));
    QVERIFY2(verified.errors.contains(
                 u"interrupted: %1 of %2 flags are still missing."_s.arg(held.size()).arg(flags)),
        qPrintable(verified.errors));

    set.resumeAnswering(held);
    const EndedRun resumed = set.run({u"--resume"_s, u"flags"_s});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.everything()));
    QVERIFY2(
        resumed.output.startsWith(u"%1 flags downloaded in "_s.arg(held.size())), qPrintable(resumed.output));
    QCOMPARE(set.requestedCodes(), held);
    QCOMPARE(set.requestedCodes(200), held);
    const auto pictures = picturesIn(folder);
    QCOMPARE(pictures, picturesIn(set.path(u"whole"_s)));
    QVERIFY2(pictures.contains(example), qPrintable(pictures.keys().join(u' ')));
    QCOMPARE(whatIsLeft(set, u"flags"_s, files), QString());
    QCOMPARE(entriesIn(folder).filter(u".flagfetch"_s), QStringList());
}

void tst_SetResume::updateIsResumedAsUpdate_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("killed") << true;
    QTest::newRow("interrupted") << false;
}

// Of four flags, one has changed and is unanswered, one is unanswered, one has changed, one is unchanged.
void tst_SetResume::updateIsResumedAsUpdate()
{
    QFETCH(const bool, isKilled);
    ServedSet set(everyCode().first(flags), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16"_s}).status, 0);
    const QStringList changedLate = eachOf(set.codes(), 4);
    const QStringList sameLate = eachOf(set.codes(), 4, 1);
    changeAll(set, changedLate + eachOf(set.codes(), 4, 2));
    set.stopAnswering(changedLate + sameLate);
    {
        HeldBatch batch(set, QStringList{u"--update"_s, u"flags"_s} + manyAtOnce);
        QCOMPARE(endInTheMiddle(batch, isKilled, flags / 2, set.path(u"flags"_s)), QString());
    }
    set.resumeAnswering(changedLate + sameLate);

    const EndedRun resumed = set.run({u"--resume"_s, u"flags"_s});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.everything()));
    QCOMPARE(set.requestedCodes(200), changedLate);
    QCOMPARE(set.requestedCodes(304), sameLate);
    QCOMPARE(set.requests().size(), changedLate.size() + sameLate.size());
    QVERIFY2(resumed.output.contains(u", 10 changed, 10 unchanged."_s), qPrintable(resumed.output));
    QVERIFY2(
        resumed.outputLines().contains(u"Changed: "_s + changedLate.join(u' ')), qPrintable(resumed.output));
    QCOMPARE(whatIsLeft(set, u"flags"_s, qsizetype(2) * flags), QString());
    const auto pictures = picturesIn(set.path(u"flags"_s));
    for (const auto &[file, bytes] : pictures.asKeyValueRange()) {
        if (file.endsWith(".svg"_L1))
            QCOMPARE(bytes, set.picture(file.first(2)));
    }
}

void tst_SetResume::rebuildIsResumedAsRebuild()
{
    ServedSet set(everyCode().first(flags), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--name"_s, u"{continent}/{CC}"_s, u"--png"_s, u"16"_s}).status, 0);
    const QStringList held = eachOf(set.codes(), 3);
    set.stopAnswering(held);
    {
        HeldBatch batch(
            set, QStringList{u"--from"_s, u"flags/flags.json"_s, u"-o"_s, u"copy"_s} + manyAtOnce);
        QCOMPARE(endInTheMiddle(batch, true, flags - held.size(), set.path(u"copy"_s)), QString());
    }
    set.resumeAnswering(held);

    const EndedRun resumed = set.run({u"--resume"_s, u"copy"_s});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.everything()));
    QCOMPARE(set.requestedCodes(200), held);
    QCOMPARE(set.requests().size(), held.size());
    QCOMPARE(contentsOf(set.path(u"copy"_s)), contentsOf(set.path(u"flags"_s))); // including the times
    QCOMPARE(whatIsLeft(set, u"copy"_s, qsizetype(2) * flags), QString());
}

// It accepts only the pictures of the manifest, as the repair would have done.
void tst_SetResume::repairIsResumedAsRepair()
{
    ServedSet set(everyCode().first(flags), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    const QStringList broken = eachOf(set.codes(), 2);
    for (const QString &file : filesIn(set.path(u"flags"_s))) {
        if (broken.contains(file.first(2)))
            QVERIFY(QFile::remove(set.path(u"flags/"_s + file)));
    }
    const QStringList held = eachOf(broken, 5);
    set.stopAnswering(held);
    {
        HeldBatch batch(set, QStringList{u"--verify"_s, u"flags"_s, u"--repair"_s} + manyAtOnce);
        QVERIFY(batch.waitForDone(broken.size() - held.size(), set.path(u"flags"_s)));
        batch.kill();
    }
    set.resumeAnswering(held);
    QCOMPARE(held.first(), u"AD"_s);
    changeAll(set, {u"AD"_s, set.codes().at(1)}); // no request may fetch the second

    const EndedRun resumed = set.run({u"--resume"_s, u"flags"_s});
    QVERIFY2(resumed.status == 1, qPrintable(resumed.everything()));
    QCOMPARE(set.requestedCodes(), held);
    QVERIFY2(resumed.output.contains(u"Andorra: the source now has another picture than the set had"_s),
        qPrintable(resumed.output));
    QVERIFY2(resumed.output.startsWith(u"%1 flags downloaded in "_s.arg(held.size() - 1)),
        qPrintable(resumed.output));
    const auto repaired = tracesIn(set.path(u"flags"_s));
    QVERIFY(!repaired.contains(u"AD-Andorra.svg"_s));
    QCOMPARE(repaired.value(u"flags.json"_s), downloaded.value(u"flags.json"_s));
    QCOMPARE(set.run({u"--verify"_s, u"flags"_s}).outputLines(),
        QStringList({u"40 files checked, 1 not intact."_s, u"Missing: AD-Andorra.svg"_s}));
}

// Row 131. Regression: there was "nothing to do", with status 0.
void tst_SetResume::codesWithoutSourceAreReported()
{
    ServedSet set({u"DE"_s, u"FR"_s}, Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const QByteArray journal = R"({"format":"flagfetch-batch","version":1,"purpose":"download",)"
                               R"("conflict":"overwrite","name":"{CC}-{country}","sources":[],)"
                               R"("codes":["AT","AU"],"flags":[]})"
                               "\n";
    QVERIFY(writeFile(set.path(u"flags/.flagfetch-batch.jsonl"_s), journal));
    const EndedRun resumed = set.run({u"--resume"_s, u"flags"_s});
    QCOMPARE(resumed.status, 1);
    QVERIFY2(resumed.errors.contains(u"Skipped, because their source is unknown: AT AU\n"_s),
        qPrintable(resumed.errors));
    const EndedRun verified = set.run({u"--verify"_s, u"flags"_s});
    QVERIFY2(verified.errors.contains(u"2 of 2 flags are still missing"_s), qPrintable(verified.errors));
}

FLAGFETCH_TEST(tst_SetResume, Core)
#include "tst_setresume.moc"
