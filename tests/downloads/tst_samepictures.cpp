#include "app/downloads/samepictures.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_SamePictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharedFlagIsNotReported();
    void placeholderIsReported();
    void flagsThatWereNotSavedDoNotCount();

private:
    static SamePictures pictureFor(int countries, const QByteArray &hash, FlagState state = FlagState::Saved);
};

SamePictures tst_SamePictures::pictureFor(int countries, const QByteArray &hash, FlagState state)
{
    SamePictures pictures;
    for (const Country &country : flagland::countries(countries)) {
        FlagResult result;
        result.state = state;
        result.country = country;
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

void tst_SamePictures::sharedFlagIsNotReported()
{
    QCOMPARE(SamePictures().text(), QString());
    QCOMPARE(pictureFor(int(SamePictures::mostWithOneFlag), "hash").text(), QString());
}

void tst_SamePictures::placeholderIsReported()
{
    const QString text = pictureFor(int(SamePictures::mostWithOneFlag) + 1, "hash").text();
    QVERIFY2(
        text.startsWith(u"14 countries have the same picture (AA AB AC AD AE, ...)"_s), qPrintable(text));
}

void tst_SamePictures::flagsThatWereNotSavedDoNotCount()
{
    QCOMPARE(pictureFor(50, "hash", FlagState::Failed).text(), QString());
    QCOMPARE(pictureFor(50, {}).text(), QString());
}

FLAGFETCH_TEST(tst_SamePictures, Core)
#include "tst_samepictures.moc"
