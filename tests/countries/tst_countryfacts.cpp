#include "app/countries/catalogue.h"
#include "app/countries/namewords.h"
#include "tests/support/testprogram.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Checks the consistency of the hand-written resources/countries.json.
class TestCountryFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refersOnlyToKnownCodes();
    void groupsHaveExpectedMembers_data();
    void groupsHaveExpectedMembers();
    void aliasesAreUnique();
    void correctionsUseKnownPlaces();
    void everyCountryHasContinentAndRegion();

private:
    const Catalogue m_catalogue;
};

void TestCountryFacts::refersOnlyToKnownCodes()
{
    const CountryFacts &facts = m_catalogue.facts();
    QStringList members;
    for (const QStringList &group : facts.groups)
        members += group;
    const QStringList codes = QStringList(facts.corrections.keyBegin(), facts.corrections.keyEnd())
        + facts.shortNames + QStringList(facts.aliases.keyBegin(), facts.aliases.keyEnd()) + members;
    QVERIFY(codes.size() > 400);
    for (const QString &code : codes) {
        const auto country = m_catalogue.find(code);
        QVERIFY2(country && country->code == code, qPrintable(code));
    }
}

void TestCountryFacts::groupsHaveExpectedMembers_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("members");
    const QList<std::pair<QString, int>> sizes{{u"un"_s, 193}, {u"eu"_s, 27}, {u"g7"_s, 7}, {u"g20"_s, 19},
        {u"nato"_s, 32}, {u"asean"_s, 11}, {u"commonwealth"_s, 56}, {u"benelux"_s, 3}, {u"nordic"_s, 5},
        {u"baltic"_s, 3}, {u"twenty"_s, 20}};
    QCOMPARE(sizes.size(), m_catalogue.facts().groups.size());
    for (const auto &[group, members] : sizes)
        QTest::newRow(qPrintable(group)) << group << members;
}

void TestCountryFacts::groupsHaveExpectedMembers()
{
    QFETCH(const QString, group);
    const QStringList codes = m_catalogue.facts().groups.value(group);
    QTEST(int(codes.size()), "members");
    QVERIFY(std::is_sorted(codes.cbegin(), codes.cend()));
    QCOMPARE(QSet<QString>(codes.cbegin(), codes.cend()).size(), codes.size());
    QVERIFY(!codes.contains(u"EU"_s) && !codes.contains(u"UN"_s));
}

void TestCountryFacts::aliasesAreUnique()
{
    QHash<QString, QString> owners;
    const auto &aliases = m_catalogue.facts().aliases;
    for (auto entry = aliases.begin(); entry != aliases.end(); ++entry) {
        for (const QString &alias : entry.value()) {
            const QString folded = foldedText(alias);
            QVERIFY2(
                !folded.isEmpty() && owners.value(folded, entry.key()) == entry.key(), qPrintable(alias));
            owners.insert(folded, entry.key());
        }
    }
    for (const Country &country : m_catalogue.countries())
        QVERIFY2(
            owners.value(foldedText(country.name), country.code) == country.code, qPrintable(country.name));
}

void TestCountryFacts::correctionsUseKnownPlaces()
{
    const auto isOneOf = [](const QList<Place> &places, const QString &id) {
        return std::ranges::any_of(places, [&id](const Place &place) { return place.id == id; });
    };
    const CountryFacts &facts = m_catalogue.facts();
    QCOMPARE(facts.continents.size(), 6);
    for (const Correction &correction : facts.corrections) {
        QVERIFY2(isOneOf(facts.continents, correction.continent), qPrintable(correction.continent));
        QVERIFY2(isOneOf(facts.regions, correction.region), qPrintable(correction.region));
    }
}

void TestCountryFacts::everyCountryHasContinentAndRegion()
{
    QHash<QString, int> onContinent;
    QSet<QString> regions;
    QSet<int> numbers;
    for (const Country &country : m_catalogue.countries()) {
        QVERIFY2(!country.region.isEmpty(), qPrintable(country.code));
        ++onContinent[country.continent];
        regions.insert(country.region);
        numbers.insert(country.number);
    }
    QCOMPARE(numbers.size(), 250); // Kosovo's is 0
    QCOMPARE(regions.size(), m_catalogue.facts().regions.size());
    QCOMPARE(onContinent.size(), 6);
    QCOMPARE(onContinent.value(u"africa"_s), 60);
    QCOMPARE(onContinent.value(u"americas"_s), 57);
    QCOMPARE(onContinent.value(u"antarctica"_s), 1);
    QCOMPARE(onContinent.value(u"asia"_s), 51);
    QCOMPARE(onContinent.value(u"europe"_s), 52);
    QCOMPARE(onContinent.value(u"oceania"_s), 29);
}

FLAGFETCH_TEST(TestCountryFacts, Core)

#include "tst_countryfacts.moc"
