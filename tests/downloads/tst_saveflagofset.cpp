#include "app/sets/journalfile.h"
#include "tests/downloads/setfolder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What saveFlag() records in the set of a folder.
class tst_SaveFlagOfSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allFilesAreInTheIntentOfTheFirst();
    void replacedFlagKeepsOldDerivedFiles();
    void skippedFlagIsNotTheOriginalOfNewPictures();
    void originalThatCannotBeWrittenIsMissing();
    void keepingReplacesOnlyWhatIsNoPicture_data();
    void keepingReplacesOnlyWhatIsNoPicture();
    void keptDerivedPictureIsDescribed();
    void newDerivedPicturesLeaveTheOriginalInTheSet();
    void updateToNothingIsRefused_data();
    void updateToNothingIsRefused();
    void updateToOnePictureForSeveralIsRefused();
    void updateToThePictureOfAnotherIsRefused();
    void filesBeforeAFailureAreRecorded();
    void otherFormatIsNotSavedUnderTheOldName();
    void unchangedFlagWithoutOriginalNamesAnExistingFile();
    void invalidValidatorIsNotRecorded();

private:
    std::unique_ptr<SetFolder> m_folder;
};

void tst_SaveFlagOfSet::init()
{
    m_folder = std::make_unique<SetFolder>();
    QVERIFY(m_folder->isValid());
}

// Otherwise a kill between the two would lose the second one permanently.
void tst_SaveFlagOfSet::allFilesAreInTheIntentOfTheFirst()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    wanted.conversion.renditions = {png(8), png(16)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);

    const auto read = journalFromLines(someset::read(m_folder->filePath(QLatin1StringView(journalFileName))));
    QVERIFY(read);
    const auto &journal = *read;
    QCOMPARE(journal.flags.size(), 3);
    for (const SetFlag &line : journal.flags)
        QCOMPARE(filesOf(line), filesOf(m_folder->set().flags.first()));
}

void tst_SaveFlagOfSet::replacedFlagKeepsOldDerivedFiles()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture({40, 30}));
    wanted.conversion.renditions = {png(8), png(16)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    const QByteArray old = sha256(wanted.picture);

    wanted.picture = svgPicture({80, 30});
    wanted.conversion.renditions = {png(16)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();
    SetFlag flag = m_folder->set().flags.first();
    QCOMPARE(flag.derived.first().madeOf, QByteArray()); // the rendition of 16 pixels
    QCOMPARE(flag.derived.last().madeOf, old);

    const SaveRequest update = m_folder->request(BatchPurpose::Update, svgPicture({80, 30}), flag);
    QCOMPARE(saveFlag(update).state, FlagState::Saved);
    QVERIFY(m_folder->set().flags.first().isOfOnePicture());
}

void tst_SaveFlagOfSet::skippedFlagIsNotTheOriginalOfNewPictures()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture({40, 30}));
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();

    wanted = m_folder->request(BatchPurpose::Download, svgPicture({80, 30}));
    wanted.conversion.renditions = {png(8)};
    wanted.save.conflict = ConflictPolicy::Skip;
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);

    for (const bool isClosed : {false, true}) {
        const SetFlag flag = m_folder->set().flags.first();
        QCOMPARE(flag.sha256, sha256(svgPicture({40, 30})));
        QCOMPARE(flag.derived.first().madeOf, sha256(svgPicture({80, 30})));
        QVERIFY(!loadSet(m_folder->path()).value().interrupted);
        if (!isClosed)
            QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    }
}

// Row 132. Regression: the set counted as complete, as if the original had not been wanted.
void tst_SaveFlagOfSet::originalThatCannotBeWrittenIsMissing()
{
    const QString file = u"DE-Catalogue_DE.svg"_s;
    for (const bool isPlaceTaken : {false, true}) { // by a file of the user
        const SetFolder folder;
        SaveRequest wanted = folder.request(BatchPurpose::Download, svgPicture({40, 30}));
        wanted.conversion.renditions = {png(8)};
        if (isPlaceTaken) {
            wanted.save.conflict = ConflictPolicy::Skip;
            QVERIFY(someset::write(folder.filePath(file), "notes"));
        } else {
            QVERIFY(QDir().mkdir(folder.filePath(file)));
        }
        QCOMPARE(saveFlag(wanted).state, FlagState::Failed);
        QVERIFY(!wanted.set->close(PendingPolicy::Discard));
        const Manifest set = folder.set();
        QCOMPARE(set.flags.size(), 1);
        QCOMPARE(set.flags.first().file, file);
        QCOMPARE(set.flags.first().isKept, !isPlaceTaken);
        QCOMPARE(set.flags.first().derived.size(), 1);
    }
}

void tst_SaveFlagOfSet::keepingReplacesOnlyWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("inSet");
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<bool>("isKeptAltered");
    const QByteArray saved = svgPicture({40, 30});
    const QByteArray other = svgPicture({20, 10});
    QTest::newRow("as saved") << saved << true << FlagState::Skipped << false;
    QTest::newRow("edited") << other << true << FlagState::Skipped << true;
    QTest::newRow("empty") << QByteArray() << true << FlagState::Saved << false;
    QTest::newRow("cut off") << saved.first(saved.size() / 2) << true << FlagState::Saved << false;
    QTest::newRow("overwritten") << QByteArray("notes") << true << FlagState::Saved << false;
    QTest::newRow("no part of the set") << QByteArray("notes") << false << FlagState::Failed << false;
    QTest::newRow("empty, no part of the set") << QByteArray() << false << FlagState::Saved << false;
    QTest::newRow("picture, no part of the set") << other << false << FlagState::Skipped << false;
}

// Regression: a damaged file was kept and counted as "already there".
void tst_SaveFlagOfSet::keepingReplacesOnlyWhatIsNoPicture()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, inSet);
    QFETCH(const FlagState, state);
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture({40, 30}));
    wanted.save.nameTemplate = NameTemplate::parse(u"{CC}"_s).value();
    const QString path = m_folder->filePath(u"DE.svg"_s);
    if (inSet) {
        QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
        QVERIFY(!wanted.set->close(PendingPolicy::Discard));
        wanted.set.reset();
        wanted.set = m_folder->request(BatchPurpose::Download, {}).set;
    }
    QVERIFY(someset::write(path, bytes));

    wanted.picture = svgPicture({80, 30});
    wanted.save.conflict = ConflictPolicy::Skip;
    const SavedFlag flag = saveFlag(wanted);

    QCOMPARE(flag.state, state);
    QTEST(flag.isKeptAltered, "isKeptAltered");
    QCOMPARE(someset::read(path), state == FlagState::Saved ? wanted.picture : bytes);
    if (state == FlagState::Failed) {
        QCOMPARE(flag.failure.kind, FailureKind::NameTaken);
        QCOMPARE(flag.failure.detail, u"DE.svg"_s);
    } else {
        QCOMPARE(flag.sha256, sha256(someset::read(path)));
        QCOMPARE(flag.bytes, someset::read(path).size());
    }
}

void tst_SaveFlagOfSet::keptDerivedPictureIsDescribed()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture({40, 30}));
    wanted.save.nameTemplate = NameTemplate::parse(u"{CC}"_s).value();
    wanted.save.conflict = ConflictPolicy::Skip;
    wanted.conversion.renditions = {png(8)};
    const QString path = m_folder->filePath(u"DE-8.png"_s);
    QVERIFY(someset::write(path, pngPicture()));

    const SavedFlag flag = saveFlag(wanted);

    QCOMPARE(flag.state, FlagState::Saved);
    QCOMPARE(flag.derived.first().sha256, sha256(pngPicture()));
    QCOMPARE(flag.derived.first().bytes, pngPicture().size());

    QVERIFY(someset::write(path, "notes"));
    QCOMPARE(saveFlag(wanted).failure.kind, FailureKind::NameTaken);
    QCOMPARE(someset::read(path), QByteArray("notes"));
}

// Regression: the set dropped the flag's own file, which was still in the folder.
void tst_SaveFlagOfSet::newDerivedPicturesLeaveTheOriginalInTheSet()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();

    wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    wanted.conversion = {.renditions = {png(8)}, .keepsOriginal = false};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);

    for (const bool isClosed : {false, true}) {
        const SetFlag flag = m_folder->set().flags.first();
        QVERIFY(flag.isKept);
        QCOMPARE(flag.derived.size(), 1);
        QVERIFY(flag.isOfOnePicture());
        if (!isClosed)
            QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    }
}

void tst_SaveFlagOfSet::updateToNothingIsRefused_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::newRow("SVG without content") << QByteArray(R"(<svg xmlns="http://www.w3.org/2000/svg"/>)");
    QTest::newRow("SVG with hidden content")
        << QByteArray(R"(<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9" display="none"/></svg>)");
}

// No thumbnail is requested in a terminal.
void tst_SaveFlagOfSet::updateToNothingIsRefused()
{
    QFETCH(const QByteArray, picture);
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();
    const SetFlag flag = m_folder->set().flags.first();

    const SavedFlag updated = saveFlag(m_folder->request(BatchPurpose::Update, picture, flag));

    QCOMPARE(updated.failure.kind, FailureKind::BlankPicture);
    QCOMPARE(someset::read(m_folder->filePath(flag.file)), svgPicture());
}

void tst_SaveFlagOfSet::updateToOnePictureForSeveralIsRefused()
{
    SetFlag first = knownAs(u"DE-Land.svg"_s, svgPicture({40, 30}));
    SetFlag alike = first;
    alike.code = u"FR"_s;
    alike.file = u"FR-Land.svg"_s;
    SetFlag other = knownAs(u"KE-Land.svg"_s, svgPicture({20, 10}));
    other.code = u"KE"_s;

    SaveRequest update = m_folder->request(BatchPurpose::Update, svgPicture({80, 30}), first);
    QCOMPARE(saveFlag(update).state, FlagState::Saved);
    update.known = alike;
    QCOMPARE(saveFlag(update).state, FlagState::Saved);
    update.known = other;
    const SavedFlag refused = saveFlag(update);
    QCOMPARE(refused.failure.kind, FailureKind::SharedPicture);
    QVERIFY(refused.failure.detail.contains(u"DE"_s));
    QVERIFY(!QFileInfo::exists(m_folder->filePath(other.file)));
    update.picture = svgPicture({80, 30}) + "<!-- request 4711 -->";
    QCOMPARE(saveFlag(update).failure.kind, FailureKind::SharedPicture);
    update.picture = svgPicture({20, 30});
    QCOMPARE(saveFlag(update).state, FlagState::Saved);
}

// Otherwise each update would replace one more flag by the placeholder.
void tst_SaveFlagOfSet::updateToThePictureOfAnotherIsRefused()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture({40, 30}));
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();

    SetFlag other = knownAs(u"KE-Land.svg"_s, svgPicture({20, 10}));
    other.code = u"KE"_s;
    SaveRequest update = m_folder->request(BatchPurpose::Update, svgPicture({40, 30}), other);
    QCOMPARE(saveFlag(update).failure.kind, FailureKind::SharedPicture);
    update.picture += "<!-- request 4711 -->";
    QCOMPARE(saveFlag(update).failure.kind, FailureKind::SharedPicture);
}

void tst_SaveFlagOfSet::filesBeforeAFailureAreRecorded()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    wanted.conversion.renditions = {png(8), png(16)};
    wanted.save.nameTemplate = NameTemplate::parse(u"{CC}"_s).value();
    QVERIFY(QDir(m_folder->path()).mkdir(u"DE-16.png"_s));
    QCOMPARE(saveFlag(wanted).failure.kind, FailureKind::WriteFailed);
    QVERIFY(!wanted.set->close(PendingPolicy::KeepAll));

    const auto loaded = loadSet(m_folder->path()).value();
    QCOMPARE(loaded.manifest.flags.size(), 1);
    QVERIFY(loaded.manifest.flags.first().isKept); // and missing
    QCOMPARE(loaded.manifest.flags.first().derived.size(), 1);
    QCOMPARE(loaded.manifest.flags.first().derived.first().file, u"DE-8.png"_s);
    QCOMPARE(loaded.interrupted->missing, QStringList{u"DE"_s});
    // Also without the journal.
    QVERIFY(QFile::remove(m_folder->filePath(QLatin1StringView(journalFileName))));
    QCOMPARE(m_folder->set(), loaded.manifest);
}

void tst_SaveFlagOfSet::otherFormatIsNotSavedUnderTheOldName()
{
    SetFlag known = knownAs(u"DE-Land.svg"_s, svgPicture());
    SaveRequest update = m_folder->request(BatchPurpose::Update, pngPicture(), known);
    QCOMPARE(saveFlag(update).failure.kind, FailureKind::OtherFormat);
    QVERIFY(flagland::namesIn(m_folder->path()).isEmpty());

    // If only renditions are saved, no file shows the format of the original.
    known.isKept = false;
    known.derived = {{.file = u"DE-8.png"_s, .format = u"png"_s, .width = 8, .sha256 = sha256("old")}};
    update.known = known;
    QCOMPARE(saveFlag(update).state, FlagState::Saved);
    QCOMPARE(flagland::namesIn(m_folder->path()), QStringList{u"DE-8.png"_s});
}

void tst_SaveFlagOfSet::unchangedFlagWithoutOriginalNamesAnExistingFile()
{
    SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
    wanted.conversion = {.renditions = {png(8)}, .keepsOriginal = false};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(PendingPolicy::Discard));
    wanted.set.reset();
    const SetFlag flag = m_folder->set().flags.first();
    QVERIFY(!flag.isKept);

    SaveRequest update = m_folder->request(BatchPurpose::Update, svgPicture(), flag);
    update.isIntact = true;
    const SavedFlag saved = saveFlag(update);

    QCOMPARE(saved.state, FlagState::Unchanged);
    QVERIFY2(QFileInfo(saved.path).isFile(), qPrintable(saved.path));
}

void tst_SaveFlagOfSet::invalidValidatorIsNotRecorded()
{
    for (const QByteArray &etag : {QByteArray(60'000, 'x'), QByteArray("\"\xe4\"")}) {
        SaveRequest wanted = m_folder->request(BatchPurpose::Download, svgPicture());
        wanted.origin.validators.etag = etag;
        const SavedFlag saved = saveFlag(wanted);
        QVERIFY2(saved.state == FlagState::Saved, qPrintable(saved.failure.detail));
        QVERIFY(!wanted.set->close(PendingPolicy::Discard));
        QVERIFY(m_folder->set().flags.first().etag.isEmpty());
    }
}

FLAGFETCH_TEST(tst_SaveFlagOfSet, Core)
#include "tst_saveflagofset.moc"
