#include "app/saving/saveflag.h"
#include "tests/downloads/flagland.h"
#include "tests/downloads/setfolder.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The renditions that saveFlag() creates from a picture.
class tst_SaveRenditions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void renditionsAreSavedWithTheOriginal();
    void originalIsLeftOutIfNotWanted();
    void upscaledRasterIsReported();
    void templateMayNameTheWidth();
    void widthOfTheOriginalIsNotTakenFromIt();
    void conflictPolicyAppliesToRenditions();
    void nothingIsWrittenIfDrawingFails();

private:
    [[nodiscard]] SaveRequest request(const QByteArray &picture, const Conversion &conversion) const;
    [[nodiscard]] QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SaveRenditions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

SaveRequest tst_SaveRenditions::request(const QByteArray &picture, const Conversion &conversion) const
{
    return {.country = flagland::countryOf(u"DE"_s),
        .picture = picture,
        .metadata = metadataNaming(u"Land DE"_s),
        .metadataName = u"country"_s,
        .save = {.folder = m_folder->path()},
        .thumbnailSize = {},
        .conversion = conversion};
}

QStringList tst_SaveRenditions::files() const
{
    return QDir(m_folder->path()).entryList({u"DE-*"_s, u"de-*"_s}, QDir::Files | QDir::Hidden, QDir::Name);
}

void tst_SaveRenditions::renditionsAreSavedWithTheOriginal()
{
    const SavedFlag flag = saveFlag(
        request(svgPicture({40, 30}), {.renditions = {png(80), png(160), {RenditionFormat::WebP, 80}}}));

    QCOMPARE(flag.state, FlagState::Saved);
    QCOMPARE(flag.path, m_folder->filePath(u"DE-Land_DE.svg"_s));
    QCOMPARE(files(),
        (QStringList{
            u"DE-Land_DE-160.png"_s, u"DE-Land_DE-80.png"_s, u"DE-Land_DE-80.webp"_s, u"DE-Land_DE.svg"_s}));
    QCOMPARE(flag.derived.size(), 3);
    for (const DerivedPicture &picture : flag.derived) {
        const QByteArray bytes = contentOf(picture.path);
        QCOMPARE(bytes.size(), picture.bytes);
        QCOMPARE(picture.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        QCOMPARE(QImage::fromData(bytes).size(), picture.size);
        QCOMPARE(picture.size.width(), picture.spec.width);
        QVERIFY(!picture.isSmallerThanRequested());
    }
}

void tst_SaveRenditions::originalIsLeftOutIfNotWanted()
{
    const SavedFlag flag = saveFlag(request(
        svgPicture({40, 30}), {.renditions = {png(80)}, .crop = Crop::Circle, .keepsOriginal = false}));
    QCOMPARE(flag.state, FlagState::Saved);
    QVERIFY(!flag.isOriginalKept);
    QCOMPARE(files(), QStringList{u"DE-Land_DE-80.png"_s});
    QCOMPARE(flag.path, flag.derived.first().path);
    QCOMPARE(flag.derived.first().size, QSize(80, 80));
}

void tst_SaveRenditions::upscaledRasterIsReported()
{
    const SavedFlag flag = saveFlag(request(pngPicture({12, 9}), {.renditions = {png(6), png(100)}}));
    QCOMPARE(flag.derived.size(), 2);
    QVERIFY(!flag.derived.at(0).isSmallerThanRequested());
    QVERIFY(flag.derived.at(1).isSmallerThanRequested());
    QCOMPARE(flag.derived.at(1).size, QSize(12, 9));
    QCOMPARE(flag.derived.at(1).path, m_folder->filePath(u"DE-Land_DE-100.png"_s));
}

void tst_SaveRenditions::templateMayNameTheWidth()
{
    SaveRequest wanted = request(svgPicture({40, 30}), {.renditions = {png(80), png(160)}});
    wanted.save.nameTemplate = NameTemplate::parse(u"{width}/{cc}"_s).value();
    const SavedFlag flag = saveFlag(wanted);
    QCOMPARE(flag.derived.at(0).path, m_folder->filePath(u"80/de.png"_s));
    QCOMPARE(flag.derived.at(1).path, m_folder->filePath(u"160/de.png"_s));
    QCOMPARE(flag.path, m_folder->filePath(u"40/de.svg"_s));
}

// A PNG of 12 pixels and its rendition of 12 pixels would have the same name.
void tst_SaveRenditions::widthOfTheOriginalIsNotTakenFromIt()
{
    SaveRequest wanted = request(pngPicture({12, 9}), {.renditions = {png(12)}, .crop = Crop::Square});
    wanted.save.nameTemplate = NameTemplate::parse(u"{cc}-{width}"_s).value();
    const SavedFlag flag = saveFlag(wanted);
    QCOMPARE(files(), (QStringList{u"de-12-12.png"_s, u"de-12.png"_s}));
    QCOMPARE(contentOf(flag.path), wanted.picture);
}

void tst_SaveRenditions::conflictPolicyAppliesToRenditions()
{
    const QString path = m_folder->filePath(u"DE-Land_DE-80.png"_s);
    QFile old(path);
    const QByteArray oldPicture = pngPicture();
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write(oldPicture) == oldPicture.size());
    old.close();
    SaveRequest wanted = request(svgPicture({40, 30}), {.renditions = {png(80)}});
    wanted.save.conflict = ConflictPolicy::Skip;
    const SavedFlag skipped = saveFlag(wanted);
    QCOMPARE(skipped.state, FlagState::Saved); // the original did not exist yet
    QVERIFY(skipped.derived.first().wasKept);
    QCOMPARE(contentOf(path), oldPicture);
    QCOMPARE(saveFlag(wanted).state, FlagState::Skipped);
    wanted.save.conflict = ConflictPolicy::Rename;
    QCOMPARE(saveFlag(wanted).derived.first().path, m_folder->filePath(u"DE-Land_DE-80-2.png"_s));
    wanted.save.conflict = ConflictPolicy::Overwrite;
    QCOMPARE(saveFlag(wanted).derived.first().path, path);
    QVERIFY(contentOf(path) != oldPicture);
}

void tst_SaveRenditions::nothingIsWrittenIfDrawingFails()
{
    const SavedFlag flag
        = saveFlag(request("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='99999'>"
                           "<rect width='1' height='9'/></svg>",
            {.renditions = {png(80)}}));
    QCOMPARE(flag.state, FlagState::Failed);
    QCOMPARE(flag.failure.kind, FailureKind::TooLarge);
    QCOMPARE(files(), QStringList());
}

FLAGFETCH_TEST(tst_SaveRenditions, Core)
#include "tst_saverenditions.moc"
