#include "app/countries/countrygroups.h"
#include "app/countries/namedcountries.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// Tests which indexes of names words and files need, and that codes mean the same with and without them.
class TestNamedCountries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesNoIndexForCodes_data();
    void makesNoIndexForCodes();
    void makesIndexesForNames_data();
    void makesIndexesForNames();
    void makesNoIndexForFilesOfCodes();
    void codesMeanTheSameWithAllNames_data();
    void codesMeanTheSameWithAllNames();

private:
    [[nodiscard]] static QStringList randomWords(
        const QStringList &codes, int most, QRandomGenerator &random);

    const Catalogue m_catalogue;
    int m_ownIndexes = 0;
    int m_allIndexes = 0;
    const NameIndexes m_counted{
        .own =
            [this](const Catalogue &catalogue) {
                ++m_ownIndexes;
                return ownNames(catalogue);
            },
        .all =
            [this](const Catalogue &catalogue) {
                ++m_allIndexes;
                return namesInAllLanguages(catalogue);
            },
    };
};

void TestNamedCountries::init()
{
    m_ownIndexes = 0;
    m_allIndexes = 0;
}

void TestNamedCountries::makesNoIndexForCodes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const QString &words, const QString &codes) {
        QTest::newRow(qPrintable(words)) << words.split(u' ') << codes.split(u' ');
    };
    row(u"CN"_s, u"CN"_s);
    row(u"US CN IN"_s, u"CN IN US"_s);
    row(u"us Cn iN"_s, u"CN IN US"_s);
    row(u"CHN ind 840"_s, u"CN IN US"_s);
    row(u"CN CHN cn CN"_s, u"CN"_s);
    row(u"CN,IN,US"_s, u"CN IN US"_s);
    row(u"AND FRA and ESP"_s, u"AD ES FR"_s);
    row(u"DE and FR"_s, u"DE FR"_s);
    row(u"AN DO"_s, u"AN DO"_s); // India in Vietnamese, but codes as well
    row(u"GB-SCT EU UK"_s, u"EU GB GB-SCT"_s);
    row(u"CN IN -CN"_s, u"IN"_s);
    row(u"group:benelux -NLD"_s, u"BE LU"_s);
    row(u"🇨🇳🇮🇳 us"_s, u"CN IN US"_s);
    const QStringList unknown{u"QQ"_s, u"ZY"_s, u"ZZ"_s};
    QTest::newRow("unknown codes") << unknown << unknown;
}

void TestNamedCountries::makesNoIndexForCodes()
{
    QFETCH(const QStringList, words);
    const auto named = countriesNamedBy(words, m_catalogue, m_counted);
    QVERIFY(named);
    QTEST(named->codes, "codes");
    QCOMPARE(m_ownIndexes, 0);
    QCOMPARE(m_allIndexes, 0);
}

void TestNamedCountries::makesIndexesForNames_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<int>("allIndexes");
    QTest::newRow("own name") << QStringList{u"germany"_s} << QStringList{u"DE"_s} << 0;
    QTest::newRow("code and own name")
        << QStringList{u"CN"_s, u"japan"_s} << QStringList{u"CN"_s, u"JP"_s} << 0;
    QTest::newRow("name with a comma") << QStringList{u"Korea, Republic of"_s} << QStringList{u"KR"_s} << 0;
    QTest::newRow("code and foreign name")
        << QStringList{u"CN"_s, u"Allemagne"_s} << QStringList{u"CN"_s, u"DE"_s} << 1;
    QTest::newRow("beginning of a name") << QStringList{u"germ"_s} << QStringList{u"DE"_s} << 1;
}

void TestNamedCountries::makesIndexesForNames()
{
    QFETCH(const QStringList, words);
    const auto named = countriesNamedBy(words, m_catalogue, m_counted);
    QVERIFY(named);
    QTEST(named->codes, "codes");
    QCOMPARE(m_ownIndexes, 1);
    QTEST(m_allIndexes, "allIndexes");
}

void TestNamedCountries::makesNoIndexForFilesOfCodes()
{
    const CountryText read = countriesInFile(u"CN\nIND\nus\n"_s, m_catalogue, m_counted);
    QCOMPARE(read.codes, (QStringList{u"CN"_s, u"IN"_s, u"US"_s}));
    QCOMPARE(m_ownIndexes, 0);

    QCOMPARE(
        countriesInFile(u"CN\nJapan\n"_s, m_catalogue, m_counted).codes, (QStringList{u"CN"_s, u"JP"_s}));
    QCOMPARE(m_ownIndexes, 1);
    QCOMPARE(m_allIndexes, 0);
}

/// Some of the codes in any case, some of them twice. Some exclude their country.
QStringList TestNamedCountries::randomWords(const QStringList &codes, int most, QRandomGenerator &random)
{
    QStringList words;
    for (int count = random.bounded(1, most + 1); count > 0; --count) {
        const QString &code = codes.at(random.bounded(codes.size()));
        const QString word = random.bounded(2) == 0 ? code : code.toLower();
        const bool excludes = !words.isEmpty() && random.bounded(10) == 0;
        words.append(excludes ? u'-' + word : word);
    }
    return words;
}

void TestNamedCountries::codesMeanTheSameWithAllNames_data()
{
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<int>("mostWords");
    constexpr int mostWords = 30;
    QStringList alpha2;
    QStringList alpha3;
    QStringList parts;
    QStringList letters;
    for (const Country &country : m_catalogue.countries()) {
        alpha2.append(country.code);
        alpha3.append(country.iso3);
    }
    for (const Country &extra : m_catalogue.extras())
        parts.append(extra.code);
    for (char16_t letter = u'A'; letter <= u'Z'; ++letter)
        letters.append(QString(QChar(letter)));
    QTest::newRow("alpha-2") << alpha2 << mostWords;
    QTest::newRow("alpha-3") << alpha3 << mostWords;
    QTest::newRow("alpha-2 and alpha-3") << alpha2 + alpha3 << mostWords;
    QTest::newRow("any two letters") << everyPairOfLetters() << mostWords;
    QTest::newRow("parts and organisations") << parts + alpha2 << mostWords;
    // Several letters can be a name: "U S".
    QTest::newRow("one letter") << letters << 1;
}

void TestNamedCountries::codesMeanTheSameWithAllNames()
{
    QFETCH(const QStringList, codes);
    QFETCH(const int, mostWords);
    static const CountrySearch search(m_catalogue, namesInAllLanguages(m_catalogue));
    QRandomGenerator random(20261127);
    for (int turn = 0; turn < 200; ++turn) {
        const QStringList words = randomWords(codes, mostWords, random);
        const auto fast = countriesNamedBy(words, m_catalogue, m_counted);
        const auto whole = search.codesNamedBy(search.queryOf(words));
        const QByteArray context = words.join(u' ').toUtf8();
        QCOMPARE(fast.has_value(), whole.has_value());
        if (!fast) // everything is excluded
            continue;
        QVERIFY2(fast->codes == whole->codes, context.constData());
        QVERIFY2(fast->individualCodes == whole->individualCodes, context.constData());
    }
}

FLAGFETCH_TEST(TestNamedCountries, Core)

#include "tst_namedcountries.moc"
