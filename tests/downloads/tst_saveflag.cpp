#include "app/countries/catalogue.h"
#include "app/saving/checkedflag.h"
#include "app/saving/saveflag.h"
#include "app/sources/untrustedtext.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_SaveFlag final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pictureIsSavedUnderItsName();
    void catalogueNameReplacesMissingMetadata();
    void suffixFollowsTheBytes_data();
    void suffixFollowsTheBytes();
    void thumbnailIsDrawnIfWanted();
    void conflictPolicyIsApplied_data();
    void conflictPolicyIsApplied();
    void badPicturesAreNotSaved_data();
    void badPicturesAreNotSaved();
    void missingFolderIsReported();
    void nameNeverLeavesTheFolder();
    void foldersOfTheNameAreMade();
    void nameCanContainSourceAndWidth();
    void otherNameGetsTheCode();
    void nameOfAnotherCountryIsReplaced_data();
    void nameOfAnotherCountryIsReplaced();
    void linkOnTheWayIsRefused();

private:
    [[nodiscard]] SaveRequest request() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SaveFlag::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

SaveRequest tst_SaveFlag::request() const
{
    return {.country = flagland::countryOf(u"DE"_s),
        .picture = flagland::pictureOf(u"DE"_s),
        .metadata = metadataNaming(u"Land DE"_s),
        .metadataName = u"country"_s,
        .save = {.folder = m_folder->path()},
        .thumbnailSize = {}};
}

void tst_SaveFlag::pictureIsSavedUnderItsName()
{
    const SavedFlag flag = saveFlag(request());

    QCOMPARE(flag.state, FlagState::Saved);
    QCOMPARE(flag.name, u"Land DE"_s);
    QCOMPARE(flag.path, m_folder->filePath(u"DE-Land_DE.gif"_s));
    QCOMPARE(flag.sha256, QCryptographicHash::hash(request().picture, QCryptographicHash::Sha256));
    QVERIFY(flag.thumbnail.isNull());
    QCOMPARE(flagland::bytesOf(flag.path), request().picture);
    QCOMPARE(flagland::namesIn(m_folder->path()), QStringList{u"DE-Land_DE.gif"_s});
}

void tst_SaveFlag::catalogueNameReplacesMissingMetadata()
{
    SaveRequest anonymous = request();
    anonymous.metadata.reset();

    const SavedFlag flag = saveFlag(anonymous);

    QCOMPARE(flag.state, FlagState::Saved);
    QCOMPARE(flag.name, u"Catalogue DE"_s);
    QCOMPARE(flag.path, m_folder->filePath(u"DE-Catalogue_DE.gif"_s));
}

void tst_SaveFlag::suffixFollowsTheBytes_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("GIF") << gifPicture() << u".gif"_s;
    QTest::newRow("PNG") << pngPicture() << u".png"_s;
    QTest::newRow("JPEG") << jpegPicture() << u".jpg"_s;
    QTest::newRow("SVG") << svgPicture() << u".svg"_s;
}

void tst_SaveFlag::suffixFollowsTheBytes()
{
    QFETCH(QByteArray, picture);
    QFETCH(QString, suffix);
    SaveRequest changed = request();
    changed.picture = picture;

    const SavedFlag flag = saveFlag(changed);

    QCOMPARE(flag.path, m_folder->filePath(u"DE-Land_DE"_s + suffix));
    QCOMPARE(flagland::bytesOf(flag.path), picture);
}

void tst_SaveFlag::thumbnailIsDrawnIfWanted()
{
    SaveRequest changed = request();
    changed.picture = svgPicture({40, 20});
    changed.thumbnailSize = {160, 120};

    QCOMPARE(saveFlag(changed).thumbnail.size(), QSize(160, 80));
}

void tst_SaveFlag::conflictPolicyIsApplied_data()
{
    QTest::addColumn<ConflictPolicy>("conflict");
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("names");
    const QString taken = u"DE-Land_DE.gif"_s;
    const QString numbered = u"DE-Land_DE-2.gif"_s;
    QTest::newRow("overwrite") << ConflictPolicy::Overwrite << FlagState::Saved << taken
                               << QStringList{taken};
    QTest::newRow("skip") << ConflictPolicy::Skip << FlagState::Skipped << taken << QStringList{taken};
    QTest::newRow("rename") << ConflictPolicy::Rename << FlagState::Saved << numbered
                            << QStringList{numbered, taken};
}

void tst_SaveFlag::conflictPolicyIsApplied()
{
    QFETCH(ConflictPolicy, conflict);
    QFETCH(FlagState, state);
    QFETCH(QString, name);
    QFETCH(QStringList, names);
    SaveRequest second = request();
    QCOMPARE(saveFlag(second).state, FlagState::Saved);
    second.picture = flagland::pictureOf(u"ZZ"_s);
    second.save.conflict = conflict;

    const SavedFlag flag = saveFlag(second);

    QCOMPARE(flag.state, state);
    QCOMPARE(flag.path, m_folder->filePath(name));
    QCOMPARE(flagland::namesIn(m_folder->path()), names);
    QCOMPARE(flagland::bytesOf(flag.path) == second.picture, state == FlagState::Saved);
}

void tst_SaveFlag::badPicturesAreNotSaved_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<FailureKind>("kind");
    const QByteArray page = "<!DOCTYPE html><html>Log in</html>";
    const QByteArray name = metadataNaming(u"Land DE"_s);
    QTest::newRow("page for a picture") << page << name << FailureKind::NotAPicture;
    QTest::newRow("cut picture") << gifPicture().chopped(1) << name << FailureKind::Truncated;
    QTest::newRow("huge picture") << pngClaiming(60'000, 60'000) << name << FailureKind::TooLarge;
    QTest::newRow("page for metadata") << gifPicture() << page << FailureKind::BadMetadata;
    QTest::newRow("the picture counts first") << page << page << FailureKind::NotAPicture;
}

void tst_SaveFlag::badPicturesAreNotSaved()
{
    QFETCH(QByteArray, picture);
    QFETCH(QByteArray, metadata);
    QFETCH(FailureKind, kind);
    SaveRequest bad = request();
    bad.picture = picture;
    bad.metadata = metadata;

    const SavedFlag flag = saveFlag(bad);

    QCOMPARE(flag.state, FlagState::Failed);
    QCOMPARE(flag.failure.kind, kind);
    QVERIFY(flag.path.isEmpty());
    QVERIFY(flagland::namesIn(m_folder->path()).isEmpty());
}

void tst_SaveFlag::missingFolderIsReported()
{
    SaveRequest lost = request();
    lost.save.folder = m_folder->filePath(u"gone"_s);

    const SavedFlag flag = saveFlag(lost);

    QCOMPARE(flag.state, FlagState::Failed);
    QCOMPARE(flag.failure.kind, FailureKind::FolderDenied);
}

void tst_SaveFlag::nameNeverLeavesTheFolder()
{
    SaveRequest hostile = request();
    for (const QString &name : {u"../x"_s, u"/abs"_s, u"..\\x"_s, QString(u"a"_s + QChar(0) + u"b"_s)}) {
        hostile.metadata = metadataNaming(name);
        const SavedFlag flag = saveFlag(hostile);
        QCOMPARE(flag.state, FlagState::Saved);
        QCOMPARE(flag.name, plainText(name));
        QCOMPARE(QFileInfo(flag.path).canonicalPath(), QFileInfo(m_folder->path()).canonicalFilePath());
    }
    QCOMPARE(
        flagland::namesIn(m_folder->path()), (QStringList{u"DE-a_b.gif"_s, u"DE-abs.gif"_s, u"DE-x.gif"_s}));
}

void tst_SaveFlag::foldersOfTheNameAreMade()
{
    SaveRequest deep = request();
    deep.save.nameTemplate = NameTemplate::parse(u"{continent}/{cc}/{country}"_s).value();

    const SavedFlag flag = saveFlag(deep);

    QCOMPARE(flag.state, FlagState::Saved);
    QCOMPARE(flag.path, m_folder->filePath(u"elsewhere/de/Land_DE.gif"_s));
    QCOMPARE(flagland::bytesOf(flag.path), deep.picture);
}

void tst_SaveFlag::nameCanContainSourceAndWidth()
{
    SaveRequest plain = request();
    plain.origin.source.id = u"flagland"_s;
    plain.save.nameTemplate = NameTemplate::parse(u"{source}/{CC}-{width}"_s).value();
    const int width = QImage::fromData(plain.picture).width();
    QVERIFY(width > 0);

    QCOMPARE(saveFlag(plain).path, m_folder->filePath(u"flagland/DE-%1.gif"_s.arg(width)));
}

// A source may give a country the name of another one, in its names file too.
void tst_SaveFlag::otherNameGetsTheCode()
{
    SaveRequest shared = request();
    shared.country.name = u"Germany"_s;
    shared.metadata = std::nullopt;
    shared.save.nameTemplate = NameTemplate::parse(u"{country}"_s).value();

    shared.name = u"Land"_s;
    QCOMPARE(saveFlag(shared).path, m_folder->filePath(u"Land-DE.gif"_s));
    shared.name = u"Germany"_s;
    QCOMPARE(saveFlag(shared).path, m_folder->filePath(u"Germany.gif"_s));
    shared.name = std::nullopt;
    QCOMPARE(saveFlag(shared).path, m_folder->filePath(u"Germany.gif"_s));
}

void tst_SaveFlag::nameOfAnotherCountryIsReplaced_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("saved");
    const auto row = [](const char *label, const QString &code, const QString &given, const QString &saved) {
        QTest::newRow(label) << code << given << saved;
    };
    row("another country", u"DE"_s, u"France"_s, u"Germany"_s);
    row("another spelling of it", u"DE"_s, u"  FRANCE "_s, u"Germany"_s);
    row("another native name", u"DE"_s, u"\u65e5\u672c"_s, u"Germany"_s);
    row("another name of part of it", u"GB"_s, u"England"_s, u"United Kingdom"_s);
    row("own alias", u"CZ"_s, u"Czech Republic"_s, u"Czech Republic"_s);
    row("own native name", u"DE"_s, u"Deutschland"_s, u"Deutschland"_s);
    row("unknown", u"DE"_s, u"Land DE"_s, u"Land DE"_s);
    row("begins with another", u"DE"_s, u"France of the East"_s, u"France of the East"_s);
    row("blank", u"DE"_s, u" \t "_s, u"Germany"_s);
    row("shared by two", u"US-GA"_s, u"Georgia"_s, u"Georgia"_s);
}

void tst_SaveFlag::nameOfAnotherCountryIsReplaced()
{
    QFETCH(const QString, code);
    QFETCH(const QString, given);
    QFETCH(const QString, saved);
    SaveRequest named = request();
    named.country = Catalogue().countryFor(code);
    named.metadata = metadataNaming(given);
    const SavedFlag fromMetadata = saveFlag(named);
    QCOMPARE(fromMetadata.name, saved);
    QCOMPARE(fromMetadata.isNameReplaced, saved != given);
    QVERIFY(fromMetadata.path.startsWith(m_folder->filePath(code + u'-' + saved.section(u' ', 0, 0))));

    named.metadata = std::nullopt;
    named.name = given;
    QCOMPARE(saveFlag(named).name, saved);
    QCOMPARE(checkWithoutSaving(named).name, saved);
}

void tst_SaveFlag::linkOnTheWayIsRefused()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"elsewhere"_s)));
    SaveRequest deep = request();
    deep.save.nameTemplate = NameTemplate::parse(u"{continent}/{cc}"_s).value();

    const SavedFlag flag = saveFlag(deep);

    QCOMPARE(flag.failure.kind, FailureKind::FolderDenied);
    QVERIFY(flagland::namesIn(elsewhere.path()).isEmpty());
}

FLAGFETCH_TEST(tst_SaveFlag, Core)
#include "tst_saveflag.moc"
