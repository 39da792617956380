#include "app/downloads/downloadqueue.h"
#include "app/timeline/timeline.h"
#include "tests/downloads/batchlog.h"
#include "tests/downloads/twosources.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The records of whole batches, compared with what the server has seen.
class tst_RecordedBatches final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recordsAgreeWithTheServer_data();
    void recordsAgreeWithTheServer();
    void oneAtATimeKeepsTheOrderOfTheServer();
    void workOnThePoolIsRecorded();
    void failedCheckEndsTheWork();
    void writingThatFailsIsChecked();
    void fallbackHasItsOwnRecords();
    void namesFileHasARecord();
    void jobThatIsTakenBackHasNoTry();
    void cancelledBatchHasNoOpenRecords();
    void limitIsTheSumOfTheSources();
    void addressesHaveNoPassword();

private:
    [[nodiscard]] DownloadRequest recorded(DownloadRequest request)
    {
        request.log = m_log;
        return request;
    }
    [[nodiscard]] DownloadRequest requestTo(const ScriptedServer &server, int countries)
    {
        return recorded(flagland::request(server, flagland::countries(countries), m_folder->path()));
    }
    const std::vector<RequestRecord> &requests()
    {
        m_timeline.update(m_log->takeChanges());
        return m_timeline.requests();
    }
    [[nodiscard]] QList<RequestRecord> requestsOf(const QString &code, RequestPart part)
    {
        QList<RequestRecord> found;
        std::ranges::copy_if(requests(), std::back_inserter(found),
            [&](const RequestRecord &each) { return each.code == code && each.part == part; });
        return found;
    }
    [[nodiscard]] TimelineFigures figures()
    {
        m_timeline.update(m_log->takeChanges());
        return figuresOf(m_timeline, SteadyTime::clock::now());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<RequestLog> m_log;
    Timeline m_timeline;
};

void tst_RecordedBatches::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_log = std::make_shared<RequestLog>();
    m_log->begin(SteadyTime::clock::now());
    m_timeline = {};
}

void tst_RecordedBatches::recordsAgreeWithTheServer_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 7, 30})
        QTest::addRow("%d", limit) << limit;
}

void tst_RecordedBatches::recordsAgreeWithTheServer()
{
    static constexpr auto pause = 10ms;
    constexpr int countries = 40;
    QFETCH(const int, limit);
    // Every tenth picture is missing, and every seventh fails at first.
    ScriptedServer server({.handler =
                               [](const ScriptedRequest &request) {
                                   const int number = flagland::codeIn(request).at(1).unicode();
                                   if (flagland::isForPicture(request) && number % 10 == 0)
                                       return status(404);
                                   return number % 7 == 0 && request.hit == 1 ? status(500)
                                                                              : flagland::answer(request);
                               },
        .pause = pause});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = requestTo(server, countries);
    request.sources.first().limit = limit;
    queue.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(log.finished.size(), 1, 20'000);

    // Metadata whose picture is missing may still be on its way.
    QTRY_VERIFY(std::ranges::none_of(requests(), &RequestRecord::isRunning));
    QList<QByteArray> sent;
    for (const RequestRecord &each : requests()) {
        QCOMPARE(each.sourceId, u"flagland"_s);
        const QByteArray path = QUrl(each.url).path().toLatin1();
        for (const RequestTry &one : each.tries) {
            sent += path;
            QVERIFY(one.ended);
            if (one.firstByte)
                QVERIFY(*one.firstByte - one.sent >= pause - 2ms);
        }
        if (each.failure)
            QCOMPARE(each.tries.last().status, each.failure->status);
    }
    QList<QByteArray> received = server.counts().paths;
    std::ranges::sort(sent);
    std::ranges::sort(received);
    QCOMPARE(sent, received);
    const TimelineFigures measured = figures();
    QVERIFY(measured.mostInFlight <= limit);
    QVERIFY(measured.mostInFlight >= server.counts().peak);
    QCOMPARE(measured.newConnections, server.counts().connections);
    QVERIFY(measured.retries > 0);
    QCOMPARE(m_timeline.limit(), limit);
}

void tst_RecordedBatches::oneAtATimeKeepsTheOrderOfTheServer()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = requestTo(server, 20);
    request.sources.first().limit = 1;
    queue.start(request);
    QTRY_COMPARE(log.finished.size(), 1);

    QList<std::pair<SteadyTime, QByteArray>> sent;
    for (const RequestRecord &each : requests())
        sent += {each.tries.first().sent, QUrl(each.url).path().toLatin1()};
    std::ranges::sort(sent);
    QList<QByteArray> paths;
    for (const auto &[at, path] : std::as_const(sent))
        paths += path;
    QCOMPARE(paths, server.counts().paths);
    QCOMPARE(figures().mostInFlight, 1);
    QCOMPARE(figures().newConnections, 1);
}

void tst_RecordedBatches::workOnThePoolIsRecorded()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(requestTo(server, 60));
    QTRY_COMPARE(log.finished.size(), 1);

    QCOMPARE(log.finished.first().saved, 60);
    std::map<int, QList<PoolWork>> byThread;
    for (const RequestRecord &each : requests()) {
        QVERIFY(!each.isRunning());
        QCOMPARE(each.work.has_value(), each.part == RequestPart::Picture);
        if (!each.work)
            continue;
        const PoolWork &work = *each.work;
        QVERIFY(!work.failure);
        QVERIFY(*each.ended <= work.queued);
        QVERIFY(work.queued <= *work.started);
        QVERIFY(*work.started <= *work.checked);
        QVERIFY(*work.checked <= *work.ended);
        byThread[work.thread] += work;
    }
    QCOMPARE(byThread.begin()->first, 0);
    QCOMPARE(byThread.rbegin()->first, int(byThread.size()) - 1);
    QVERIFY(byThread.size() <= 8);
    for (auto &[thread, works] : byThread) {
        std::ranges::sort(works, {}, [](const PoolWork &work) { return *work.started; });
        const auto overlap = std::ranges::adjacent_find(
            works, [](const PoolWork &one, const PoolWork &next) { return *next.started < *one.ended; });
        QVERIFY(overlap == works.end());
    }
}

void tst_RecordedBatches::failedCheckEndsTheWork()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return flagland::isForPicture(request) ? ok("no picture") : flagland::answer(request);
    });
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(requestTo(server, 1));
    QTRY_COMPARE(log.finished.size(), 1);

    const RequestRecord picture = requestsOf(u"AA"_s, RequestPart::Picture).first();
    QVERIFY(!picture.failure); // the request has succeeded
    QVERIFY(picture.work->started && picture.work->ended);
    QVERIFY(!picture.work->checked);
    QVERIFY(picture.work->failure);
    QCOMPARE(picture.work->failure->kind, FailureKind::NotAPicture);
}

void tst_RecordedBatches::writingThatFailsIsChecked()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = requestTo(server, 1);
    request.save.folder = m_folder->filePath(u"missing"_s);
    queue.start(request);
    QTRY_COMPARE(log.finished.size(), 1);

    QCOMPARE(log.results.first().state, FlagState::Failed);
    const RequestRecord picture = requestsOf(u"AA"_s, RequestPart::Picture).first();
    QVERIFY(picture.work->checked);
    QVERIFY(*picture.work->checked <= *picture.work->ended);
}

void tst_RecordedBatches::fallbackHasItsOwnRecords()
{
    ScriptedServer first(twosources::half(status(404)));
    ScriptedServer second(twosources::everything);
    DownloadQueue queue;
    BatchLog log(queue);
    queue.start(recorded(twosources::request(first, second, m_folder->path(), 4)));
    QTRY_COMPARE(log.finished.size(), 1);

    QCOMPARE(log.finished.first().saved, 4);
    const QList<RequestRecord> pictures = requestsOf(u"AB"_s, RequestPart::Picture);
    QCOMPARE(pictures.size(), 2);
    QCOMPARE(pictures.first().sourceId, u"first"_s);
    QCOMPARE(pictures.first().failure->kind, FailureKind::NotFound);
    QVERIFY(!pictures.first().work);
    QCOMPARE(pictures.last().sourceId, u"second"_s);
    QVERIFY(!pictures.last().failure && pictures.last().work);
    QCOMPARE(requestsOf(u"AA"_s, RequestPart::Picture).size(), 1);
}

void tst_RecordedBatches::namesFileHasARecord()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.path == "/names.json" ? ok(R"({"AA": "First", "AB": "Second"})")
                                             : flagland::answer(request);
    });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = requestTo(server, 2);
    request.sources.first().metadataTemplate.clear();
    request.sources.first().names
        = NamesFile{.url = QUrl(server.address(u"/names.json"_s)), .codePath = {}, .namePath = {}};
    queue.start(request);
    QTRY_COMPARE(log.finished.size(), 1);

    QCOMPARE(log.finished.first().saved, 2);
    QCOMPARE(requests().size(), std::size_t(3));
    const QList<RequestRecord> names = requestsOf({}, RequestPart::Names);
    QCOMPARE(names.size(), 1);
    QCOMPARE(names.first().url, server.address(u"/names.json"_s));
    QVERIFY(names.first().bytes > 0);
}

void tst_RecordedBatches::jobThatIsTakenBackHasNoTry()
{
    ScriptedServer server({.handler = flagland::answer, .pause = 100ms});
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = requestTo(server, 3);
    request.sources.first().limit = 1;
    queue.start(request);
    QTRY_COMPARE(server.counts().inFlight, 1);
    queue.holdCountry(u"AB"_s);
    QTRY_COMPARE(requestsOf(u"AB"_s, RequestPart::Picture).size(), 1);
    const RequestRecord held = requestsOf(u"AB"_s, RequestPart::Picture).first();
    QVERIFY(held.tries.isEmpty());
    QVERIFY(held.wasCancelled && held.ended);
    queue.releaseCountry(u"AB"_s);
    QTRY_COMPARE(log.finished.size(), 1);

    QCOMPARE(log.finished.first().saved, 3);
    const QList<RequestRecord> both = requestsOf(u"AB"_s, RequestPart::Picture);
    QCOMPARE(both.size(), 2);
    QCOMPARE(both.last().tries.size(), 1);
    QVERIFY(both.last().work);
}

void tst_RecordedBatches::cancelledBatchHasNoOpenRecords()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = requestTo(server, 20);
    request.sources.first().limit = 5;
    queue.start(request);
    QTRY_COMPARE(server.counts().inFlight, 5);
    queue.cancel();
    QTRY_COMPARE(log.finished.size(), 1);

    int sent = 0;
    for (const RequestRecord &each : requests()) {
        QVERIFY(each.ended && each.wasCancelled && !each.failure);
        sent += int(each.tries.size());
    }
    QCOMPARE(sent, 5);
    QCOMPARE(inFlightSteps(m_timeline).last().count, 0);
}

void tst_RecordedBatches::limitIsTheSumOfTheSources()
{
    ScriptedServer first([](const ScriptedRequest &) { return Script().stall(); });
    ScriptedServer second(twosources::everything);
    DownloadQueue queue;
    DownloadRequest request = recorded(twosources::request(first, second, m_folder->path(), 4));
    request.sources.first().limit = 7;
    request.sources.last().limit = 9;
    request.sources.last().wantedLimit = 2;
    queue.start(request);
    QCOMPARE(m_log->takeChanges().limit, 9);
    queue.setLimit(3);
    QCOMPARE(m_log->takeChanges().limit, 5);
    queue.cancel();
}

void tst_RecordedBatches::addressesHaveNoPassword()
{
    ScriptedServer server(flagland::answer);
    DownloadQueue queue;
    BatchLog log(queue);
    DownloadRequest request = requestTo(server, 1);
    for (QString *address :
        {&request.sources.first().imageTemplate, &request.sources.first().metadataTemplate})
        address->replace(u"http://"_s, u"http://user:secret@"_s);
    queue.start(request);
    QTRY_COMPARE(log.finished.size(), 1);

    QCOMPARE(requests().size(), std::size_t(2));
    QCOMPARE(requests().front().url, server.address(u"/aa/aa.gif"_s));
    for (const RequestRecord &each : requests())
        QVERIFY(!each.url.contains("secret"_L1) && !each.url.contains("user"_L1));
}

FLAGFETCH_TEST(tst_RecordedBatches, Core)
#include "tst_recordedbatches.moc"
