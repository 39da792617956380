#include "app/downloads/downloadqueue.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QSemaphore>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Batches that have more than one source to ask.
class tst_Fallback final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFlagsAreAskedOfTheNextSource();
    void whatASourceCannotGiveIsAskedOfTheNext_data();
    void whatASourceCannotGiveIsAskedOfTheNext();
    void faultsOfTheDiskAreNoReasonToAskAnother();
    void flagThatNobodyHasIsNotFound();
    void failureCountsBeforeNotFound_data();
    void failureCountsBeforeNotFound();
    void deadSourceIsLeftAtOnce();
    void sourceWithBrokenNamesIsLeft();
    void batchEndsWhenTheLastSourceIsGone();
    void deadLastSourceFailsOnlyWhatNeedsIt();
    void namesOfTheNextSourceAreFetchedWhenNeeded();
    void flagForAFullDiskIsNotAskedOfASourceThatIsGone();
    void eachSourceHasItsOwnLimit();
    void countryCanBeHeldAndCancelledAtTheNextSource();
    void heldCountryStaysHeldWhenItsSourceIsGone();
    void pauseReachesEverySource();
    void cancelReachesEverySource();
    void cancelWhileCountriesMoveOn();

private:
    /// The flags of `first`; what it does not give, of `second`.
    [[nodiscard]] DownloadRequest request(
        const ScriptedServer &first, const ScriptedServer &second, int count) const
    {
        DownloadRequest request = flagland::request(first, flagland::countries(count), m_folder->path());
        request.sources.first().id = u"first"_s;
        request.sources.first().title = u"First"_s;
        Source other = flagland::sourceAt(second);
        other.id = u"second"_s;
        other.title = u"Second"_s;
        request.sources.append(other);
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Only each second country, AA first, has a flag here; the others get `otherwise`.
ScriptedServer::Handler half(const Script &otherwise)
{
    return [otherwise](const ScriptedRequest &request) {
        const bool has = flagland::codeIn(request).at(1).unicode() % 2 == 1;
        return has || !flagland::isForPicture(request) ? flagland::answer(request) : otherwise;
    };
}

Script everything(const ScriptedRequest &request)
{
    return flagland::answer(request);
}

ScriptedServer::Handler always(const Script &script)
{
    return [script](const ScriptedRequest &) { return script; };
}

/// An address where nothing listens.
QString deadAddress()
{
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    return u"http://127.0.0.1:%1/{cc}.gif"_s.arg(closed.serverPort());
}

void die(Source &source)
{
    source.imageTemplate = deadAddress();
    source.metadataTemplate.clear();
    source.limit = 2;
}

QStringList earlierIds(const FlagResult &result)
{
    QStringList ids;
    for (const SourceAnswer &answer : result.earlier)
        ids += answer.sourceId;
    return ids;
}

} // namespace

void tst_Fallback::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Fallback::missingFlagsAreAskedOfTheNextSource()
{
    ScriptedServer first(half(status(404)));
    ScriptedServer second(everything);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(first, second, 20));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 20));
    QCOMPARE(log.finished.first().saved, 20);
    QVERIFY(flagland::holdsWholeFlagsOnly(m_folder->path()));
    for (const FlagResult &result : std::as_const(log.results)) {
        const bool isOfFirst = result.country.code.at(1).unicode() % 2 == 1;
        QCOMPARE(result.sourceId, isOfFirst ? u"first"_s : u"second"_s);
        QCOMPARE(result.sourceTitle, isOfFirst ? u"First"_s : u"Second"_s);
        QCOMPARE(earlierIds(result), isOfFirst ? QStringList() : QStringList{u"first"_s});
        QVERIFY(result.queued <= result.image.queued);
        if (!isOfFirst) {
            QCOMPARE(result.earlier.first().failure.kind, FailureKind::NotFound);
            QVERIFY(result.tries >= 3); // one picture there, picture and metadata here
        }
    }
    QCOMPARE(second.counts().paths.size(), 20);
}

void tst_Fallback::whatASourceCannotGiveIsAskedOfTheNext_data()
{
    QTest::addColumn<Script>("fault");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("500") << status(500) << FailureKind::ServerError;
    QTest::newRow("418") << status(418) << FailureKind::ServerError;
    QTest::newRow("403") << status(403) << FailureKind::AccessDenied;
    QTest::newRow("a page") << ok("<!DOCTYPE html><html>Log in</html>") << FailureKind::NotAPicture;
    QTest::newRow("half a picture") << ok(flagland::pictureOf(u"AB"_s).chopped(9)) << FailureKind::Truncated;
    QTest::newRow("cut answer") << cutAfter(30, flagland::pictureOf(u"AB"_s)).close()
                                << FailureKind::Truncated;
}

void tst_Fallback::whatASourceCannotGiveIsAskedOfTheNext()
{
    QFETCH(Script, fault);
    ScriptedServer first(half(fault));
    ScriptedServer second(everything);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(first, second, 6));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 6));
    QCOMPARE(log.finished.first().saved, 6);
    const auto found = std::ranges::find(log.results, u"AB"_s, [](const auto &r) { return r.country.code; });
    QCOMPARE(found->sourceId, u"second"_s);
    QCOMPARE(found->earlier.size(), 1);
    QTEST(found->earlier.first().failure.kind, "kind");
}

void tst_Fallback::faultsOfTheDiskAreNoReasonToAskAnother()
{
    ScriptedServer first(everything);
    ScriptedServer second(everything);
    DownloadQueue queue([](const SaveRequest &) {
        SavedFlag none;
        none.failure = {FailureKind::WriteFailed, 0, {}};
        return none;
    });
    BatchLog log(queue);

    queue.start(request(first, second, 4));

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.finished.first().failed, 4);
    QVERIFY(log.results.first().earlier.isEmpty());
    QCOMPARE(second.counts().connections, 0);
}

void tst_Fallback::flagThatNobodyHasIsNotFound()
{
    ScriptedServer first(always(status(404)));
    ScriptedServer second(always(status(410)));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(first, second, 3));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 3));
    QCOMPARE(log.finished.first().notFound, 3);
    QCOMPARE(log.results.first().sourceId, u"second"_s);
    QCOMPARE(log.results.first().failure.status, 410);
    QCOMPARE(earlierIds(log.results.first()), QStringList{u"first"_s});
    QCOMPARE(log.results.first().earlier.first().failure.status, 404);
}

void tst_Fallback::failureCountsBeforeNotFound_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("other");
    QTest::newRow("first fails") << 418 << 404 << u"first"_s << u"second"_s;
    QTest::newRow("second fails") << 404 << 418 << u"second"_s << u"first"_s;
    QTest::newRow("both fail") << 403 << 418 << u"second"_s << u"first"_s;
}

void tst_Fallback::failureCountsBeforeNotFound()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(QString, other);
    ScriptedServer firstServer(always(status(first)));
    ScriptedServer secondServer(always(status(second)));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(firstServer, secondServer, 1));

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.finished.first().failed, 1);
    const FlagResult result = log.results.first();
    QCOMPARE(result.state, FlagState::Failed);
    QCOMPARE(result.failure.status, 418);
    QTEST(result.sourceId, "source");
    QCOMPARE(earlierIds(result), QStringList{other});
}

void tst_Fallback::deadSourceIsLeftAtOnce()
{
    ScriptedServer unused(everything);
    ScriptedServer second(everything);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(unused, second, 200);
    die(request.sources.first());

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 200));
    QCOMPARE(log.finished.first().saved, 200);
    QVERIFY(!log.finished.first().stoppedBy);
    const auto asked
        = std::ranges::count_if(log.results, [](const FlagResult &result) { return result.tries > 2; });
    QVERIFY(asked < 15); // the others were spared the dead one
    for (const FlagResult &result : std::as_const(log.results))
        QCOMPARE(result.earlier.value(0).failure.kind, FailureKind::ConnectionRefused);
}

void tst_Fallback::sourceWithBrokenNamesIsLeft()
{
    ScriptedServer first([](const ScriptedRequest &request) {
        return request.path == "/names.json" ? ok("<html>").wait(30ms) : flagland::answer(request);
    });
    ScriptedServer second(everything);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, second, 40);
    request.sources.first().metadataTemplate.clear();
    request.sources.first().names
        = NamesFile{.url = QUrl(first.address(u"/names.json"_s)), .codePath = {}, .namePath = {}};

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 40));
    QCOMPARE(log.finished.first().saved, 40);
    for (const FlagResult &result : std::as_const(log.results)) {
        QCOMPARE(result.sourceId, u"second"_s);
        QCOMPARE(result.earlier.value(0).failure.kind, FailureKind::BadMetadata);
    }
}

void tst_Fallback::batchEndsWhenTheLastSourceIsGone()
{
    ScriptedServer unused(everything);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(unused, unused, 200);
    die(request.sources.first());
    die(request.sources.last());

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 200));
    QVERIFY(log.finished.first().stoppedBy);
    QCOMPARE(log.finished.first().stoppedBy->kind, FailureKind::ConnectionRefused);
    QVERIFY(log.finished.first().cancelled > 150);
}

void tst_Fallback::deadLastSourceFailsOnlyWhatNeedsIt()
{
    ScriptedServer first({.handler = half(status(404)), .pause = 5ms});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, first, 60);
    die(request.sources.last());

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 60));
    QVERIFY(!log.finished.first().stoppedBy);
    QCOMPARE(log.finished.first().saved, 30);
    QCOMPARE(log.finished.first().failed, 30);
    for (const FlagResult &result : std::as_const(log.results)) {
        if (result.state != FlagState::Failed)
            continue;
        QCOMPARE(result.failure.kind, FailureKind::ConnectionRefused);
        QCOMPARE(result.sourceId, u"second"_s);
        QCOMPARE(earlierIds(result), QStringList{u"first"_s});
    }
}

void tst_Fallback::namesOfTheNextSourceAreFetchedWhenNeeded()
{
    const auto withNames = [](const ScriptedRequest &request) {
        return request.path == "/names.json" ? ok(R"({"AB": "Named"})") : flagland::answer(request);
    };
    ScriptedServer first(half(status(404)));
    ScriptedServer second(withNames);
    DownloadQueue queue;
    BatchLog log(queue);
    for (const int count : {1, 2}) {
        log.clear();
        DownloadRequest request = this->request(first, second, count);
        request.sources.last().metadataTemplate.clear();
        request.sources.last().names
            = NamesFile{.url = QUrl(second.address(u"/names.json"_s)), .codePath = {}, .namePath = {}};

        queue.start(request);

        QTRY_COMPARE(log.finished.size(), 1);
        QCOMPARE(log.finished.first().saved, count);
        QCOMPARE(second.hits("/names.json"), count - 1);
    }
    QCOMPARE(log.resultOf(u"AB"_s).name, u"Named"_s); // which of them ends last is not said
}

void tst_Fallback::flagForAFullDiskIsNotAskedOfASourceThatIsGone()
{
    auto first = std::make_unique<ScriptedServer>(everything);
    ScriptedServer second(everything);
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
    QTRY_VERIFY(first->counts().paths.size() > 1); // so AA is being saved
    first.reset();
    QTRY_COMPARE(log.results.size(), 19);

    othersAreSaved.release();
    QTRY_VERIFY(queue.progress().isPaused);
    queue.resume();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 20));
    QCOMPARE(log.resultOf(u"AA"_s).sourceId, u"second"_s);
    QCOMPARE(log.states[u"AA"_s].count(FlagState::Downloading), 2);
}

void tst_Fallback::eachSourceHasItsOwnLimit()
{
    ScriptedServer first(half(status(404)));
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

void tst_Fallback::countryCanBeHeldAndCancelledAtTheNextSource()
{
    ScriptedServer first(always(status(404)));
    ScriptedServer second([](const ScriptedRequest &request) {
        return flagland::codeIn(request) == "AA"_L1 ? Script().stall() : flagland::answer(request);
    });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, second, 6);
    request.sources.first().limit = 1; // so that AA comes first
    request.sources.last().limit = 2;
    queue.start(request);
    QTRY_COMPARE(second.counts().inFlight, 2);
    QTRY_COMPARE(first.counts().inFlight, 0);
    QTRY_COMPARE(log.states[u"AF"_s].size(), 3); // waiting, downloading, waiting

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

void tst_Fallback::heldCountryStaysHeldWhenItsSourceIsGone()
{
    ScriptedServer second(everything);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(second, second, 50);
    die(request.sources.first());
    queue.start(request);
    queue.holdCountry(u"BX"_s);

    QTRY_COMPARE(log.results.size(), 49);
    QCOMPARE(log.states[u"BX"_s].last(), FlagState::OnHold);
    queue.releaseCountry(u"BX"_s);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 50));
    QCOMPARE(log.results.last().sourceId, u"second"_s);
}

void tst_Fallback::pauseReachesEverySource()
{
    ScriptedServer first({.handler = half(status(404)), .pause = 10ms});
    ScriptedServer second({.handler = everything, .pause = 10ms});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, second, 80);
    request.sources.first().limit = request.sources.last().limit = 4;
    queue.start(request);
    QTRY_VERIFY(second.counts().paths.size() > 4);

    queue.pause();

    // Between the picture and the metadata of one country nothing may be in flight.
    QTRY_VERIFY(std::ranges::none_of(
        log.states, [](const QList<FlagState> &states) { return states.last() == FlagState::Downloading; }));
    QTRY_COMPARE(first.counts().inFlight + second.counts().inFlight, 0);
    const qsizetype asked = first.counts().paths.size() + second.counts().paths.size();
    QTest::qWait(80); // what must not come gets its chance
    QCOMPARE(first.counts().paths.size() + second.counts().paths.size(), asked);
    queue.resume();
    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 80));
    QCOMPARE(log.finished.first().saved, 80);
}

void tst_Fallback::cancelReachesEverySource()
{
    ScriptedServer first({.handler = half(status(404)), .pause = 5ms});
    ScriptedServer second({.handler = everything, .pause = 5ms});
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(request(first, second, 300));
    QTRY_VERIFY(second.counts().paths.size() > 10);

    queue.cancel();

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 300));
    QVERIFY(log.finished.first().cancelled > 0);
    QVERIFY(!log.finished.first().stoppedBy);
    QVERIFY(flagland::holdsWholeFlagsOnly(m_folder->path()));
    QTRY_COMPARE(first.counts().inFlight + second.counts().inFlight, 0);
}

void tst_Fallback::cancelWhileCountriesMoveOn()
{
    ScriptedServer second({.handler = everything, .pause = 20ms});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(second, second, 100);
    die(request.sources.first());
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

FLAGFETCH_TEST(tst_Fallback, Core)
#include "tst_fallback.moc"
