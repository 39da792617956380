#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"
#include "app/timeline/timeline.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A run of the RequestLog is an operation of the session.
class tst_RecordedOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runEndsBeforeTheOperation();
    void eachOperationIsARun();
    void operationWithoutABatchIsARun();
    void limitOfTheSettingsIsRecorded();

private:
    [[nodiscard]] Download download(const ScriptedServer &server, int countries) const
    {
        return {.countries = flagland::countries(countries),
            .sources = {flagland::sourceAt(server)},
            .save = {.folder = m_folder->path()}};
    }
    [[nodiscard]] SessionSettings settings() const { return {.transfer = {}, .log = m_log}; }
    const Timeline &timeline()
    {
        m_timeline.update(m_log->takeChanges());
        return m_timeline;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<RequestLog> m_log;
    Timeline m_timeline;
    const Catalogue m_catalogue;
    BuiltinServers m_servers{{}};
};

void tst_RecordedOperations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = std::make_shared<RequestLog>();
    m_timeline = {};
}

void tst_RecordedOperations::runEndsBeforeTheOperation()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    bool hadEnded = false;
    connect(&session, &DownloadSession::finished, this, [&] { hadEnded = timeline().hasEnded(); });
    const QSignalSpy finished(&session, &DownloadSession::finished);
    const auto before = SteadyTime::clock::now();
    session.start(download(server, 5), settings());
    QCOMPARE(timeline().run(), 1);
    QVERIFY(!timeline().hasEnded());
    QTRY_COMPARE(finished.count(), 1);

    QVERIFY(hadEnded);
    QVERIFY(timeline().started() >= before);
    QCOMPARE(timeline().requests().size(), std::size_t(10));
    QCOMPARE(timeline().limit(), 30);
    const auto reported = finished.first().first().value<SessionReport>().progress.elapsed;
    const auto measured = figuresOf(timeline(), SteadyTime::clock::now()).elapsed;
    QVERIFY(measured >= reported && measured < reported + std::chrono::milliseconds(50));
}

void tst_RecordedOperations::eachOperationIsARun()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(download(server, 5), settings());
    QTRY_COMPARE(finished.count(), 1);
    session.start(Update{m_folder->path(), {u"AA"_s}}, settings());
    QTRY_COMPARE(finished.count(), 2);

    QCOMPARE(timeline().run(), 2);
    QCOMPARE(timeline().requests().size(), std::size_t(1)); // no metadata in an update
    QCOMPARE(timeline().requests().front().code, u"AA"_s);
    QVERIFY(timeline().hasEnded());
}

void tst_RecordedOperations::operationWithoutABatchIsARun()
{
    DownloadSession session(m_catalogue, m_servers);
    const QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(Update{m_folder->path(), {}}, settings()); // there is no set
    QTRY_COMPARE(finished.count(), 1);

    QCOMPARE(timeline().run(), 1);
    QVERIFY(timeline().hasEnded());
    QVERIFY(timeline().requests().empty());
}

void tst_RecordedOperations::limitOfTheSettingsIsRecorded()
{
    ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    DownloadSession session(m_catalogue, m_servers);
    const QSignalSpy finished(&session, &DownloadSession::finished);
    SessionSettings limited = settings();
    limited.limit = 4;
    session.start(download(server, 10), limited);
    QTRY_COMPARE(server.counts().inFlight, 4);
    QCOMPARE(timeline().limit(), 4);
    session.setLimit(6);
    QTRY_COMPARE(server.counts().inFlight, 6);
    QCOMPARE(timeline().limit(), 6);
    session.cancel();
    QTRY_COMPARE(finished.count(), 1);
    for (const RequestRecord &request : timeline().requests())
        QVERIFY(request.wasCancelled && !request.isRunning());
}

FLAGFETCH_TEST(tst_RecordedOperations, Core)
#include "tst_recordedoperations.moc"
