#include "app/countries/catalogue.h"
#include "app/countries/codeselection.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCodeSelection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsCodes_data();
    void acceptsCodes();
    void oneLetterIsItsTwentySixPairs();
    void namesTheFirstUnknownWord_data();
    void namesTheFirstUnknownWord();

private:
    const Catalogue m_catalogue;
};

void TestCodeSelection::acceptsCodes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("alpha-2") << QStringList{u"CN"_s} << QStringList{u"CN"_s};
    QTest::newRow("lower case") << QStringList{u"cn"_s} << QStringList{u"CN"_s};
    QTest::newRow("alpha-3") << QStringList{u"CHN"_s} << QStringList{u"CN"_s};
    QTest::newRow("a pair that no country has") << QStringList{u"xx"_s} << QStringList{u"XX"_s};
    QTest::newRow("sorted") << QStringList{u"US"_s, u"CN"_s, u"IN"_s}
                            << QStringList{u"CN"_s, u"IN"_s, u"US"_s};
    QTest::newRow("each once") << QStringList{u"CN"_s, u"CHN"_s, u"cn"_s} << QStringList{u"CN"_s};
}

void TestCodeSelection::acceptsCodes()
{
    QFETCH(QStringList, words);
    const auto selected = codesFromWords(words, m_catalogue);
    QVERIFY(std::holds_alternative<QStringList>(selected));
    QTEST(std::get<QStringList>(selected), "codes");
}

void TestCodeSelection::oneLetterIsItsTwentySixPairs()
{
    const auto selected = codesFromWords({u"b"_s, u"BR"_s}, m_catalogue);
    QVERIFY(std::holds_alternative<QStringList>(selected));
    const QStringList codes = std::get<QStringList>(selected);
    QCOMPARE(codes.size(), 26);
    QCOMPARE(codes.first(), u"BA"_s);
    QCOMPARE(codes.last(), u"BZ"_s);
}

void TestCodeSelection::namesTheFirstUnknownWord_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("unknown");
    QTest::newRow("empty") << QStringList{u""_s} << u""_s;
    QTest::newRow("digit") << QStringList{u"C1"_s} << u"C1"_s;
    QTest::newRow("alpha-3 of nobody") << QStringList{u"ZZZ"_s} << u"ZZZ"_s;
    QTest::newRow("a name") << QStringList{u"China"_s} << u"China"_s;
    QTest::newRow("as typed, behind good ones") << QStringList{u"CN"_s, u"zzz"_s, u"C1"_s} << u"zzz"_s;
    QTest::newRow("one letter that becomes two") << QStringList{u"ß"_s} << u"ß"_s;
    QTest::newRow("letters of another script") << QStringList{u"СN"_s} << u"СN"_s;
    QTest::newRow("not in the alphabet") << QStringList{u"Å"_s} << u"Å"_s;
    QTest::newRow("spaces") << QStringList{u" CN"_s} << u" CN"_s;
}

void TestCodeSelection::namesTheFirstUnknownWord()
{
    QFETCH(QStringList, words);
    const auto selected = codesFromWords(words, m_catalogue);
    QVERIFY(std::holds_alternative<UnknownCode>(selected));
    QTEST(std::get<UnknownCode>(selected).word, "unknown");
}

QTEST_GUILESS_MAIN(TestCodeSelection)

#include "tst_codeselection.moc"
