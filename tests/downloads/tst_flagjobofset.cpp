#include "app/storage/setfiles.h"
#include "tests/downloads/downloadfixture.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// FlagJob with a flag that belongs to the set.
class tst_FlagJobOfSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void restoringAPresentFlagSendsNoRequest_data();
    void restoringAPresentFlagSendsNoRequest();
    void fileThatIsLostDuringTheRequestIsFetched();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_FlagJobOfSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_FlagJobOfSet::restoringAPresentFlagSendsNoRequest_data()
{
    QTest::addColumn<bool>("isAllThere");
    QTest::newRow("nothing is missing") << true;
    QTest::newRow("what was made of it is missing") << false;
}

// The set of the folder may not contain the files.
void tst_FlagJobOfSet::restoringAPresentFlagSendsNoRequest()
{
    QFETCH(const bool, isAllThere);
    ScriptedServer server(flagland::answer);
    DownloadFixture fixture(server, m_folder->path());
    fixture.request.conversion.renditions = {{RenditionFormat::Png, 6}};
    QCOMPARE(fixture.result().state, FlagState::Saved);
    const QString derived = m_folder->filePath(u"DE-Land_DE-6.png"_s);
    const QByteArray small = flagland::bytesOf(derived);
    const QByteArray picture = flagland::pictureOf(u"DE"_s);
    fixture.known = SetFlag{.code = u"DE"_s,
        .file = u"DE-Land_DE.gif"_s,
        .sha256 = sha256(picture),
        .bytes = picture.size(),
        .derived = {{.file = u"DE-Land_DE-6.png"_s,
            .format = u"png"_s,
            .width = 6,
            .sha256 = sha256(small),
            .bytes = small.size()}}};
    QVERIFY(isAllThere || QFile::remove(derived));
    const auto requests = server.counts().paths.size();

    fixture.request.purpose = BatchPurpose::Restore;
    fixture.set
        = someset::openBatch(m_folder->path(), {.codes = {u"DE"_s}, .target = someset::manifest({})}).value();
    QCOMPARE(fixture.result().state, isAllThere ? FlagState::Skipped : FlagState::Saved);

    QCOMPARE(server.counts().paths.size(), requests);
    QCOMPARE(flagland::bytesOf(derived), small);
    QVERIFY(!fixture.set->close(PendingPolicy::Discard));
    const auto set = loadSet(m_folder->path()).value();
    QCOMPARE(set.manifest.flags.size(), 1);
    QCOMPARE(set.manifest.flags.first().derived, fixture.known->derived);
}

void tst_FlagJobOfSet::fileThatIsLostDuringTheRequestIsFetched()
{
    const QString path = m_folder->filePath(u"DE-Land_DE.gif"_s);
    bool isLost = false; // of the server's thread, while it runs
    const QByteArray picture = flagland::pictureOf(u"DE"_s);
    {
        const ScriptedServer server([&](const ScriptedRequest &request) {
            if (!request.headers.contains("if-none-match"))
                return flagland::answer(request);
            isLost = QFile::remove(path);
            return status(304);
        });
        DownloadFixture fixture(server, m_folder->path());
        QCOMPARE(fixture.result().state, FlagState::Saved);
        fixture.known = SetFlag{.code = u"DE"_s,
            .country = u"Land DE"_s,
            .file = u"DE-Land_DE.gif"_s,
            .etag = "\"known\"",
            .sha256 = sha256(picture),
            .bytes = picture.size()};
        fixture.request.purpose = BatchPurpose::Update;

        const FlagResult result = fixture.result();
        QVERIFY2(result.state == FlagState::Saved, qPrintable(result.failure.detail));
        QCOMPARE(result.tries, 2);
    }
    QVERIFY(isLost);
    QCOMPARE(flagland::bytesOf(path), picture);
}

FLAGFETCH_TEST(tst_FlagJobOfSet, Core)
#include "tst_flagjobofset.moc"
