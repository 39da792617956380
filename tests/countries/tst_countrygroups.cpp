#include "app/countries/catalogue.h"
#include "app/countries/countrygroups.h"
#include "app/countries/countrysearch.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Tests presets and the filters of queries.
class TestCountryGroups final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetTitlesAreTranslated();
    void membersAreWithoutTerritories();
    void presetsAreSortedAndHaveKnownCodes();
    void everyPairOfLettersIsComplete();
    void filtersSelectGroups_data();
    void filtersSelectGroups();
};

void TestCountryGroups::presetTitlesAreTranslated()
{
    const Catalogue catalogue(u"de"_s);
    QStringList titles;
    for (const Preset &preset : continentPresets(catalogue))
        titles.append(preset.title);
    QCOMPARE(titles,
        (QStringList{u"Afrika"_s, u"Amerika"_s, u"Antarktis"_s, u"Asien"_s, u"Europa"_s, u"Ozeanien"_s}));
    QCOMPARE(groupPresets(catalogue).size(), 4);
}

void TestCountryGroups::membersAreWithoutTerritories()
{
    QHash<QString, QStringList> members;
    for (const Preset &preset : memberPresets(Catalogue()))
        members.insert(preset.id, preset.codes);
    QCOMPARE(members.value(u"africa-un"_s).size(), 54);
    for (const char *territory : {"RE", "YT", "SH", "IO", "TF", "EH"})
        QVERIFY2(!members.value(u"africa-un"_s).contains(QLatin1StringView(territory)), territory);
    QVERIFY(!members.contains(u"antarctica-un"_s));
    QStringList all;
    for (const QStringList &codes : std::as_const(members))
        all += codes;
    all.sort();
    QCOMPARE(all, Catalogue().facts().groups.value(u"un"_s));
}

void TestCountryGroups::presetsAreSortedAndHaveKnownCodes()
{
    const QStringList twenty = twentyMostPopulous();
    QCOMPARE(twenty.size(), 20);
    QVERIFY(std::is_sorted(twenty.cbegin(), twenty.cend()));
    QCOMPARE(QSet<QString>(twenty.cbegin(), twenty.cend()).size(), 20);
    const Catalogue catalogue;
    for (const QString &code : twenty)
        QVERIFY2(catalogue.find(code), qPrintable(code));
}

void TestCountryGroups::everyPairOfLettersIsComplete()
{
    const QStringList pairs = everyPairOfLetters();
    QCOMPARE(pairs.size(), 676);
    QCOMPARE(pairs.first(), u"AA"_s);
    QCOMPARE(pairs.last(), u"ZZ"_s);
    QVERIFY(std::is_sorted(pairs.cbegin(), pairs.cend()));
    QCOMPARE(QSet<QString>(pairs.cbegin(), pairs.cend()).size(), 676);
}

void TestCountryGroups::filtersSelectGroups_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("count");
    QTest::newRow("un") << u"group:un"_s << 193;
    QTest::newRow("eu") << u"group:EU"_s << 27;
    QTest::newRow("all but") << u"-group:eu"_s << 250 - 27;
    QTest::newRow("all but one") << u"-germany"_s << 249;
    QTest::newRow("continent") << u"continent:Europe group:eu"_s << 26;
    QTest::newRow("region") << u"region:western-europe"_s << 9;
    QTest::newRow("antarctica") << u"continent:antarctica"_s << 1;
}

void TestCountryGroups::filtersSelectGroups()
{
    QFETCH(const QString, query);
    const Catalogue catalogue;
    const CountrySearch search(catalogue, ownNames(catalogue));
    const auto named = search.codesNamedBy(query);
    QVERIFY(named);
    QTEST(int(named->codes.size()), "count");
    QTEST(int(search.find(query).codes.size()), "count");
}

FLAGFETCH_TEST(TestCountryGroups, Core)

#include "tst_countrygroups.moc"
