#include "app/countries/countrysearch.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Tests the problems that queries report.
class TestQueryProblems final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reportsUnknownWord_data();
    void reportsUnknownWord();
    void statesWorkOnlyInSearchField();

private:
    [[nodiscard]] QueryProblem problemOf(const QString &query) const;

    const Catalogue m_catalogue;
    std::optional<CountrySearch> m_search;
};

void TestQueryProblems::initTestCase()
{
    m_search.emplace(m_catalogue, namesInAllLanguages(m_catalogue),
        QList<FilterValue>{{u"state"_s, u"failed"_s}, {u"state"_s, u"saved"_s}, {u"state"_s, u"ticked"_s}});
}

QueryProblem TestQueryProblems::problemOf(const QString &query) const
{
    const auto codes = m_search->codesNamedBy(query);
    return codes ? QueryProblem{} : codes.error();
}

void TestQueryProblems::reportsUnknownWord_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("advice");
    QTest::newRow("misspelled") << u"FR grmany"_s << u"grmany"_s << 3 << u"did you mean Germany?"_s;
    QTest::newRow("swapped") << u"untied kingdom"_s << u"untied"_s << 0 << u"did you mean United Kingdom?"_s;
    QTest::newRow("foreign") << u"Deutchland"_s << u"Deutchland"_s << 0 << u"did you mean Germany?"_s;
    QTest::newRow("parts of a country without parts")
        << u"part-of:FJ"_s << u"part-of:FJ"_s << 0 << u"there is no such part-of"_s;
    QTest::newRow("several") << u"austr"_s << u"austr"_s << 0 << u"did you mean Australia, Austria"_s;
    QTest::newRow("nothing near") << u"CN Narniaria"_s << u"Narniaria"_s << 3 << u"write a name"_s;
    QTest::newRow("a digit") << u"C1"_s << u"C1"_s << 0 << u"a code such as"_s;
    QTest::newRow("unknown alpha-3") << u"ZZZ"_s << u"ZZZ"_s << 0 << u"a code such as"_s;
    QTest::newRow("letter of another alphabet") << u"ß"_s << u"ß"_s << 0 << u"a code such as"_s;
    QTest::newRow("empty quotes") << u"\"\""_s << QString() << 0 << u"write a name"_s;
    QTest::newRow("a minus alone") << u"FR -"_s << u"-"_s << 3 << u"write a name"_s;
    QTest::newRow("region") << u"region:xyz"_s << u"region:xyz"_s << 0 << u"western-europe"_s;
    QTest::newRow("continent") << u"FR, continent:"_s << u"continent:"_s << 4 << u"africa, americas"_s;
    QTest::newRow("group") << u"group:xyz"_s << u"group:xyz"_s << 0 << u"g20"_s;
    QTest::newRow("filter") << u"colour:red"_s << u"colour:red"_s << 0 << u"continent:, region:, group:"_s;
    QTest::newRow("without what") << u"group:eu -grmany"_s << u"grmany"_s << 9 << u"did you mean Germany?"_s;
    QTest::newRow("left out") << u"continent:africa FR"_s << u"FR"_s << 17 << u"comma"_s;
    QTest::newRow("contradicting filters")
        << u"continent:africa group:eu"_s << u"group:eu"_s << 17 << u"comma"_s;
}

void TestQueryProblems::reportsUnknownWord()
{
    QFETCH(const QString, query);
    QFETCH(const QString, advice);
    const QueryProblem problem = problemOf(query);
    QTEST(problem.word, "word");
    QTEST(int(problem.position), "position");
    QVERIFY2(problem.advice.contains(advice), qPrintable(problem.advice));
}

void TestQueryProblems::statesWorkOnlyInSearchField()
{
    QVERIFY(problemOf(u"state:failed"_s).advice.contains("window"_L1));

    const SearchMatches matches = m_search->find(u"continent:africa state:failed -state:ticked"_s);
    QCOMPARE(matches.states, QStringList{u"failed"_s});
    QCOMPARE(matches.excludedStates, QStringList{u"ticked"_s});
    QVERIFY(matches.codes.contains(u"EG"_s));
    QVERIFY(!matches.codes.contains(u"DE"_s));
    QCOMPARE(m_search->find(u"state:fail"_s).codes.size(), 250);
    const SearchMatches unknown = m_search->find(u"state:lost"_s);
    QVERIFY(unknown.problem && unknown.problem->advice.contains("failed, saved, ticked"_L1));
}

FLAGFETCH_TEST(TestQueryProblems, Core)

#include "tst_queryproblems.moc"
