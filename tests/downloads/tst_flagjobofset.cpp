#include "app/storage/sha256.h"
#include "tests/downloads/downloadfixture.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a FlagJob does with a flag that a set knows.
class tst_FlagJobOfSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void restorationNeedsNoSourceWhereTheFlagIsThere_data();
    void restorationNeedsNoSourceWhereTheFlagIsThere();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_FlagJobOfSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_FlagJobOfSet::restorationNeedsNoSourceWhereTheFlagIsThere_data()
{
    QTest::addColumn<bool>("isAllThere");
    QTest::newRow("nothing is missing") << true;
    QTest::newRow("what was made of it is missing") << false;
}

// The set of the folder may not have known the files.
void tst_FlagJobOfSet::restorationNeedsNoSourceWhereTheFlagIsThere()
{
    QFETCH(const bool, isAllThere);
    ScriptedServer server(flagland::answer);
    DownloadFixture errand(server, m_folder->path());
    errand.request.conversion.renditions = {{RenditionFormat::Png, 6}};
    QCOMPARE(errand.result().state, FlagState::Saved);
    const QString derived = m_folder->filePath(u"DE-Land_DE-6.png"_s);
    const QByteArray small = flagland::bytesOf(derived);
    const QByteArray picture = flagland::pictureOf(u"DE"_s);
    errand.known = SetFlag{.code = u"DE"_s,
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

    errand.request.purpose = BatchPurpose::Restore;
    errand.set = std::get<std::shared_ptr<OpenSet>>(
        someset::openBatch(m_folder->path(), {.codes = {u"DE"_s}, .target = someset::manifest({})}));
    QCOMPARE(errand.result().state, isAllThere ? FlagState::Skipped : FlagState::Saved);

    QCOMPARE(server.counts().paths.size(), requests);
    QCOMPARE(flagland::bytesOf(derived), small);
    QVERIFY(!errand.set->close(PendingPolicy::Discard));
    const auto set = std::get<LoadedSet>(loadSet(m_folder->path()));
    QCOMPARE(set.manifest.flags.size(), 1);
    QCOMPARE(set.manifest.flags.first().derived, errand.known->derived);
}

FLAGFETCH_TEST(tst_FlagJobOfSet, Core)
#include "tst_flagjobofset.moc"
