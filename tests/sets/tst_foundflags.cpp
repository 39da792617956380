#include "app/sets/foundflags.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_FoundFlags final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPicturesOfCountriesAreRead();
    void regionsAndOrganisationsAreRecognised_data();
    void regionsAndOrganisationsAreRecognised();
    void listingCanBeCancelled();
    void readingCanBeStopped();
};

namespace {

/// Returns how many bytes this process has read according to the kernel; -1 if unknown.
qint64 bytesRead()
{
    QFile file(u"/proc/self/io"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray first = file.readLine(); // "rchar: 123"
    return first.mid(first.indexOf(' ') + 1).trimmed().toLongLong();
}

} // namespace

void tst_FoundFlags::onlyPicturesOfCountriesAreRead()
{
    const qint64 large = 8 << 20;
    const QTemporaryDir folder;
    const QByteArray flag = someset::bytesOf(u"DE"_s);
    QVERIFY(someset::write(folder.filePath(u"DE-Germany.svg"_s), flag));
    for (const QString &name : {u"DE-Germany.mov"_s, u"holiday.png"_s}) {
        QVERIFY(someset::write(folder.filePath(name), {}));
        QVERIFY(QFile::resize(folder.filePath(name), large));
    }
    (void)manifestOfFoundFlags(folder.path()); // loads the data of the countries, which happens once

    const qint64 before = bytesRead();
    const Manifest found = manifestOfFoundFlags(folder.path());
    const qint64 read = bytesRead() - before;

    QCOMPARE(found.flags.size(), 1);
    QCOMPARE(found.flags.first().file, u"DE-Germany.svg"_s);
    QCOMPARE(found.flags.first().sha256, sha256(flag));
    if (before < 0)
        QSKIP("this kernel does not count what a process reads");
    QVERIFY2(read < large, qPrintable(QString::number(read)));
}

void tst_FoundFlags::regionsAndOrganisationsAreRecognised_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    QTest::newRow("country") << u"GB-United_Kingdom.svg"_s << u"GB"_s;
    QTest::newRow("England") << u"GB-ENG-England.svg"_s << u"GB-ENG"_s;
    QTest::newRow("England's code") << u"gb-eng.svg"_s << u"GB-ENG"_s;
    QTest::newRow("European Union") << u"EU-European_Union.svg"_s << u"EU"_s;
    QTest::newRow("Georgia") << u"Georgia.svg"_s << u"GE"_s;
}

void tst_FoundFlags::regionsAndOrganisationsAreRecognised()
{
    QFETCH(const QString, file);
    QFETCH(const QString, code);
    const QTemporaryDir folder;
    QVERIFY(someset::write(folder.filePath(file), "x"));

    const Manifest found = manifestOfFoundFlags(folder.path());

    QCOMPARE(found.flags.size(), 1);
    QCOMPARE(found.flags.first().code, code);
}

void tst_FoundFlags::listingCanBeCancelled()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 100; ++i)
        QVERIFY(someset::write(folder.filePath(u"%1.svg"_s.arg(i)), {}));
    int asked = 0;

    const QStringList files = filesOfSet(folder.path(), [&asked] { return ++asked > 10; });

    QCOMPARE(files.size(), 10);
    QCOMPARE(filesOfSet(folder.path(), [] { return false; }).size(), 100);
}

void tst_FoundFlags::readingCanBeStopped()
{
    const QTemporaryDir folder;
    QVERIFY(someset::write(folder.filePath(u"DE-Germany.svg"_s), "x"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(manifestOfFoundFlags(folder.path(), stop.get_token()).flags.isEmpty());
}

FLAGFETCH_TEST(tst_FoundFlags, Core)
#include "tst_foundflags.moc"
