#include "app/sets/loadedset.h"
#include "app/storage/posixfile.h"
#include "tests/faults/faultbatch.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"
#include "tests/ui/windowsession.h"
#include "ui/window/windowrun.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/stat.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Row 80 of the fault matrix: quitting during a batch ends the program at once and leaves complete files.
class tst_QuitFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row80WindowClosed();
    void row106WindowTerminated_data();
    void row106WindowTerminated();
    void row80Interrupted_data();
    void row80Interrupted();
    void row80InterruptedWhileBlocked_data();
    void row80InterruptedWhileBlocked();
    void row113TerminatedDuringRedirects();
    void row112UnreadOutput_data();
    void row112UnreadOutput();
    void row92EndlessFraming_data();
    void row92EndlessFraming();
};

namespace {

constexpr int longest = 2000; // ms

QByteArray pictureFor(const QString &code)
{
    return FaultBatch::pictureFor('/' + code.toLatin1());
}

/// Never answers every third country, so that the batch would last until the deadline.
Script answerOrStall(const ScriptedRequest &request)
{
    const QString code = QString::fromLatin1(request.path.mid(1, 2)).toUpper();
    if (request.path.endsWith("metadata.json"))
        return ok(metadataNaming(u"Flagland"_s));
    return code[1].unicode() % 3 == 0 ? Script().stall() : ok(pictureFor(code));
}

/// A pipe of the smallest possible size whose reader never reads.
class UnreadPipe final
{
public:
    explicit UnreadPipe(const QByteArray &path)
        : m_end(::open(path.constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK))
    {
        ::fcntl(m_end.number(), F_SETPIPE_SZ, 4096);
    }

private:
    UniqueFd m_end;
};

/// Sends the signal and waits for the end of the program. The status is -1 if that takes too long.
EndedRun endAfterSignal(QProcess &process, int signal)
{
    QElapsedTimer clock;
    clock.start();
    ::kill(pid_t(process.processId()), signal);
    EndedRun ended = endOf(process);
    if (clock.elapsed() >= longest)
        ended.status = -1;
    return ended;
}

bool canBeResumed(const QString &folder)
{
    const auto loaded = loadSet(folder);
    return loaded && loaded->pendingWork();
}

QStringList filesThatAreNotWhole(const QString &folder)
{
    QStringList broken;
    for (const QString &name : filesIn(folder)) {
        if (readFile(folder + u'/' + name) != pictureFor(name.first(2)))
            broken += name;
    }
    return broken;
}

} // namespace

void tst_QuitFaults::row80WindowClosed()
{
    ScriptedServer server({.handler = answerOrStall, .pause = 20ms});
    const WindowFolders home;
    const QString folder = home.path(u"flags"_s);
    QStringList codes;
    for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
        for (const char16_t first : {u'A', u'B', u'C', u'D'})
            codes += QString(QChar(first)) + QChar(letter);
    }
    QElapsedTimer clock;
    {
        WindowSession session(home.options(codes, server.address()));
        session.press();
        QTRY_VERIFY(filesIn(folder).size() > 5);
        clock.start();
        session.window.closeAtOnce();
        QVERIFY(session.downloads.progress().cancelled > 0);
    }
    QVERIFY2(clock.elapsed() < longest, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(filesThatAreNotWhole(folder), QStringList());
}

void tst_QuitFaults::row106WindowTerminated_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("row 106 SIGTERM") << SIGTERM;
    QTest::newRow("row 106 SIGHUP") << SIGHUP;
}

// A window that downloads, in a process that a signal ends.
void tst_QuitFaults::row106WindowTerminated()
{
    QFETCH(int, signal);
    ScriptedServer server({.handler = answerOrStall, .pause = 20ms});
    const WindowFolders home;
    const QString folder = home.path(u"flags"_s);
    QStringList codes;
    for (char16_t letter = u'A'; letter <= u'Z'; ++letter)
        codes += u"A"_s + QChar(letter);
    QElapsedTimer clock;
    int total = 0;
    {
        WindowSession session(home.options(codes, server.address()));
        session.press();
        QTRY_VERIFY(filesIn(folder).size() > 5);
        total = session.downloads.progress().total;
        QTimer::singleShot(0, &session.window, [&clock, signal] {
            clock.start();
            ::raise(signal);
        });

        QCOMPARE(runUntilClosed(session.window), 128 + signal);
    }
    QVERIFY2(clock.elapsed() < longest, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(filesThatAreNotWhole(folder), QStringList());
    const QByteArray manifest = readFile(folder + u'/' + QLatin1StringView(manifestFileName));
    for (const QString &file : filesIn(folder))
        QVERIFY2(manifest.contains(file.toUtf8()), qPrintable(file));
    const auto loaded = loadSet(folder);
    QVERIFY(loaded);
    QVERIFY(loaded->pendingWork());
    QCOMPARE(loaded->pendingWork()->countMissing(), total - filesIn(folder).size());
}

void tst_QuitFaults::row80Interrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("row 80 Ctrl-C") << SIGINT;
    QTest::newRow("row 80 and 106 SIGTERM") << SIGTERM;
    QTest::newRow("row 106 SIGHUP") << SIGHUP;
}

void tst_QuitFaults::row80Interrupted()
{
    QFETCH(int, signal);
    ScriptedServer server({.handler = answerOrStall, .pause = 20ms});
    const QTemporaryDir folder;
    const auto process = program({u"--headless"_s, u"--json"_s, u"--every"_s, u"--max-req"_s, u"30"_s,
                                     u"--server"_s, server.address(), u"--output"_s, u"out"_s},
        folder.path());
    process->start();
    QVERIFY(waitFor(*process, QProcess::StandardError, " ")); // printed after the first saved code
    const EndedRun ended = endAfterSignal(*process, signal);

    QCOMPARE(ended.status, 128 + signal);
    QCOMPARE(ended.outputLines().size(), 26 * 26);
    const auto saved = ended.outputLines().filter(u"\"status\":\"ok\""_s).size();
    QVERIFY(saved > 0);
    QCOMPARE(filesIn(folder.filePath(u"out"_s)).size(), saved);
    QCOMPARE(filesThatAreNotWhole(folder.filePath(u"out"_s)), QStringList());
    QCOMPARE(loadSet(folder.filePath(u"out"_s)).value().manifest.flags.size(), saved);
    QVERIFY(canBeResumed(folder.filePath(u"out"_s)));
}

void tst_QuitFaults::row80InterruptedWhileBlocked_data()
{
    row80Interrupted_data();
}

// The demonstration sleeps a second for each flag. All responses are there after the first sleep, and Qt
// delivers them in one turn of the event loop.
void tst_QuitFaults::row80InterruptedWhileBlocked()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    const auto process = program(
        {u"--headless"_s, u"--json"_s, u"--all"_s, u"--max-req"_s, u"1000"_s, u"--server"_s, u"builtin"_s,
            u"--block-loop"_s, u"1000"_s, u"--log"_s, u"downloads"_s, u"--output"_s, u"out"_s},
        folder.path());
    process->start();
    for (const char *sleep : {"first", "second"}) {
        QVERIFY2(waitFor(*process, QProcess::StandardError, "the event loop sleeps"), sleep);
        process->readAllStandardError();
    }
    const EndedRun ended = endAfterSignal(*process, signal);

    QCOMPARE(ended.status, 128 + signal);
    QVERIFY(ended.outputLines().filter(u"\"status\":\"cancelled\""_s).size() > 200);
    QVERIFY(canBeResumed(folder.filePath(u"out"_s)));
}

// The signal arrives while the body of each redirect is still being received.
void tst_QuitFaults::row113TerminatedDuringRedirects()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        if (request.path.startsWith("/to/"))
            return ok(FaultBatch::pictureFor(request.path.sliced(3).first(3)));
        return Script()
            .send(answerHead(302, {"Location: /to" + request.path, lengthLine(4)}))
            .wait(60ms)
            .send("body");
    });
    for (int run = 0; run < 10; ++run) {
        const QTemporaryDir folder;
        const auto process = program({u"--headless"_s, u"--every"_s, u"--max-req"_s, u"60"_s, u"--server"_s,
                                         server.address(u"/{cc}.gif"_s), u"--output"_s, u"out"_s},
            folder.path());
        process->start();
        QVERIFY(waitFor(*process, QProcess::StandardError, " ")); // printed after the first saved code
        QTest::qWait(run * 3); // a different moment in each run
        QCOMPARE(endAfterSignal(*process, SIGTERM).status, 128 + SIGTERM);
        QVERIFY(canBeResumed(folder.filePath(u"out"_s)));
    }
}

void tst_QuitFaults::row112UnreadOutput_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("option"); // its output fills one of the streams
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        QTest::addRow("row 112 standard output, signal %d", signal) << signal << u"--json"_s;
        QTest::addRow("row 112 standard error, signal %d", signal) << signal << u"--verbose"_s;
    }
}

// As in "flagfetch --json | less": the pipe is full and stays full.
void tst_QuitFaults::row112UnreadOutput()
{
    QFETCH(int, signal);
    QFETCH(QString, option);
    // Fewer requests stay unanswered than the limit allows in flight, so all others are saved.
    ScriptedServer server({.handler = [](const ScriptedRequest &request) {
        return request.path[2] == 'z' ? Script().stall() : ok(FaultBatch::pictureFor(request.path.first(3)));
    }});
    const QTemporaryDir folder;
    const QByteArray pipe = QFile::encodeName(folder.filePath(u"pipe"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const UnreadPipe unread(pipe);
    const auto process = program({u"--headless"_s, option, u"--every"_s, u"--max-req"_s, u"30"_s,
                                     u"--server"_s, server.address(u"/{cc}.gif"_s), u"--output"_s, u"out"_s},
        folder.path());
    if (option == "--json"_L1)
        process->setStandardOutputFile(QFile::decodeName(pipe));
    else
        process->setStandardErrorFile(QFile::decodeName(pipe));
    process->start();
    // Much more output than the pipe holds: neither downloads nor saves may wait for the reader.
    QTRY_VERIFY_WITH_TIMEOUT(filesIn(folder.filePath(u"out"_s)).size() > 300, 60'000);
    const EndedRun ended = endAfterSignal(*process, signal);

    QCOMPARE(ended.status, 128 + signal);
    const auto loaded = loadSet(folder.filePath(u"out"_s));
    QVERIFY(loaded);
    QCOMPARE(loaded->manifest.flags.size(), filesIn(folder.filePath(u"out"_s)).size());
    QVERIFY(loaded->pendingWork());
}

void tst_QuitFaults::row92EndlessFraming_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("more");
    const QByteArray chunked = answerHead(200, {"Transfer-Encoding: chunked"});
    QTest::newRow("row 92 chunk size") << chunked << QByteArray(60'000, '0');
    QTest::newRow("row 92 chunk extension") << chunked + "10;" << QByteArray(60'000, 'x');
    QTest::newRow("row 92 status line") << QByteArray("HTTP/1.1 200 ") << QByteArray(60'000, 'O');
}

// The connection threads never finish; the program ends without waiting for them.
void tst_QuitFaults::row92EndlessFraming()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, more);
    ScriptedServer server(
        [&](const ScriptedRequest &) { return Script().send(head).sendRepeatedly(1'000'000, more); });
    const QTemporaryDir folder;
    const auto process
        = program({u"--headless"_s, u"--json"_s, u"--max-req"_s, u"4"_s, u"--timeout"_s, u"1"_s,
                      u"--server"_s, server.address(u"/{cc}.gif"_s), u"DE"_s, u"FR"_s, u"IT"_s, u"ES"_s},
            folder.path());
    process->start();
    QVERIFY(waitFor(*process, QProcess::StandardError, " failed")); // the closing report
    QElapsedTimer clock;
    clock.start();
    const EndedRun ended = endOf(*process);

    QVERIFY2(clock.elapsed() < longest, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(ended.status, 1);
}

FLAGFETCH_TEST(tst_QuitFaults, Widgets)
#include "tst_quitfaults.moc"
