#include "app/storage/filereading.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class tst_GivenFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAFileThroughLinks();
    void sizeLimitIsRespected();
    void specialFilesAreRefused_data();
    void specialFilesAreRefused();
};

void tst_GivenFile::readsAFileThroughLinks()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("bytes") == 5);
    file.close();
    QVERIFY(QFile::link(u"file"_s, folder.filePath(u"link"_s)));

    QCOMPARE(readGivenFile(folder.filePath(u"file"_s), 5).value(), QByteArray("bytes"));
    QCOMPARE(readGivenFile(folder.filePath(u"link"_s), 5).value(), QByteArray("bytes"));
}

void tst_GivenFile::sizeLimitIsRespected()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(3) << 30));

    const auto read = readGivenFile(file.fileName(), 1 << 20);

    QVERIFY(!read);
    QVERIFY(read.error().isTooLarge);
}

void tst_GivenFile::specialFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("folder") << u"folder"_s << u"not a file"_s;
    QTest::newRow("pipe") << u"pipe"_s << u"not a file"_s;
    QTest::newRow("device behind a link") << u"endless"_s << u"not a file"_s;
    QTest::newRow("nothing") << u"absent"_s << u"cannot be read"_s;
    QTest::newRow("link to nothing") << u"dangling"_s << u"cannot be read"_s;
}

void tst_GivenFile::specialFilesAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, said);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), 0600), 0);
    QVERIFY(QFile::link(u"/dev/zero"_s, folder.filePath(u"endless"_s)));
    QVERIFY(QFile::link(u"nowhere"_s, folder.filePath(u"dangling"_s)));

    const auto read = readGivenFile(folder.filePath(name), 5);

    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(said), qPrintable(read.error().text));
}

FLAGFETCH_TEST(tst_GivenFile, Core)
#include "tst_givenfile.moc"
