#include "app/measuring/limitmeasurement.h"
#include "app/sources/sourcelist.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMutex>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int fewCountries = 6;
constexpr int fewRequests = 2 * fewCountries;

/// A server that answers each request after a while, so that requests overlap.
ScriptedServer::Options pausingFlagland()
{
    return {.handler = flagland::answer, .pause = 40ms};
}

MeasurementRequest requestTo(const ScriptedServer &server, const QList<int> &limits)
{
    MeasurementRequest request{.countries = flagland::countries(fewCountries),
        .source = flagland::sourceAt(server),
        .limits = limits,
        .servers = {},
        .transfer = {}};
    request.transfer.proxyChoice = ProxyChoice::None;
    request.transfer.deadline = 20s;
    request.transfer.retry = {.tries = 3, .firstDelay = 5ms, .longestDelay = 10ms};
    return request;
}

/// A measurement and its signals, as words in their order.
struct ObservedMeasurement
{
    ObservedMeasurement()
    {
        QObject::connect(&measurement, &LimitMeasurement::runStarted, &measurement,
            [this](int limit) { words += u"start %1"_s.arg(limit); });
        QObject::connect(&measurement, &LimitMeasurement::runFinished, &measurement,
            [this](const MeasuredRun &run) { words += u"end %1"_s.arg(run.limit); });
        QObject::connect(
            &measurement, &LimitMeasurement::finished, &measurement, [this](const Measurement &ended) {
                words += u"finished"_s;
                result = ended;
            });
    }

    [[nodiscard]] bool hasEnded() const { return words.contains(u"finished"_s); }

    LimitMeasurement measurement;
    QStringList words;
    Measurement result;
};

} // namespace

class tst_LimitMeasurement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsTheLimitsOneAfterAnother();
    void eachLimitIsReachedAndNotExceeded();
    void oneAtATimeTakesTheSum();
    void runsShareNoConnections();
    void builtinServerRepeatsItsErrors();
    void serverThatHandlesFewAtOnceIsTheLimit();
    void failuresAreCounted();
    void retriesAreCounted();
    void refusalsAreCounted();
    void sourceWithoutAnyFlagEndsTheMeasurement_data();
    void sourceWithoutAnyFlagEndsTheMeasurement();
    void missingPicturesAreAFailure();
    void cancelInAnyStateEmitsOnce_data();
    void cancelInAnyStateEmitsOnce();
    void cancelInASlotIsFinal();
    void canBeStartedAgain();
    void destructionIsSilent();
    void expectedTimeAddsTheDelays();

private:
    [[nodiscard]] MeasurementRequest builtinRequest(
        const FaultSettings &faults, const QList<int> &limits) const;

    QTemporaryDir m_pictures;
    QList<Country> m_countries;
};

void tst_LimitMeasurement::initTestCase()
{
    for (const QString &code : {u"CN"_s, u"DE"_s, u"FR"_s, u"JP"_s, u"US"_s, u"IN"_s}) {
        QFile file(m_pictures.filePath(code.toLower() + u".svg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(svgPicture({12, 9}));
        m_countries += Country{.code = code, .iso3 = {}, .name = code, .displayName = code};
    }
}

MeasurementRequest tst_LimitMeasurement::builtinRequest(
    const FaultSettings &faults, const QList<int> &limits) const
{
    MeasurementRequest request{.countries = m_countries,
        .source = SourceList::shipped().resolve(u"builtin-slow"_s).value(),
        .limits = limits,
        .servers = {.picturesFolder = m_pictures.path()},
        .transfer = {}};
    request.servers.slow = faults;
    return request;
}

void tst_LimitMeasurement::runsTheLimitsOneAfterAnother()
{
    const ScriptedServer server(flagland::answer);
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, {1, 3, 100}));
    QCOMPARE(observed.measurement.state(), LimitMeasurement::State::Running);
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);

    QCOMPARE(observed.words,
        (QStringList{u"start 1"_s, u"end 1"_s, u"start 3"_s, u"end 3"_s, u"start 100"_s, u"end 100"_s,
            u"finished"_s}));
    QCOMPARE(observed.measurement.state(), LimitMeasurement::State::Idle);
    QVERIFY(observed.result.isComplete());
    QCOMPARE(observed.result.sourceLimit, std::optional(30));
    for (const MeasuredRun &run : observed.result.runs) {
        QCOMPARE(run.fetched, fewCountries);
        QCOMPARE(run.flags(), fewCountries);
        QCOMPARE(run.requests, fewRequests);
        QCOMPARE(run.bytes, observed.result.runs.first().bytes);
        QVERIFY(run.bytes > 0);
    }
    QCOMPARE(server.counts().paths.size(), 3 * fewRequests);
}

void tst_LimitMeasurement::eachLimitIsReachedAndNotExceeded()
{
    const QList<int> limits{1, 2, 5, 100};
    int arrived = 0; // used on the thread of the server
    const ScriptedServer server([&](const ScriptedRequest &request) {
        // The first responses of a run follow when as many requests are there as its limit allows.
        const int run = arrived++ / fewRequests;
        Script script;
        script.holdUntil(run * fewRequests + std::min(limits.value(run), fewRequests));
        const Script answer = flagland::answer(request);
        for (const ScriptStep &step : answer.steps())
            script.send(step.bytes);
        return script;
    });
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, limits));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);

    QList<int> inFlight;
    for (const MeasuredRun &run : observed.result.runs) {
        inFlight += run.mostInFlight;
        QCOMPARE(run.effectiveLimit, run.limit);
    }
    QCOMPARE(inFlight, (QList<int>{1, 2, 5, fewRequests}));
    QCOMPARE(server.counts().peak, fewRequests);
}

void tst_LimitMeasurement::oneAtATimeTakesTheSum()
{
    const ScriptedServer server(pausingFlagland());
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, {1, 4}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);

    const Measurement &result = observed.result;
    QVERIFY(result.isSequentialTimeMeasured());
    QCOMPARE(result.sequentialTime(), result.runs.first().elapsed);
    // The server makes each request wait, so a run of one after another cannot be shorter than all waits.
    QVERIFY(result.runs.first().elapsed >= fewRequests * 40ms);
    QVERIFY(result.runs.last().elapsed < result.runs.first().elapsed);
    QVERIFY(result.speedUp(result.runs.last()) > 1);
    QCOMPARE(result.speedUp(result.runs.first()), 1.0);
}

void tst_LimitMeasurement::runsShareNoConnections()
{
    QMutex mutex;
    QHash<QByteArray, QSet<int>> connectionsOfPath;
    const ScriptedServer server([&](const ScriptedRequest &request) {
        const QMutexLocker lock(&mutex);
        connectionsOfPath[request.path].insert(request.connection);
        return flagland::answer(request);
    });
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, {1, 2, 3}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);

    const QMutexLocker lock(&mutex);
    QCOMPARE(connectionsOfPath.size(), fewRequests);
    for (const QSet<int> &connections : std::as_const(connectionsOfPath))
        QCOMPARE(connections.size(), 3);
}

void tst_LimitMeasurement::builtinServerRepeatsItsErrors()
{
    const FaultSettings faults{.errorRate = 0.4, .errorDelay = 1ms, .seed = 3};
    ObservedMeasurement observed;
    observed.measurement.start(builtinRequest(faults, {1, 2, 10}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);
    const int failed = observed.result.runs.first().failed;
    QVERIFY(failed > 0 && failed < int(m_countries.size()));
    QCOMPARE(observed.result.runs.size(), 3);
    for (const MeasuredRun &run : std::as_const(observed.result.runs)) {
        QCOMPARE(run.failed, failed);
        QCOMPARE(run.flags(), int(m_countries.size()));
    }
}

void tst_LimitMeasurement::serverThatHandlesFewAtOnceIsTheLimit()
{
    const FaultSettings faults{.shortestDelay = 60ms, .longestDelay = 60ms, .capacity = 2};
    ObservedMeasurement observed;
    observed.measurement.start(builtinRequest(faults, {2, 6, 12}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);

    QCOMPARE(observed.result.sourceLimit, std::optional(2));
    // Two at a time in each run: at least six times 60 ms, however many requests wait at the server.
    for (const MeasuredRun &run : std::as_const(observed.result.runs))
        QVERIFY(run.elapsed >= 6 * 60ms);
    QCOMPARE(observed.result.runs.last().mostInFlight, 12);
    QVERIFY(observed.result.runs.last().averageTime > 2 * observed.result.runs.first().averageTime);
}

void tst_LimitMeasurement::failuresAreCounted()
{
    const ScriptedServer server([](const ScriptedRequest &request) {
        const QString code = flagland::codeIn(request);
        if (code == u"AA"_s)
            return status(404);
        return code == u"AB"_s ? status(418) : flagland::answer(request);
    });
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, {1, 5}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);
    QCOMPARE(observed.result.runs.size(), 2);
    for (const MeasuredRun &run : std::as_const(observed.result.runs)) {
        QCOMPARE(run.notFound, 1);
        QCOMPARE(run.failed, 1);
        QCOMPARE(run.fetched, fewCountries - 2);
    }
}

void tst_LimitMeasurement::retriesAreCounted()
{
    const ScriptedServer server([](const ScriptedRequest &request) {
        const bool isFirst = request.path == "/aa/aa.gif" && request.hit == 1;
        return isFirst ? status(500) : flagland::answer(request);
    });
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, {1, 5}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);
    QCOMPARE(observed.result.runs.first().retries, 1);
    QCOMPARE(observed.result.runs.first().failed, 0);
    QCOMPARE(observed.result.runs.last().retries, 0);
}

void tst_LimitMeasurement::refusalsAreCounted()
{
    const ScriptedServer server([](const ScriptedRequest &request) {
        const bool isFirst = request.path == "/ac/ac.gif" && request.hit == 1;
        return isFirst ? status(429, {"Retry-After: 0"}) : flagland::answer(request);
    });
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, {2}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 30'000);
    QCOMPARE(observed.result.runs.first().refused, 1);
    QCOMPARE(observed.result.runs.first().fetched, fewCountries);
}

void tst_LimitMeasurement::sourceWithoutAnyFlagEndsTheMeasurement_data()
{
    QTest::addColumn<int>("others");
    QTest::addColumn<int>("statusOfAB");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("refused") << 418 << 418 << FailureKind::ServerError;
    QTest::newRow("not found") << 404 << 404 << FailureKind::NotFound;
    QTest::newRow("one was refused") << 404 << 418 << FailureKind::ServerError;
}

void tst_LimitMeasurement::sourceWithoutAnyFlagEndsTheMeasurement()
{
    QFETCH(const int, others);
    QFETCH(const int, statusOfAB);
    QFETCH(const FailureKind, kind);
    const ScriptedServer server([others, statusOfAB](const ScriptedRequest &request) {
        return status(flagland::codeIn(request) == u"AB"_s ? statusOfAB : others);
    });
    ObservedMeasurement observed;
    observed.measurement.start(requestTo(server, {1, 2, 5}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);
    QCOMPARE(observed.result.runs.size(), 1);
    QCOMPARE(observed.result.runs.first().fetched, 0);
    QVERIFY(observed.result.failure.has_value());
    QCOMPARE(observed.result.failure->kind, kind);
    QVERIFY(!observed.result.isComplete());
}

void tst_LimitMeasurement::missingPicturesAreAFailure()
{
    MeasurementRequest request = builtinRequest({}, {1, 2});
    request.servers.picturesFolder = m_pictures.filePath(u"nowhere"_s);
    ObservedMeasurement observed;
    observed.measurement.start(request);
    QTRY_VERIFY(observed.hasEnded());
    QCOMPARE(observed.words, QStringList{u"finished"_s});
    QCOMPARE(*observed.result.failure, picturesMissing(request.servers.picturesFolder));
}

void tst_LimitMeasurement::cancelInAnyStateEmitsOnce_data()
{
    QTest::addColumn<int>("arrivals"); // before the cancellation; -1: before the first run
    QTest::addColumn<qsizetype>("completeRuns");
    QTest::newRow("before the first run") << -1 << qsizetype(0);
    QTest::newRow("at the start of a run") << 0 << qsizetype(0);
    QTest::newRow("in a run") << 2 << qsizetype(0);
    QTest::newRow("in the second run") << fewCountries + 2 << qsizetype(1);
}

void tst_LimitMeasurement::cancelInAnyStateEmitsOnce()
{
    QFETCH(const int, arrivals);
    QFETCH(const qsizetype, completeRuns);
    const ScriptedServer server(pausingFlagland());
    ObservedMeasurement observed;
    LimitMeasurement &measurement = observed.measurement;
    QSignalSpy finished(&measurement, &LimitMeasurement::finished);
    QSignalSpy advanced(&measurement, &LimitMeasurement::advanced);
    measurement.start(requestTo(server, {1, 2, 3}));
    if (arrivals == 0)
        QTRY_VERIFY(observed.words.contains(u"start 1"_s));
    if (arrivals > 0)
        QTRY_VERIFY_WITH_TIMEOUT(advanced.size() >= arrivals, 20'000);
    measurement.cancel();
    measurement.cancel(); // has no effect
    QCOMPARE(measurement.state(), LimitMeasurement::State::Cancelling);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(measurement.state(), LimitMeasurement::State::Idle);
    QVERIFY(observed.result.wasCancelled);
    QCOMPARE(observed.result.runs.size(), completeRuns);
    measurement.cancel();
    QVERIFY(!finished.wait(100));
}

void tst_LimitMeasurement::cancelInASlotIsFinal()
{
    const ScriptedServer server(flagland::answer);
    ObservedMeasurement observed;
    connect(&observed.measurement, &LimitMeasurement::runFinished, &observed.measurement,
        &LimitMeasurement::cancel);
    observed.measurement.start(requestTo(server, {1, 2}));
    QTRY_VERIFY_WITH_TIMEOUT(observed.hasEnded(), 20'000);
    QCOMPARE(observed.words, (QStringList{u"start 1"_s, u"end 1"_s, u"finished"_s}));

    ObservedMeasurement other;
    connect(&other.measurement, &LimitMeasurement::runStarted, &other.measurement, &LimitMeasurement::cancel);
    other.measurement.start(requestTo(server, {1, 2}));
    QTRY_VERIFY(other.hasEnded());
    QCOMPARE(other.words, (QStringList{u"start 1"_s, u"finished"_s}));
}

void tst_LimitMeasurement::canBeStartedAgain()
{
    const ScriptedServer server(flagland::answer);
    LimitMeasurement measurement;
    QList<Measurement> results;
    connect(&measurement, &LimitMeasurement::finished, &measurement, [&](const Measurement &result) {
        results += result;
        if (results.size() == 1)
            measurement.start(requestTo(server, {4}));
    });
    measurement.start(requestTo(server, {2, 3}));
    QTRY_COMPARE_WITH_TIMEOUT(results.size(), 2, 20'000);
    QCOMPARE(results.first().runs.size(), 2);
    QCOMPARE(results.last().runs.size(), 1);
    QCOMPARE(results.last().runs.first().limit, 4);
}

void tst_LimitMeasurement::destructionIsSilent()
{
    const ScriptedServer server(pausingFlagland());
    auto measurement = std::make_unique<LimitMeasurement>();
    QSignalSpy finished(measurement.get(), &LimitMeasurement::finished);
    QSignalSpy advanced(measurement.get(), &LimitMeasurement::advanced);
    measurement->start(requestTo(server, {1, 2}));
    QTRY_VERIFY(!advanced.isEmpty());
    measurement.reset();
    QVERIFY(finished.isEmpty());
}

void tst_LimitMeasurement::expectedTimeAddsTheDelays()
{
    const FaultSettings faults{.shortestDelay = 100ms, .longestDelay = 300ms};
    MeasurementRequest request = builtinRequest(faults, {1, 2, 100});
    QCOMPARE(expectedTime(request), std::optional(2400ms + 1200ms + 300ms));
    request.servers.slow.capacity = 1;
    QCOMPARE(expectedTime(request), std::optional(3 * 2400ms));
    request.source = SourceList::shipped().resolve(u"builtin"_s).value();
    QVERIFY(!expectedTime(request));
    request.source.embedded = Embedded::No;
    request.source.pause = 1s;
    QCOMPARE(expectedTime(request), std::optional<std::chrono::milliseconds>(3 * 12 * 1s));
}

FLAGFETCH_TEST(tst_LimitMeasurement, Core)
#include "tst_limitmeasurement.moc"
