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
    void laterMatchesComeLast();
    void shownRowsStayUntilChosenAgain();
    void changesMoveNothing();
    void sortsByOrder_data();
    void sortsByOrder();
    void stateOrderIsOfItsChoice();
    void missingHasCountriesWithoutFile();
    void combinesTextAndCategory();
    void filtersByState();
    void staysConsistentDuringChanges();
    void indexOfAllLanguagesIsBuiltByFirstSearch();

private:
    [[nodiscard]] static QString shown(const FlagFilter &filter);
    [[nodiscard]] SearchMatches find(const QString &text) const { return m_search.find(text); }

    const Catalogue m_catalogue;
    const CountrySearch m_search{m_catalogue, ownNames(m_catalogue), searchStateValues()};
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

void TestFlagFilter::laterMatchesComeLast()
{
    FlagModel model(someCountries());
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setCategory(FlagCategory::Failed);
    QCOMPARE(filter.rowCount(), 0);
    for (const QString &code : {u"GB"_s, u"AX"_s, u"JP"_s})
        model.setState(code, FlagState::Failed);
    QCOMPARE(shown(filter), u"GB AX JP"_s);
    filter.refresh();
    QCOMPARE(shown(filter), u"AX JP GB"_s);
}

void TestFlagFilter::shownRowsStayUntilChosenAgain()
{
    FlagModel model(someCountries());
    model.setTicked({u"BR"_s, u"JP"_s, u"GB"_s});
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setCategory(FlagCategory::Ticked);
    model.setTicked({u"GB"_s, u"AX"_s});
    QCOMPARE(shown(filter), u"BR JP GB AX"_s);
    model.setTicked({u"BR"_s});
    QCOMPARE(shown(filter), u"BR JP GB AX"_s); // BR is ticked again where it was
    filter.setCategory(FlagCategory::Ticked);
    QCOMPARE(shown(filter), u"BR"_s);

    filter.setCategory(FlagCategory::All);
    filter.setSearch(find(u"state:ticked"_s));
    model.setTicked({u"JP"_s});
    QCOMPARE(shown(filter), u"BR JP"_s);
    filter.setSearch(find(u"state:ticked"_s));
    QCOMPARE(shown(filter), u"JP"_s);
}

void TestFlagFilter::changesMoveNothing()
{
    FlagModel model(someCountries());
    model.setTicked({u"BR"_s, u"JP"_s, u"GB"_s});
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setOrder(SortOrder::State);
    filter.setCategory(FlagCategory::Ticked);
    const QSignalSpy layouts(&filter, &QAbstractItemModel::layoutChanged);
    const QSignalSpy removals(&filter, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy insertions(&filter, &QAbstractItemModel::rowsInserted);
    FlagResult result;
    result.state = FlagState::Saved;
    for (const QString &code : {u"GB"_s, u"JP"_s}) {
        result.country.code = code;
        model.setState(code, FlagState::Downloading);
        model.setResult(result);
    }
    model.setTicked({});
    QCOMPARE(shown(filter), u"BR JP GB"_s);
    QVERIFY(layouts.isEmpty() && removals.isEmpty() && insertions.isEmpty());
}

void TestFlagFilter::sortsByOrder_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << SortOrder::Name << u"AX BR CI JP KR GB"_s;
    QTest::newRow("code") << SortOrder::Code << u"AX BR CI GB JP KR"_s;
    QTest::newRow("continent") << SortOrder::Continent << u"CI BR JP KR AX GB"_s;
    QTest::newRow("state") << SortOrder::State << u"KR JP BR AX CI GB"_s;
    QTest::newRow("arrival") << SortOrder::Arrival << u"KR BR AX CI JP GB"_s;
}

void TestFlagFilter::sortsByOrder()
{
    QFETCH(const SortOrder, order);
    const QHash<QString, QString> continents{{u"AX"_s, u"europe"_s}, {u"BR"_s, u"americas"_s},
        {u"CI"_s, u"africa"_s}, {u"JP"_s, u"asia"_s}, {u"KR"_s, u"asia"_s}};
    QList<Country> countries = someCountries();
    for (Country &country : countries)
        country.continent = continents.value(country.code); // unknown for GB
    FlagModel model(countries);
    FlagResult result;
    result.ended = SteadyTime::clock::now();
    for (const auto &[code, state] :
        {std::pair(u"BR"_s, FlagState::Saved), std::pair(u"KR"_s, FlagState::Failed)}) {
        result.country.code = code;
        result.state = state;
        *result.ended += std::chrono::seconds(1);
        model.setResult(result);
    }
    model.setState(u"JP"_s, FlagState::Downloading);
    FlagFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setOrder(order);
    QTEST(shown(filter), "expected");
    filter.setSearch(find(u"JP, KR"_s));
    QCOMPARE(
        shown(filter), order == SortOrder::State || order == SortOrder::Arrival ? u"KR JP"_s : u"JP KR"_s);
    QCOMPARE(sortOrderFromWord(sortOrderWord(order)), order);
}

// A state that changes later does not move its country.
void TestFlagFilter::stateOrderIsOfItsChoice()
{
    FlagModel model(someCountries());
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setOrder(SortOrder::State);
    model.setState(u"GB"_s, FlagState::Failed);
    QCOMPARE(shown(filter), u"AX BR CI JP KR GB"_s);
    filter.setOrder(SortOrder::State);
    QCOMPARE(shown(filter), u"GB AX BR CI JP KR"_s);
}

void TestFlagFilter::missingHasCountriesWithoutFile()
{
    QList<Country> countries = someCountries();
    countries.last().kind = CountryKind::Part;
    FlagModel model(countries);
    FlagResult result;
    for (const auto &[code, state] : {std::pair(u"BR"_s, FlagState::Saved),
             std::pair(u"CI"_s, FlagState::Unchanged), std::pair(u"JP"_s, FlagState::Failed)}) {
        result.country.code = code;
        result.state = state;
        model.setResult(result);
    }
    FlagFilter filter;
    filter.setSourceModel(&model);
    filter.setCategory(FlagCategory::Missing);
    QCOMPARE(shown(filter), u"AX JP KR"_s);
    QCOMPARE(model.counts().of(FlagCategory::Missing), 3);
    filter.setCategory(FlagCategory::All);
    filter.setSearch(find(u"state:missing -state:failed"_s));
    QCOMPARE(shown(filter), u"AX KR"_s);
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
    QCOMPARE(shown(filter), u"AX JP GB"_s); // setTicked() reports them together
    QVERIFY(filter.setData(filter.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    filter.refresh();
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
