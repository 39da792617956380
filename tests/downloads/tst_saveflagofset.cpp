#include "app/downloads/saveflag.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "app/sets/verification.h"
#include "tests/downloads/flagland.h"
#include "tests/sets/someset.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What saveFlag() does with a flag that a set knows.
class tst_SaveFlagOfSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void restoredFlagIsAnnouncedAsItWas();
    void restoredFlagIsCreditedToItsOwnSource();
    void allPicturesAreAnnouncedWithTheFirst();
    void eachPictureIsMadeAgainAsItWas();
    void replacedFlagLeavesWhatWasMadeOfTheOld();
    void keptFlagIsNotWhatThePictureWasMadeOf();
    void whatAFailureLeftIsWrittenDown();
    void flagIsRestoredWhereItsPicturesAreDrawnOtherwise_data();
    void flagIsRestoredWhereItsPicturesAreDrawnOtherwise();
    void restorationReplacesNothingOfAPerson_data();
    void restorationReplacesNothingOfAPerson();
    void otherFormatIsNotSavedUnderTheOldName();

private:
    /// An order of a batch that works in the folder, with that picture from someset's source.
    [[nodiscard]] SaveOrder order(
        BatchPurpose purpose, const QByteArray &picture, const std::optional<SetFlag> &known = {}) const;
    /// The set as it would be were the program killed now.
    [[nodiscard]] Manifest set() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

SetFlag knownAs(const QString &file, const QByteArray &picture)
{
    SetFlag flag = someset::flag(u"DE"_s, picture);
    flag.file = file;
    return flag;
}

constexpr RenditionOrder png(int width)
{
    return {RenditionFormat::Png, width};
}

QStringList filesOf(const SetFlag &flag)
{
    QStringList files{flag.file};
    for (const DerivedFile &made : flag.derived)
        files.append(made.file);
    files.sort();
    return files;
}

} // namespace

void tst_SaveFlagOfSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

SaveOrder tst_SaveFlagOfSet::order(
    BatchPurpose purpose, const QByteArray &picture, const std::optional<SetFlag> &known) const
{
    const auto opened = OpenSet::open(
        m_folder->path(), {.purpose = purpose, .codes = {u"DE"_s}, .aim = someset::manifest({})});
    if (const auto *failure = std::get_if<Failure>(&opened))
        qFatal("%s", qPrintable(failure->detail));
    return {.country = flagland::countryOf(u"DE"_s),
        .picture = picture,
        .metadata = {},
        .metadataName = {},
        .save = {.folder = m_folder->path()},
        .thumbnailSize = {},
        .origin = {.source = someset::source()},
        .set = std::get<std::shared_ptr<OpenSet>>(opened),
        .purpose = purpose,
        .known = known};
}

Manifest tst_SaveFlagOfSet::set() const
{
    return std::get<LoadedSet>(loadSet(m_folder->path())).manifest;
}

// Else a program that is killed would leave a set that differs from the one that it was to bring back.
void tst_SaveFlagOfSet::restoredFlagIsAnnouncedAsItWas()
{
    const SetFlag known = knownAs(u"old/name.svg"_s, svgPicture());

    QCOMPARE(saveFlag(order(BatchPurpose::Restore, svgPicture(), known)).state, FlagState::Saved);

    QCOMPARE(set().flags, QList<SetFlag>{known});
}

// Ids hold for one manifest only.
void tst_SaveFlagOfSet::restoredFlagIsCreditedToItsOwnSource()
{
    Manifest here = someset::manifest({});
    here.sources.first().imageTemplate = u"https://here.example/{cc}.svg"_s;
    QVERIFY(someset::write(m_folder->filePath(u"flags.json"_s), manifestToJson(here)));

    for (const bool isIntact : {false, true}) {
        SaveOrder wanted
            = order(BatchPurpose::Restore, svgPicture(), knownAs(u"DE-Land.svg"_s, svgPicture()));
        wanted.isIntact = isIntact;
        QCOMPARE(saveFlag(wanted).state, isIntact ? FlagState::Unchanged : FlagState::Saved);
        QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
        QCOMPARE(set().flags.first().source, u"office-2"_s);
        QCOMPARE(set().sourceOf(set().flags.first())->imageTemplate, someset::source().imageTemplate);
    }
}

// Else a kill between the two would lose the second for ever.
void tst_SaveFlagOfSet::allPicturesAreAnnouncedWithTheFirst()
{
    SaveOrder wanted = order(BatchPurpose::Download, svgPicture());
    wanted.conversion.orders = {png(8), png(16)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);

    const auto read = journalFromLines(someset::read(m_folder->filePath(QLatin1StringView(journalFileName))));
    QVERIFY(std::holds_alternative<JournalContent>(read));
    const auto &journal = std::get<JournalContent>(read);
    QCOMPARE(journal.flags.size(), 3);
    for (const SetFlag &line : journal.flags)
        QCOMPARE(filesOf(line), filesOf(set().flags.first()));
}

// Crops and names may differ from one picture to the next.
void tst_SaveFlagOfSet::eachPictureIsMadeAgainAsItWas()
{
    SaveOrder wanted = order(BatchPurpose::Download, svgPicture());
    wanted.conversion = {.orders = {png(8)}, .crop = Crop::Circle};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    wanted.conversion = {.orders = {png(16), png(8)}, .crop = Crop::None};
    wanted.save.conflict = ConflictPolicy::Rename;
    wanted.save.nameTemplate = std::get<NameTemplate>(NameTemplate::parse(u"{CC}-{country}"_s));
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
    wanted.set.reset();
    const Manifest before = set();
    const QStringList names = flagland::namesIn(m_folder->path());

    for (const BatchPurpose purpose : {BatchPurpose::Restore, BatchPurpose::Update}) {
        for (const SetFlag &flag : before.flags) {
            for (const QString &file : filesOf(flag))
                QVERIFY(QFile::remove(m_folder->filePath(file)));
            const SaveOrder again = order(purpose, svgPicture(), flag);
            QCOMPARE(saveFlag(again).state, FlagState::Saved);
            QVERIFY(!again.set->close(OpenSet::Rest::Forgotten));
        }
        QCOMPARE(flagland::namesIn(m_folder->path()), names);
        for (const SetFlag &flag : before.flags) {
            QCOMPARE(set().flagAt(flag.file)->derived, flag.derived);
            for (const DerivedFile &made : flag.derived)
                QCOMPARE(fileState(m_folder->path(), made.file, made.sha256), FileState::Well);
        }
    }
}

void tst_SaveFlagOfSet::replacedFlagLeavesWhatWasMadeOfTheOld()
{
    SaveOrder wanted = order(BatchPurpose::Download, svgPicture({40, 30}));
    wanted.conversion.orders = {png(8), png(16)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    const QByteArray old = sha256(wanted.picture);

    wanted.picture = svgPicture({80, 30});
    wanted.conversion.orders = {png(16)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
    wanted.set.reset();
    SetFlag flag = set().flags.first();
    QCOMPARE(flag.derived.first().madeOf, QByteArray()); // of 16 pixels
    QCOMPARE(flag.derived.last().madeOf, old);

    const SaveOrder update = order(BatchPurpose::Update, svgPicture({80, 30}), flag);
    QCOMPARE(saveFlag(update).state, FlagState::Saved);
    QVERIFY(set().flags.first().isOfOnePicture());
}

void tst_SaveFlagOfSet::keptFlagIsNotWhatThePictureWasMadeOf()
{
    SaveOrder wanted = order(BatchPurpose::Download, svgPicture({40, 30}));
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
    wanted.set.reset();

    wanted = order(BatchPurpose::Download, svgPicture({80, 30}));
    wanted.conversion.orders = {png(8)};
    wanted.save.conflict = ConflictPolicy::Skip;
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);

    for (const bool isClosed : {false, true}) {
        const SetFlag flag = set().flags.first();
        QCOMPARE(flag.sha256, sha256(svgPicture({40, 30})));
        QCOMPARE(flag.derived.first().madeOf, sha256(svgPicture({80, 30})));
        QVERIFY(!std::get<LoadedSet>(loadSet(m_folder->path())).interrupted);
        if (!isClosed)
            QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
    }
}

void tst_SaveFlagOfSet::whatAFailureLeftIsWrittenDown()
{
    SaveOrder wanted = order(BatchPurpose::Download, svgPicture());
    wanted.conversion.orders = {png(8), png(16)};
    wanted.save.nameTemplate = std::get<NameTemplate>(NameTemplate::parse(u"{CC}"_s));
    QVERIFY(QDir(m_folder->path()).mkdir(u"DE-16.png"_s));
    QCOMPARE(saveFlag(wanted).failure.kind, FailureKind::WriteFailed);
    QVERIFY(!wanted.set->close(OpenSet::Rest::KeptForLater));

    const auto loaded = std::get<LoadedSet>(loadSet(m_folder->path()));
    QCOMPARE(loaded.manifest.flags.size(), 1);
    QVERIFY(!loaded.manifest.flags.first().isKept);
    QCOMPARE(loaded.manifest.flags.first().derived.size(), 1);
    QCOMPARE(loaded.manifest.flags.first().derived.first().file, u"DE-8.png"_s);
    QCOMPARE(loaded.interrupted->missing, QStringList{u"DE"_s});
    // Without the journal too.
    QVERIFY(QFile::remove(m_folder->filePath(QLatin1StringView(journalFileName))));
    QCOMPARE(set(), loaded.manifest);
}

void tst_SaveFlagOfSet::flagIsRestoredWhereItsPicturesAreDrawnOtherwise_data()
{
    QTest::addColumn<QByteArray>("madeOf");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("another version of a library") << QByteArray() << FailureKind::DrawnOtherwise;
    QTest::newRow("an older flag") << sha256("older") << FailureKind::OtherPicture;
}

void tst_SaveFlagOfSet::flagIsRestoredWhereItsPicturesAreDrawnOtherwise()
{
    QFETCH(const QByteArray, madeOf);
    QFETCH(const FailureKind, kind);
    SaveOrder wanted = order(BatchPurpose::Download, svgPicture());
    wanted.conversion.orders = {png(8), png(16), png(24)};
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    SetFlag known = set().flags.first();
    QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
    wanted.set.reset();
    // One of three is drawn otherwise here, and one that is drawn otherwise is in place all the same.
    known.derived[0].sha256 = sha256("drawn elsewhere");
    known.derived[0].madeOf = madeOf;
    known.derived[2].sha256 = sha256("drawn elsewhere, too");
    QVERIFY(someset::write(m_folder->filePath(known.derived[2].file), "drawn elsewhere, too"));
    Manifest here = someset::manifest({});
    here.flags = {known};
    QVERIFY(someset::write(m_folder->filePath(u"flags.json"_s), manifestToJson(here)));
    for (const QString &file : {known.file, known.derived[0].file, known.derived[1].file})
        QVERIFY(QFile::remove(m_folder->filePath(file)));

    const SaveOrder restoration = order(BatchPurpose::Restore, svgPicture(), known);
    const SavedFlag flag = saveFlag(restoration);
    QVERIFY(!restoration.set->close(OpenSet::Rest::Forgotten));

    QCOMPARE(flag.state, FlagState::Failed);
    QCOMPARE(flag.failure.kind, kind);
    QCOMPARE(set().flags, QList<SetFlag>{known});
    const auto stateOf = [&](const QString &file, const QByteArray &hash) {
        return fileState(m_folder->path(), file, hash);
    };
    QCOMPARE(stateOf(known.file, known.sha256), FileState::Well);
    QCOMPARE(stateOf(known.derived[0].file, known.derived[0].sha256), FileState::Missing);
    QCOMPARE(stateOf(known.derived[1].file, known.derived[1].sha256), FileState::Well);
    QCOMPARE(stateOf(known.derived[2].file, known.derived[2].sha256), FileState::Well);
}

void tst_SaveFlagOfSet::restorationReplacesNothingOfAPerson_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("the flag") << u"DE-Land.svg"_s;
    QTest::newRow("made of it") << u"DE-Land-8.png"_s;
}

void tst_SaveFlagOfSet::restorationReplacesNothingOfAPerson()
{
    QFETCH(const QString, file);
    SaveOrder wanted = order(BatchPurpose::Download, svgPicture());
    wanted.conversion.orders = {png(8)};
    wanted.save.nameTemplate = std::get<NameTemplate>(NameTemplate::parse(u"{CC}-Land"_s));
    QCOMPARE(saveFlag(wanted).state, FlagState::Saved);
    const SetFlag known = set().flags.first();
    QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
    wanted.set.reset();
    const QByteArray manifest = someset::read(m_folder->filePath(u"flags.json"_s));

    // In the set that is here the file has only been altered.
    QVERIFY(someset::write(m_folder->filePath(file), "by hand"));
    SaveOrder repair = order(BatchPurpose::Restore, svgPicture(), known);
    QCOMPARE(saveFlag(repair).state, FlagState::Saved);
    QVERIFY(someset::read(m_folder->filePath(file)) != "by hand");
    repair.set.reset();

    QVERIFY(QFile::remove(m_folder->filePath(u"flags.json"_s)));
    QVERIFY(QFile::remove(m_folder->filePath(QLatin1StringView(journalFileName))));
    QVERIFY(someset::write(m_folder->filePath(file), "by hand"));
    const SaveOrder rebuild = order(BatchPurpose::Restore, svgPicture(), known);
    const SavedFlag flag = saveFlag(rebuild);
    QCOMPARE(flag.failure.kind, FailureKind::FolderNotEmpty);
    QCOMPARE(flag.failure.detail, file);
    QCOMPARE(someset::read(m_folder->filePath(file)), "by hand");

    QVERIFY(QFile::remove(m_folder->filePath(file)));
    QCOMPARE(saveFlag(rebuild).state, FlagState::Saved);
    QVERIFY(!rebuild.set->close(OpenSet::Rest::Forgotten));
    QCOMPARE(set().flags, QList<SetFlag>{known});
    QCOMPARE(someset::read(m_folder->filePath(u"flags.json"_s)), manifest);
}

void tst_SaveFlagOfSet::otherFormatIsNotSavedUnderTheOldName()
{
    SetFlag known = knownAs(u"DE-Land.svg"_s, svgPicture());
    SaveOrder update = order(BatchPurpose::Update, pngPicture(), known);
    QCOMPARE(saveFlag(update).failure.kind, FailureKind::OtherFormat);
    QVERIFY(flagland::namesIn(m_folder->path()).isEmpty());

    // Where only what is made of it is kept, no file tells of the format.
    known.isKept = false;
    known.derived = {{.file = u"DE-8.png"_s, .format = u"png"_s, .width = 8, .sha256 = sha256("old")}};
    update.known = known;
    QCOMPARE(saveFlag(update).state, FlagState::Saved);
    QCOMPARE(flagland::namesIn(m_folder->path()), QStringList{u"DE-8.png"_s});
}

QTEST_GUILESS_MAIN(tst_SaveFlagOfSet)
#include "tst_saveflagofset.moc"
