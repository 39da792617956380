#include "tests/faults/faultbatch.h"
#include "tests/faults/testenvironment.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

/// Faults that need the real program in a separate process.
class tst_ProgramFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row69FewDescriptors_data();
    void row69FewDescriptors();
    void row69TooFewAreReportedAtOnce_data();
    void row69TooFewAreReportedAtOnce();
    void row69ComparisonWithFewDescriptors_data();
    void row69ComparisonWithFewDescriptors();
    void row111FewProcesses_data();
    void row111FewProcesses();
    void row118ManyRequestsWithFewProcesses_data();
    void row118ManyRequestsWithFewProcesses();
    void row70KilledProgramLeavesNoFilesForLong();
    void row72TwoAtOnce_data();
    void row72TwoAtOnce();
};

namespace {

constexpr int flagsPerRun = 60;

QByteArray pictureOf(const QString &code)
{
    return FaultBatch::pictureFor('/' + code.toLatin1());
}

/// A second picture of the same country.
QByteArray otherPictureOf(const QString &code)
{
    return gifPicture({20, 15}, code[0].unicode() * 26 + code[1].unicode());
}

QString codeIn(const ScriptedRequest &request)
{
    return QString::fromLatin1(request.path.mid(1, 2)).toUpper();
}

Script answer(const ScriptedRequest &request)
{
    const bool isMetadata = request.path.endsWith("metadata.json");
    return ok(isMetadata ? metadataNaming(u"Flagland"_s) : pictureOf(codeIn(request)));
}

Script otherAnswer(const ScriptedRequest &request)
{
    const bool isMetadata = request.path.endsWith("metadata.json");
    return ok(isMetadata ? metadataNaming(u"Flagland"_s) : otherPictureOf(codeIn(request)));
}

/// Arguments that download the first pairs of letters into `out`.
QStringList argumentsFor(const QString &server)
{
    return {u"--headless"_s, u"--every"_s, u"--limit"_s, QString::number(flagsPerRun), u"--max-req"_s,
        u"30"_s, u"--server"_s, server, u"--output"_s, u"out"_s};
}

void allowDescriptors(QProcess &process, rlim_t count)
{
    process.setChildProcessModifier([count] {
        const rlimit limit{.rlim_cur = count, .rlim_max = count};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    });
}

/// The limit does not apply to root, so a process of root changes to another user: one that has no other
/// processes, because all of a user's count.
void allowProcesses(QProcess &process, rlim_t count)
{
    process.setChildProcessModifier([count] {
        const rlimit limit{.rlim_cur = count, .rlim_max = count};
        ::setrlimit(RLIMIT_NPROC, &limit);
        constexpr uid_t otherUser = 61'118;
        if (::geteuid() == 0 && (::setgid(otherUser) != 0 || ::setuid(otherUser) != 0))
            ::_exit(127);
    });
}

/// Whether the other user of allowProcesses() can start the program.
bool isProgramOfOthers(const QString &folder)
{
    const auto process = program({u"--version"_s}, folder);
    allowProcesses(*process, 1000);
    process->start();
    return endOf(*process).status == 0;
}

void applyEnvironment(QProcess &process, const ProcessEnvironment &target)
{
    QProcessEnvironment environment = process.processEnvironment();
    for (const auto &[name, value] : target.variables.asKeyValueRange())
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
}

/// Names of files that contain neither of the two pictures of their country.
QStringList brokenFiles(const QString &folder)
{
    QStringList broken;
    for (const QString &name : filesIn(folder)) {
        const QByteArray bytes = readFile(folder + u'/' + name);
        if (bytes != pictureOf(name.first(2)) && bytes != otherPictureOf(name.first(2)))
            broken += name;
    }
    return broken;
}

} // namespace

void tst_ProgramFaults::row69FewDescriptors_data()
{
    QTest::addColumn<int>("descriptors");
    QTest::addColumn<bool>("isBuiltIn");
    QTest::newRow("row 69 40 descriptors") << 40 << false;
    QTest::newRow("row 69 30 descriptors") << 30 << false;
    QTest::newRow("row 69 40 descriptors, the built-in source among them") << 40 << true;
    QTest::newRow("row 69 30 descriptors, the built-in source among them") << 30 << true;
}

void tst_ProgramFaults::row69FewDescriptors()
{
    QFETCH(int, descriptors);
    QFETCH(bool, isBuiltIn);
    const QTemporaryDir folder;
    ScriptedServer server(answer);
    const QStringList arguments = isBuiltIn
        ? QStringList{u"--headless"_s, u"--all"_s, u"--max-req"_s, u"30"_s, u"--output"_s, u"out"_s}
        : argumentsFor(server.address());
    const auto process = program(arguments, folder.path());
    allowDescriptors(*process, rlim_t(descriptors));
    process->start();
    const EndedRun ended = endOf(*process);

    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    const QString out = folder.filePath(u"out"_s);
    QCOMPARE(filesIn(out).size(), isBuiltIn ? 250 : flagsPerRun);
    if (!isBuiltIn)
        QCOMPARE(brokenFiles(out), QStringList());
}

void tst_ProgramFaults::row69TooFewAreReportedAtOnce_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("descriptors");
    const QStringList download{u"--headless"_s, u"-o"_s, u"out"_s, u"FR"_s};
    const QStringList comparison{u"--compare"_s, u"-s"_s, u"builtin"_s, u"-s"_s, u"debian"_s, u"FR"_s};
    for (const int descriptors : {10, 16, 20, 29})
        QTest::addRow("row 69 download with %d", descriptors) << download << descriptors;
    QTest::newRow("row 69 comparison with 63") << comparison << 63;
}

void tst_ProgramFaults::row69TooFewAreReportedAtOnce()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, descriptors);
    const QTemporaryDir folder;
    const auto process = program(arguments, folder.path());
    allowDescriptors(*process, rlim_t(descriptors));
    process->start();
    const EndedRun ended = endOf(*process);

    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains(u"may have %1 files and connections open at once"_s.arg(descriptors)),
        qPrintable(ended.everything()));
    QCOMPARE(entriesIn(folder.path()), QStringList());
}

void tst_ProgramFaults::row69ComparisonWithFewDescriptors_data()
{
    QTest::addColumn<int>("descriptors");
    for (const int descriptors : {64, 80, 100, 150})
        QTest::addRow("row 69 comparison with %d", descriptors) << descriptors;
}

void tst_ProgramFaults::row69ComparisonWithFewDescriptors()
{
    QFETCH(const int, descriptors);
    const QTemporaryDir folder;
    const auto process
        = program({u"--compare"_s, u"--json"_s, u"-s"_s, u"builtin"_s, u"-s"_s, u"debian"_s, u"--all"_s},
            folder.path());
    allowDescriptors(*process, rlim_t(descriptors));
    process->start();
    const EndedRun ended = endOf(*process);

    // Debian's set lacks some countries.
    QVERIFY2(ended.status == 1, qPrintable(ended.everything()));
    QCOMPARE(ended.outputLines().size(), 250);
    QVERIFY2(!ended.everything().contains(u"too_many"_s) && !ended.everything().contains(u"too many"_s),
        qPrintable(ended.everything()));
}

void tst_ProgramFaults::row111FewProcesses_data()
{
    QTest::addColumn<int>("processes");
    for (const int processes : {2, 5, 8, 20})
        QTest::addRow("row 111 %d processes", processes) << processes;
}

void tst_ProgramFaults::row111FewProcesses()
{
    QFETCH(const int, processes);
    const QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    if (!isProgramOfOthers(folder.path()))
        QSKIP("another user cannot start the program here");
    const auto process = program({u"--headless"_s, u"-o"_s, u"out"_s, u"FR"_s}, folder.path());
    allowProcesses(*process, rlim_t(processes));
    process->start();
    const EndedRun ended = endOf(*process);

    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains(u"does not let this process start"_s), qPrintable(ended.everything()));
}

void tst_ProgramFaults::row118ManyRequestsWithFewProcesses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("processes");
    const QStringList scripted{u"--headless"_s, u"--every"_s, u"--limit"_s, u"200"_s};
    const QStringList builtIn{u"--headless"_s, u"--all"_s};
    const QStringList measured{u"--measure-limits"_s, u"100,1000"_s, u"--all"_s, u"-s"_s, u"builtin"_s};
    const QStringList compared{u"--compare"_s, u"-s"_s, u"builtin"_s, u"-s"_s, u"builtin-slow"_s, u"--all"_s};
    for (const int processes : {30, 40, 60, 90}) {
        QTest::addRow("row 118 download, %d processes", processes) << scripted << processes;
        QTest::addRow("row 118 built-in flags, %d processes", processes) << builtIn << processes;
        QTest::addRow("row 118 measurement, %d processes", processes) << measured << processes;
    }
    QTest::newRow("row 118 comparison, 90 processes") << compared << 90;
}

void tst_ProgramFaults::row118ManyRequestsWithFewProcesses()
{
    QFETCH(QStringList, arguments);
    QFETCH(const int, processes);
    const QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    if (!isProgramOfOthers(folder.path()))
        QSKIP("another user cannot start the program here");
    ScriptedServer server(answer);
    const bool isDownload = arguments.contains(u"--headless"_s);
    if (isDownload)
        arguments += {u"--output"_s, u"out"_s};
    if (arguments.contains(u"--every"_s))
        arguments += {u"--server"_s, server.address()};
    if (!arguments.contains(u"--measure-limits"_s))
        arguments += {u"--max-req"_s, u"1000"_s};
    const auto process = program(arguments, folder.path());
    allowProcesses(*process, rlim_t(processes));
    process->start();
    const EndedRun ended = endOf(*process);

    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    if (isDownload)
        QCOMPARE(filesIn(folder.filePath(u"out"_s)).size(), arguments.contains(u"--every"_s) ? 200 : 250);
}

// Without O_TMPFILE, files have hidden names while they are written. The program is killed meanwhile.
void tst_ProgramFaults::row70KilledProgramLeavesNoFilesForLong()
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(u"out"_s);
    const FailingCall noUnnamedFiles{u"open"_s, EOPNOTSUPP};
    const FailingCall killed{u"fdatasync"_s, FailingCall::killed, 20};
    ScriptedServer server(answer);

    auto process = program(argumentsFor(server.address()), folder.path());
    applyEnvironment(*process, withFailingCalls({noUnnamedFiles, killed}));
    process->start();
    QCOMPARE(endOf(*process).status, -1);
    const QStringList left = filesIn(out);
    QVERIFY(!left.filter(u".flagfetch-"_s).isEmpty());

    process = program(argumentsFor(server.address()), folder.path());
    applyEnvironment(*process, withFailingCalls({noUnnamedFiles}));
    process->start();
    QCOMPARE(endOf(*process).status, 0);
    QCOMPARE(filesIn(out).size(), flagsPerRun);
    QCOMPARE(brokenFiles(out), QStringList());
}

void tst_ProgramFaults::row72TwoAtOnce_data()
{
    QTest::addColumn<QString>("conflict");
    QTest::newRow("row 72 two programs, one folder, overwrite") << u"overwrite"_s;
    QTest::newRow("row 72 two programs, one folder, skip") << u"skip"_s;
    QTest::newRow("row 72 two programs, one folder, rename") << u"rename"_s;
}

// Both programs download different pictures with the same names. The second one is refused while the first is
// running, and writes nothing.
void tst_ProgramFaults::row72TwoAtOnce()
{
    QFETCH(QString, conflict);
    ScriptedServer server(answer);
    ScriptedServer otherServer(otherAnswer);
    const QStringList policy{u"--conflict"_s, conflict};
    int refused = 0;
    for (int round = 0; round < 5; ++round) {
        const QTemporaryDir folder;
        const auto one = program(argumentsFor(server.address()) + policy, folder.path());
        const auto other = program(argumentsFor(otherServer.address()) + policy, folder.path());
        one->start();
        other->start();
        int ended = 0;
        for (const EndedRun &end : {endOf(*one), endOf(*other)}) {
            ended += int(end.status == 0);
            if (end.status != 0) {
                QCOMPARE(end.status, 1);
                QVERIFY2(end.output.contains(u"another program is saving flags in this folder"_s),
                    qPrintable(end.output));
                refused
                    += int(end.output.contains(u"(flagfetch, process "_s)); // after the lock file was written
            }
        }
        QVERIFY(ended >= 1);

        const bool areBothKept = ended == 2 && conflict == "rename"_L1;
        QCOMPARE(filesIn(folder.filePath(u"out"_s)).size(), areBothKept ? 2 * flagsPerRun : flagsPerRun);
        QCOMPARE(brokenFiles(folder.filePath(u"out"_s)), QStringList());
    }
    QVERIFY(refused > 0);
}

FLAGFETCH_TEST(tst_ProgramFaults, Core)
#include "tst_programfaults.moc"
