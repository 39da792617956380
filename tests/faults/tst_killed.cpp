#include "app/countries/countrygroups.h"
#include "tests/faults/testenvironment.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Row 71 of the fault matrix: SIGKILL ends the real program at random moments of a download.
class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsWholeAfterEachKill();
};

namespace {

constexpr int usualProgramKills = 200;
constexpr quint32 killSeed = 71;

/// The number of files that contain the picture of their country. `broken` receives the name of the first
/// other file.
int wholeFiles(const QDir &folder, const QHash<QString, QByteArray> &pictures, QString *broken)
{
    int complete = 0;
    QStringList names = filesIn(folder.path());
    names.removeIf([](const QString &name) { return name.startsWith(u'.'); });
    for (const QString &name : std::as_const(names)) {
        if (readFile(folder.filePath(name)) == pictures.value(name.first(2)))
            ++complete;
        else
            *broken = name;
    }
    return complete;
}

} // namespace

void TestKilled::everyFileIsWholeAfterEachKill()
{
    const QTemporaryDir scratch;
    const QStringList codes = twentyMostPopulous();
    QVERIFY(makeFlagFolder(QDir(scratch.filePath(u"served"_s)), codes));
    QHash<QString, QByteArray> pictures;
    for (const QString &code : codes)
        pictures.insert(code, smallGif(code));

    const auto server = program(
        {u"--serve"_s, u"--port"_s, u"0"_s, u"--directory"_s, scratch.filePath(u"served"_s)}, scratch.path());
    server->start();
    QVERIFY(waitFor(*server, QProcess::StandardOutput, "/flags"));
    const QString output = QString::fromUtf8(server->readAllStandardOutput());
    const auto address = QRegularExpression(u"http://[0-9.:]+/flags"_s).match(output);
    QVERIFY2(address.hasMatch(), qPrintable(output));

    const QDir out(scratch.filePath(u"out"_s));
    const QStringList arguments{
        u"--headless"_s, u"--server"_s, address.captured(), u"--output"_s, out.path()};
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(run(arguments, scratch.path()).status, 0);
    qint64 shortestRun = elapsed.elapsed(); // so far: the first one may be slow on a busy computer

    const int kills = rounds(usualProgramKills);
    QRandomGenerator random(killSeed);
    int killed = 0;
    for (int kill = 0; kill < kills; ++kill) {
        // Every second run creates the files; the others replace them.
        if (kill % 2 == 0)
            QDir(out.path()).removeRecursively();
        const auto process = program(arguments, scratch.path());
        elapsed.restart();
        process->start();
        QVERIFY(process->waitForStarted());
        if (process->waitForFinished(int(random.bounded(shortestRun + 1)))) {
            shortestRun = std::min(shortestRun, elapsed.elapsed());
        } else {
            process->kill();
            process->waitForFinished();
            ++killed;
        }
        QString broken;
        wholeFiles(out, pictures, &broken);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }
    QVERIFY(killed > kills / 4);

    QCOMPARE(run(arguments, scratch.path()).status, 0);
    QString broken;
    QCOMPARE(wholeFiles(out, pictures, &broken), int(codes.size()));
    // Hidden files too: the files that killed programs left are removed.
    QCOMPARE(filesIn(out.path()).size(), codes.size());
    server->terminate();
    server->waitForFinished();
}

FLAGFETCH_TEST(TestKilled, Core)
#include "tst_killed.moc"
