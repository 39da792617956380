#include "app/countries/catalogue.h"
#include "app/countries/presets.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryCountryOfIsoAndKosovo();
    void knowsNamesInBothLanguages_data();
    void knowsNamesInBothLanguages();
    void sortsAsTheLanguageDoes_data();
    void sortsAsTheLanguageDoes();
    void fallsBackToEnglish_data();
    void fallsBackToEnglish();
    void findsByEitherCodeInAnyCase_data();
    void findsByEitherCodeInAnyCase();
    void doesNotFindWhatNoCountryHas_data();
    void doesNotFindWhatNoCountryHas();
    void makesACountryOfAnUnknownCode();
    void isReadyQuickly();
    void presetsAreSortedAndKnown();
    void everyPairMeansAllOfThem();
};

namespace {

QStringList displayNames(const Catalogue &catalogue)
{
    QStringList names;
    for (const Country &country : catalogue.countries())
        names.append(country.displayName);
    return names;
}

} // namespace

void TestCatalogue::hasEveryCountryOfIsoAndKosovo()
{
    const Catalogue catalogue;
    QCOMPARE(catalogue.countries().size(), 250);

    QSet<QString> codes;
    for (const Country &country : catalogue.countries()) {
        codes.insert(country.code);
        QCOMPARE(country.code.size(), 2);
        QCOMPARE(country.iso3.size(), 3);
        QVERIFY2(country.name.size() > 2, qPrintable(country.code));
        QCOMPARE(country.displayName, country.name);
    }
    QCOMPARE(codes.size(), 250);
    QVERIFY(codes.contains(u"XK"_s));
    for (const QString &reserved : {u"DG"_s, u"EA"_s, u"IC"_s, u"EU"_s, u"ZZ"_s})
        QVERIFY2(!codes.contains(reserved), qPrintable(reserved));
}

void TestCatalogue::knowsNamesInBothLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("displayName");
    QTest::newRow("german") << u"de"_s << u"CN"_s << u"China"_s;
    QTest::newRow("german, umlaut") << u"de"_s << u"EG"_s << u"Ägypten"_s;
    QTest::newRow("region of a language") << u"de-AT"_s << u"FR"_s << u"Frankreich"_s;
    QTest::newRow("japanese") << u"ja"_s << u"JP"_s << u"日本"_s;
    QTest::newRow("script") << u"zh-Hant"_s << u"DE"_s << u"德國"_s;
}

void TestCatalogue::knowsNamesInBothLanguages()
{
    QFETCH(QString, language);
    QFETCH(QString, code);

    const auto country = Catalogue(language).find(code);
    QVERIFY(country);
    QTEST(country->displayName, "displayName");
    QCOMPARE(country->name, Catalogue().find(code)->name);
}

void TestCatalogue::sortsAsTheLanguageDoes_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("earlier");
    QTest::addColumn<QString>("later");
    QTest::newRow("english: accents do not count") << u"en"_s << u"AX"_s << u"AL"_s;
    QTest::newRow("english: Afghanistan before Åland") << u"en"_s << u"AF"_s << u"AX"_s;
    QTest::newRow("swedish: Å after Z") << u"sv"_s << u"ZW"_s << u"AX"_s;
    QTest::newRow("german: Ä as A") << u"de"_s << u"EG"_s << u"AL"_s;
    QTest::newRow("english: Côte d’Ivoire before Croatia") << u"en"_s << u"CI"_s << u"HR"_s;
}

void TestCatalogue::sortsAsTheLanguageDoes()
{
    QFETCH(QString, language);
    QFETCH(QString, earlier);
    QFETCH(QString, later);

    const Catalogue catalogue(language);
    const auto &countries = catalogue.countries();
    QVERIFY(countries.indexOf(*catalogue.find(earlier)) < countries.indexOf(*catalogue.find(later)));
}

void TestCatalogue::fallsBackToEnglish_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("empty") << QString();
    QTest::newRow("the C locale") << u"C"_s;
    QTest::newRow("not a tag") << u"no such language!"_s;
}

void TestCatalogue::fallsBackToEnglish()
{
    QFETCH(QString, language);
    QCOMPARE(displayNames(Catalogue(language)), displayNames(Catalogue()));
}

void TestCatalogue::findsByEitherCodeInAnyCase_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("alpha-2") << u"CN"_s << u"CN"_s;
    QTest::newRow("alpha-2, lower case") << u"cn"_s << u"CN"_s;
    QTest::newRow("alpha-3") << u"CHN"_s << u"CN"_s;
    QTest::newRow("alpha-3, mixed case") << u"dEu"_s << u"DE"_s;
    QTest::newRow("kosovo") << u"xk"_s << u"XK"_s;
}

void TestCatalogue::findsByEitherCodeInAnyCase()
{
    QFETCH(QString, typed);
    const auto country = Catalogue().find(typed);
    QVERIFY(country);
    QTEST(country->code, "code");
}

void TestCatalogue::doesNotFindWhatNoCountryHas_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed : {u""_s, u"C"_s, u"XX"_s, u"ZZZ"_s, u"China"_s, u" CN"_s})
        QTest::addRow("'%s'", qPrintable(typed)) << typed;
}

void TestCatalogue::doesNotFindWhatNoCountryHas()
{
    QFETCH(QString, typed);
    QVERIFY(!Catalogue().find(typed));
}

void TestCatalogue::makesACountryOfAnUnknownCode()
{
    const Catalogue catalogue;
    const Country unknown = catalogue.countryFor(u"xx"_s);
    QCOMPARE(unknown.code, u"XX"_s);
    QCOMPARE(unknown.displayName, u"XX"_s);
    QVERIFY(unknown.name.isEmpty());
    QVERIFY(unknown.iso3.isEmpty());

    QCOMPARE(catalogue.countryFor(u"chn"_s), *catalogue.find(u"CN"_s));
}

// The window waits for one at its start. About 2 ms are usual; the bound leaves room for sanitizers and a
// busy machine.
void TestCatalogue::isReadyQuickly()
{
    const Catalogue warm;
    QElapsedTimer timer;
    timer.start();
    const Catalogue catalogue(u"de"_s);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    qInfo("%.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

void TestCatalogue::presetsAreSortedAndKnown()
{
    const QStringList twenty = twentyMostPopulous();
    QCOMPARE(twenty.size(), 20);
    QVERIFY(std::is_sorted(twenty.cbegin(), twenty.cend()));
    QCOMPARE(QSet<QString>(twenty.cbegin(), twenty.cend()).size(), 20);
    const Catalogue catalogue;
    for (const QString &code : twenty)
        QVERIFY2(catalogue.find(code), qPrintable(code));
}

void TestCatalogue::everyPairMeansAllOfThem()
{
    const QStringList pairs = everyPairOfLetters();
    QCOMPARE(pairs.size(), 676);
    QCOMPARE(pairs.first(), u"AA"_s);
    QCOMPARE(pairs.last(), u"ZZ"_s);
    QVERIFY(std::is_sorted(pairs.cbegin(), pairs.cend()));
    QCOMPARE(QSet<QString>(pairs.cbegin(), pairs.cend()).size(), 676);
}

QTEST_GUILESS_MAIN(TestCatalogue)

#include "tst_catalogue.moc"
