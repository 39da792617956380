#include "app/builtin/picturefolders.h"
#include "app/countries/countrygroups.h"
#include "app/drawing/picture.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// The real program without a window, with the built-in source.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twentyFlagsAreSavedWithoutADisplay();
    void allFlagsOfTheSourceAreSavedInOneRun();
    void everyPairOfLettersHasAResult();
    void savesGivenCodesAndListsMissingOnes();
    void verbosePrintsALineForEachCountry();
    void jsonLinesMatchTheFiles();
    void conflictPolicyIsApplied();
    void namesFollowTheTemplate();
    void sameSeedFailsTheSameFlags();
    void interruptionKeepsReceivedFlags_data();
    void interruptionKeepsReceivedFlags();
    void closedStreamsAreNotReused();
    void errorNamesTheFolderThatCannotBeCreated();

private:
    [[nodiscard]] QString out() const { return m_folder->filePath(u"out"_s); }
    [[nodiscard]] EndedRun headless(const QStringList &arguments) const;
    void verifyWholePictures(int count) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

bool hasFlagIcons()
{
    const auto pictures = findPictures(PictureSet::FlagIcons, {});
    return pictures && !pictures->isFallback;
}

/// The number of countries of the built-in source. Debian's pictures, its fallback, lack Kosovo.
int countries()
{
    return hasFlagIcons() ? 250 : 249;
}

QJsonObject parsed(const QString &line)
{
    return QJsonDocument::fromJson(line.toUtf8()).object();
}

/// The status of each code in the JSON lines.
QHash<QString, QString> statuses(const EndedRun &run)
{
    QHash<QString, QString> found;
    for (const QString &line : run.outputLines())
        found.insert(parsed(line).value("code"_L1).toString(), parsed(line).value("status"_L1).toString());
    return found;
}

} // namespace

void TestProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

EndedRun TestProgram::headless(const QStringList &arguments) const
{
    return run(QStringList{u"--headless"_s, u"-o"_s, out()} + arguments, m_folder->path());
}

void TestProgram::verifyWholePictures(int count) const
{
    static const QRegularExpression name(u"^[A-Z]{2}-\\S+\\.svg$"_s);
    const QStringList files = filesIn(out());
    QCOMPARE(files.size(), count);
    for (const QString &file : files) {
        QVERIFY2(name.match(file).hasMatch(), qPrintable(file));
        QVERIFY2(Picture::fromBytes(readFile(out() + u'/' + file)), qPrintable(file));
    }
}

void TestProgram::twentyFlagsAreSavedWithoutADisplay()
{
    const EndedRun ended = run({u"--headless"_s}, m_folder->path());
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.outputLines().size(), 1);
    QVERIFY2(ended.output.startsWith("20 flags downloaded in "_L1), qPrintable(ended.output));

    QCOMPARE(filesIn(m_folder->path()), QStringList{u"downloads"_s});
    QStringList codes;
    for (const QString &file : filesIn(m_folder->filePath(u"downloads"_s)))
        codes.append(file.first(2));
    QCOMPARE(codes, twentyMostPopulous());

    QStringList printed = ended.errors.simplified().split(u' ');
    printed.sort();
    QCOMPARE(printed, twentyMostPopulous());
    QCOMPARE(ended.errorLines().size(), 1);
}

void TestProgram::allFlagsOfTheSourceAreSavedInOneRun()
{
    const EndedRun ended = headless({u"--all"_s});
    QCOMPARE(ended.status, 0);
    QVERIFY2(
        ended.output.startsWith(u"%1 flags downloaded in "_s.arg(countries())), qPrintable(ended.output));
    verifyWholePictures(countries());
}

void TestProgram::everyPairOfLettersHasAResult()
{
    const EndedRun ended = headless({u"--every"_s, u"--json"_s});
    QCOMPARE(ended.status, 1);
    const QHash<QString, QString> found = statuses(ended);
    QCOMPARE(ended.outputLines().size(), 676);
    QCOMPARE(found.size(), 676);
    // Includes the EU, the UN and the codes IC, CP, DG and PC of flag-icons. AC is a part of Saint Helena.
    const int there = hasFlagIcons() ? 257 : 250;
    QCOMPARE(found.values().count(u"ok"_s), there);
    QCOMPARE(found.values().count(u"not_found"_s), 676 - there);
    QCOMPARE(filesIn(out()).size(), there);
    QVERIFY2(ended.errors.contains(u"\n%1 flags downloaded in "_s.arg(there)), qPrintable(ended.errors));
    QVERIFY2(ended.errors.contains(u", %1 not found.\n"_s.arg(676 - there)), qPrintable(ended.errors));
    QVERIFY2(!ended.errors.contains("Not found:"_L1), "hundreds of codes were listed");
}

void TestProgram::savesGivenCodesAndListsMissingOnes()
{
    const EndedRun ended = headless({u"bra"_s, u"XX"_s, u"de"_s, u"FR"_s, u"-l"_s, u"3"_s, u"-m"_s, u"1"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(filesIn(out()).size(), 3);

    const EndedRun missing = headless({u"XX"_s, u"DE"_s});
    QCOMPARE(missing.status, 1);
    QCOMPARE(missing.outputLines().size(), 2);
    QVERIFY2(missing.output.startsWith("1 flag downloaded in "_L1), qPrintable(missing.output));
    QCOMPARE(missing.outputLines().last(), u"Not found: XX"_s);
}

void TestProgram::verbosePrintsALineForEachCountry()
{
    const EndedRun ended = headless({u"-v"_s, u"BR"_s, u"DE"_s, u"XX"_s});
    QStringList lines = ended.errorLines();
    lines.sort();
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith("BR  BR-Brazil.svg, "_L1), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith("DE  DE-Germany.svg, "_L1), qPrintable(lines[1]));
    QVERIFY2(lines[2].startsWith("XX  XX: the source has no such flag; it answered 404 (Not Found). "_L1),
        qPrintable(lines[2]));
}

void TestProgram::jsonLinesMatchTheFiles()
{
    const EndedRun ended = headless({u"--json"_s, u"B"_s});
    QCOMPARE(ended.outputLines().size(), 26);
    int saved = 0;
    for (const QString &line : ended.outputLines()) {
        const QJsonObject object = parsed(line);
        if (object.value("status"_L1).toString() != "ok"_L1)
            continue;
        const QByteArray bytes = readFile(object.value("file"_L1).toString());
        QCOMPARE(object.value("bytes"_L1).toInteger(), bytes.size());
        QCOMPARE(object.value("sha256"_L1).toString().toLatin1(),
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        ++saved;
    }
    QCOMPARE(filesIn(out()).size(), saved);
    QVERIFY(saved > 15);
}

void TestProgram::conflictPolicyIsApplied()
{
    const QString flag = out() + u"/BR-Brazil.svg"_s;
    const QByteArray mine = svgPicture();
    QVERIFY(QDir().mkpath(out()) && writeFile(flag, mine));

    EndedRun ended = headless({u"--conflict"_s, u"skip"_s, u"BR"_s});
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.output.contains(", 1 already there."_L1), qPrintable(ended.output));
    QCOMPARE(readFile(flag), mine);

    ended = headless({u"--conflict"_s, u"rename"_s, u"BR"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(readFile(flag), mine);
    QCOMPARE(filesIn(out()).size(), 2);

    ended = headless({u"BR"_s});
    QCOMPARE(ended.status, 0);
    QVERIFY(readFile(flag) != mine);
    QCOMPARE(filesIn(out()).size(), 2);
}

void TestProgram::namesFollowTheTemplate()
{
    QCOMPARE(headless({u"--name"_s, u"{iso3}_{country}_{cc}"_s, u"BR"_s}).status, 0);
    QCOMPARE(filesIn(out()), QStringList{u"bra_Brazil_br.svg"_s});
}

void TestProgram::sameSeedFailsTheSameFlags()
{
    const QStringList faulty{u"--json"_s, u"-s"_s, u"ERROR"_s};
    const EndedRun first = headless(faulty + QStringList{u"--seed"_s, u"7"_s});
    const EndedRun second = headless(faulty + QStringList{u"--seed"_s, u"7"_s, u"-m"_s, u"3"_s});
    const EndedRun other = headless(faulty + QStringList{u"--seed"_s, u"8"_s});
    QCOMPARE(first.status, 1);
    QCOMPARE(statuses(first).size(), 20);
    QCOMPARE(statuses(first), statuses(second));
    QVERIFY(statuses(first) != statuses(other));
    QVERIFY2(
        first.errors.contains(": the server answered 418 (I'm a teapot). "_L1), qPrintable(first.errors));

    const EndedRun none = headless(faulty + QStringList{u"--error-rate"_s, u"0"_s});
    QCOMPARE(none.status, 0);
}

void TestProgram::interruptionKeepsReceivedFlags_data()
{
    QTest::addColumn<int>("signal");

    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestProgram::interruptionKeepsReceivedFlags()
{
    QFETCH(const int, signal);

    const auto process
        = program({u"--headless"_s, u"-o"_s, out(), u"-s"_s, u"DELAY"_s, u"--all"_s}, m_folder->path());
    process->start();
    QVERIFY(waitFor(*process, QProcess::StandardError, " ")); // printed after the first saved code
    QElapsedTimer timer;
    timer.start();
    kill(static_cast<pid_t>(process->processId()), signal);
    const EndedRun ended = endOf(*process);

    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(ended.status, 128 + signal);
    static const QRegularExpression report(u"^(\\d+) flags? downloaded in .*, (\\d+) cancelled\\.$"_s);
    const auto counts = report.match(ended.output.trimmed());
    QVERIFY2(counts.hasMatch(), qPrintable(ended.output));
    QCOMPARE(counts.captured(1).toInt() + counts.captured(2).toInt(), countries());
    QVERIFY(counts.captured(1).toInt() > 0);
    verifyWholePictures(counts.captured(1).toInt());
}

void TestProgram::closedStreamsAreNotReused()
{
    const auto process = program({u"--headless"_s, u"-v"_s, u"-o"_s, out(), u"--all"_s}, m_folder->path());
    process->setArguments({u"-c"_s, u"exec \"$0\" \"$@\" <&- >&- 2>&-"_s, process->program(), u"--headless"_s,
        u"-v"_s, u"-o"_s, out(), u"--all"_s});
    process->setProgram(u"/bin/sh"_s);
    process->start();
    QCOMPARE(endOf(*process).status, 0);
    verifyWholePictures(countries());
}

void TestProgram::errorNamesTheFolderThatCannotBeCreated()
{
    // Permissions allow root to write everywhere, so for root the error appears only during the run.
    const EndedRun ended = run({u"--headless"_s, u"-o"_s, u"/proc/flagfetch"_s, u"BR"_s}, m_folder->path());
    QVERIFY(ended.status == 1 || ended.status == 2);
    QVERIFY2(ended.everything().contains("/proc"_L1), qPrintable(ended.everything()));
}

FLAGFETCH_TEST(TestProgram, Core)
#include "tst_program.moc"
