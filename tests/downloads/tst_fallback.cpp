#include "app/downloads/downloadqueue.h"
#include "app/downloads/fallbackhistory.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/twosources.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Which source supplies each flag in batches with a fallback source, and what their results say.
class tst_Fallback final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFlagsComeFromTheNextSource();
    void failedFlagsComeFromTheNextSource_data();
    void failedFlagsComeFromTheNextSource();
    void diskErrorsDoNotFallBack();
    void flagMissingEverywhereIsNotFound();
    void failureOutranksNotFound_data();
    void failureOutranksNotFound();
    void unreachableSourceIsSkippedAtOnce();
    void sourceWithBrokenNamesFileIsSkipped();
    void batchEndsWhenAllSourcesAreUnreachable();
    void unreachableLastSourceFailsOnlyItsFlags();
    void namesOfTheNextSourceAreFetchedWhenNeeded();
    void cancelledResultHasTheAddressOfItsRequest_data();
    void cancelledResultHasTheAddressOfItsRequest();

private:
    [[nodiscard]] DownloadRequest request(
        const ScriptedServer &first, const ScriptedServer &second, int count) const
    {
        return twosources::request(first, second, m_folder->path(), count);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Fallback::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Fallback::missingFlagsComeFromTheNextSource()
{
    ScriptedServer first(twosources::half(status(404)));
    ScriptedServer second(twosources::everything);
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(first, second, 20));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 20));
    QCOMPARE(log.finished.first().saved, 20);
    QVERIFY(flagland::hasOnlyCompleteFlags(m_folder->path()));
    for (const FlagResult &result : std::as_const(log.results)) {
        const bool isOfFirst = result.country.code.at(1).unicode() % 2 == 1;
        QCOMPARE(result.sourceId, isOfFirst ? u"first"_s : u"second"_s);
        QCOMPARE(result.sourceTitle, isOfFirst ? u"First"_s : u"Second"_s);
        QCOMPARE(twosources::earlierIds(result), isOfFirst ? QStringList() : QStringList{u"first"_s});
        QVERIFY(result.queued <= result.image.queued);
        if (!isOfFirst) {
            QCOMPARE(result.earlier.first().failure.kind, FailureKind::NotFound);
            QVERIFY(result.tries >= 3); // the picture from `first`, picture and metadata from `second`
        }
    }
    QCOMPARE(second.counts().paths.size(), 20);
}

void tst_Fallback::failedFlagsComeFromTheNextSource_data()
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

void tst_Fallback::failedFlagsComeFromTheNextSource()
{
    QFETCH(Script, fault);
    ScriptedServer first(twosources::half(fault));
    ScriptedServer second(twosources::everything);
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

void tst_Fallback::diskErrorsDoNotFallBack()
{
    ScriptedServer first(twosources::everything);
    ScriptedServer second(twosources::everything);
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

void tst_Fallback::flagMissingEverywhereIsNotFound()
{
    ScriptedServer first(twosources::always(status(404)));
    ScriptedServer second(twosources::always(status(410)));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(first, second, 3));

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 3));
    QCOMPARE(log.finished.first().notFound, 3);
    QCOMPARE(log.results.first().sourceId, u"second"_s);
    QCOMPARE(log.results.first().failure.status, 410);
    QCOMPARE(twosources::earlierIds(log.results.first()), QStringList{u"first"_s});
    QCOMPARE(log.results.first().earlier.first().failure.status, 404);
}

void tst_Fallback::failureOutranksNotFound_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("other");
    QTest::newRow("first fails") << 418 << 404 << u"first"_s << u"second"_s;
    QTest::newRow("second fails") << 404 << 418 << u"second"_s << u"first"_s;
    QTest::newRow("both fail") << 403 << 418 << u"second"_s << u"first"_s;
}

void tst_Fallback::failureOutranksNotFound()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(QString, other);
    ScriptedServer firstServer(twosources::always(status(first)));
    ScriptedServer secondServer(twosources::always(status(second)));
    DownloadQueue queue;
    BatchLog log(queue);

    queue.start(request(firstServer, secondServer, 1));

    QTRY_COMPARE(log.finished.size(), 1);
    QCOMPARE(log.finished.first().failed, 1);
    const FlagResult result = log.results.first();
    QCOMPARE(result.state, FlagState::Failed);
    QCOMPARE(result.failure.status, 418);
    QTEST(result.sourceId, "source");
    const ScriptedServer &failing = result.sourceId == "first"_L1 ? firstServer : secondServer;
    QCOMPARE(QUrl(result.url).port(), int(failing.port()));
    QCOMPARE(twosources::earlierIds(result), QStringList{other});
}

void tst_Fallback::unreachableSourceIsSkippedAtOnce()
{
    ScriptedServer unused(twosources::everything);
    ScriptedServer second(twosources::everything);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(unused, second, 200);
    twosources::makeUnreachable(request.sources.first());

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 200));
    QCOMPARE(log.finished.first().saved, 200);
    QVERIFY(!log.finished.first().stoppedBy);
    const auto requested
        = std::ranges::count_if(log.results, [](const FlagResult &result) { return result.tries > 2; });
    QVERIFY(requested < 15); // the others did not try the unreachable source
    for (const FlagResult &result : std::as_const(log.results))
        QCOMPARE(result.earlier.value(0).failure.kind, FailureKind::ConnectionRefused);
}

void tst_Fallback::sourceWithBrokenNamesFileIsSkipped()
{
    ScriptedServer first([](const ScriptedRequest &request) {
        return request.path == "/names.json" ? ok("<html>").wait(30ms) : flagland::answer(request);
    });
    ScriptedServer second(twosources::everything);
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

void tst_Fallback::batchEndsWhenAllSourcesAreUnreachable()
{
    ScriptedServer unused(twosources::everything);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(unused, unused, 200);
    twosources::makeUnreachable(request.sources.first());
    twosources::makeUnreachable(request.sources.last());

    queue.start(request);

    QTRY_COMPARE(log.finished.size(), 1);
    QVERIFY(isConsistent(log, 200));
    QVERIFY(log.finished.first().stoppedBy);
    QCOMPARE(log.finished.first().stoppedBy->kind, FailureKind::ConnectionRefused);
    QCOMPARE(log.finished.first().failed, 200);
    QVERIFY(log.finished.first().notRequested > 150);
    for (const FlagResult &result : std::as_const(log.results)) {
        QCOMPARE(result.sourceId, u"second"_s);
        QCOMPARE(twosources::earlierIds(result), QStringList{u"first"_s});
    }
}

void tst_Fallback::unreachableLastSourceFailsOnlyItsFlags()
{
    ScriptedServer first({.handler = twosources::half(status(404)), .pause = 5ms});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = this->request(first, first, 60);
    twosources::makeUnreachable(request.sources.last());

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
        QCOMPARE(twosources::earlierIds(result), QStringList{u"first"_s});
    }
}

void tst_Fallback::namesOfTheNextSourceAreFetchedWhenNeeded()
{
    const auto withNames = [](const ScriptedRequest &request) {
        return request.path == "/names.json" ? ok(R"({"AB": "Named"})") : flagland::answer(request);
    };
    ScriptedServer first(twosources::half(status(404)));
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
    QCOMPARE(log.resultOf(u"AB"_s).name, u"Named"_s); // the order of the two results is undefined
}

void tst_Fallback::cancelledResultHasTheAddressOfItsRequest_data()
{
    QTest::addColumn<bool>("isRequested");
    QTest::addColumn<QString>("url");
    QTest::newRow("requested from both") << true << u"http://second/aa.gif"_s;
    QTest::newRow("only from the first") << false << u"http://first/aa.gif"_s;
}

void tst_Fallback::cancelledResultHasTheAddressOfItsRequest()
{
    QFETCH(bool, isRequested);
    QFETCH(QString, url);
    FlagResult first;
    first.state = FlagState::NotFound;
    first.url = u"http://first/aa.gif"_s;
    first.tries = 1;
    first.image.started = SteadyTime::clock::now();
    FlagResult second;
    second.state = FlagState::Cancelled;
    second.url = u"http://second/aa.gif"_s;
    if (isRequested)
        second.image.started = SteadyTime::clock::now();

    FallbackHistory history;
    history.add(first);

    QCOMPARE(history.completeResult(second).url, url);
}

FLAGFETCH_TEST(tst_Fallback, Core)
#include "tst_fallback.moc"
