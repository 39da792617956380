#include "app/lesson/wayrun.h"
#include "app/timeline/timeline.h"
#include "tests/downloads/flagland.h"
#include "tests/storage/processlimits.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int atOnce = 5;

QStringList threadIds()
{
    return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

/// How many threads exist that did not exist before. The system shows a thread for a moment after its end.
int threadsBesides(const QStringList &before)
{
    const QStringList now = threadIds();
    return int(std::ranges::count_if(now, [&](const QString &id) { return !before.contains(id); }));
}

/// A server that lets each request wait for a while.
ScriptedServer::Options slowFlagland()
{
    return {.handler = flagland::answer, .pause = 30ms};
}

} // namespace

/// A way, its log and its final signal.
class RunningWay final
{
public:
    RunningWay(Way way, const ScriptedServer &server, int countries, int most = atOnce)
        : run(way,
            {.countries = flagland::countries(countries),
                .source = flagland::sourceAt(server),
                .atOnce = most},
            m_log)
    {
        m_log->begin(SteadyTime::clock::now());
    }

    [[nodiscard]] const Timeline &timeline()
    {
        m_timeline.update(m_log->takeChanges());
        return m_timeline;
    }
    [[nodiscard]] TimelineFigures figures() { return figuresOf(timeline(), SteadyTime::clock::now()); }
    [[nodiscard]] WayResult result() const { return finished.first().first().value<WayResult>(); }

private:
    std::shared_ptr<RequestLog> m_log = std::make_shared<RequestLog>();
    Timeline m_timeline;

public:
    WayRun run;
    QSignalSpy finished{&run, &WayRun::finished};
};

class tst_WayRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allWaysFetchTheSame_data() { addWays(); }
    void allWaysFetchTheSame();
    void requestsInFlightAreLimited_data();
    void requestsInFlightAreLimited();
    void recordsAreComplete_data() { addWays(); }
    void recordsAreComplete();
    void failuresAreCounted_data() { addWays(); }
    void failuresAreCounted();
    void onlyThreadsHaveOneForEachFlagInProgress();
    void threadsAreThoseThatWait();
    void cancelEndsEachWay_data() { addWays(); }
    void cancelEndsEachWay();
    void destructionEndsEachWay_data() { addWays(); }
    void destructionEndsEachWay();
    void tooFewThreadsFailTheWay();

private:
    static void addWays()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("one at a time") << Way::OneAtATime;
        QTest::newRow("threads") << Way::Threads;
        QTest::newRow("event loop") << Way::EventLoop;
    }
};

void tst_WayRun::allWaysFetchTheSame()
{
    QFETCH(const Way, way);
    constexpr int countries = 30;
    ScriptedServer server(flagland::answer);
    RunningWay running(way, server, countries);
    running.run.start();
    QTRY_COMPARE_WITH_TIMEOUT(running.finished.size(), 1, 20'000);

    const WayResult result = running.result();
    QCOMPARE(result.way, way);
    QCOMPARE(result.failed, 0);
    QVERIFY(!result.wasCancelled && !result.failure);
    QCOMPARE(result.fetched.size(), countries);
    for (const Country &country : flagland::countries(countries)) {
        QCOMPARE(result.fetched.value(country.code),
            QCryptographicHash::hash(flagland::pictureOf(country.code), QCryptographicHash::Sha256));
    }
    QList<QByteArray> paths = server.counts().paths;
    std::ranges::sort(paths);
    QCOMPARE(paths.size(), 2 * countries);
    QVERIFY(std::ranges::adjacent_find(paths) == paths.end());
}

void tst_WayRun::requestsInFlightAreLimited_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<int>("limit");
    QTest::newRow("one at a time") << Way::OneAtATime << 1;
    QTest::newRow("threads") << Way::Threads << atOnce;
    QTest::newRow("event loop") << Way::EventLoop << atOnce;
}

void tst_WayRun::requestsInFlightAreLimited()
{
    QFETCH(const Way, way);
    QFETCH(const int, limit);
    ScriptedServer server(slowFlagland());
    RunningWay running(way, server, 20);
    running.run.start();
    QTRY_COMPARE_WITH_TIMEOUT(running.finished.size(), 1, 20'000);

    QCOMPARE(server.counts().peak, limit);
    QCOMPARE(running.figures().mostInFlight, limit);
    QCOMPARE(running.timeline().limit(), limit);
}

void tst_WayRun::recordsAreComplete()
{
    QFETCH(const Way, way);
    constexpr int countries = 12;
    ScriptedServer server(slowFlagland());
    RunningWay running(way, server, countries);
    running.run.start();
    QTRY_COMPARE_WITH_TIMEOUT(running.finished.size(), 1, 20'000);

    QVERIFY(running.timeline().hasEnded());
    QCOMPARE(running.timeline().requests().size(), std::size_t(2 * countries));
    QCOMPARE(running.figures().newConnections, server.counts().connections);
    QCOMPARE(running.figures().elapsed, running.result().elapsed);
    for (const RequestRecord &each : running.timeline().requests()) {
        QVERIFY(!each.isRunning() && !each.failure && !each.wasCancelled);
        QCOMPARE(each.sourceId, u"flagland"_s);
        QCOMPARE(each.tries.size(), 1);
        const RequestTry &one = each.tries.first();
        QCOMPARE(one.status, 200);
        QVERIFY(each.queued <= one.sent && *one.firstByte - one.sent >= 30ms && *one.firstByte <= *one.ended);
        QCOMPARE(each.work.has_value(), each.part == RequestPart::Picture);
        if (each.part == RequestPart::Picture) {
            QCOMPARE(each.bytes, flagland::pictureOf(each.code).size());
            QVERIFY(each.work->started && !each.work->checked && each.work->thread >= 0);
        }
    }
}

void tst_WayRun::failuresAreCounted()
{
    QFETCH(const Way, way);
    ScriptedServer server([](const ScriptedRequest &request) {
        const QString code = flagland::codeIn(request);
        if (flagland::isForPicture(request)) {
            if (code == "AA"_L1)
                return status(404);
            if (code == "AB"_L1)
                return ok("no picture");
        } else if (code == "AC"_L1) {
            return status(404); // its name is in the catalogue
        } else if (code == "AD"_L1) {
            return status(403);
        }
        return flagland::answer(request);
    });
    RunningWay running(way, server, 6);
    running.run.start();
    QTRY_COMPARE_WITH_TIMEOUT(running.finished.size(), 1, 20'000);

    QCOMPARE(running.result().failed, 3);
    QCOMPARE(running.result().fetched.keys(), (QStringList{u"AC"_s, u"AE"_s, u"AF"_s}));
}

void tst_WayRun::onlyThreadsHaveOneForEachFlagInProgress()
{
    ScriptedServer server(slowFlagland());
    constexpr int few = 4;
    constexpr int many = 16;
    const auto threadsOf = [&server](Way way, int most) {
        RunningWay running(way, server, 20, most);
        running.run.start();
        running.finished.wait(20'000);
        return running.finished.isEmpty() ? -1 : running.result().usage.threads;
    };
    QCOMPARE(threadsOf(Way::Threads, few), few);
    QCOMPARE(threadsOf(Way::Threads, many), many);
    // The other ways check pictures on a pool, and Qt has a thread for several connections each. Both start
    // their threads when they need them, so the number differs between runs.
    for (const Way way : {Way::OneAtATime, Way::EventLoop}) {
        const int threads = threadsOf(way, many);
        QVERIFY2(threads >= 0 && threads < many, qPrintable(QString::number(threads)));
    }
}

void tst_WayRun::threadsAreThoseThatWait()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    const QStringList before = threadIds();
    {
        RunningWay running(Way::Threads, server, 20);
        running.run.start();
        QTRY_COMPARE(server.counts().inFlight, atOnce);
        QTRY_COMPARE(threadsBesides(before), atOnce);
    }
    QTRY_COMPARE(threadsBesides(before), 0);
}

void tst_WayRun::cancelEndsEachWay()
{
    QFETCH(const Way, way);
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    const QStringList before = threadIds();
    {
        RunningWay running(way, server, 200);
        running.run.start();
        QTRY_VERIFY(server.counts().inFlight > 0);
        QElapsedTimer elapsed;
        elapsed.start();
        running.run.cancel();
        QTRY_COMPARE(running.finished.size(), 1);
        QVERIFY(elapsed.elapsed() < 10'000);
        QVERIFY(running.result().wasCancelled);
        QCOMPARE(running.result().failed, 0);
        QVERIFY(running.result().fetched.isEmpty());
        for (const RequestRecord &each : running.timeline().requests())
            QVERIFY(each.ended && each.wasCancelled && !each.failure);
    }
    QTRY_COMPARE(threadsBesides(before), 0);
}

void tst_WayRun::destructionEndsEachWay()
{
    QFETCH(const Way, way);
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    const QStringList before = threadIds();
    auto running = std::make_unique<RunningWay>(way, server, 200);
    QSignalSpy finished(&running->run, &WayRun::finished);
    running->run.start();
    QTRY_VERIFY(server.counts().inFlight > 0);
    QElapsedTimer elapsed;
    elapsed.start();
    running.reset();
    QVERIFY(elapsed.elapsed() < 10'000);
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(threadsBesides(before), 0);
}

// QThreadPool prints a warning for which the program ends itself, see installExhaustionHandlers().
void tst_WayRun::tooFewThreadsFailTheWay()
{
    ScriptedServer server(slowFlagland());
    rlimit former{};
    QCOMPARE(::getrlimit(RLIMIT_NPROC, &former), 0);
    const rlimit few{.rlim_cur = rlim_t(threadIds().size() + 20), .rlim_max = former.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NPROC, &few), 0);
    const auto restore = qScopeGuard([&former] { ::setrlimit(RLIMIT_NPROC, &former); });
    const OrdinaryUser user; // root has no limit
    if (!user.isOrdinary())
        QSKIP("this process cannot become an ordinary user");
    RunningWay running(Way::Threads, server, 200, 200);
    running.run.start();
    QTRY_COMPARE(running.finished.size(), 1);
    QVERIFY(running.result().failure);
    QCOMPARE(running.result().failure->kind, FailureKind::TooManyThreads);
    QVERIFY(server.counts().paths.isEmpty());
}

FLAGFETCH_TEST(tst_WayRun, Core)
#include "tst_wayrun.moc"
