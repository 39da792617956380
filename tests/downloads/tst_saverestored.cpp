#include "app/sets/manifestjson.h"
#include "app/sets/verification.h"
#include "tests/downloads/setfolder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// How saveFlag() restores a flag of a set.
class tst_SaveRestored final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void intentOfARestoredFlagIsUnchanged();
    void restoredFlagIsCreditedToItsOwnSource();
    void everyPictureIsRestored();
    void flagIsRestoredIfItsRenditionsDiffer_data();
    void flagIsRestoredIfItsRenditionsDiffer();
    void restoringReplacesNoUserFiles_data();
    void restoringReplacesNoUserFiles();

private:
    std::unique_ptr<SetFolder> m_folder;
};

void tst_SaveRestored::init()
{
    m_folder = std::make_unique<SetFolder>();
    QVERIFY(m_folder->isValid());
}

// Otherwise a killed program would leave a set that differs from the one to restore.
void tst_SaveRestored::intentOfARestoredFlagIsUnchanged()
{
    const SetFlag known = knownAs(u"old/name.svg"_s, svgPicture());

    QCOMPARE(saveFlag(m_folder->request(BatchPurpose::Restore, svgPicture(), known)).state, FlagState::Saved);

    QCOMPARE(m_folder->set().flags, QList<SetFlag>{known});
}

// Source ids are valid only within one manifest.
void tst_SaveRestored::restoredFlagIsCreditedToItsOwnSource()
{
    Manifest here = someset::manifest({});
    here.sources.first().imageTemplate = u"https://here.example/{cc}.svg"_s;
    QVERIFY(someset::write(m_folder->filePath(u"flags.json"_s), manifestToJson(here)));

    for (const bool isIntact : {false, true}) {
        SaveRequest wanted
            = m_folder->request(BatchPurpose::Restore, svgPicture(), knownAs(u"DE-Land.svg"_s, svgPicture()));
        wanted.isIntact = isIntact;
        QCOMPARE(saveFlag(wanted).state, isIntact ? FlagState::Unchanged : FlagState::Saved);
        QVERIFY(!wanted.set->close(PendingPolicy::Discard));
        QCOMPARE(m_folder->set().flags.first().source, u"office-2"_s);
        QCOMPARE(m_folder->set().sourceOf(m_folder->set().flags.first())->imageTemplate,
            someset::source().imageTemplate);
    }
}

// Crops and names may differ between the pictures.
void tst_SaveRestored::everyPictureIsRestored()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    wanted.conversion = {.renditions = {png(8)}, .crop = Crop::Circle};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    wanted.conversion = {.renditions = {png(16), png(8)}, .crop = Crop::None};
    wanted.save.conflict = ConflictPolicy::Rename;
    wanted.save.nameTemplate = NameTemplate::parse(u"{CC}-{country}"_s).value();
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();
    const Manifest before = m_folder->set();
    const QStringList names = flagland::namesIn(m_folder->path());

    for (const BatchPurpose purpose : {BatchPurpose::Restore, BatchPurpose::Update}) {
        for (const SetFlag &flag : before.flags) {
            for (const QString &file : filesOf(flag))
                QVERIFY(QFile::remove(m_folder->filePath(file)));
            const SaveRequest again = m_folder->request(purpose, svgPicture(), flag);
            QCOMPARE(saveFlag(again).state, FlagState::Saved);
            QVERIFY(!again.set->close(PendingPolicy::Discard));
        }
        QCOMPARE(flagland::namesIn(m_folder->path()), names);
        for (const SetFlag &flag : before.flags) {
            QCOMPARE(m_folder->set().flagAt(flag.file)->derived, flag.derived);
            for (const DerivedFile &made : flag.derived)
                QCOMPARE(fileState(m_folder->path(), made.file, made.sha256), FileState::Intact);
        }
    }
}

void tst_SaveRestored::flagIsRestoredIfItsRenditionsDiffer_data()
{
    QTest::addColumn<QByteArray>("madeOf");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("another version of a library") << QByteArray() << FailureKind::RenditionMismatch;
    QTest::newRow("an older flag") << sha256("older") << FailureKind::ContentMismatch;
}

void tst_SaveRestored::flagIsRestoredIfItsRenditionsDiffer()
{
    QFETCH(const QByteArray, madeOf);
    QFETCH(const FailureKind, kind);
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    wanted.conversion.renditions = {png(8), png(16), png(24)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    SetFlag known = m_folder->set().flags.first();
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();
    // One of three renditions differs when drawn here. Another differs too, but its file is in place.
    known.derived[0].sha256 = sha256("drawn elsewhere");
    known.derived[0].madeOf = madeOf;
    known.derived[2].sha256 = sha256("drawn elsewhere, too");
    QVERIFY(someset::write(m_folder->filePath(known.derived[2].file), "drawn elsewhere, too"));
    Manifest here = someset::manifest({});
    here.flags = {known};
    QVERIFY(someset::write(m_folder->filePath(u"flags.json"_s), manifestToJson(here)));
    for (const QString &file : {known.file, known.derived[0].file, known.derived[1].file})
        QVERIFY(QFile::remove(m_folder->filePath(file)));

    const SaveRequest restoration = m_folder->request(BatchPurpose::Restore, svgPicture(), known);
    const SavedFlag flag = saveFlag(restoration);
    QVERIFY(!restoration.set->close(PendingPolicy::Discard));

    QCOMPARE(flag.state, FlagState::Failed);
    QCOMPARE(flag.failure.kind, kind);
    QCOMPARE(m_folder->set().flags, QList<SetFlag>{known});
    const auto stateOf = [&](const QString &file, const QByteArray &hash) {
        return fileState(m_folder->path(), file, hash);
    };
    QCOMPARE(stateOf(known.file, known.sha256), FileState::Intact);
    QCOMPARE(stateOf(known.derived[0].file, known.derived[0].sha256), FileState::Missing);
    QCOMPARE(stateOf(known.derived[1].file, known.derived[1].sha256), FileState::Intact);
    QCOMPARE(stateOf(known.derived[2].file, known.derived[2].sha256), FileState::Intact);
}

void tst_SaveRestored::restoringReplacesNoUserFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("the flag") << u"DE-Land.svg"_s;
    QTest::newRow("made of it") << u"DE-Land-8.png"_s;
}

void tst_SaveRestored::restoringReplacesNoUserFiles()
{
    QFETCH(const QString, file);
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    wanted.conversion.renditions = {png(8)};
    wanted.save.nameTemplate = NameTemplate::parse(u"{CC}-Land"_s).value();
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    const SetFlag known = m_folder->set().flags.first();
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();
    const QByteArray manifest = someset::read(m_folder->filePath(u"flags.json"_s));

    // In the existing set the file was only altered.
    QVERIFY(someset::write(m_folder->filePath(file), "by hand"));
    SaveRequest repair = m_folder->request(BatchPurpose::Restore, svgPicture(), known);
    QCOMPARE(saveFlag(repair).state, FlagState::Saved);
    QVERIFY(someset::read(m_folder->filePath(file)) != "by hand");
    repair.set.reset();

    QVERIFY(QFile::remove(m_folder->filePath(u"flags.json"_s)));
    QVERIFY(QFile::remove(m_folder->filePath(QLatin1StringView(journalFileName))));
    QVERIFY(someset::write(m_folder->filePath(file), "by hand"));
    const SaveRequest rebuild = m_folder->request(BatchPurpose::Restore, svgPicture(), known);
    const SavedFlag flag = saveFlag(rebuild);
    QCOMPARE(flag.failure.kind, FailureKind::FolderNotEmpty);
    QCOMPARE(flag.failure.detail, file);
    QCOMPARE(someset::read(m_folder->filePath(file)), "by hand");

    QVERIFY(QFile::remove(m_folder->filePath(file)));
    QCOMPARE(saveFlag(rebuild).state, FlagState::Saved);
    QVERIFY(!rebuild.set->close(PendingPolicy::Discard));
    QCOMPARE(m_folder->set().flags, QList<SetFlag>{known});
    QCOMPARE(someset::read(m_folder->filePath(u"flags.json"_s)), manifest);
}

FLAGFETCH_TEST(tst_SaveRestored, Core)
#include "tst_saverestored.moc"
