#include "app/downloads/samepictures.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_SamePictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharedFlagIsNotReported_data();
    void sharedFlagIsNotReported();
    void placeholderIsReported();
    void flagsThatWereNotSavedDoNotCount();

private:
    static SamePictures pictureFor(
        const QStringList &codes, const QByteArray &hash, FlagState state = FlagState::Saved);
};

SamePictures tst_SamePictures::pictureFor(const QStringList &codes, const QByteArray &hash, FlagState state)
{
    SamePictures pictures;
    for (const QString &code : codes) {
        FlagResult result;
        result.state = state;
        result.country.code = code;
        result.sha256 = hash;
        pictures.count(result);
    }
    FlagResult other;
    other.state = FlagState::Saved;
    other.country.code = u"ZZ"_s;
    other.sha256 = "other";
    pictures.count(other);
    return pictures;
}

void tst_SamePictures::sharedFlagIsNotReported_data()
{
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("none") << QStringList();
    const QString french = u"FR BL CP GF GP MF MQ NC PM RE TF WF YT"_s;
    QTest::newRow("France and its territories") << french.split(u' ');
    QTest::newRow("two flags that look alike") << QStringList{u"ID"_s, u"PL"_s, u"MC"_s};
}

void tst_SamePictures::sharedFlagIsNotReported()
{
    QFETCH(QStringList, codes);
    QCOMPARE(pictureFor(codes, "hash").text(), QString());
}

void tst_SamePictures::placeholderIsReported()
{
    const QString three = pictureFor({u"JP"_s, u"DE"_s, u"FR"_s}, "hash").text();
    QVERIFY2(three.startsWith(u"3 countries have the same picture (DE FR, ...)"_s), qPrintable(three));
    const QString eight = pictureFor(u"AT BE CH DE ES FR GB HU"_s.split(u' '), "hash").text();
    QVERIFY2(
        eight.startsWith(u"8 countries have the same picture (AT BE CH DE ES, ...)"_s), qPrintable(eight));
}

void tst_SamePictures::flagsThatWereNotSavedDoNotCount()
{
    const QStringList codes{u"JP"_s, u"DE"_s, u"FR"_s};
    QCOMPARE(pictureFor(codes, "hash", FlagState::Failed).text(), QString());
    QCOMPARE(pictureFor(codes, {}).text(), QString());
}

FLAGFETCH_TEST(tst_SamePictures, Core)
#include "tst_samepictures.moc"
