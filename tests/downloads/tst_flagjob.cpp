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
    void missingMetadataGivesTheCataloguesName_data();
    void missingMetadataGivesTheCataloguesName();
    void sourceWithoutMetadataIsAskedOnce();
    void countryWithoutAddressIsNotFound();
    void failureDependsOnTheAnswersAlone_data();
    void failureDependsOnTheAnswersAlone();
    void namesThatComeAfterTheEndChangeNothing();
    void saveThatHasEndedCannotBeCancelled();
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
    DownloadFixture errand(server, m_folder->path());
    errand.request.thumbnailSize = {8, 8};

    const FlagResult result = errand.result();

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
    DownloadFixture errand(server, m_folder->path());

    const FlagResult result = errand.result();

    QVERIFY(!result.metadata); // nobody waited for it

    QCOMPARE(result.state, FlagState::NotFound);
    QCOMPARE(result.failure.kind, FailureKind::NotFound);
    QVERIFY(flagland::namesIn(m_folder->path()).isEmpty());
}

void tst_FlagJob::missingMetadataGivesTheCataloguesName_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("404") << 404;
    QTest::newRow("410") << 410;
}

void tst_FlagJob::missingMetadataGivesTheCataloguesName()
{
    QFETCH(int, code);
    ScriptedServer server([code](const ScriptedRequest &request) {
        return flagland::isForPicture(request) ? flagland::answer(request) : status(code);
    });
    DownloadFixture errand(server, m_folder->path());

    const FlagResult result = errand.result();

    QCOMPARE(result.state, FlagState::Saved);
    QVERIFY(result.nameFromCatalogue);
    QCOMPARE(result.name, u"Catalogue DE"_s);
    QCOMPARE(result.path, m_folder->filePath(u"DE-Catalogue_DE.gif"_s));
}

void tst_FlagJob::sourceWithoutMetadataIsAskedOnce()
{
    ScriptedServer server(flagland::answer);
    DownloadFixture errand(server, m_folder->path());
    errand.request.sources.first().metadataTemplate.clear();

    const FlagResult result = errand.result();

    QCOMPARE(result.state, FlagState::Saved);
    QVERIFY(!result.nameFromCatalogue);
    QVERIFY(!result.metadata);
    QCOMPARE(result.path, m_folder->filePath(u"DE-Catalogue_DE.gif"_s));
    QCOMPARE(server.counts().paths.size(), 1);
}

void tst_FlagJob::countryWithoutAddressIsNotFound()
{
    ScriptedServer server(flagland::answer);
    DownloadFixture errand(server, m_folder->path());
    errand.request.sources.first().imageTemplate = server.address(u"/{iso3}.gif"_s);
    Country country = flagland::countryOf(u"XX"_s);
    country.iso3.clear();
    FlagJob job(country,
        {errand.request, errand.request.sources.first(), errand.transfers, errand.savers, nullptr,
            errand.save});
    QSignalSpy finished(&job, &FlagJob::finished);

    job.start();
    QCOMPARE(finished.count(), 0);

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<FlagResult>().state, FlagState::NotFound);
    QCOMPARE(server.counts().connections, 0);
}

void tst_FlagJob::failureDependsOnTheAnswersAlone_data()
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

void tst_FlagJob::failureDependsOnTheAnswersAlone()
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
    DownloadFixture errand(server, m_folder->path());

    const FlagResult result = errand.result();

    QCOMPARE(result.failure.kind, kind);
    QCOMPARE(result.state, kind == FailureKind::NotFound ? FlagState::NotFound : FlagState::Failed);
    QVERIFY(flagland::namesIn(m_folder->path()).isEmpty());
}

// Row 109: whoever hears of the end deletes the job later, and the names may come in between.
void tst_FlagJob::namesThatComeAfterTheEndChangeNothing()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(404); });
    DownloadFixture errand(server, m_folder->path());
    SharedNames names({.url = QUrl(server.address(u"/names.json"_s)), .codePath = {}, .namePath = {}},
        errand.transfers, errand.savers);
    errand.names = &names;
    errand.begin();
    connect(errand.job.get(), &FlagJob::finished, &names, &SharedNames::ready, Qt::SingleShotConnection);

    QTRY_VERIFY(!errand.finished->isEmpty());

    QCOMPARE(errand.finished->size(), 1);
}

void tst_FlagJob::saveThatHasEndedCannotBeCancelled()
{
    ScriptedServer server(flagland::answer);
    DownloadFixture errand(server, m_folder->path());
    QSemaphore gate;
    errand.savers.setMaxThreadCount(1);
    errand.savers.start([&gate] { gate.acquire(); });
    errand.begin();
    QTRY_VERIFY(errand.job->isSaving());
    gate.release();
    errand.savers.waitForDone(); // the file is there, and the job has not heard of it

    QVERIFY(errand.finished->isEmpty());
    QVERIFY(errand.job->isSaving());
    QTRY_COMPARE(errand.finished->count(), 1);
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
        DownloadFixture errand(server, folder.path());
        errand.begin();
        QTest::qWait(delay);

        errand.job.reset();
        QVERIFY(errand.savers.waitForDone(5000));

        QVERIFY(flagland::holdsWholeFlagsOnly(folder.path()));
        saved += int(flagland::namesIn(folder.path()).size());
    }
    QVERIFY(saved > 0 && saved < 61);
}

FLAGFETCH_TEST(tst_FlagJob, Core)
#include "tst_flagjob.moc"
