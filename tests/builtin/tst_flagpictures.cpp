#include "app/builtin/flagpictures.h"
#include "app/builtin/picturefolders.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

class TestFlagPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsCountriesAndExtras();
    void servesPicturesUnchanged();
    void servesMetadata_data();
    void servesMetadata();
    void servesNoOtherPictures_data();
    void servesNoOtherPictures();
    void servesFilesOfFolder_data();
    void servesFilesOfFolder();
    void servesNothingOutsideFolder_data();
    void servesNothingOutsideFolder();
    void servesNothingFromMissingFolder();
    void reportsOutOfReachWithoutDescriptors();

private:
    QTemporaryDir m_directory;
    QString m_pictures; // a few, beside files that are no pictures of countries
    QString m_folder; // laid out {cc}/{file}, with traps
};

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

void TestFlagPictures::initTestCase()
{
    m_pictures = m_directory.filePath(u"data/iso-flags-svg/country-4x3"_s);
    for (const QString &name : {u"cn"_s, u"gb"_s, u"ax"_s, u"eu"_s, u"eo"_s, u"zz"_s, u"_wales"_s, u"brl"_s})
        writeFile(m_pictures + u'/' + name + u".svg"_s, "<svg>" + name.toLatin1() + "</svg>");
    writeFile(m_pictures + u"/fr.png"_s, "png");

    m_folder = m_directory.filePath(u"folder"_s);
    writeFile(m_folder + u"/cn/cn.gif"_s, "GIF89a");
    writeFile(m_folder + u"/cn/metadata.json"_s, "{}");
    writeFile(m_folder + u"/cn/Fähnchen.PNG"_s, "png");
    writeFile(m_folder + u"/cn/notes"_s, "text");
    writeFile(m_folder + u"/cn/.hidden"_s, "secret");
    writeFile(m_folder + u"/.git/config"_s, "secret");
    writeFile(m_folder + u"/top.gif"_s, "secret");
    writeFile(m_folder + u"/cn/deep/er.gif"_s, "secret");
    writeFile(m_directory.filePath(u"secret.gif"_s), "secret");
    writeFile(m_directory.filePath(u"folder-beside/secret.gif"_s), "secret");
    QVERIFY(QFile::link(m_folder + u"/cn/cn.gif"_s, m_folder + u"/cn/alias.gif"_s));
    QVERIFY(QFile::link(m_folder + u"/cn"_s, m_folder + u"/zh"_s));
    QVERIFY(QFile::link(m_directory.filePath(u"secret.gif"_s), m_folder + u"/cn/leak.gif"_s));
    QVERIFY(QFile::link(m_directory.path(), m_folder + u"/up"_s));
    QVERIFY(QFile::link(m_directory.filePath(u"folder-beside"_s), m_folder + u"/beside"_s));
    QVERIFY(QFile::link(m_folder + u"/.git/config"_s, m_folder + u"/cn/config"_s));
    QVERIFY(QFile::link(u"/dev/zero"_s, m_folder + u"/cn/zero.gif"_s));
    QVERIFY(QFile::link(m_folder + u"/nowhere"_s, m_folder + u"/cn/dangling.gif"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder + u"/cn/pipe.gif"_s).constData(), 0600), 0);
}

void TestFlagPictures::listsCountriesAndExtras()
{
    QCOMPARE(codesWithPictures(m_pictures), (QStringList{u"AX"_s, u"CN"_s, u"EU"_s, u"GB"_s}));
    if (const auto installed = findPictures(PictureSet::IsoFlags, {})) {
        const QStringList codes = codesWithPictures(installed->path);
        QCOMPARE(codes.size(), 250); // without Kosovo, with the European Union
        for (const QString &none : {u"EO"_s, u"ZZ"_s, u"XK"_s})
            QVERIFY2(!codes.contains(none), qPrintable(none));
    }
}

void TestFlagPictures::servesPicturesUnchanged()
{
    const auto picture = picturesContent(m_pictures)(u"cn"_s, u"cn.svg"_s);
    QVERIFY(picture);
    QCOMPARE(picture->bytes, "<svg>cn</svg>");
    QCOMPARE(picture->mimeType, "image/svg+xml");
}

void TestFlagPictures::servesMetadata_data()
{
    QTest::addColumn<QString>("cc");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("china") << u"cn"_s << QByteArray(R"({"country":"China","iso_cc":"CN","tld_cc":".cn"})");
    QTest::newRow("domain that differs from the code")
        << u"gb"_s << QByteArray(R"({"country":"United Kingdom","iso_cc":"GB","tld_cc":".uk"})");
    QTest::newRow("accents") << u"ax"_s
                             << QByteArray(R"({"country":"Åland Islands","iso_cc":"AX","tld_cc":".ax"})");
}

void TestFlagPictures::servesMetadata()
{
    QFETCH(QString, cc);
    const auto metadata = picturesContent(m_pictures)(cc, u"metadata.json"_s);
    QVERIFY(metadata);
    QTEST(metadata->bytes, "json");
    QCOMPARE(metadata->mimeType, "application/json");
}

void TestFlagPictures::servesNoOtherPictures_data()
{
    QTest::addColumn<QString>("cc");
    QTest::addColumn<QString>("file");
    QTest::newRow("no country") << u"eo"_s << u"eo.svg"_s;
    QTest::newRow("metadata of an unknown code") << u"zz"_s << u"metadata.json"_s;
    QTest::newRow("no picture") << u"fr"_s << u"fr.svg"_s;
    QTest::newRow("metadata without picture") << u"fr"_s << u"metadata.json"_s;
    QTest::newRow("another country's picture") << u"cn"_s << u"gb.svg"_s;
    QTest::newRow("another format") << u"cn"_s << u"cn.gif"_s;
    QTest::newRow("upper case") << u"CN"_s << u"CN.svg"_s;
    QTest::newRow("parent") << u".."_s << u"country-4x3"_s;
    QTest::newRow("empty") << u""_s << u".svg"_s;
}

void TestFlagPictures::servesNoOtherPictures()
{
    QFETCH(QString, cc);
    QFETCH(QString, file);
    QVERIFY(!picturesContent(m_pictures)(cc, file));
}

void TestFlagPictures::servesFilesOfFolder_data()
{
    QTest::addColumn<QString>("cc");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("mimeType");
    QTest::newRow("picture") << u"cn"_s << u"cn.gif"_s << QByteArray("GIF89a") << QByteArray("image/gif");
    QTest::newRow("metadata") << u"cn"_s << u"metadata.json"_s << QByteArray("{}")
                              << QByteArray("application/json");
    QTest::newRow("suffix in capitals")
        << u"cn"_s << u"Fähnchen.PNG"_s << QByteArray("png") << QByteArray("image/png");
    QTest::newRow("unknown type") << u"cn"_s << u"notes"_s << QByteArray("text")
                                  << QByteArray("application/octet-stream");
    QTest::newRow("link inside") << u"cn"_s << u"alias.gif"_s << QByteArray("GIF89a")
                                 << QByteArray("image/gif");
    QTest::newRow("linked folder inside")
        << u"zh"_s << u"cn.gif"_s << QByteArray("GIF89a") << QByteArray("image/gif");
}

void TestFlagPictures::servesFilesOfFolder()
{
    QFETCH(QString, cc);
    QFETCH(QString, file);
    const auto content = folderContent(m_folder)(cc, file);
    QVERIFY(content);
    QTEST(content->bytes, "bytes");
    QTEST(content->mimeType, "mimeType");
    QVERIFY(folderContent(m_folder + u"/./../folder/"_s)(cc, file));
}

void TestFlagPictures::servesNothingOutsideFolder_data()
{
    QTest::addColumn<QString>("cc");
    QTest::addColumn<QString>("file");
    QTest::newRow("parent") << u".."_s << u"secret.gif"_s;
    QTest::newRow("parent as file") << u"cn"_s << u".."_s;
    QTest::newRow("parent and back") << u"../folder"_s << u"top.gif"_s;
    QTest::newRow("parent in file") << u"cn"_s << u"../../secret.gif"_s;
    QTest::newRow("this folder") << u"."_s << u"top.gif"_s;
    QTest::newRow("nothing") << u""_s << u"top.gif"_s;
    QTest::newRow("absolute") << u"/etc"_s << u"passwd"_s;
    QTest::newRow("absolute file") << u"cn"_s << u"/etc/passwd"_s;
    QTest::newRow("deeper") << u"cn"_s << u"deep/er.gif"_s;
    QTest::newRow("folder") << u"cn"_s << u"deep"_s;
    QTest::newRow("missing") << u"cn"_s << u"no.gif"_s;
    QTest::newRow("hidden file") << u"cn"_s << u".hidden"_s;
    QTest::newRow("hidden folder") << u".git"_s << u"config"_s;
    QTest::newRow("link to a hidden file") << u"cn"_s << u"config"_s;
    QTest::newRow("link to a file outside") << u"cn"_s << u"leak.gif"_s;
    QTest::newRow("link to the parent") << u"up"_s << u"secret.gif"_s;
    QTest::newRow("link to a folder with a similar name") << u"beside"_s << u"secret.gif"_s;
    QTest::newRow("link to a device") << u"cn"_s << u"zero.gif"_s;
    QTest::newRow("link to nothing") << u"cn"_s << u"dangling.gif"_s;
    QTest::newRow("pipe") << u"cn"_s << u"pipe.gif"_s;
    QTest::newRow("NUL") << u"cn"_s << u"cn.gif"_s + QChar(u'\0') + u"x"_s;
    QTest::newRow("NUL in folder") << u"cn"_s + QChar(u'\0') << u"cn.gif"_s;
}

void TestFlagPictures::servesNothingOutsideFolder()
{
    QFETCH(QString, cc);
    QFETCH(QString, file);
    QVERIFY(!folderContent(m_folder)(cc, file));
}

void TestFlagPictures::servesNothingFromMissingFolder()
{
    const ContentLookup content = folderContent(m_directory.filePath(u"nowhere"_s));
    QVERIFY(!content(u"etc"_s, u"passwd"_s));
    QVERIFY(!folderContent(QString())(u"etc"_s, u"passwd"_s));
}

void TestFlagPictures::reportsOutOfReachWithoutDescriptors()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("The sanitizers need descriptors themselves");
#endif
    const ContentLookup content = picturesContent(m_pictures);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit none{.rlim_cur = 3, .rlim_max = before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const auto there = content(u"cn"_s, u"cn.svg"_s);
    const auto missing = content(u"zz"_s, u"zz.svg"_s);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);

    QVERIFY(there && there->isUnreadable);
    QVERIFY(!missing);
    QVERIFY(!content(u"cn"_s, u"cn.svg"_s)->isUnreadable);
}

FLAGFETCH_TEST(TestFlagPictures, Core)

#include "tst_flagpictures.moc"
