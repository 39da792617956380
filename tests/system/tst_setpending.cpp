#include "app/sets/openset.h"
#include "tests/sets/someset.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/servedset.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>

using namespace Qt::StringLiterals;

/// Pending work of an interrupted batch, and how later runs of the program use it.
class tst_SetPending final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyEndedBatchesAreReportedAsInterrupted();
    void everyFileOfACountryIsResumed_data();
    void everyFileOfACountryIsResumed();
    void unreachableServerLosesNoPendingWork();
    void otherOperationKeepsPendingWork_data();
    void otherOperationKeepsPendingWork();
    void updateReplacesAnInterruptedUpdate();
    void failedResumeLosesNoPendingWork_data();
    void failedResumeLosesNoPendingWork();

private:
    [[nodiscard]] EndedRun runIn(const QStringList &arguments) const
    {
        return run(arguments, m_home->path());
    }
    [[nodiscard]] QStringList downloading(const QStringList &more) const;
    /// Runs the program and sends the signal once `waiting` requests are unanswered and `saved` flags are
    /// saved.
    [[nodiscard]] EndedRun interrupted(
        const QStringList &arguments, int waiting, int signal = SIGTERM, int saved = 0) const;
    void removeFlags() const;
    [[nodiscard]] QStringList flags() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ScriptedServer> m_server;
    std::atomic<char> m_stalled = 0; // first letter of codes whose requests are not answered
};

void tst_SetPending::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_stalled = 0;
    m_server = std::make_unique<ScriptedServer>([this](const ScriptedRequest &request) {
        const char stalled = m_stalled;
        if (stalled == request.path.at(1))
            return Script().stall();
        return ok(R"(<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><title>)" + request.path
            + R"(</title><rect width="4" height="3"/></svg>)");
    });
}

QStringList tst_SetPending::downloading(const QStringList &more) const
{
    return QStringList{u"--headless"_s, u"-o"_s, u"flags"_s, u"-s"_s, m_server->address(u"/{cc}.svg"_s)}
    + more;
}

EndedRun tst_SetPending::interrupted(const QStringList &arguments, int waiting, int signal, int saved) const
{
    const auto process = program(arguments, m_home->path());
    process->start();
    const auto isDue = [&] { return m_server->counts().inFlight == waiting && flags().size() >= saved; };
    if (!QTest::qWaitFor(isDue, 20'000))
        qWarning("The expected requests or flags did not arrive");
    ::kill(pid_t(process->processId()), signal);
    return endOf(*process);
}

QStringList tst_SetPending::flags() const
{
    return filesIn(m_home->filePath(u"flags"_s));
}

void tst_SetPending::removeFlags() const
{
    const QStringList files = flags();
    for (const QString &file : files)
        QVERIFY(QFile::remove(m_home->filePath(u"flags/"_s + file)));
}

void tst_SetPending::onlyEndedBatchesAreReportedAsInterrupted()
{
    ServedSet set({u"DE"_s}, Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"my flags"_s).status, 0);
    auto atWork
        = someset::openBatch(set.path(u"my flags"_s), {.codes = {u"FR"_s}, .target = someset::manifest({})});
    QVERIFY(atWork);

    const EndedRun during = set.run({u"--verify"_s, u"my flags"_s});
    QCOMPARE(during.errors,
        u"Another program is saving flags in this folder. Check it again when that is done.\n"_s);

    atWork->reset(); // ends the batch
    const EndedRun after = set.run({u"--verify"_s, u"my flags"_s});
    QCOMPARE(after.errors,
        u"The last batch in this folder was interrupted: 1 of 1 flags are still missing. "
        "Continue with: flagfetch --resume 'my flags'\n"_s);
}

void tst_SetPending::everyFileOfACountryIsResumed_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("status");
    QTest::newRow("interrupted") << SIGTERM << 128 + SIGTERM;
    QTest::newRow("killed") << SIGKILL << -1;
}

void tst_SetPending::everyFileOfACountryIsResumed()
{
    QFETCH(const int, signal);
    QFETCH(const int, status);
    for (int times = 0; times < 2; ++times) {
        const EndedRun ended = runIn(downloading({u"--conflict"_s, u"rename"_s, u"DE"_s, u"FR"_s, u"KE"_s}));
        QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    }
    const QStringList all = flags();
    QCOMPARE(all.size(), 6);
    removeFlags();
    m_stalled = 'f';
    const EndedRun ended = interrupted({u"--update"_s, u"flags"_s}, 1, signal, 1);
    QCOMPARE(ended.status, status);
    m_stalled = 0;

    QVERIFY2(!flags().isEmpty(), qPrintable(ended.everything()));
    const EndedRun found = runIn({u"--verify"_s, u"flags"_s});
    QVERIFY2(found.errors.contains(u"%1 of 6 flags are still missing"_s.arg(6 - flags().size())),
        qPrintable(found.errors));
    const EndedRun resumed = runIn({u"--resume"_s, u"flags"_s});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.everything()));
    QCOMPARE(flags(), all);
    const EndedRun well = runIn({u"--verify"_s, u"flags"_s});
    QVERIFY2(well.status == 0 && well.errors.isEmpty(), qPrintable(well.everything()));
}

void tst_SetPending::unreachableServerLosesNoPendingWork()
{
    const QStringList codes = fiveCodes();
    QCOMPARE(runIn(downloading(codes)).status, 0);
    QCOMPARE(runIn(downloading(QStringList{u"--conflict"_s, u"rename"_s} + codes)).status, 0);
    removeFlags();
    m_server.reset();

    const EndedRun ended = runIn({u"--update"_s, u"flags"_s});
    QVERIFY2(ended.status == 1, qPrintable(ended.everything()));
    QVERIFY2(
        ended.outputLines().first().contains(u"5 failed, 5 cancelled"_s), qPrintable(ended.everything()));
    QVERIFY2(ended.errors.endsWith(u"Continue with: flagfetch --resume flags\n"_s), qPrintable(ended.errors));
    const EndedRun found = runIn({u"--verify"_s, u"flags"_s});
    QVERIFY2(found.errors.contains(u"10 of 10 flags are still missing"_s), qPrintable(found.errors));
}

void tst_SetPending::otherOperationKeepsPendingWork_data()
{
    QTest::addColumn<QStringList>("operation");
    QTest::newRow("repair") << QStringList{u"--verify"_s, u"flags"_s, u"--repair"_s};
    QTest::newRow("update") << QStringList{u"--update"_s, u"flags"_s};
}

void tst_SetPending::otherOperationKeepsPendingWork()
{
    QFETCH(const QStringList, operation);
    QCOMPARE(runIn(downloading({u"KE"_s})).status, 0);
    m_stalled = 'f';
    QCOMPARE(interrupted(downloading({u"FI"_s, u"FR"_s}), 2).status, 128 + SIGTERM);
    m_stalled = 0;
    removeFlags();

    const EndedRun operated = runIn(operation);
    QVERIFY2(operated.status == 0, qPrintable(operated.everything()));
    QCOMPARE(flags(), QStringList{u"KE-Kenya.svg"_s});
    const EndedRun found = runIn({u"--verify"_s, u"flags"_s});
    QVERIFY2(found.errors.contains(u"2 of 2 flags are still missing"_s), qPrintable(found.everything()));
    const EndedRun resumed = runIn({u"--resume"_s, u"flags"_s});
    QVERIFY2(resumed.status == 0, qPrintable(resumed.everything()));
    QCOMPARE(flags(), QStringList({u"FI-Finland.svg"_s, u"FR-France.svg"_s, u"KE-Kenya.svg"_s}));
    QCOMPARE(runIn({u"--verify"_s, u"flags"_s}).errors, QString());
}

void tst_SetPending::failedResumeLosesNoPendingWork_data()
{
    QTest::addColumn<int>("downloads"); // before the update that is interrupted; 0: a download is
    QTest::newRow("download") << 0;
    QTest::newRow("update") << 1;
    QTest::newRow("update in two batches") << 2;
}

// The server does not answer either when the batch is resumed for the first time.
void tst_SetPending::failedResumeLosesNoPendingWork()
{
    QFETCH(const int, downloads);
    const QStringList codes{u"DE"_s, u"FR"_s, u"KE"_s};
    for (int times = 0; times < downloads; ++times)
        QCOMPARE(runIn(downloading(QStringList{u"--conflict"_s, u"rename"_s} + codes)).status, 0);
    const auto countAll = 3 * std::max(downloads, 1);
    removeFlags();
    m_stalled = 'f';
    const QStringList update{u"--update"_s, u"flags"_s};
    QCOMPARE(interrupted(downloads > 0 ? update : downloading(codes), 1).status, 128 + SIGTERM);

    const EndedRun failed = runIn({u"--resume"_s, u"flags"_s, u"--timeout"_s, u"0.2"_s});
    QVERIFY2(failed.status == 1, qPrintable(failed.everything()));
    QVERIFY2(
        failed.errors.endsWith(u"Continue with: flagfetch --resume flags\n"_s), qPrintable(failed.errors));
    m_stalled = 0;
    const EndedRun resumed = runIn({u"--resume"_s, u"flags"_s});
    QVERIFY2(resumed.status == 0 && resumed.errors.endsWith(u"FR \n"_s), qPrintable(resumed.everything()));
    QCOMPARE(flags().size(), countAll);
    QCOMPARE(runIn({u"--verify"_s, u"flags"_s}).errors, QString());
}

void tst_SetPending::updateReplacesAnInterruptedUpdate()
{
    QCOMPARE(runIn(downloading({u"DE"_s, u"FR"_s})).status, 0);
    m_stalled = 'f';
    QCOMPARE(interrupted({u"--update"_s, u"flags"_s}, 1).status, 128 + SIGTERM);
    m_stalled = 0;
    QVERIFY(runIn({u"--verify"_s, u"flags"_s}).errors.contains(u"still missing"_s));

    QCOMPARE(runIn({u"--update"_s, u"flags"_s}).status, 0);
    QCOMPARE(runIn({u"--verify"_s, u"flags"_s}).errors, QString());
}

FLAGFETCH_TEST(tst_SetPending, Core)
#include "tst_setpending.moc"
