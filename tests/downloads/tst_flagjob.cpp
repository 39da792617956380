#include "tests/downloads/downloadfixture.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray page = "<!DOCTYPE html><html>Log in</html>";

} // namespace

class tst_FlagJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void savesPictureAndMetadata();
    void missingPictureIsNotFound();
    void missingMetadataUsesTheCatalogueName_data();
    void missingMetadataUsesTheCatalogueName();
    void sourceWithoutMetadataGetsOneRequest();
    void countryWithoutAddressIsNotFound();
    void failureDependsOnlyOnTheAnswers_data();
    void failureDependsOnlyOnTheAnswers();
    void lateNamesDoNotChangeTheResult();
    void finishedSaveCannotBeCancelled();
    void destructionAtAnyMomentLeavesAWholeFileOrNone();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_FlagJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_FlagJob::savesPictureAndMetadata()
{
    ScriptedServer server(flagland::answer);
    DownloadFixture fixture(server, m_folder->path());
    fixture.request.thumbnailSize = {8, 8};

    const FlagResult result = fixture.result();

    QCOMPARE(result.state, FlagState::Saved);
    QCOMPARE(result.country, flagland::countryOf(u"DE"_s));
    QCOMPARE(result.name, u"Land DE"_s);
    QVERIFY(!result.nameFromCatalogue);
    QCOMPARE(result.path, m_folder->filePath(u"DE-Land_DE.gif"_s));
    QCOMPARE(flagland::bytesOf(result.path), flagland::pictureOf(u"DE"_s));
    QCOMPARE(result.bytes, flagland::pictureOf(u"DE"_s).size());
    QCOMPARE(
        result.sha256, QCryptographicHash::hash(flagland::pictureOf(u"DE"_s), QCryptographicHash::Sha256));
    QCOMPARE(result.thumbnail.size(), QSize(8, 6));
    QCOMPARE(result.tries, 2);
    QVERIFY(result.image.finished && result.metadata && result.metadata->finished && result.ended);
    QVERIFY(result.queued <= result.image.queued);
    QVERIFY(*result.image.finished <= *result.ended);
    QCOMPARE(server.counts().paths.size(), 2);
}

void tst_FlagJob::missingPictureIsNotFound()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return flagland::isForPicture(request) ? status(404) : Script().wait(200ms).send(page);
    });
    DownloadFixture fixture(server, m_folder->path());

    const FlagResult result = fixture.result();

    QVERIFY(!result.metadata); // the job did not wait for it
    QCOMPARE(result.tries, 2); // but has sent the request
    QCOMPARE(result.state, FlagState::NotFound);
    QCOMPARE(result.failure.kind, FailureKind::NotFound);
    QVERIFY(flagland::namesIn(m_folder->path()).isEmpty());
}

void tst_FlagJob::missingMetadataUsesTheCatalogueName_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("404") << 404;
    QTest::newRow("410") << 410;
}

void tst_FlagJob::missingMetadataUsesTheCatalogueName()
{
    QFETCH(int, code);
    ScriptedServer server([code](const ScriptedRequest &request) {
        return flagland::isForPicture(request) ? flagland::answer(request) : status(code);
    });
    DownloadFixture fixture(server, m_folder->path());

    const FlagResult result = fixture.result();

    QCOMPARE(result.state, FlagState::Saved);
    QVERIFY(result.nameFromCatalogue);
    QCOMPARE(result.name, u"Catalogue DE"_s);
    QCOMPARE(result.path, m_folder->filePath(u"DE-Catalogue_DE.gif"_s));
}

void tst_FlagJob::sourceWithoutMetadataGetsOneRequest()
{
    ScriptedServer server(flagland::answer);
    DownloadFixture fixture(server, m_folder->path());
    fixture.request.sources.first().metadataTemplate.clear();

    const FlagResult result = fixture.result();

    QCOMPARE(result.state, FlagState::Saved);
    QVERIFY(!result.nameFromCatalogue);
    QVERIFY(!result.metadata);
    QCOMPARE(result.path, m_folder->filePath(u"DE-Catalogue_DE.gif"_s));
    QCOMPARE(server.counts().paths.size(), 1);
}

void tst_FlagJob::countryWithoutAddressIsNotFound()
{
    ScriptedServer server(flagland::answer);
    DownloadFixture fixture(server, m_folder->path());
    fixture.request.sources.first().imageTemplate = server.address(u"/{iso3}.gif"_s);
    Country country = flagland::countryOf(u"XX"_s);
    country.iso3.clear();
    FlagJob job(country,
        {fixture.request, fixture.request.sources.first(), fixture.transfers, fixture.savers, nullptr,
            fixture.save});
    QSignalSpy finished(&job, &FlagJob::finished);

    job.start();
    QCOMPARE(finished.count(), 0);

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<FlagResult>().state, FlagState::NotFound);
    QCOMPARE(server.counts().connections, 0);
}

void tst_FlagJob::failureDependsOnlyOnTheAnswers_data()
{
    QTest::addColumn<Script>("picture");
    QTest::addColumn<Script>("metadata");
    QTest::addColumn<bool>("pictureFirst");
    QTest::addColumn<FailureKind>("kind");
    const Script goodPicture = ok(flagland::pictureOf(u"DE"_s));
    const Script goodMetadata = ok(metadataNaming(u"Land DE"_s));
    const auto rows = [](const char *name, const Script &picture, const Script &metadata, FailureKind kind) {
        for (const bool pictureFirst : {true, false}) {
            QTest::addRow("%s, %s first", name, pictureFirst ? "picture" : "metadata")
                << picture << metadata << pictureFirst << kind;
        }
    };
    rows("404 and 418", status(404), status(418), FailureKind::NotFound);
    rows("418 and 404", status(418), status(404), FailureKind::ServerError);
    rows("403 and bad JSON", status(403), ok("{"), FailureKind::AccessDenied);
    rows("good and 403", goodPicture, status(403), FailureKind::AccessDenied);
    rows("good and bad JSON", goodPicture, ok("{"), FailureKind::BadMetadata);
    rows("good and huge", goodPicture, ok(QByteArray(2 << 20, ' ')), FailureKind::BadMetadata);
    rows("page and good", ok(page), goodMetadata, FailureKind::NotAPicture);
    rows("page and page", ok(page), ok(page), FailureKind::NotAPicture);
    rows("page and 418", ok(page), status(418), FailureKind::ServerError);
    rows("cut and good", ok(gifPicture().chopped(9)), goodMetadata, FailureKind::Truncated);
}

void tst_FlagJob::failureDependsOnlyOnTheAnswers()
{
    QFETCH(Script, picture);
    QFETCH(Script, metadata);
    QFETCH(bool, pictureFirst);
    QFETCH(FailureKind, kind);
    ScriptedServer server([=](const ScriptedRequest &request) {
        const bool isPicture = flagland::isForPicture(request);
        Script script;
        if (isPicture != pictureFirst)
            script.wait(50ms);
        for (const ScriptStep &step : (isPicture ? picture : metadata).steps())
            script.send(step.bytes);
        return script;
    });
    DownloadFixture fixture(server, m_folder->path());

    const FlagResult result = fixture.result();

    QCOMPARE(result.failure.kind, kind);
    QCOMPARE(result.state, kind == FailureKind::NotFound ? FlagState::NotFound : FlagState::Failed);
    QVERIFY(flagland::namesIn(m_folder->path()).isEmpty());
}

// Row 109: the job is deleted some time after finished(), and the names may arrive in between.
void tst_FlagJob::lateNamesDoNotChangeTheResult()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(404); });
    DownloadFixture fixture(server, m_folder->path());
    SharedNames names({.url = QUrl(server.address(u"/names.json"_s)), .codePath = {}, .namePath = {}},
        fixture.transfers, fixture.savers);
    fixture.names = &names;
    fixture.begin();
    connect(fixture.job.get(), &FlagJob::finished, &names, &SharedNames::ready, Qt::SingleShotConnection);

    QTRY_VERIFY(!fixture.finished->isEmpty());

    QCOMPARE(fixture.finished->size(), 1);
}

void tst_FlagJob::finishedSaveCannotBeCancelled()
{
    ScriptedServer server(flagland::answer);
    DownloadFixture fixture(server, m_folder->path());
    QSemaphore gate;
    fixture.savers.setMaxThreadCount(1);
    fixture.savers.start([&gate] { gate.acquire(); });
    fixture.begin();
    QTRY_VERIFY(fixture.job->isSaving());
    gate.release();
    fixture.savers.waitForDone(); // the file exists, but the job has not been notified

    QVERIFY(fixture.finished->isEmpty());
    QVERIFY(fixture.job->isSaving());
    QTRY_COMPARE(fixture.finished->count(), 1);
}

void tst_FlagJob::destructionAtAnyMomentLeavesAWholeFileOrNone()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        const QString code = flagland::codeIn(request);
        if (!flagland::isForPicture(request))
            return flagland::answer(request);
        const QByteArray picture = flagland::pictureOf(code);
        return cutAfter(100, picture)
            .wait(10ms)
            .send(picture.mid(100, 200))
            .wait(10ms)
            .send(picture.mid(300));
    });
    int saved = 0;
    for (int delay = 0; delay <= 60; ++delay) {
        const QTemporaryDir folder;
        DownloadFixture fixture(server, folder.path());
        fixture.begin();
        QTest::qWait(delay);

        fixture.job.reset();
        QVERIFY(fixture.savers.waitForDone(5000));

        QVERIFY(flagland::hasOnlyCompleteFlags(folder.path()));
        saved += int(flagland::namesIn(folder.path()).size());
    }
    QVERIFY(saved > 0 && saved < 61);
}

FLAGFETCH_TEST(tst_FlagJob, Core)
#include "tst_flagjob.moc"
