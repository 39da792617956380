#include "app/builtin/picturefolders.h"
#include "app/failures/failure.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Sets the XDG data folders during its lifetime.
class DataFolders final
{
public:
    explicit DataFolders(const QString &folder)
        : m_before(qgetenv("XDG_DATA_DIRS"))
    {
        qputenv("XDG_DATA_DIRS", QFile::encodeName(folder));
    }
    ~DataFolders()
    {
        qputenv("XDG_DATA_DIRS", m_before.isEmpty() ? "/usr/local/share:/usr/share" : m_before);
    }
    Q_DISABLE_COPY_MOVE(DataFolders)

private:
    QByteArray m_before;
};

class TestPictureFolders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usesOnlySpecifiedFolder();
    void findsPackagesInDataFolders();
    void reportsFallback();
    void findsInstalledPackages();
    void licencesMatchShippedSources();
    void missingPicturesHaveAdvice();

private:
    QTemporaryDir m_directory;
    QString m_newer; // data folder with both packages
    QString m_older; // data folder with iso-flags-svg only
};

namespace {

void writePicture(const QString &path)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("<svg/>"), 6);
}

} // namespace

void TestPictureFolders::initTestCase()
{
    m_newer = m_directory.filePath(u"newer"_s);
    m_older = m_directory.filePath(u"older"_s);
    for (const QString &shape : {u"4x3"_s, u"1x1"_s})
        writePicture(m_newer + u"/flagfetch/flag-icons/flags/"_s + shape + u"/de.svg"_s);
    for (const QString &data : {m_newer, m_older}) {
        writePicture(data + u"/iso-flags-svg/country-4x3/de.svg"_s);
        writePicture(data + u"/iso-flags-svg/country-squared/de.svg"_s);
    }
}

void TestPictureFolders::usesOnlySpecifiedFolder()
{
    const QString named = m_newer + u"/iso-flags-svg/country-4x3"_s;
    for (const PictureSet set : {PictureSet::FlagIcons, PictureSet::FlagIconsSquare}) {
        const auto found = findPictures(set, named);
        QVERIFY(found);
        QCOMPARE(found->path, named);
        QVERIFY(found->licence.isEmpty()); // a person's own pictures
        QVERIFY(!found->isFallback);
        QVERIFY(!findPictures(set, m_directory.path()));
        QVERIFY(!findPictures(set, m_directory.filePath(u"nowhere"_s)));
    }
}

void TestPictureFolders::findsPackagesInDataFolders()
{
    const DataFolders data(m_newer);
    const auto pathOf = [](PictureSet set) { return findPictures(set, {}).value().path; };
    QCOMPARE(pathOf(PictureSet::FlagIcons), m_newer + u"/flagfetch/flag-icons/flags/4x3"_s);
    QCOMPARE(pathOf(PictureSet::FlagIconsSquare), m_newer + u"/flagfetch/flag-icons/flags/1x1"_s);
    QCOMPARE(pathOf(PictureSet::IsoFlags), m_newer + u"/iso-flags-svg/country-4x3"_s);
}

void TestPictureFolders::reportsFallback()
{
    const DataFolders data(m_older);
    for (const auto &[set, shape] : {std::pair(PictureSet::FlagIcons, u"country-4x3"_s),
             std::pair(PictureSet::FlagIconsSquare, u"country-squared"_s)}) {
        const auto found = findPictures(set, {});
        QVERIFY(found);
        if (!found->isFallback) // the build's own package is there as well
            QSKIP("flag-icons is in the folder that the build names");
        QCOMPARE(found->path, m_older + u"/iso-flags-svg/"_s + shape);
        QVERIFY(found->licence.contains(u"iso-flags-svg"_s));
    }
    QVERIFY(!findPictures(PictureSet::IsoFlags, {}).value().isFallback);
}

void TestPictureFolders::findsInstalledPackages()
{
    const auto newer = findPictures(PictureSet::FlagIcons, {});
    const auto square = findPictures(PictureSet::FlagIconsSquare, {});
    if (!newer || newer->isFallback)
        QSKIP("flag-icons is not unpacked; run scripts/fetch-flags.sh");
    QCOMPARE(pictureCodes(newer->path).size(), 269);
    QCOMPARE(pictureCodes(square->path), pictureCodes(newer->path));
    QVERIFY(pictureCodes(newer->path).contains(u"gb-eng"_s));
    QVERIFY(!pictureCodes(newer->path).contains(u"sh-ta"_s)); // Saint Helena's former flag
    QVERIFY(newer->licence.contains(u"MIT"_s));

    QFile package(QDir::cleanPath(newer->path + u"/../../package.json"_s));
    QVERIFY(package.open(QIODevice::ReadOnly));
    const QString version
        = QJsonDocument::fromJson(package.readAll()).object().value("version"_L1).toString();
    QVERIFY2(newer->licence.endsWith(version), qPrintable(version));
}

void TestPictureFolders::licencesMatchShippedSources()
{
    const SourceList sources = SourceList::shipped();
    for (const QString &id : {u"builtin"_s, u"builtin-1x1"_s, u"builtin-slow"_s, u"debian"_s}) {
        const auto source = sources.resolve(id).value();
        const auto found = findPictures(source.pictureSet, {});
        if (!found || found->isFallback)
            QSKIP("The pictures of this source are not installed");
        QCOMPARE(source.licence, found->licence);
        QCOMPARE(source.licenceUrl, found->licenceUrl);
    }
}

void TestPictureFolders::missingPicturesHaveAdvice()
{
    const QString text = failureText(picturesMissing(QString()), QString());
    QVERIFY2(text.contains("Install the package iso-flags-svg"_L1), qPrintable(text));
    QVERIFY(failureText(picturesMissing(u"/some/folder"_s), QString()).contains("/some/folder"_L1));
}

FLAGFETCH_TEST(TestPictureFolders, Core)

#include "tst_picturefolders.moc"
