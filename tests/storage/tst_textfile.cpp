#include "app/storage/filereading.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class tst_TextFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText_data();
    void readsText();
    void refusesBinaryData_data();
    void refusesBinaryData();
    void sizeLimitIsRespected();
    void refusesHugeFilesAtOnce();
    void refusesSpecialFiles();

private:
    QTemporaryDir m_folder;
};

namespace {

QString problemOf(const tl::expected<QString, TextFileProblem> &read)
{
    return read ? QString() : read.error().text;
}

} // namespace

void tst_TextFile::readsText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("ascii") << QByteArray("FR\nDE\n") << u"FR\nDE\n"_s;
    QTest::newRow("utf-8") << QByteArray("\xe5\xbe\xb7\xe5\x9b\xbd") << u"德国"_s;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "FR")
                                     << u"FR"_s;
    QTest::newRow("utf-16") << QByteArray("\xff\xfe"
                                          "F\0R\0",
        6) << u"FR"_s;
    QTest::newRow("as long as may be") << QByteArray(longestText, 'x') << QString(longestText, u'x');
}

void tst_TextFile::readsText()
{
    QFETCH(QByteArray, bytes);
    QBuffer device(&bytes);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const auto read = readText(device);
    QVERIFY2(read, qPrintable(problemOf(read)));
    QTEST(*read, "text");
}

void tst_TextFile::refusesBinaryData_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("zeros") << QByteArray(100, '\0') << u"not text"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"not text"_s;
    QTest::newRow("another encoding") << QByteArray("C\xf4te d'Ivoire") << u"UTF-8"_s;
    QTest::newRow("too long") << QByteArray(longestText + 1, 'x') << u"1 MiB"_s;
}

void tst_TextFile::refusesBinaryData()
{
    QFETCH(QByteArray, bytes);
    QFETCH(const QString, said);
    QBuffer device(&bytes);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const QString problem = problemOf(readText(device));
    QVERIFY2(problem.contains(said), qPrintable(problem));
}

void tst_TextFile::sizeLimitIsRespected()
{
    QByteArray bytes(10 * longestText, 'x');
    QBuffer device(&bytes);
    QVERIFY(device.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QVERIFY(!problemOf(readText(device)).isEmpty());
    QCOMPARE(device.pos(), longestText + 1);
}

void tst_TextFile::refusesHugeFilesAtOnce()
{
    const QString path = m_folder.filePath(u"large"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(1024 * longestText));
    QVERIFY(problemOf(readTextFile(path)).contains("1 MiB"_L1));
    QVERIFY(problemOf(readTextFile(u"/dev/zero"_s)).contains("not a file"_L1));
}

void tst_TextFile::refusesSpecialFiles()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(problemOf(readTextFile(pipe)).contains("not a file"_L1));
    QVERIFY(problemOf(readTextFile(m_folder.path())).contains("not a file"_L1));
    QVERIFY(problemOf(readTextFile(m_folder.filePath(u"absent"_s))).contains("cannot be read"_L1));
}

FLAGFETCH_TEST(tst_TextFile, Core)

#include "tst_textfile.moc"
