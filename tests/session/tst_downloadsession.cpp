#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/session/downloadsession.h"
#include "tests/downloads/flagland.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using State = DownloadSession::State;

namespace {

/// Counts how often files of one name in a folder are opened, by whatever process.
class OpenCounter final
{
public:
    explicit OpenCounter(const QString &folder)
        : m_queue(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        if (::inotify_add_watch(m_queue, QFile::encodeName(folder).constData(), IN_OPEN) < 0)
            qFatal("The folder cannot be watched");
    }
    Q_DISABLE_COPY_MOVE(OpenCounter)
    ~OpenCounter() { ::close(m_queue); }

    [[nodiscard]] int count(QByteArrayView name)
    {
        alignas(inotify_event) std::array<char, 65536> buffer{};
        int opened = 0;
        ssize_t size = 0;
        while ((size = ::read(m_queue, buffer.data(), buffer.size())) > 0) {
            for (ssize_t at = 0; at < size;) {
                const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
                opened += event->len > 0 && name == QByteArrayView(static_cast<const char *>(event->name));
                at += ssize_t(sizeof(inotify_event) + event->len);
            }
        }
        return opened;
    }

private:
    const int m_queue;
};

/// A server that does not answer before open() is called.
class Gate final
{
public:
    [[nodiscard]] Script answer(const ScriptedRequest &request) const
    {
        return m_isOpen ? flagland::answer(request) : Script{};
    }
    void open() { m_isOpen = true; }
    void close() { m_isOpen = false; }

private:
    bool m_isOpen = false;
};

} // namespace

class tst_DownloadSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statesComeInOrder();
    void manifestIsReadOnceForEachOperation();
    void folderThatCannotBeMadeStopsTheOperation();
    void operationOnAMissingSetFails();
    void folderStaysLockedBetweenBatches();
    void specsOfLaterBatchesHaveNoOthers();
    void damagedFlagIsNotKept();
    void unreachableSourceLeavesNothingPending_data();
    void unreachableSourceLeavesNothingPending();
    void interruptedDownloadIsResumed();
    void stopWhilePreparing_data();
    void stopWhilePreparing();
    void cancelLeavesNothingPending();
    void rebuildWaitsForConfirmation_data();
    void rebuildWaitsForConfirmation();
    void retryRequestsChosenCountriesOfASet();
    void retryKeepsOtherPendingWork();
    void declinedRebuildCannotBeRetried();
    void manifestReplacedBeforeConfirmationIsBackedUp();
    void pauseBeforeTheFirstBatchHolds();
    void limitBeforeTheFirstBatchHolds();
    void destructionLeavesTheJournal();

private:
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] Download download(const ScriptedServer &server, int countries) const
    {
        return {.countries = flagland::countries(countries),
            .sources = {flagland::sourceAt(server)},
            .save = {.folder = folder()}};
    }
    [[nodiscard]] static SessionSettings settings()
    {
        return {.transfer = flagland::request(ScriptedServer(flagland::answer), {}, {}).transfer};
    }
    [[nodiscard]] SessionReport run(DownloadSession &session, const Operation &operation) const
    {
        QSignalSpy finished(&session, &DownloadSession::finished);
        session.start(operation, settings());
        if (!finished.wait(20'000))
            qFatal("The operation does not end");
        return finished.first().first().value<SessionReport>();
    }
    [[nodiscard]] static SessionSettings confirming()
    {
        SessionSettings confirming = settings();
        confirming.confirmsReplacing = true;
        return confirming;
    }
    /// A manifest, and a set in the folder that has another picture under one of its names.
    [[nodiscard]] bool prepareRebuild(
        DownloadSession &session, const ScriptedServer &server, QString *manifest) const
    {
        const QString own = m_folder->filePath(QLatin1StringView(manifestFileName));
        *manifest = m_folder->filePath(u"elsewhere.json"_s);
        const bool isSaved
            = run(session, download(server, 3)).progress.isComplete() && QFile::copy(own, *manifest);
        const QByteArray other = otherPicture();
        QByteArray json = someset::read(own);
        json.replace(sha256(flagland::pictureOf(u"AA"_s)).toHex(), sha256(other).toHex());
        return isSaved && someset::write(m_folder->filePath(flagland::fileNameOf(u"AA"_s)), other)
            && someset::write(own, json);
    }
    [[nodiscard]] static QByteArray otherPicture() { return gifPicture({10, 10}, 7); }
    [[nodiscard]] LoadedSet loaded() const { return loadSet(folder()).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const Catalogue m_catalogue;
    BuiltinServers m_servers{{}};
};

void tst_DownloadSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_DownloadSession::statesComeInOrder()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QList<State> states;
    connect(&session, &DownloadSession::stateChanged, this, [&states](State state) { states += state; });
    QSignalSpy finished(&session, &DownloadSession::finished);
    QSignalSpy planned(&session, &DownloadSession::planned);

    session.start(download(server, 5), settings());
    QVERIFY(session.isRunning());
    QCOMPARE(session.progress().total, 5); // known before the folder is open

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(states, (QList<State>{State::Preparing, State::Running, State::Closing, State::Idle}));
    QCOMPARE(planned.size(), 1);
    const auto report = finished.first().first().value<SessionReport>();
    QCOMPARE(report.progress.saved, 5);
    QVERIFY(report.progress.isComplete());
    QVERIFY(!report.failure);
    QCOMPARE(loaded().manifest.flags.size(), 5);
}

void tst_DownloadSession::manifestIsReadOnceForEachOperation()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QVERIFY(run(session, download(server, 5)).progress.isComplete());
    OpenCounter opens(folder());

    QVERIFY(run(session, Update{folder(), {}}).progress.isComplete());
    QCOMPARE(opens.count(manifestFileName), 1);

    QVERIFY(run(session, download(server, 7)).progress.isComplete());
    QCOMPARE(opens.count(manifestFileName), 1);

    QVERIFY(run(session, Repair{folder(), {u"AA"_s}}).progress.isComplete());
    QCOMPARE(opens.count(manifestFileName), 1);
}

void tst_DownloadSession::folderThatCannotBeMadeStopsTheOperation()
{
    ScriptedServer server(flagland::answer);
    QVERIFY(someset::write(m_folder->filePath(u"file"_s), "x"));
    DownloadSession session(m_catalogue, m_servers);
    QSignalSpy results(&session, &DownloadSession::flagFinished);
    Download wanted = download(server, 10);
    wanted.save.folder = m_folder->filePath(u"file/flags"_s);

    const SessionReport report = run(session, wanted);

    QVERIFY(report.progress.stoppedBy);
    QCOMPARE(report.progress.stoppedBy->kind, FailureKind::FolderDenied);
    QCOMPARE(report.progress.cancelled, 10);
    QCOMPARE(results.size(), 10);
    QCOMPARE(server.counts().connections, 0);
}

void tst_DownloadSession::operationOnAMissingSetFails()
{
    DownloadSession session(m_catalogue, m_servers);
    const SessionReport report = run(session, Update{folder(), {}});
    QVERIFY(report.failure);
    QCOMPARE(report.failure->kind, FailureKind::NoSet);
    QCOMPARE(report.progress.total, 0);
    QCOMPARE(session.state(), State::Idle);
}

// A country with two files needs two batches.
void tst_DownloadSession::folderStaysLockedBetweenBatches()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QVERIFY(run(session, download(server, 2)).progress.isComplete());
    Download renamed = download(server, 2);
    renamed.save.nameTemplate = NameTemplate::parse(u"second-{CC}"_s).value();
    QVERIFY(run(session, renamed).progress.isComplete());
    QCOMPARE(loaded().manifest.flags.size(), 4);

    QList<QStringList> batches;
    connect(&session, &DownloadSession::batchStarted, this, [&](const QStringList &codes) {
        batches += codes;
        const auto other = OpenSet::open(folder());
        QVERIFY(!other);
        QCOMPARE(other.error().kind, FailureKind::FolderInUse);
    });
    const SessionReport report = run(session, Update{folder(), {}});

    QCOMPARE(batches.size(), 2);
    QCOMPARE(report.progress.unchanged, 4);
    QVERIFY(report.progress.isComplete());
    QCOMPARE(loaded().manifest.flags.size(), 4);
    QVERIFY(!loaded().hasJournal);
}

// Otherwise pending work would be done, and recorded, once for each of them.
void tst_DownloadSession::specsOfLaterBatchesHaveNoOthers()
{
    Gate gate;
    gate.open();
    ScriptedServer server([&gate](const ScriptedRequest &request) { return gate.answer(request); });
    DownloadSession session(m_catalogue, m_servers);
    QVERIFY(run(session, download(server, 2)).progress.isComplete());
    Download renamed = download(server, 2);
    renamed.save.nameTemplate = NameTemplate::parse(u"second-{CC}"_s).value();
    QVERIFY(run(session, renamed).progress.isComplete());
    gate.close();
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(download(server, 4), settings());
    QTRY_COMPARE(session.state(), State::Running);
    session.interrupt();
    QTRY_COMPARE(finished.size(), 1);

    session.start(Update{folder(), {}}, settings());

    QTRY_VERIFY(loaded().interrupted && loaded().interrupted->spec.purpose == BatchPurpose::Update);
    const BatchSpec spec = loaded().interrupted->spec;
    QCOMPARE(spec.remaining.size(), 1);
    QCOMPARE(spec.following.size(), 1);
    QVERIFY(spec.following.first().remaining.isEmpty());
    session.interrupt();
    QTRY_COMPARE(finished.size(), 2);
}

// Regression: the damaged file was kept and counted as "already there".
void tst_DownloadSession::damagedFlagIsNotKept()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QVERIFY(run(session, download(server, 2)).progress.isComplete());
    const QString damaged = folder() + u'/' + flagland::namesIn(folder()).first();
    QVERIFY(QFile::resize(damaged, 20));
    Download keeping = download(server, 2);
    keeping.save.conflict = ConflictPolicy::Skip;

    const SessionReport report = run(session, keeping);

    QCOMPARE(report.progress.saved, 1);
    QCOMPARE(report.progress.skipped, 1);
    QVERIFY(flagland::hasOnlyCompleteFlags(folder()));
}

void tst_DownloadSession::unreachableSourceLeavesNothingPending_data()
{
    QTest::addColumn<int>("countries");
    QTest::addColumn<bool>("isPending");
    QTest::newRow("all were requested") << 1 << false;
    QTest::newRow("some were not requested") << 60 << true;
}

// Regression: the only flag, which had failed, was reported as the rest of an interrupted batch.
void tst_DownloadSession::unreachableSourceLeavesNothingPending()
{
    QFETCH(const int, countries);
    QFETCH(const bool, isPending);
    auto server = std::make_unique<ScriptedServer>(flagland::answer);
    Download wanted = download(*server, countries);
    wanted.sources.first().names
        = NamesFile{.url = QUrl(server->address(u"/names.json"_s)), .codePath = {}, .namePath = {}};
    wanted.sources.first().metadataTemplate.clear();
    wanted.sources.first().limit = 2;
    server.reset();
    DownloadSession session(m_catalogue, m_servers);

    const SessionReport report = run(session, wanted);

    QCOMPARE(report.progress.failed, countries);
    QCOMPARE(report.progress.cancelled, 0);
    QVERIFY(report.progress.stoppedBy);
    QCOMPARE(loaded().pendingWork().has_value(), isPending);
}

void tst_DownloadSession::interruptedDownloadIsResumed()
{
    Gate gate;
    ScriptedServer server([&gate](const ScriptedRequest &request) { return gate.answer(request); });
    DownloadSession session(m_catalogue, m_servers);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(download(server, 6), settings());
    QTRY_COMPARE(session.state(), State::Running);
    QTRY_VERIFY(server.counts().connections > 0);

    session.interrupt();

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<SessionReport>().progress.cancelled, 6);
    QCOMPARE(loaded().pendingWork()->countMissing(), 6);
    gate.open();
    QCOMPARE(run(session, Resume{folder()}).progress.saved, 6);
    QVERIFY(!loaded().hasJournal);
}

void tst_DownloadSession::stopWhilePreparing_data()
{
    QTest::addColumn<bool>("isInterrupted");
    QTest::addColumn<int>("pending");
    QTest::newRow("interrupted: the download stays pending") << true << 4;
    QTest::newRow("cancelled: nothing does") << false << 0;
}

void tst_DownloadSession::stopWhilePreparing()
{
    QFETCH(const bool, isInterrupted);
    QFETCH(const int, pending);
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QSignalSpy finished(&session, &DownloadSession::finished);
    QSignalSpy results(&session, &DownloadSession::flagFinished);

    session.start(download(server, 4), settings());
    if (isInterrupted)
        session.interrupt();
    else
        session.cancel();

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(results.size(), 4);
    QCOMPARE(finished.first().first().value<SessionReport>().progress.cancelled, 4);
    QCOMPARE(server.counts().connections, 0);
    const auto rest = loaded().pendingWork();
    QCOMPARE(rest ? int(rest->countMissing()) : 0, pending);
}

void tst_DownloadSession::cancelLeavesNothingPending()
{
    Gate gate;
    ScriptedServer server([&gate](const ScriptedRequest &request) { return gate.answer(request); });
    DownloadSession session(m_catalogue, m_servers);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(download(server, 6), settings());
    QTRY_VERIFY(server.counts().connections > 0);

    session.cancel();
    session.interrupt(); // the first call decides

    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!loaded().hasJournal);
}

void tst_DownloadSession::rebuildWaitsForConfirmation_data()
{
    QTest::addColumn<bool>("isConfirmed");
    QTest::newRow("confirmed") << true;
    QTest::newRow("cancelled") << false;
}

void tst_DownloadSession::rebuildWaitsForConfirmation()
{
    QFETCH(const bool, isConfirmed);
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QString manifest;
    QVERIFY(prepareRebuild(session, server, &manifest));

    QSignalSpy asked(&session, &DownloadSession::confirmationRequired);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(Rebuild{manifest, folder()}, confirming());
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toInt(), 1);
    QCOMPARE(session.state(), State::AwaitingConfirmation);
    if (isConfirmed)
        session.confirm();
    else
        session.cancel();

    QTRY_COMPARE(finished.size(), 1);
    const auto report = finished.first().first().value<SessionReport>();
    QCOMPARE(report.failure.has_value(), !isConfirmed);
    QCOMPARE(someset::read(m_folder->filePath(flagland::fileNameOf(u"AA"_s))),
        isConfirmed ? flagland::pictureOf(u"AA"_s) : otherPicture());
}

void tst_DownloadSession::retryRequestsChosenCountriesOfASet()
{
    bool isBroken = false;
    ScriptedServer server([&isBroken](const ScriptedRequest &request) {
        return isBroken && flagland::codeIn(request) == "AB"_L1 ? status(404) : flagland::answer(request);
    });
    DownloadSession session(m_catalogue, m_servers);
    QVERIFY(run(session, download(server, 4)).progress.isComplete());
    QVERIFY(!session.canRetry(folder(), {u"AB"_s})); // a download starts anew instead
    isBroken = true;
    QCOMPARE(run(session, Update{folder(), {}}).progress.notFound, 1);
    QVERIFY(session.canRetry(folder(), {u"AB"_s}));
    QVERIFY(!session.canRetry(folder(), {u"ZZ"_s}));
    isBroken = false;

    QSignalSpy finished(&session, &DownloadSession::finished);
    session.retry({u"AB"_s}, settings());

    QTRY_COMPARE(finished.size(), 1);
    const auto report = finished.first().first().value<SessionReport>();
    QCOMPARE(report.progress.total, 1);
    QCOMPARE(report.progress.unchanged, 1);
    QVERIFY(session.canRetry(folder(), {u"AA"_s})); // all of the operation's countries can still be chosen
}

void tst_DownloadSession::retryKeepsOtherPendingWork()
{
    Gate gate;
    gate.open();
    ScriptedServer server([&gate](const ScriptedRequest &request) { return gate.answer(request); });
    DownloadSession session(m_catalogue, m_servers);
    QVERIFY(run(session, download(server, 2)).progress.isComplete());
    gate.close();
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(Update{folder(), {}}, settings());
    QTRY_COMPARE(session.state(), State::Running);
    session.interrupt();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(loaded().pendingWork()->countMissing(), 2);
    gate.open();

    session.retry({u"AA"_s}, settings());

    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last().first().value<SessionReport>().progress.unchanged, 1);
    QVERIFY(loaded().pendingWork());
    QCOMPARE(loaded().pendingWork()->pendingBatches().first().codes, QStringList(u"AB"_s));
}

void tst_DownloadSession::declinedRebuildCannotBeRetried()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QString manifest;
    QVERIFY(prepareRebuild(session, server, &manifest));
    QSignalSpy asked(&session, &DownloadSession::confirmationRequired);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(Rebuild{manifest, folder()}, confirming());
    QTRY_COMPARE(asked.size(), 1);
    session.cancel();
    QTRY_COMPARE(finished.size(), 1);

    QVERIFY(!session.canRetry(folder(), {u"AA"_s}));
}

void tst_DownloadSession::manifestReplacedBeforeConfirmationIsBackedUp()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QString manifest;
    QVERIFY(prepareRebuild(session, server, &manifest));
    QSignalSpy asked(&session, &DownloadSession::confirmationRequired);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(Rebuild{manifest, folder()}, confirming());
    QTRY_COMPARE(asked.size(), 1);
    const QString flags = m_folder->filePath(QLatin1StringView(manifestFileName));
    QVERIFY(QFile::remove(flags) && someset::write(flags, "by another program"));
    session.confirm();

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<SessionReport>().progress.backedUp.size(), 1);
    QCOMPARE(someset::read(flags + u".kept-1"_s), "by another program");
    QCOMPARE(loaded().damage, QString());
}

void tst_DownloadSession::pauseBeforeTheFirstBatchHolds()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(download(server, 3), settings());
    session.pause();
    QVERIFY(session.progress().isPaused);

    QTRY_COMPARE(session.state(), State::Running);
    QVERIFY(session.progress().isPaused);
    QCOMPARE(server.counts().connections, 0);

    session.unpause();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<SessionReport>().progress.saved, 3);
}

void tst_DownloadSession::limitBeforeTheFirstBatchHolds()
{
    ScriptedServer server(flagland::answer);
    DownloadSession session(m_catalogue, m_servers);
    QSignalSpy finished(&session, &DownloadSession::finished);
    session.start(download(server, 7), settings());
    QCOMPARE(session.state(), DownloadSession::State::Preparing);
    session.setLimit(1);

    QVERIFY(finished.wait(20'000));
    QCOMPARE(finished.first().first().value<SessionReport>().progress.saved, 7);
    QCOMPARE(server.counts().peak, 1);
}

void tst_DownloadSession::destructionLeavesTheJournal()
{
    Gate gate;
    ScriptedServer server([&gate](const ScriptedRequest &request) { return gate.answer(request); });
    {
        DownloadSession session(m_catalogue, m_servers);
        session.start(download(server, 6), settings());
        QTRY_VERIFY(server.counts().connections > 0);
    }
    QCOMPARE(loaded().pendingWork()->countMissing(), 6);
}

FLAGFETCH_TEST(tst_DownloadSession, Core)
#include "tst_downloadsession.moc"
