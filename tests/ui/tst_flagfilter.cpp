#include "tests/support/testprogram.h"
#include "tests/ui/somecountries.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagsearch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFlagFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByNameAndCode_data();
    void findsByNameAndCode();
    void showsOneCategory();
    void followsModelChanges();
    void combinesTextAndCategory();
    void filtersByState();
    void staysConsistentDuringChanges();
    void indexOfAllLanguagesIsBuiltByFirstSearch();

private:
    [[nodiscard]] static QString shown(const FlagFilter &filter);
    [[nodiscard]] SearchMatches find(const QString &text) const { return m_search.find(text); }

    const Catalogue m_catalogue;
    const CountrySearch m_search{m_catalogue, ownNames(m_catalogue), searchStates()};
};

QString TestFlagFilter::shown(const FlagFilter &filter)
{
    QStringList codes;
    for (int row = 0; row < filter.rowCount(); ++row)
        codes.append(filter.index(row, 0).data(FlagModel::CodeRole).toString());
    return codes.join(u' ');
}

void TestFlagFilter::findsByNameAndCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing typed") << QString() << u"AX BR CI JP KR GB"_s;
    QTest::newRow("only spaces") << u"  "_s << u"AX BR CI JP KR GB"_s;
    QTest::newRow("part of a name") << u"apa"_s << u"JP"_s;
    QTest::newRow("any case") << u"bRAZ"_s << u"BR"_s;
    QTest::newRow("without accents") << u"cote"_s << u"CI"_s;
    QTest::newRow("with accents") << u"CÔTE"_s << u"CI"_s;
    QTest::newRow("accent where the name has none") << u"Jápan"_s << u"JP"_s;
    QTest::newRow("ring") << u"aland"_s << u"AX"_s;
    QTest::newRow("straight apostrophe") << u"d'iv"_s << u"CI"_s;
    QTest::newRow("alpha-2") << u"kr"_s << u"KR"_s;
    QTest::newRow("alpha-3") << u"gbr"_s << u"GB"_s;
    QTest::newRow("code only from its beginning") << u"pn"_s << QString();
    QTest::newRow("words in any order") << u"korea south"_s << u"KR"_s;
    QTest::newRow("no name has both words") << u"south japan"_s << u"KR JP"_s;
    QTest::newRow("nothing") << u"xyz"_s << QString();
    QTest::newRow("best first") << u"UK, japan, BR"_s << u"GB JP BR"_s;
    QTest::newRow("filter") << u"continent:asia"_s << u"JP KR"_s;
    QTest::newRow("left out") << u"-continent:asia"_s << u"AX BR CI GB"_s;
}

void TestFlagFilter::findsByNameAndCode()
{
    QFETCH(QString, text);
    FlagModel model(someCountries());
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setSearch(find(text));
    QTEST(shown(filter), "expected");
    QCOMPARE(filter.isActive(), !text.trimmed().isEmpty());
    filter.setSearch({});
    QCOMPARE(filter.rowCount(), model.rowCount());
}

void TestFlagFilter::showsOneCategory()
{
    FlagModel model(someCountries());
    model.setTicked({u"JP"_s, u"BR"_s});
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setCategory(FlagCategory::Ticked);
    QCOMPARE(shown(filter), u"BR JP"_s);
    QVERIFY(filter.isActive());
    filter.setCategory(FlagCategory::All);
    QCOMPARE(filter.rowCount(), 6);
    QVERIFY(!filter.isActive());
}

void TestFlagFilter::followsModelChanges()
{
    FlagModel model(someCountries());
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setCategory(FlagCategory::Failed);
    QCOMPARE(filter.rowCount(), 0);
    model.setState(u"GB"_s, FlagState::Failed);
    QCOMPARE(shown(filter), u"GB"_s);
    model.setState(u"GB"_s, FlagState::Waiting);
    QCOMPARE(filter.rowCount(), 0);
}

void TestFlagFilter::combinesTextAndCategory()
{
    FlagModel model(someCountries());
    model.setTicked({u"JP"_s, u"BR"_s});
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setCategory(FlagCategory::Ticked);
    filter.setSearch(find(u"b"_s));
    QCOMPARE(shown(filter), u"BR"_s);
}

void TestFlagFilter::filtersByState()
{
    FlagModel model(someCountries());
    model.setTicked({u"JP"_s, u"BR"_s, u"GB"_s});
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setSearch(find(u"state:failed"_s));
    QCOMPARE(shown(filter), QString());
    QVERIFY(filter.isActive());
    model.setState(u"GB"_s, FlagState::Failed);
    QCOMPARE(shown(filter), u"GB"_s);
    filter.setSearch(find(u"state:ticked -state:failed"_s));
    QCOMPARE(shown(filter), u"BR JP"_s);
    filter.setSearch(find(u"continent:asia state:ticked"_s));
    QCOMPARE(shown(filter), u"JP"_s);
}

void TestFlagFilter::staysConsistentDuringChanges()
{
    FlagModel model(someCountries());
    FlagFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setCategory(FlagCategory::Ticked);
    model.setTicked({u"JP"_s, u"GB"_s, u"AX"_s});
    QVERIFY(filter.setData(filter.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(shown(filter), u"AX GB"_s);
    filter.setSearch(find(u"united"_s));
    model.setTicked({u"GB"_s, u"BR"_s});
    filter.setCategory(FlagCategory::All);
    filter.setSearch({});
    QCOMPARE(filter.rowCount(), 6);
}

// Searching costs nothing before the first key.
void TestFlagFilter::indexOfAllLanguagesIsBuiltByFirstSearch()
{
    CountryFinder finder{Catalogue()};
    QSignalSpy improved(&finder, &CountryFinder::improved);
    QVERIFY(!improved.wait(100));
    QVERIFY(finder.allNames().isEmpty());
    QVERIFY(finder.find(u"Japan"_s).codes.contains(u"JP"_s));
    QTRY_COMPARE_WITH_TIMEOUT(improved.count(), 1, 30'000);
    QVERIFY(finder.find(u"Japonsko"_s).codes.contains(u"JP"_s));
}

FLAGFETCH_TEST(TestFlagFilter, Widgets)
#include "tst_flagfilter.moc"
