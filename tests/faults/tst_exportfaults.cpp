#include "app/exports/exportflag.h"
#include "app/exports/exportrequest.h"
#include "tests/exports/exportflags.h"
#include "tests/faults/testenvironment.h"
#include "tests/support/hardpictures.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QElapsedTimer>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <limits>

using namespace Qt::StringLiterals;

/// Exports that are killed or interrupted, or that find the disk full.
class tst_ExportFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedExportLeavesOldOrNewFiles_data();
    void killedExportLeavesOldOrNewFiles();
    void interruptedExportKeepsTheOldFiles();
    void fullDiskKeepsTheOldFiles();

private:
    QTemporaryDir m_scratch;
};

namespace {

constexpr int usualExportKills = 16;
constexpr int exportedFlags = 60;

bool isWholePdf(const QString &path)
{
    const QByteArray pdf = readFile(path);
    return pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF");
}

/// Whether the table has a heading and a complete line for each flag.
bool isWholeCsv(const QString &path)
{
    const QByteArray csv = readFile(path);
    return csv.startsWith("code,") && csv.endsWith("\r\n") && csv.count("\r\n") == csv.count(".svg,") + 1
        && csv.count(".svg,") > 0;
}

/// Whether all four files exist and belong to the same sprite.
bool isWholeSprite(const QString &folder)
{
    QStringList names = spriteFileNames();
    names.sort();
    const QJsonObject json = QJsonDocument::fromJson(readFile(folder + u"/flags.json"_s)).object();
    const QByteArray page = readFile(folder + u"/index.html"_s);
    const qsizetype count = json[u"flags"_s].toObject().size();
    return entriesIn(folder) == names && page.trimmed().endsWith("</html>")
        && page.count("class=\"flag flag-") == count
        && readFile(folder + u"/flags.css"_s).count("\n.flag-") == count
        && QImage(folder + u"/flags.png"_s).size()
        == QSize(json[u"width"_s].toInt(), json[u"height"_s].toInt());
}

/// Whether the process has installed a handler for the signal, according to /proc.
bool catches(pid_t process, int signal)
{
    static const QRegularExpression line(u"SigCgt:\\s*([0-9a-f]+)"_s);
    const QByteArray status = readFile(u"/proc/%1/status"_s.arg(process));
    const quint64 caught = line.match(QString::fromLatin1(status)).captured(1).toULongLong(nullptr, 16);
    return (caught >> (signal - 1) & 1) != 0;
}

/// The shortest time of three runs in milliseconds; the first may wait for the disk. Negative if one fails.
qint64 shortestRun(const QStringList &arguments, const QString &folder)
{
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (int turn = 0; turn < 3; ++turn) {
        QElapsedTimer elapsed;
        elapsed.start();
        if (run(arguments, folder).status != 0)
            return -1;
        shortest = std::min(shortest, elapsed.elapsed());
    }
    return shortest;
}

bool isWhole(const QString &path)
{
    if (path.endsWith(".pdf"_L1))
        return isWholePdf(path);
    if (path.endsWith(".png"_L1))
        return !QImage(path).isNull();
    return path.endsWith(".csv"_L1) ? isWholeCsv(path) : isWholeSprite(path);
}

} // namespace

void tst_ExportFaults::initTestCase()
{
    QVERIFY(QDir(m_scratch.path()).mkdir(u"downloads"_s));
    QCOMPARE(someFlags(QDir(m_scratch.filePath(u"downloads"_s)), exportedFlags).size(), exportedFlags);
    // Enough existing codes: AD to BZ.
    QCOMPARE(run({u"--data"_s, u"all.csv"_s}, m_scratch.path()).status, 0);
}

void tst_ExportFaults::killedExportLeavesOldOrNewFiles_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("result");
    QTest::addColumn<double>("startUp"); // share of the run before the export starts
    QTest::newRow("contact sheet") << u"--contact-sheet"_s << u"sheet.pdf"_s << 0.0;
    QTest::newRow("contact sheet as a picture") << u"--contact-sheet"_s << u"sheet.png"_s << 0.0;
    QTest::newRow("sprite") << u"--sprite"_s << u"site"_s << 0.0;
    QTest::newRow("data") << u"--data"_s << u"table.csv"_s << 0.6;
}

void tst_ExportFaults::killedExportLeavesOldOrNewFiles()
{
    QFETCH(const QString, option);
    QFETCH(const QString, result);
    QFETCH(const double, startUp);
    const QString path = m_scratch.filePath(result);
    // Every second run exports other codes, so that old and new files differ.
    const QStringList arguments{option, result};
    qint64 wholeRun = shortestRun(arguments, m_scratch.path()); // ms
    QVERIFY(wholeRun > 0);
    QVERIFY(isWhole(path));
    const QStringList visible = QDir(m_scratch.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);

    const int kills = rounds(usualExportKills);
    QRandomGenerator random(71);
    int killed = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QStringList fewer = kill % 2 == 0 ? QStringList{u"B"_s} : QStringList();
        const auto process = program(arguments + fewer, m_scratch.path());
        QElapsedTimer clock;
        clock.start();
        process->start();
        QVERIFY(process->waitForStarted());
        const auto moment = random.bounded(qint64(double(wholeRun) * startUp), wholeRun + 1);
        if (!process->waitForFinished(int(moment))) {
            process->kill();
            process->waitForFinished();
            ++killed;
        } else if (kill % 2 == 1) { // the computer is less busy than when the run was measured
            wholeRun = std::min(wholeRun, clock.elapsed());
        }
        QVERIFY2(isWhole(path), qPrintable(u"after kill %1"_s.arg(kill)));
        QCOMPARE(QDir(m_scratch.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), visible);
    }
    QVERIFY(killed > kills / 4);
    QCOMPARE(run(arguments, m_scratch.path()).status, 0);
    QVERIFY(isWhole(path));
    const QStringList hidden = entriesIn(m_scratch.path()).filter(u".flagfetch"_s);
    QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(u' ')));
}

void tst_ExportFaults::interruptedExportKeepsTheOldFiles()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"downloads"_s));
    QVERIFY(writeFile(
        folder.filePath(u"downloads/AD-Andorra.svg"_s), slowSvg())); // drawing it does not end in time
    const QString path = folder.filePath(u"old.pdf"_s);
    QVERIFY(writeFile(path, "old"));
    const auto process = program({u"--contact-sheet"_s, path}, folder.path());
    process->start();
    QVERIFY(process->waitForStarted()); // before exec(), the copy of this process catches the signal
    QTRY_VERIFY_WITH_TIMEOUT(catches(pid_t(process->processId()), SIGINT), 30'000);
    ::kill(pid_t(process->processId()), SIGINT);
    const EndedRun ended = endOf(*process);

    QCOMPARE(ended.status, 130);
    QCOMPARE(readFile(path), "old");
    QVERIFY2(ended.errors.contains(u"cancelled"_s), qPrintable(ended.errors));
}

void tst_ExportFaults::fullDiskKeepsTheOldFiles()
{
    if (!isRerun()) {
        if (const QString reason = unavailableReason(withOwnMounts()); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QCOMPARE(rerunIn(withOwnMounts()), QString());
        return;
    }
    const SmallDisk disk("size=64k");
    QVERIFY(disk.isMounted());
    const QList<ExportFlag> exported = someFlags(QDir(m_scratch.filePath(u"downloads"_s)), exportedFlags);
    ExportRequest sprite{exported, SpriteOptions{.title = {}, .width = 8}, disk.path() + u"/site"_s};
    QVERIFY(!perform(sprite, {goOn}).failure);
    QVERIFY(isWholeSprite(sprite.path));

    std::get<SpriteOptions>(sprite.what).width = 256;
    const ExportRequest sheet{exported, SheetSpec{{}, SheetFormat::Png}, disk.path() + u"/sheet.png"_s};
    for (const ExportRequest &request : {sprite, sheet}) {
        const ExportOutcome outcome = perform(request, {goOn});
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->kind, FailureKind::NoSpace);
        QVERIFY(exportFailureText(*outcome.failure, outcome.path).contains(u"Free some space"_s));
    }
    QVERIFY(isWholeSprite(sprite.path));
    QCOMPARE(entriesIn(disk.path()), QStringList{u"site"_s});
}

FLAGFETCH_TEST(tst_ExportFaults, Core)
#include "tst_exportfaults.moc"
