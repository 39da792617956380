#include "app/sets/loadedset.h"
#include "app/sets/manifestfiles.h"
#include "app/sets/manifestjson.h"
#include "app/sets/openset.h"
#include "tests/sets/someset.h"
#include "tests/storage/processlimits.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <memory>

using namespace Qt::StringLiterals;

class tst_ManifestFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unreadableManifestIsNotWritten();
    void manifestIsWrittenFirstAndFailureNamesTheFile();
    void damagedManifestIsBackedUpAndRebuilt_data();
    void damagedManifestIsBackedUpAndRebuilt();
    void damagedManifestStaysUntilItIsReplaced();
    void unreadableManifestIsNotReplaced();
    void fileIsBackedUpOnce();
    void folderIsBackedUp();
    void pipeIsBackedUp();
    void foreignFilesAreBackedUpOnClose();
    void ownFilesAreNotBackedUp();
    void foreignAttributionIsBackedUp();
    void attributionFolderIsBackedUp();
    void attributionKeepsWhatCannotBeChecked();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] OpenSet::Opened open() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ManifestFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

OpenSet::Opened tst_ManifestFiles::open() const
{
    return someset::openBatch(m_folder->path(), {.codes = {u"AT"_s}, .target = someset::manifest({})});
}

void tst_ManifestFiles::unreadableManifestIsNotWritten()
{
    Manifest manifest = someset::manifest({u"DE"_s});
    manifest.sources.first().id = u"b\u00fccher.de"_s;

    const auto failure = writeManifestFiles(m_folder->path(), manifest);

    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::Internal);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void tst_ManifestFiles::manifestIsWrittenFirstAndFailureNamesTheFile()
{
    const Manifest manifest = someset::manifest({u"DE"_s});
    QVERIFY(QDir().mkdir(path(u"ATTRIBUTION.md"_s)));

    const auto failure = writeManifestFiles(m_folder->path(), manifest);

    QVERIFY(failure);
    QVERIFY2(failure->detail.startsWith(u"ATTRIBUTION.md: "_s), qPrintable(failure->detail));
    QCOMPARE(someset::read(path(u"flags.json"_s)), manifestToJson(manifest));
}

void tst_ManifestFiles::damagedManifestIsBackedUpAndRebuilt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("truncated") << manifestToJson(someset::manifest({u"DE"_s})).first(100);
    QTest::newRow("not JSON") << QByteArray("\x89PNG");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("hostile") << manifestToJson(someset::manifest({u"DE"_s})).replace("DE-Land.svg", "../x");
}

void tst_ManifestFiles::damagedManifestIsBackedUpAndRebuilt()
{
    QFETCH(QByteArray, json);
    QVERIFY(someset::write(path(u"flags.json"_s), json));
    QVERIFY(someset::write(path(u"flags.json.damaged-1"_s), "an earlier one"));
    QVERIFY(someset::write(path(u"DE-Land.svg"_s), someset::bytesOf(u"DE"_s)));
    QVERIFY(someset::write(path(u"europe/FR.svg"_s), someset::bytesOf(u"FR"_s)));
    QVERIFY(someset::write(path(u"notes.txt"_s), "mine"));

    auto set = open().value();
    QCOMPARE(set->backedUp().size(), 1);
    QCOMPARE(set->backedUp().first().file, u"flags.json"_s);
    QCOMPARE(set->backedUp().first().as, u"flags.json.damaged-2"_s);
    QVERIFY(!set->backedUp().first().problem.isEmpty());
    QVERIFY(!set->close(PendingPolicy::Discard));
    set.reset();

    QCOMPARE(someset::read(path(u"flags.json.damaged-2"_s)), json);
    QCOMPARE(someset::read(path(u"flags.json.damaged-1"_s)), "an earlier one");
    const LoadedSet found = loadSet(m_folder->path()).value();
    const QList<SetFlag> flags = found.manifest.flags;
    QCOMPARE(flags.size(), 2);
    QCOMPARE(flags.first().file, u"DE-Land.svg"_s);
    QCOMPARE(flags.first().sha256, sha256(someset::bytesOf(u"DE"_s)));
    QCOMPARE(flags.last().country, u"France"_s);
    QCOMPARE(found.damage, QString());
}

void tst_ManifestFiles::damagedManifestStaysUntilItIsReplaced()
{
    QVERIFY(someset::write(path(u"flags.json"_s), "damaged"));
    QVERIFY(someset::write(path(u"DE-Land.svg"_s), someset::bytesOf(u"DE"_s)));
    {
        const FileSizeLimit limit(100); // enough for the lock
        const auto refused = open();
        QVERIFY(!refused);
    }
    QCOMPARE(someset::read(path(u"flags.json"_s)), "damaged");

    const auto opened = open();
    QVERIFY(opened);
    const auto &set = *opened;
    QCOMPARE(set->backedUp().size(), 1);
    QCOMPARE(set->openedManifest().flags.size(), 1);
    QCOMPARE(someset::read(path(u"flags.json.damaged-1"_s)), "damaged");
    QVERIFY(!QFileInfo::exists(path(u"flags.json.damaged-2"_s)));
}

void tst_ManifestFiles::pipeIsBackedUp()
{
    const QByteArray pipe = QFile::encodeName(path(u"flags.json"_s));
    for (int time = 1; time <= 2; ++time) {
        QFile::remove(path(u"flags.json"_s));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);

        const auto opened = open();

        QVERIFY(opened);
        QCOMPARE((*opened)->backedUp().first().as, u"flags.json.damaged-%1"_s.arg(time));
        QVERIFY(QFileInfo(path(u"flags.json"_s)).isFile());
    }
}

void tst_ManifestFiles::foreignFilesAreBackedUpOnClose()
{
    const auto opened = open();
    QVERIFY(opened);
    const auto &set = *opened;
    set->commit(someset::flag(u"AT"_s));
    QVERIFY(someset::write(path(u"flags.json"_s), "mine"));
    QVERIFY(someset::write(path(u"ATTRIBUTION.md"_s), "# Thanks\n"));

    QVERIFY(!set->close(PendingPolicy::Discard));

    QCOMPARE(set->backedUp().size(), 2);
    QCOMPARE(someset::read(path(u"flags.json.kept-1"_s)), "mine");
    QCOMPARE(someset::read(path(u"ATTRIBUTION.md.kept-1"_s)), "# Thanks\n");
    QVERIFY(someset::read(path(u"flags.json"_s)).contains("\"AT\""));
}

void tst_ManifestFiles::ownFilesAreNotBackedUp()
{
    for (const QString &code : {u"AT"_s, u"DE"_s}) {
        const auto opened = open();
        QVERIFY(opened);
        const auto &set = *opened;
        set->commit(someset::flag(code));
        QVERIFY(!set->close(PendingPolicy::Discard));
        QVERIFY(set->backedUp().isEmpty());
    }
}

// It may be sound: another user wrote it, or the disk is faulty.
void tst_ManifestFiles::unreadableManifestIsNotReplaced()
{
    QVERIFY(someset::write(path(u"flags.json"_s), "anything"));
    QVERIFY(QFile::setPermissions(path(u"flags.json"_s), {}));
    QVERIFY(OrdinaryUser::give(m_folder->path()));
    const OrdinaryUser user;
    QVERIFY(user.isOrdinary());

    const auto set = loadSet(m_folder->path());
    QVERIFY(!set);
    QCOMPARE(set.error().kind, FailureKind::ReadFailed);
    QVERIFY2(set.error().detail.startsWith(u"flags.json: "_s), qPrintable(set.error().detail));
    QVERIFY(!open());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"flags.json"_s});
}

// The program may have been killed between the two steps.
void tst_ManifestFiles::fileIsBackedUpOnce()
{
    QVERIFY(someset::write(path(u"flags.json"_s), "damaged"));
    QVERIFY(someset::write(path(u"flags.json.damaged-1"_s), "damaged"));
    for (int time = 0; time < 2; ++time) {
        const auto kept = backUp(m_folder->path(), u"flags.json"_s, u"damaged"_s);
        QVERIFY(kept);
        QCOMPARE(kept->as, u"flags.json.damaged-2"_s);
        QCOMPARE(someset::read(path(u"flags.json.damaged-2"_s)), "damaged");
        QVERIFY(QFileInfo::exists(path(u"flags.json"_s)));
    }
}

void tst_ManifestFiles::folderIsBackedUp()
{
    QVERIFY(someset::write(path(u"flags.json/mine"_s), "mine"));

    const auto opened = open();

    QVERIFY(opened);
    QCOMPARE(someset::read(path(u"flags.json.damaged-1/mine"_s)), "mine");
    QVERIFY(QFileInfo(path(u"flags.json"_s)).isFile());
}

void tst_ManifestFiles::foreignAttributionIsBackedUp()
{
    QVERIFY(someset::write(path(u"ATTRIBUTION.md"_s), "# Thanks\n"));
    {
        const auto opened = open();
        QVERIFY(opened);
        const auto &set = *opened;
        QCOMPARE(set->backedUp().size(), 1);
        QCOMPARE(set->backedUp().first().as, u"ATTRIBUTION.md.kept-1"_s);
        set->commit(someset::flag(u"AT"_s));
        QVERIFY(!set->close(PendingPolicy::Discard));
        QCOMPARE(set->backedUp().size(), 1); // reported once
    }
    QCOMPARE(someset::read(path(u"ATTRIBUTION.md.kept-1"_s)), "# Thanks\n");
    QVERIFY(someset::read(path(u"ATTRIBUTION.md"_s)).contains("The office"));

    // The program's own file is not backed up.
    const auto again = open();
    QVERIFY(again);
    QVERIFY((*again)->backedUp().isEmpty());
}

void tst_ManifestFiles::attributionFolderIsBackedUp()
{
    QVERIFY(someset::write(path(u"ATTRIBUTION.md/mine"_s), "mine"));
    const auto opened = open();
    QVERIFY(opened);
    const auto &set = *opened;
    set->commit(someset::flag(u"AT"_s));
    QVERIFY(!set->close(PendingPolicy::Discard));
    QCOMPARE(someset::read(path(u"ATTRIBUTION.md.kept-1/mine"_s)), "mine");
    QVERIFY(QFileInfo(path(u"ATTRIBUTION.md"_s)).isFile());
}

// A flag that was superseded yesterday is not current only because it cannot be drawn today.
void tst_ManifestFiles::attributionKeepsWhatCannotBeChecked()
{
    const QString file = path(QLatin1StringView(attributionFileName));
    const Manifest manifest = someset::manifest({u"SY"_s, u"DE"_s}); // without the files
    const QByteArray old = attributionText(someset::manifest({u"SY"_s}),
        {{u"SY"_s, u"Syria"_s, {.state = FlagFreshness::State::Superseded, .since = u"2025-03-13"_s}},
            {u"KG"_s, u"Kyrgyzstan"_s,
                {.state = FlagFreshness::State::Superseded, .since = u"2023-12-22"_s}}});
    QVERIFY(someset::write(file, old));

    QCOMPARE(writeManifestFiles(m_folder->path(), manifest), std::nullopt);

    const QByteArray text = someset::read(file);
    QVERIFY2(text.contains("\n- SY: Syria's flag until 2025\n"), text.constData());
    QVERIFY2(!text.contains("KG"), text.constData());
    QVERIFY(text != old);
}

FLAGFETCH_TEST(tst_ManifestFiles, Core)
#include "tst_manifestfiles.moc"
