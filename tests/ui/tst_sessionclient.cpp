// Each receiver of a signal ends before what its function uses.
// clazy:excludeall=lambda-in-connect

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/session/sessionthread.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"
#include "ui/window/sessionclient.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using SessionState = DownloadSession::State;

/// The window's side of a session in another thread.
class TestSessionClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void deliversSignalsInOrderToItsThread();
    void isRunningFromStartToEnd();
    void deliversBurstsInParts();
    void silenceIsKnownAlthoughNothingHappens();
    void cancelsDownload();
    void neverWaitsForABlockedLoop();
    void cancelsABlockedDownload();
    void setWithoutOperationCannotBeRetried();
    void mayEndBeforeTheSession();

private:
    [[nodiscard]] Download download(const QString &sourceId) const;

    const Catalogue m_catalogue;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BuiltinServers> m_servers;
    std::unique_ptr<SessionThread> m_thread;
    std::unique_ptr<SessionClient> m_client;
};

void TestSessionClient::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    BuiltinServers::Settings settings;
    settings.slow.shortestDelay = std::chrono::minutes(1);
    settings.slow.longestDelay = std::chrono::minutes(1);
    m_servers = std::make_unique<BuiltinServers>(settings);
    m_thread = std::make_unique<SessionThread>(m_catalogue, *m_servers);
    m_client = std::make_unique<SessionClient>(m_thread->session());
}

void TestSessionClient::cleanup()
{
    m_client.reset();
    m_thread.reset();
    m_servers.reset();
    m_folder.reset();
}

Download TestSessionClient::download(const QString &sourceId) const
{
    return {.countries = m_catalogue.countries().first(60),
        .sources = {SourceList::shipped().resolve(sourceId).value()},
        .save = {.folder = m_folder->filePath(u"flags"_s), .conflict = ConflictPolicy::Overwrite}};
}

void TestSessionClient::deliversSignalsInOrderToItsThread()
{
    QVERIFY(m_thread->session().thread() != thread());
    QStringList signalNames; // each once, in the order of their first
    bool areAllHere = true;
    const auto note = [&](const QString &name) {
        areAllHere = areAllHere && QThread::currentThread() == thread();
        if (!signalNames.contains(name))
            signalNames.append(name);
    };
    QSet<QString> saved;
    const QObject context; // ends before what the functions use
    connect(m_client.get(), &SessionClient::stateChanged, &context,
        [&](SessionState state) { note(QVariant::fromValue(state).toString()); });
    connect(m_client.get(), &SessionClient::planned, &context, [&] { note(u"planned"_s); });
    connect(m_client.get(), &SessionClient::batchStarted, &context, [&] { note(u"batchStarted"_s); });
    connect(m_client.get(), &SessionClient::flagFinished, &context, [&](const FlagResult &result) {
        note(u"flagFinished"_s);
        if (result.state == FlagState::Saved)
            saved.insert(result.country.code);
    });
    const QSignalSpy finished(m_client.get(), &SessionClient::finished);
    m_client->start(download(u"builtin"_s), {});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(areAllHere);
    QCOMPARE(signalNames,
        (QStringList{u"Preparing"_s, u"Running"_s, u"planned"_s, u"batchStarted"_s, u"flagFinished"_s,
            u"Closing"_s, u"Idle"_s}));
    QCOMPARE(saved.size(), 60);
}

void TestSessionClient::isRunningFromStartToEnd()
{
    bool wasRunning = true;
    const QObject context; // ends before what the function uses
    connect(m_client.get(), &SessionClient::flagFinished, &context,
        [&] { wasRunning = wasRunning && m_client->isRunning(); });
    const QSignalSpy finished(m_client.get(), &SessionClient::finished);
    QVERIFY(!m_client->isRunning());
    m_client->start(download(u"builtin"_s), {});
    QVERIFY(m_client->isRunning());
    QCOMPARE(m_client->folder(), m_folder->filePath(u"flags"_s));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(wasRunning);
    QVERIFY(!m_client->isRunning());
    QCOMPARE(m_client->progress().saved, 60);
}

// A batch reports that its countries wait, all at once.
void TestSessionClient::deliversBurstsInParts()
{
    constexpr auto slow = std::chrono::microseconds(300);
    int inThisTurn = 0;
    int mostInATurn = 0;
    int all = 0;
    const QObject context; // ends before what the functions use
    QTimer turns; // fires once in each turn, also while the loop never blocks, as on a busy computer
    connect(&turns, &QTimer::timeout, &context, [&] { inThisTurn = 0; });
    turns.start(0);
    connect(m_client.get(), &SessionClient::flagStateChanged, &context, [&] {
        QThread::usleep(static_cast<unsigned long>(slow.count()));
        ++all;
        mostInATurn = std::max(mostInATurn, ++inThisTurn);
    });
    QSignalSpy finished(m_client.get(), &SessionClient::finished);
    m_client->start(download(u"builtin"_s), {});
    QVERIFY(finished.wait(30'000)); // QTRY_COMPARE() does not block the event loop, so it has no turns
    QVERIFY2(all >= 120, qPrintable(QString::number(all)));
    QVERIFY2(mostInATurn <= 5, qPrintable(QString::number(mostInATurn)));
}

void TestSessionClient::silenceIsKnownAlthoughNothingHappens()
{
    const QSignalSpy finished(m_client.get(), &SessionClient::finished);
    m_client->start(download(u"builtin-slow"_s), {});
    QTRY_VERIFY_WITH_TIMEOUT(m_client->progress().silence > std::chrono::seconds(1), 30'000);
    m_client->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(m_client->progress().silence, std::chrono::milliseconds(0));
}

void TestSessionClient::cancelsDownload()
{
    QSignalSpy finished(m_client.get(), &SessionClient::finished);
    m_client->start(download(u"builtin-slow"_s), {});
    m_client->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(finished.first().first().value<SessionReport>().progress.cancelled, 60);
}

// Each of the 60 flags blocks the thread of the session for a second.
void TestSessionClient::neverWaitsForABlockedLoop()
{
    constexpr qint64 longest = LoopBlocker::longest.count() / 2;
    QSignalSpy started(m_client.get(), &SessionClient::batchStarted);
    QSignalSpy finished(m_client.get(), &SessionClient::finished);
    m_client->start(download(u"builtin"_s), {.transfer = {}, .blocker = LoopBlocker(LoopBlocker::longest)});
    QTRY_VERIFY_WITH_TIMEOUT(!started.isEmpty(), 30'000); // perhaps within start()
    QElapsedTimer turn;
    qint64 longestTurn = 0;
    QTimer turns;
    connect(&turns, &QTimer::timeout, this, [&] { longestTurn = std::max(longestTurn, turn.restart()); });
    turn.start();
    turns.start(5);
    QTest::qWait(2000); // in which the other thread sleeps, except for the first milliseconds
    QVERIFY2(longestTurn < longest, qPrintable(QString::number(longestTurn)));
    turn.restart();
    m_client->cancel();
    QVERIFY2(turn.elapsed() < longest, qPrintable(QString::number(turn.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(finished.first().first().value<SessionReport>().progress.cancelled > 0);
}

// All responses are there during the first sleep, and Qt delivers them in one turn of the event loop.
void TestSessionClient::cancelsABlockedDownload()
{
    QSignalSpy finished(m_client.get(), &SessionClient::finished);
    m_client->start(download(u"builtin"_s),
        {.transfer = {}, .limit = 1000, .blocker = LoopBlocker(LoopBlocker::longest)});
    QTest::qWait(2500);
    m_client->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    const int cancelled = finished.first().first().value<SessionReport>().progress.cancelled;
    QVERIFY2(cancelled > 40, qPrintable(QString::number(cancelled)));
}

void TestSessionClient::setWithoutOperationCannotBeRetried()
{
    QVERIFY(!m_client->canRetry(m_folder->path(), {u"BR"_s}));
}

void TestSessionClient::mayEndBeforeTheSession()
{
    const QSignalSpy flags(m_client.get(), &SessionClient::flagFinished);
    m_client->start(download(u"builtin"_s), {});
    QTRY_VERIFY_WITH_TIMEOUT(flags.count() > 0, 30'000);
    m_client.reset();
    QVERIFY(flags.count() < 60);
    m_thread.reset();
}

FLAGFETCH_TEST(TestSessionClient, Widgets)
#include "tst_sessionclient.moc"
