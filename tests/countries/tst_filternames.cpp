#include "app/countries/countrysearch.h"
#include "app/countries/filternames.h"
#include "app/countries/namedcountries.h"
#include "tests/support/testprogram.h"

#include <QHash>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

/// Translates the words of filters into Chinese.
class ChineseFilters final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        static const QHash<QString, QString> words{{u"continent"_s, u"大洲|洲"_s}, {u"region"_s, u"地区"_s},
            {u"group"_s, u"组织"_s}, {u"part-of"_s, u"所属"_s}, {u"state"_s, u"状态"_s},
            {u"European Union"_s, u"欧盟|欧洲联盟"_s}, {u"%1:%2"_s, u"%1：%2"_s}};
        return QLatin1StringView(context) == "FilterNames"_L1 ? words.value(QString::fromUtf8(text))
                                                              : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

namespace {

QStringList queriesOf(const QList<FilterValue> &values)
{
    QStringList queries;
    for (const FilterValue &value : values)
        queries.append(value.query());
    return queries;
}

} // namespace

/// Tests the keys and values of filters in English and in the language of the interface.
class TestFilterNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void chineseFiltersSelectTheSame_data();
    void chineseFiltersSelectTheSame();
    void englishIsAlwaysUnderstood_data();
    void englishIsAlwaysUnderstood();
    void chineseIsUnknownInEnglish();
    void placesAreFoundByName_data();
    void placesAreFoundByName();
    void continentIsProposed_data();
    void continentIsProposed();
    void fieldProposesContinent();
    void problemsListWordsOfTheLanguage();
    void statesHaveNames();
    void chineseNamesAreFoundInLatinLetters_data();
    void chineseNamesAreFoundInLatinLetters();

private:
    void speakChinese() { QVERIFY(QCoreApplication::installTranslator(&m_translator)); }
    [[nodiscard]] static QStringList codes(const QString &query, const Catalogue &catalogue)
    {
        const auto named = CountrySearch(catalogue, ownNames(catalogue)).codesNamedBy(query);
        return named ? named->codes : QStringList{named.error().advice};
    }

    ChineseFilters m_translator;
    const Catalogue m_english;
    const Catalogue m_chinese{u"zh-CN"_s};
};

void TestFilterNames::cleanup()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void TestFilterNames::chineseFiltersSelectTheSame_data()
{
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<QString>("english");
    QTest::newRow("key and value") << u"大洲:非洲"_s << u"continent:africa"_s;
    QTest::newRow("wide colon") << u"大洲：非洲"_s << u"continent:africa"_s;
    QTest::newRow("other key") << u"洲:非洲"_s << u"continent:africa"_s;
    QTest::newRow("English key") << u"continent:非洲"_s << u"continent:africa"_s;
    QTest::newRow("English value") << u"大洲:africa"_s << u"continent:africa"_s;
    QTest::newRow("region") << u"地区:西欧"_s << u"region:western-europe"_s;
    QTest::newRow("group") << u"组织:欧盟"_s << u"group:eu"_s;
    QTest::newRow("other name of a group") << u"组织:欧洲联盟"_s << u"group:eu"_s;
    QTest::newRow("beginning") << u"大洲:欧"_s << u"continent:europe"_s;
    QTest::newRow("parts") << u"所属:英国"_s << u"part-of:GB"_s;
    QTest::newRow("excluded") << u"组织:欧盟 -地区:西欧"_s << u"group:eu -region:western-europe"_s;
    QTest::newRow("two of a kind") << u"大洲:非洲 continent:europe"_s
                                   << u"continent:africa continent:europe"_s;
}

void TestFilterNames::chineseFiltersSelectTheSame()
{
    QFETCH(const QString, chinese);
    QFETCH(const QString, english);
    const QStringList expected = codes(english, m_english);
    QVERIFY(expected.size() > 1);
    speakChinese();
    QCOMPARE(codes(chinese, m_chinese), expected);
    const CountrySearch search(m_chinese, ownNames(m_chinese));
    QStringList found = search.find(chinese).codes;
    found.sort();
    QCOMPARE(found, expected);
}

void TestFilterNames::englishIsAlwaysUnderstood_data()
{
    QTest::addColumn<QString>("query");
    for (const QString &query : {u"continent:africa"_s, u"region:western-europe"_s,
             u"region:southeast-asia"_s, u"group:eu"_s, u"group:European-Union"_s, u"part-of:GB"_s})
        QTest::newRow(qPrintable(query)) << query;
}

void TestFilterNames::englishIsAlwaysUnderstood()
{
    QFETCH(const QString, query);
    const QStringList expected = codes(query, m_english);
    QVERIFY(expected.size() > 1);
    speakChinese();
    QCOMPARE(codes(query, m_chinese), expected);
}

void TestFilterNames::chineseIsUnknownInEnglish()
{
    QVERIFY(codes(u"大洲:非洲"_s, m_english).first().contains("no such filter"_L1));
    QVERIFY(codes(u"continent:非洲"_s, m_english).first().contains("no such continent"_L1));
}

void TestFilterNames::placesAreFoundByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QStringList>("queries");
    QTest::newRow("continent") << u"Africa"_s << false << QStringList{u"continent:africa"_s};
    QTest::newRow("region") << u"western Europe"_s << false << QStringList{u"region:western-europe"_s};
    QTest::newRow("group") << u"nordic"_s << false << QStringList{u"group:nordic"_s};
    QTest::newRow("name of a group") << u"Nordic countries"_s << false << QStringList{u"group:nordic"_s};
    QTest::newRow("both") << u"antarctica"_s << false
                          << QStringList{u"continent:antarctica"_s, u"region:antarctica"_s};
    QTest::newRow("any case, spaces") << u" AFRICA "_s << false << QStringList{u"continent:africa"_s};
    QTest::newRow("id of a region") << u"western-europe"_s << false
                                    << QStringList{u"region:western-europe"_s};
    QTest::newRow("id of a group") << u"eu"_s << false << QStringList{u"group:eu"_s};
    QTest::newRow("filter") << u"continent:africa"_s << false << QStringList();
    QTest::newRow("beginning") << u"Afri"_s << false << QStringList();
    QTest::newRow("country") << u"France"_s << false << QStringList();
    QTest::newRow("nothing") << u"-"_s << false << QStringList();
    QTest::newRow("Chinese continent") << u"非洲"_s << true << QStringList{u"大洲：非洲"_s};
    QTest::newRow("Chinese region") << u"西欧"_s << true << QStringList{u"地区：西欧"_s};
    QTest::newRow("Chinese group") << u"欧洲联盟"_s << true << QStringList{u"组织：欧盟"_s};
    QTest::newRow("English in Chinese") << u"africa"_s << true << QStringList{u"大洲：非洲"_s};
}

void TestFilterNames::placesAreFoundByName()
{
    QFETCH(const QString, name);
    QFETCH(const bool, chinese);
    if (chinese)
        speakChinese();
    QTEST(queriesOf(filtersNamed(name, chinese ? m_chinese : m_english)), "queries");
}

void TestFilterNames::continentIsProposed_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("continent") << u"africa"_s << false << u"africa"_s << u"continent:africa"_s;
    QTest::newRow("after a name") << u"FR Europe"_s << false << u"Europe"_s << u"continent:europe"_s;
    QTest::newRow("two words") << u"western europe JP"_s << false << u"western europe"_s
                               << u"region:western-europe"_s;
    QTest::newRow("Chinese") << u"非洲"_s << true << u"非洲"_s << u"大洲：非洲"_s;
    QTest::newRow("Chinese region") << u"西欧"_s << true << u"西欧"_s << u"地区：西欧"_s;
}

void TestFilterNames::continentIsProposed()
{
    QFETCH(const QString, query);
    QFETCH(const bool, chinese);
    QFETCH(const QString, nearest);
    if (chinese)
        speakChinese();
    const auto named = countriesNamedBy(query.split(u' '), chinese ? m_chinese : m_english);
    QVERIFY(!named);
    QTEST(named.error().word, "word");
    QCOMPARE(named.error().nearest, nearest);
    QVERIFY2(named.error().advice.contains(nearest), qPrintable(named.error().advice));
}

void TestFilterNames::fieldProposesContinent()
{
    speakChinese();
    const CountrySearch search(m_chinese, namesInAllLanguages(m_chinese));
    const SearchMatches matches = search.find(u"亚洲"_s);
    QVERIFY(matches.codes.isEmpty());
    QVERIFY(matches.problem);
    QCOMPARE(matches.problem->nearest, u"大洲：亚洲"_s);
    QVERIFY(search.find(matches.problem->nearest).codes.contains(u"CN"_s));
}

void TestFilterNames::problemsListWordsOfTheLanguage()
{
    speakChinese();
    QVERIFY(codes(u"颜色:红"_s, m_chinese).first().contains(u"大洲：, 地区：, 组织：, 所属："_s));
    QVERIFY(codes(u"大洲:红"_s, m_chinese).first().contains(u"非洲, 美洲"_s));
    QVERIFY(codes(u"状态:失败"_s, m_chinese).first().contains("window"_L1));
}

void TestFilterNames::statesHaveNames()
{
    speakChinese();
    const CountrySearch search(m_chinese, ownNames(m_chinese),
        {{u"state"_s, u"failed"_s, {u"失败"_s}}, {u"state"_s, u"saved"_s, {u"已保存"_s}}});
    QCOMPARE(search.find(u"状态:失败"_s).states, QStringList{u"failed"_s});
    QCOMPARE(search.find(u"-状态：已保存"_s).excludedStates, QStringList{u"saved"_s});
    QCOMPARE(search.find(u"state:failed"_s).states, QStringList{u"failed"_s});
    const SearchMatches unknown = search.find(u"状态:丢失"_s);
    QVERIFY(unknown.problem && unknown.problem->advice.contains(u"失败, 已保存"_s));
}

void TestFilterNames::chineseNamesAreFoundInLatinLetters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    QTest::newRow("region") << u"yinggelan"_s << u"GB-ENG"_s;
    QTest::newRow("with spaces") << u"ying ge lan"_s << u"GB-ENG"_s;
    QTest::newRow("country") << u"deguo"_s << u"DE"_s;
    QTest::newRow("beginning") << u"sugel"_s << u"GB-SCT"_s;
}

void TestFilterNames::chineseNamesAreFoundInLatinLetters()
{
    QFETCH(const QString, query);
    const CountrySearch search(m_chinese, namesInAllLanguages(m_chinese));
    QTEST(search.find(query).codes.value(0), "code");
    const auto named = search.codesNamedBy(query);
    QVERIFY(named);
    QTEST(named->codes.value(0), "code");
}

FLAGFETCH_TEST(TestFilterNames, Core)

#include "tst_filternames.moc"
