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

FLAGFETCH_TEST(tst_FlagJobOfSet, Core)
#include "tst_flagjobofset.moc"
