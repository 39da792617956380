#include "app/downloads/downloadqueue.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/twosources.h"
#include "tests/support/testprogram.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Limits, pausing, holding and cancelling in batches with a fallback source.
class tst_FallbackControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void flagAfterDiskFullSkipsAnUnreachableSource();
    void eachSourceHasItsOwnLimit();
    void countryCanBeHeldOrCancelledAtTheNextSource();
    void heldCountryStaysOnHoldWhenItsSourceFails();
    void pauseReachesEverySource();
    void cancelReachesEverySource();
    void cancelWhileCountriesMoveOn();
    void silenceEndsWhenAnySourceAnswers();

private:
    [[nodiscard]] DownloadRequest request(
        const ScriptedServer &first, const ScriptedServer &second, int count) const
    {
        return twosources::request(first, second, m_folder->path(), count);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_FallbackControl::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_FallbackControl::flagAfterDiskFullSkipsAnUnreachableSource()
{
    auto first = std::make_unique<ScriptedServer>(twosources::everything);
    ScriptedServer second(twosources::everything);
    QSemaphore othersAreSaved;
    DownloadQueue queue([&](const SaveRequest &request) {
        if (request.country.code != "AA"_L1 || request.origin.source.id == "second"_L1)
            return saveFlag(request);
        othersAreSaved.acquire();
        SavedFlag none;
        none.failure = {FailureKind::NoSpace, 0, {}};
        return none;
    });
    BatchLog log(queue);
    DownloadRequest request = this->request(*first, second, 20);
    request.sources.first().limit = 1;
    request.sources.first().metadataTemplate.clear();
    queue.start(request);
    QTRY_VERIFY(first->counts().paths.size() > 1); // AA is now being saved
    first.reset();
    QTRY_COMPARE(log.results.size(), 19);

    othersAreSaved.release();
    QTRY_VERIFY(queue.progress().isPaused);
    queue.unpause();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 20));
    QCOMPARE(log.resultOf(u"AA"_s).sourceId, u"second"_s);
    QCOMPARE(log.states[u"AA"_s].count(FlagState::Downloading), 2);
}

void tst_FallbackControl::eachSourceHasItsOwnLimit()
{
    ScriptedServer first(twosources::half(status(404)));
    ScriptedServer second([](const ScriptedRequest &) { return Script().stall(); });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, second, 60);
    request.sources.first().limit = 3;
    request.sources.last().limit = 7;

    queue.start(request);

    QTRY_COMPARE(log.results.size(), 30);
    QTRY_COMPARE(second.counts().inFlight, 7);
    QVERIFY(first.counts().peak <= 3);
    queue.cancel();
    QTRY_COMPARE(second.counts().inFlight, 0);
    QCOMPARE(second.counts().peak, 7);
}

void tst_FallbackControl::countryCanBeHeldOrCancelledAtTheNextSource()
{
    ScriptedServer first(twosources::always(status(404)));
    ScriptedServer second([](const ScriptedRequest &request) {
        return flagland::codeIn(request) == "AA"_L1 ? Script().stall() : flagland::answer(request);
    });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, second, 6);
    request.sources.first().limit = 1; // so that AA is first
    request.sources.last().limit = 2;
    queue.start(request);
    QTRY_COMPARE(second.counts().inFlight, 2);
    QTRY_COMPARE(first.counts().inFlight, 0);
    QTRY_COMPARE(log.states[u"AF"_s].size(), 3); // pending, downloading, pending

    queue.holdCountry(u"AC"_s);
    QCOMPARE(log.states[u"AC"_s].last(), FlagState::OnHold);
    queue.cancelCountry(u"AF"_s);
    queue.cancelCountry(u"AA"_s);

    QTRY_COMPARE(log.results.size(), 5);
    QCOMPARE(log.countriesWith(FlagState::Cancelled), (QStringList{u"AA"_s, u"AF"_s}));
    queue.releaseCountry(u"AC"_s);
    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 6));
    QCOMPARE(log.finished.first().saved, 4);
}

void tst_FallbackControl::heldCountryStaysOnHoldWhenItsSourceFails()
{
    ScriptedServer second(twosources::everything);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(second, second, 50);
    twosources::makeUnreachable(request.sources.first());
    queue.start(request);
    queue.holdCountry(u"BX"_s);

    QTRY_COMPARE(log.results.size(), 49);
    QCOMPARE(log.states[u"BX"_s].last(), FlagState::OnHold);
    queue.releaseCountry(u"BX"_s);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 50));
    QCOMPARE(log.results.last().sourceId, u"second"_s);
}

void tst_FallbackControl::pauseReachesEverySource()
{
    ScriptedServer first({.handler = twosources::half(status(404)), .pause = 10ms});
    ScriptedServer second({.handler = twosources::everything, .pause = 10ms});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, second, 80);
    request.sources.first().limit = request.sources.last().limit = 4;
    queue.start(request);
    QTRY_VERIFY(second.counts().paths.size() > 4);

    queue.pause();

    // No request may be in flight between the picture and the metadata of a country.
    QTRY_VERIFY(std::ranges::none_of(
        log.states, [](const QList<FlagState> &states) { return states.last() == FlagState::Downloading; }));
    QTRY_COMPARE(first.counts().inFlight + second.counts().inFlight, 0);
    const qsizetype requested = first.counts().paths.size() + second.counts().paths.size();
    QTest::qWait(80); // long enough for a wrong request to arrive
    QCOMPARE(first.counts().paths.size() + second.counts().paths.size(), requested);
    queue.unpause();
    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 80));
    QCOMPARE(log.finished.first().saved, 80);
}

void tst_FallbackControl::cancelReachesEverySource()
{
    ScriptedServer first({.handler = twosources::half(status(404)), .pause = 5ms});
    ScriptedServer second({.handler = twosources::everything, .pause = 5ms});
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(first, second, 300));
    QTRY_VERIFY(second.counts().paths.size() > 10);

    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 300));
    QVERIFY(log.finished.first().cancelled > 0);
    QVERIFY(!log.finished.first().stoppedBy);
    QVERIFY(flagland::hasOnlyCompleteFlags(m_folder->path()));
    QTRY_COMPARE(first.counts().inFlight + second.counts().inFlight, 0);
}

void tst_FallbackControl::cancelWhileCountriesMoveOn()
{
    ScriptedServer second({.handler = twosources::everything, .pause = 20ms});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(second, second, 100);
    twosources::makeUnreachable(request.sources.first());
    int moved = 0;
    connect(&queue, &DownloadQueue::flagStateChanged, this, [&](const QString &code, FlagState state) {
        if (state == FlagState::Waiting && log.states[code].size() > 1 && ++moved == 30)
            queue.cancel();
    });

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 100));
    QVERIFY(log.finished.first().cancelled > 70);
}

void tst_FallbackControl::silenceEndsWhenAnySourceAnswers()
{
    ScriptedServer first([](const ScriptedRequest &request) {
        const QString code = flagland::codeIn(request);
        if (code == "AA"_L1)
            return status(404);
        if (code != "AB"_L1)
            return Script().stall();
        return Script().holdUntil(4).send(flagland::answer(request).steps().first().bytes);
    });
    ScriptedServer second([](const ScriptedRequest &) { return Script().stall(); });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, second, 5);
    for (Source &source : request.sources)
        source.metadataTemplate.clear();
    request.sources.first().limit = 2;
    queue.start(request);
    QTRY_COMPARE(second.counts().inFlight, 1);
    QTRY_COMPARE(first.counts().inFlight, 2);
    QTRY_VERIFY(queue.progress().silence >= 5ms);

    const SteadyTime before = SteadyTime::clock::now();
    queue.cancelCountry(u"AC"_s); // so that AD is the fourth request, and AB is answered
    QTRY_COMPARE(log.resultOf(u"AB"_s).state, FlagState::Saved);
    const auto silence = queue.progress().silence;
    QVERIFY(silence <= SteadyTime::clock::now() - before); // the second has been silent for longer

    queue.cancelCountry(u"AD"_s);
    queue.cancelCountry(u"AE"_s);
    QTRY_COMPARE(first.counts().inFlight, 0);
    const SteadyTime now = SteadyTime::clock::now();
    QVERIFY(queue.progress().silence >= now - before);
    queue.cancel();
    QTRY_COMPARE(log.finished.size(), 1);
}

FLAGFETCH_TEST(tst_FallbackControl, Core)
#include "tst_fallbackcontrol.moc"
