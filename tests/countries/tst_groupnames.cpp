#include "app/countries/catalogue.h"
#include "app/countries/groupnames.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Continents, regions and groups that people name in the search field.
class TestGroupNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsGroups_data();
    void findsGroups();
    void continentsComeBeforeRegions();
};

void TestGroupNames::findsGroups_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::newRow("continent") << u"en"_s << u"africa"_s << u"continent:africa"_s;
    QTest::newRow("any case, spaces") << u"en"_s << u" AFRICA "_s << u"continent:africa"_s;
    QTest::newRow("region") << u"en"_s << u"western europe"_s << u"region:western-europe"_s;
    QTest::newRow("region by its id") << u"en"_s << u"western-europe"_s << u"region:western-europe"_s;
    QTest::newRow("group by its id") << u"en"_s << u"eu"_s << u"group:eu"_s;
    QTest::newRow("group") << u"en"_s << u"European Union"_s << u"group:eu"_s;
    QTest::newRow("Chinese") << u"zh-CN"_s << u"非洲"_s << u"continent:africa"_s;
    QTest::newRow("Chinese region") << u"zh-CN"_s << u"西欧"_s << u"region:western-europe"_s;
    QTest::newRow("English in Chinese") << u"zh-CN"_s << u"Africa"_s << u"continent:africa"_s;
    QTest::newRow("country") << u"en"_s << u"japan"_s << QString();
    QTest::newRow("beginning") << u"en"_s << u"afr"_s << QString();
    QTest::newRow("filter") << u"en"_s << u"continent:africa"_s << QString();
    QTest::newRow("nothing") << u"en"_s << QString() << QString();
}

void TestGroupNames::findsGroups()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    const Catalogue catalogue(language);
    const auto group = GroupNames(catalogue).find(text);
    QTEST(group ? group->query : QString(), "query");
    QVERIFY(!group || group->countries > 0);
}

void TestGroupNames::continentsComeBeforeRegions()
{
    const Catalogue catalogue;
    const auto europe = GroupNames(catalogue).find(u"europe"_s);
    QVERIFY(europe.has_value());
    QCOMPARE(europe->kind, NamedGroup::Kind::Continent);
    QCOMPARE(europe->countries, 52);
}

FLAGFETCH_TEST(TestGroupNames, Core)
#include "tst_groupnames.moc"
