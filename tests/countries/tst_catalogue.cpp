#include "app/countries/catalogue.h"
#include "app/countries/countrynames.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAllIsoCountriesAndKosovo();
    void hasNamesInEnglishAndUserLanguage_data();
    void hasNamesInEnglishAndUserLanguage();
    void sortsByCollationOfLanguage_data();
    void sortsByCollationOfLanguage();
    void fallsBackToEnglish_data();
    void fallsBackToEnglish();
    void findsByCodeCaseInsensitively_data();
    void findsByCodeCaseInsensitively();
    void findsNoUnknownCodes_data();
    void findsNoUnknownCodes();
    void countryForReturnsUnknownCodes();
    void listsCountriesQuickly();
    void hasNumbersContinentsAndRegions_data();
    void hasNumbersContinentsAndRegions();
    void extrasAreNotCountries();
    void recognisesFlagCodes_data();
    void recognisesFlagCodes();
    void namesCountriesInAnyLanguage_data();
    void namesCountriesInAnyLanguage();
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

void TestCatalogue::hasAllIsoCountriesAndKosovo()
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
    for (const QString &reserved : {u"DG"_s, u"EA"_s, u"IC"_s, u"EU"_s, u"UN"_s, u"ZZ"_s})
        QVERIFY2(!codes.contains(reserved), qPrintable(reserved));
}

void TestCatalogue::hasNamesInEnglishAndUserLanguage_data()
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

void TestCatalogue::hasNamesInEnglishAndUserLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, code);

    const auto country = Catalogue(language).find(code);
    QVERIFY(country);
    QTEST(country->displayName, "displayName");
    QCOMPARE(country->name, Catalogue().find(code)->name);
}

void TestCatalogue::sortsByCollationOfLanguage_data()
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

void TestCatalogue::sortsByCollationOfLanguage()
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

void TestCatalogue::findsByCodeCaseInsensitively_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("alpha-2") << u"CN"_s << u"CN"_s;
    QTest::newRow("alpha-2, lower case") << u"cn"_s << u"CN"_s;
    QTest::newRow("alpha-3") << u"CHN"_s << u"CN"_s;
    QTest::newRow("alpha-3, mixed case") << u"dEu"_s << u"DE"_s;
    QTest::newRow("kosovo") << u"xk"_s << u"XK"_s;
    QTest::newRow("number") << u"276"_s << u"DE"_s;
    QTest::newRow("number with zeros") << u"004"_s << u"AF"_s;
    QTest::newRow("extra") << u"eu"_s << u"EU"_s;
}

void TestCatalogue::findsByCodeCaseInsensitively()
{
    QFETCH(QString, typed);
    const auto country = Catalogue().find(typed);
    QVERIFY(country);
    QTEST(country->code, "code");
}

void TestCatalogue::findsNoUnknownCodes_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed :
        {u""_s, u"C"_s, u"XX"_s, u"ZZZ"_s, u"China"_s, u" CN"_s, u"000"_s, u"4"_s, u"983"_s})
        QTest::addRow("'%s'", qPrintable(typed)) << typed;
}

void TestCatalogue::findsNoUnknownCodes()
{
    QFETCH(QString, typed);
    QVERIFY(!Catalogue().find(typed));
}

void TestCatalogue::countryForReturnsUnknownCodes()
{
    const Catalogue catalogue;
    const Country unknown = catalogue.countryFor(u"xx"_s);
    QCOMPARE(unknown.code, u"XX"_s);
    QCOMPARE(unknown.displayName, u"XX"_s);
    QVERIFY(unknown.name.isEmpty());
    QVERIFY(unknown.iso3.isEmpty());

    QCOMPARE(catalogue.countryFor(u"chn"_s), *catalogue.find(u"CN"_s));
}

// The window lists all countries and extras at its start. Usually takes about 2 ms. The limit allows for
// sanitizers and a busy machine.
void TestCatalogue::listsCountriesQuickly()
{
    QVERIFY(!Catalogue(u"en"_s).extras().isEmpty()); // reads what all languages share
    QElapsedTimer timer;
    timer.start();
    const Catalogue catalogue(u"de"_s);
    QCOMPARE(catalogue.countries().size(), 250);
    QVERIFY(!catalogue.extras().isEmpty());
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    qInfo("%.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

void TestCatalogue::hasNumbersContinentsAndRegions_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("continent");
    QTest::addColumn<QString>("region");
    const auto row
        = [](const QString &code, const QString &number, const QString &continent, const QString &region) {
              QTest::newRow(qPrintable(code)) << code << number << continent << region;
          };
    row(u"DE"_s, u"276"_s, u"europe"_s, u"western-europe"_s);
    row(u"AF"_s, u"004"_s, u"asia"_s, u"southern-asia"_s);
    row(u"CN"_s, u"156"_s, u"asia"_s, u"eastern-asia"_s);
    row(u"MX"_s, u"484"_s, u"americas"_s, u"central-america"_s);
    row(u"CY"_s, u"196"_s, u"asia"_s, u"western-asia"_s);
    row(u"FM"_s, u"583"_s, u"oceania"_s, u"micronesia"_s);
    // In "Outlying Oceania" in some versions of CLDR, or without a number of the UN.
    row(u"AQ"_s, u"010"_s, u"antarctica"_s, u"antarctica"_s);
    row(u"BV"_s, u"074"_s, u"americas"_s, u"south-america"_s);
    row(u"CC"_s, u"166"_s, u"oceania"_s, u"australia-and-new-zealand"_s);
    row(u"CX"_s, u"162"_s, u"oceania"_s, u"australia-and-new-zealand"_s);
    row(u"GS"_s, u"239"_s, u"americas"_s, u"south-america"_s);
    row(u"HM"_s, u"334"_s, u"oceania"_s, u"australia-and-new-zealand"_s);
    row(u"IO"_s, u"086"_s, u"africa"_s, u"eastern-africa"_s);
    row(u"TF"_s, u"260"_s, u"africa"_s, u"eastern-africa"_s);
    row(u"UM"_s, u"581"_s, u"oceania"_s, u"micronesia"_s);
    row(u"XK"_s, QString(), u"europe"_s, u"southern-europe"_s);
}

void TestCatalogue::hasNumbersContinentsAndRegions()
{
    QFETCH(const QString, code);
    const auto country = Catalogue().find(code);
    QVERIFY(country);
    QTEST(numericCode(*country), "number");
    QTEST(country->continent, "continent");
    QTEST(country->region, "region");
}

void TestCatalogue::extrasAreNotCountries()
{
    const Catalogue catalogue(u"de"_s);
    QVERIFY(catalogue.extras().size() > 140);
    for (const Country &extra : catalogue.extras()) {
        QVERIFY2(extra.kind != CountryKind::Country && !extra.name.isEmpty(), qPrintable(extra.code));
        QCOMPARE(extra.kind == CountryKind::Part, !extra.parent.isEmpty());
        QVERIFY2(!SourceList::shippedIdsWith(extra.code).isEmpty(), qPrintable(extra.code));
        QCOMPARE(catalogue.find(extra.code.toLower()), extra);
    }
    QCOMPARE(catalogue.countryFor(u"eu"_s).displayName, u"Europäische Union"_s);
    QCOMPARE(catalogue.countryFor(u"un"_s).name, u"United Nations"_s);
    const Country scotland = catalogue.countryFor(u"gb-sct"_s);
    QCOMPARE(scotland.name, u"Scotland"_s);
    QCOMPARE(scotland.displayName, u"Schottland"_s);
    QCOMPARE(scotland.parent, u"GB"_s);
    QCOMPARE(scotland.continent, u"europe"_s);
    QCOMPARE(flagEmoji(scotland.code),
        QString::fromUtf8("\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2"
                          "\xF3\xA0\x81\xB3\xF3\xA0\x81\xA3\xF3\xA0\x81\xB4"
                          "\xF3\xA0\x81\xBF"));
    QCOMPARE(catalogue.countryFor(u"AC"_s).code, u"SH-AC"_s);
    QCOMPARE(catalogue.countryFor(u"US-PR"_s).code, u"PR"_s);
    QCOMPARE(Catalogue(u"zh"_s).countryFor(u"US-CA"_s).displayName, u"加利福尼亚"_s);
    QCOMPARE(Catalogue(u"de"_s).countryFor(u"IT-52"_s).displayName, u"Toskana"_s); // of iso-codes
}

// Files of sets and sources name codes, which become parts of paths.
void TestCatalogue::recognisesFlagCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCode");
    for (const QString &code :
        {u"DE"_s, u"DEU"_s, u"EU"_s, u"ASEAN"_s, u"GB-ENG"_s, u"US-CA"_s, u"IT-52"_s, u"FR-2"_s})
        QTest::addRow("'%s'", qPrintable(code)) << code << true;
    for (const QString &text :
        {u""_s, u"D"_s, u"de"_s, u"D1"_s, u"ABCDEF"_s, u"GB-"_s, u"-ENG"_s, u"GB-ENGL"_s, u"GB-eng"_s,
            u"GB-E-G"_s, u"GB--E"_s, u"DE\n"_s, u" DE"_s, u"../DE"_s, u"ÄÖ"_s, u"DE\0"_s})
        QTest::addRow("no code: '%s'", qPrintable(text)) << text << false;
}

void TestCatalogue::recognisesFlagCodes()
{
    QFETCH(const QString, text);
    QTEST(isFlagCode(text), "isCode");
}

void TestCatalogue::namesCountriesInAnyLanguage_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::newRow("chinese") << u"DE"_s << u"zh"_s << u"德国"_s;
    QTest::newRow("arabic") << u"EG"_s << u"ar"_s << u"مصر"_s;
    QTest::newRow("lower case code") << u"de"_s << u"fr"_s << u"Allemagne"_s;
    QTest::newRow("no such language") << u"DE"_s << u"no such!"_s << u"Germany"_s;
    QTest::newRow("a language without names") << u"DE"_s << u"tlh"_s << u"Germany"_s;
    QTest::newRow("unknown code") << u"XX"_s << u"en"_s << QString();
    QTest::newRow("no code") << u"unknown"_s << u"en"_s << QString();
    QTest::newRow("native") << u"DE"_s << QString() << u"Deutschland"_s;
    QTest::newRow("native, another script") << u"JP"_s << QString() << u"日本"_s;
    QTest::newRow("native, uninhabited") << u"BV"_s << QString() << u"Bouvet Island"_s;
}

void TestCatalogue::namesCountriesInAnyLanguage()
{
    QFETCH(const QString, code);
    QFETCH(const QString, language);
    QTEST(language.isEmpty() ? nativeName(code) : countryNameIn(code, language), "name");
}

FLAGFETCH_TEST(TestCatalogue, Core)

#include "tst_catalogue.moc"
