#include "app/storage/filereading.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class tst_FileBeneath final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void existingFilesAreRead();
    void missingFileIsNothing();
    void specialFilesAndLinksAreRefused_data();
    void specialFilesAndLinksAreRefused();
    void largeFileIsRefused();
    void safePathsStayInside_data();
    void safePathsStayInside();
};

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void tst_FileBeneath::existingFilesAreRead()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
    writeFile(folder.filePath(u"a/b/flag"_s), "bytes");
    writeFile(folder.filePath(u"empty"_s), {});

    QCOMPARE(readFileBeneath(folder.path(), u"a/b/flag"_s, 5).value(), QByteArray("bytes"));
    QCOMPARE(readFileBeneath(folder.path(), u"empty"_s, 5).value(), QByteArray());
}

void tst_FileBeneath::missingFileIsNothing()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"file"_s), "x");
    for (const QString &path : {u"gone"_s, u"gone/flag"_s, u"file/flag"_s})
        QCOMPARE(readFileBeneath(folder.path(), path, 5).value(), std::nullopt);
    QCOMPARE(readFileBeneath(folder.filePath(u"gone"_s), u"x"_s, 5).value(), std::nullopt);
}

void tst_FileBeneath::specialFilesAndLinksAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : {u"link"_s, u"linked/file"_s, u"pipe"_s, u"folder"_s})
        QTest::addRow("%s", qPrintable(path)) << path;
}

void tst_FileBeneath::specialFilesAndLinksAreRefused()
{
    QFETCH(QString, path);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"folder"_s));
    writeFile(folder.filePath(u"folder/file"_s), "x");
    QVERIFY(QFile::link(folder.filePath(u"folder/file"_s), folder.filePath(u"link"_s)));
    QVERIFY(QFile::link(folder.filePath(u"folder"_s), folder.filePath(u"linked"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), 0600), 0);

    const auto read = readFileBeneath(folder.path(), path, 5);

    // Some kernels report a linked folder as missing.
    QVERIFY(read ? !read->has_value() : read.error().kind == FailureKind::ReadFailed);
}

void tst_FileBeneath::largeFileIsRefused()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"file"_s), "123456");

    const auto read = readFileBeneath(folder.path(), u"file"_s, 5);

    QVERIFY(!read);
    QCOMPARE(read.error().kind, FailureKind::TooLarge);
}

void tst_FileBeneath::safePathsStayInside_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isPlain");
    QTest::newRow("file") << u"DE-Germany.svg"_s << true;
    QTest::newRow("folders") << u"europe/德国/DE.svg"_s << true;
    QTest::newRow("dots inside") << u"a..b.svg"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("absolute") << u"/x"_s << false;
    QTest::newRow("above") << u"../x"_s << false;
    QTest::newRow("above inside") << u"a/../x"_s << false;
    QTest::newRow("here") << u"./x"_s << false;
    QTest::newRow("hidden") << u"a/.x"_s << false;
    QTest::newRow("two slashes") << u"a//x"_s << false;
    QTest::newRow("backslash") << u"..\\x"_s << false;
    QTest::newRow("NUL") << QString(u"a"_s + QChar(0)) << false;
    QTest::newRow("line break") << u"a\nb"_s << false;
    QTest::newRow("long") << QString(256, u'x') << false;
    QTest::newRow("deep") << u"a/"_s.repeated(20) + u"x"_s << false;
}

void tst_FileBeneath::safePathsStayInside()
{
    QFETCH(QString, path);
    QFETCH(bool, isPlain);

    QCOMPARE(isSafeRelativePath(path), isPlain);
}

FLAGFETCH_TEST(tst_FileBeneath, None)
#include "tst_filebeneath.moc"
