#include "app/storage/setfiles.h"
#include "tests/faults/testenvironment.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/heldbatch.h"

#include <QRandomGenerator>
#include <QTest>

#include <sys/stat.h>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

/// Row 71 for sets: SIGKILL ends the real program at random moments while it changes a set.
class tst_SetKilled final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setAndFilesAgreeAfterEachKill_data();
    void setAndFilesAgreeAfterEachKill();
};

namespace {

constexpr quint32 setSeed = 71;

/// Names of files whose content neither the manifest nor the journal records. Reads the documented formats
/// without code of the program.
QStringList filesThatNothingProves(const QString &folder)
{
    const QByteArray proof = readFile(folder + u'/' + QLatin1StringView(manifestFileName))
        + readFile(folder + u'/' + QLatin1StringView(journalFileName));
    const auto contents = contentsOf(folder);
    QStringList unproved;
    for (const auto &[file, bytes] : contents.asKeyValueRange()) {
        if (!isReservedSetFile(file) && !proof.contains(sha256(bytes).toHex()))
            unproved.append(file);
    }
    return unproved;
}

quint64 journalInode(const QString &folder)
{
    struct stat journal
    {
    };
    const QString path = folder + u'/' + QLatin1StringView(journalFileName);
    return ::stat(QFile::encodeName(path).constData(), &journal) == 0 ? journal.st_ino : 0;
}

/// Kills the program shortly after its journal has that many lines, which is during the batch even on a busy
/// machine. Returns false if the program ended before.
bool killAt(QProcess &process, const QString &folder, int lines, std::chrono::microseconds moment)
{
    const quint64 old = journalInode(folder);
    process.start();
    while (!process.waitForFinished(1)) {
        if (process.error() != QProcess::Timedout && process.error() != QProcess::UnknownError)
            return false;
        if (journalInode(folder) == old || journalLines(folder) < lines)
            continue;
        std::this_thread::sleep_for(moment);
        process.kill();
        process.waitForFinished();
        return process.exitStatus() == QProcess::CrashExit;
    }
    return false;
}

void changeAll(ServedSet &set)
{
    for (const QString &code : set.codes())
        set.change(code);
}

} // namespace

void tst_SetKilled::setAndFilesAgreeAfterEachKill_data()
{
    QTest::addColumn<QStringList>("arguments"); // for the batch that is killed
    QTest::addColumn<QStringList>("options"); // for the download before it
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("kills");
    QTest::addColumn<int>("filesPerFlag");
    const QStringList widths{u"--png"_s, u"16,24"_s};
    QTest::newRow("row 71 update") << QStringList{u"--update"_s, u"flags"_s} << QStringList() << 60
                                   << rounds(20) << 1;
    QTest::newRow("row 71 update of derived pictures")
        << QStringList{u"--update"_s, u"flags"_s} << widths << 16 << rounds(10) << 3;
    QTest::newRow("row 71 download of derived pictures") << QStringList() << widths << 16 << rounds(20) << 3;
    QTest::newRow("row 71 download of derived pictures alone")
        << QStringList() << widths + QStringList{u"--no-original"_s} << 16 << rounds(10) << 2;
}

// Each run starts from the state that the previous kills left, with other pictures on the server.
void tst_SetKilled::setAndFilesAgreeAfterEachKill()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QStringList, options);
    QFETCH(const int, count);
    QFETCH(const int, kills);
    QFETCH(const int, filesPerFlag);
    ServedSet set(everyCode().sliced(0, count), Served::WithTag);
    QVERIFY(set.start());
    const QString folder = set.path(u"flags"_s);
    const bool isDownload = arguments.isEmpty();
    if (isDownload)
        arguments = QStringList{u"--headless"_s, u"-s"_s, set.address(), u"-o"_s, u"flags"_s} + options
            + set.codes();
    QCOMPARE(set.download(u"flags"_s, options).status, 0);

    QRandomGenerator random(setSeed);
    int inTheMiddle = 0;
    for (int kill = 0; kill < kills; ++kill) {
        changeAll(set);
        if (isDownload && kill % 2 == 0)
            QDir(folder).removeRecursively();
        const auto process = program(arguments, set.path({}));
        const int lines = int(random.bounded(count * filesPerFlag));
        const bool isKilled
            = killAt(*process, folder, lines, std::chrono::microseconds(random.bounded(3000)));
        inTheMiddle += int(isKilled && journalLines(folder) >= 0);

        const QString when = u"after kill %1: "_s.arg(kill);
        const QStringList unproved = filesThatNothingProves(folder);
        QVERIFY2(unproved.isEmpty(), qPrintable(when + unproved.join(u' ')));
        const qsizetype files = filesIn(folder).size();
        if (files == 0)
            continue; // it had only just started
        const EndedRun verified = run({u"--verify"_s, u"flags"_s}, set.path({}));
        QVERIFY2(verified.status == 0, qPrintable(when + verified.everything()));
        QVERIFY2(!verified.output.contains(u"Not part"_s), qPrintable(when + verified.output));
        if (kill % 10 == 9) {
            const EndedRun resumed = run({u"--resume"_s, u"flags"_s}, set.path({}));
            QVERIFY2(resumed.status == 0, qPrintable(when + resumed.everything()));
            QCOMPARE(journalLines(folder), -1);
            QCOMPARE(filesIn(folder).size(), count * filesPerFlag);
        }
    }
    qInfo("%d of %d kills came in the middle of a batch", inTheMiddle, kills);
    QVERIFY(inTheMiddle > kills / 2);

    const EndedRun last = set.run(arguments);
    QVERIFY2(last.status == 0, qPrintable(last.everything()));
    QCOMPARE(set.run({u"--verify"_s, u"flags"_s}).outputLines(),
        QStringList{u"%1 files checked, all intact."_s.arg(count * filesPerFlag)});
    const auto contents = contentsOf(folder);
    QCOMPARE(contents.size(), count * filesPerFlag + 2);
    QCOMPARE(set.download(u"untroubled"_s, options).status, 0);
    const auto expected = contentsOf(set.path(u"untroubled"_s));
    for (const auto &[file, bytes] : expected.asKeyValueRange()) {
        if (!isReservedSetFile(file)) // these contain times, which differ for each batch
            QVERIFY2(contents.value(file) == bytes, qPrintable(file));
    }
    // Hidden files too: the killed runs left none.
    QCOMPARE(entriesIn(folder).size(), contents.size());
}

FLAGFETCH_TEST(tst_SetKilled, Core)
#include "tst_setkilled.moc"
