#include "app/countries/countrytext.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCountryText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTypicalTexts_data();
    void readsTypicalTexts();
    void choosesColumns_data();
    void choosesColumns();
    void readsChosenColumn();
    void readsOneMebibyteWithinTimeLimit_data();
    void readsOneMebibyteWithinTimeLimit();

private:
    const Catalogue m_catalogue;
    const NameIndex m_names = namesInAllLanguages(m_catalogue);
};

void TestCountryText::readsTypicalTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<QString>("unknown");
    QTest::addColumn<QString>("ignored");
    const auto row
        = [](const char *name, const QString &text, const QString &codes, const QString &unknown = {},
              const QString &ignored = {}) { QTest::newRow(name) << text << codes << unknown << ignored; };
    row("nothing", {}, {});
    row("spaces", u" \n\t\n"_s, {});
    row("list", u"France, Germany, Narnia"_s, u"FR DE"_s, u"Narnia"_s);
    row("each once", u"FR, France, fr, XYZZY, XYZZY"_s, u"FR"_s, u"XYZZY"_s);
    row("lines", u"Brazil\nCôte d'Ivoire\r\nUnited Kingdom\n"_s, u"BR CI GB"_s);
    row("bullets", u"- Brazil\n* Japan\n1. United States\n2) UK\n"_s, u"BR JP US GB"_s);
    row("codes", u"de fr it"_s, u"DE FR IT"_s);
    row("one code on each line", u"de\nin\nto\n"_s, u"DE IN TO"_s);
    row("alpha-3", u"DEU;FRA;ITA"_s, u"DE FR IT"_s);
    row("numbers", u"276, 250, 004"_s, u"DE FR AF"_s);
    row("emoji", u"🇩🇪🇫🇷 🇯🇵"_s, u"DE FR JP"_s);
    row("emoji in words", u"We went to 🇮🇹!"_s, u"IT"_s, {}, u"We,went,to"_s);
    row("emoji beside a name", u"Brazil 🇯🇵, 🇮🇹 Italy"_s, u"BR JP IT"_s);
    row("emoji of a part", u"🏴󠁧󠁢󠁥󠁮󠁧󠁿, 🇩🇪, 🇫🇷"_s, u"GB-ENG DE FR"_s);
    row("extras", u"EU, UN"_s, u"EU UN"_s);
    row("any language", u"德国, Франция, مصر, España"_s, u"DE FR EG ES"_s);
    row("sentence", u"In 2020 I went to South Korea and Japan."_s, u"KR JP"_s, {}, u"In,I,went,to,and"_s);
    row("brackets and full stops", u"Offices (US, Atlantis). Then [IT]!"_s, u"US IT"_s, {},
        u"Offices,Atlantis,Then"_s);
    row("codes in a sentence are in capitals", u"offices in US and IT"_s, u"US IT"_s, {},
        u"offices,in,and"_s);
    row("one letter is no country", u"B, FR, IT"_s, u"FR IT"_s, u"B"_s);
    row("no beginnings", u"Germ, Ital"_s, {}, u"Germ,Ital"_s);
    row("web address", u"https://example.org/DE, FR, IT"_s, u"FR IT"_s, u"https://example.org/DE"_s);

    row("a name with a comma", u"Korea, Republic of\nCongo, Dem. Rep.\nFrance\n"_s, u"KR CD FR"_s);
    row("names with commas in a line", u"France, Korea, Republic of, Sudan, South, Japan"_s,
        u"FR KR SS JP"_s);
    row("an adjective that makes no name", u"Ireland, Southern, France"_s, u"FR"_s, u"Ireland, Southern"_s);
    row("a second half that is unknown", u"Korea, Something"_s, {}, u"Korea, Something"_s);
    row("a first half that is unknown", u"Something, U.S."_s, {}, u"Something, U.S."_s);
    row("another country in brackets", u"Germany (France)\nDE (Germany)\n"_s, u"DE"_s, u"Germany (France)"_s);
    row("every word counts", u"Old Mexico\nEast Germany\nNew Zealand\n"_s, u"NZ"_s,
        u"Old Mexico,East Germany"_s);
    row("part of a country", u"England\nFrance\n"_s, u"GB-ENG FR"_s);
    row("longer names in a sentence", u"We went to Old Mexico, Mexico City and to Ghana."_s, u"GH"_s, {},
        u"We,went,to,Old,Mexico,City,and"_s);
    row("small letters in a sentence", u"they sold turkey in Turkey."_s, u"TR"_s, {},
        u"they,sold,turkey,in"_s);
    row("a state beside its code", u"GA Georgia\nDE Germany\n"_s, u"DE"_s, u"GA Georgia"_s);
    row("name and number", u"Germany 83\nFrance 276\n"_s, u"DE FR"_s);
    row("heading of a list", u"Country\nFrance\nPeru\n"_s, u"FR PE"_s);
    row("comment and heading", u"# trip\nAfrica:\n- Ghana\n"_s, u"GH"_s);
    row("table with a head", u"name,capital,people\nGermany,Berlin,83\nFrance,Paris,276\n"_s, u"DE FR"_s);
    row("semicolons and quotes", u"id;land\n1;\"Korea, South\"\n2;Brasilien\n"_s, u"KR BR"_s);
    row("tabs", u"de\tGermany\nfr\tFrance\n"_s, u"DE FR"_s);
    row("names before languages", u"language,country\nen,India\nes,Mexico\n"_s, u"IN MX"_s);
    row("codes before numbers", u"code,people\nDE,276\nFR,250\nUS,004\n"_s, u"DE FR US"_s);
    row("only numbers", u"iso;x\n276;foo\n250;bar\n"_s, u"DE FR"_s);
    row("two columns of countries", u"Germany,France\nItaly,Spain\n"_s, u"DE FR IT ES"_s);
    row("a cell that is not understood", u"country,x\nGermany,1\nNarnia,2\nJapan,3\n"_s, u"DE JP"_s,
        u"Narnia"_s);
    row("empty cells", u"country,x\nGermany,1\n,2\nJapan,3\n"_s, u"DE JP"_s);
    row("no table of countries", u"a,b\nc,d\n"_s, {}, u"a,b,c,d"_s);
}

void TestCountryText::readsTypicalTexts()
{
    QFETCH(const QString, text);
    const CountryText read = countriesInText(text, m_catalogue, m_names);
    QTEST(read.codes.join(u' '), "codes");
    QTEST(read.unknown.join(u','), "unknown");
    QTEST(read.ignored.join(u','), "ignored");
}

void TestCountryText::choosesColumns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("offered");
    const auto row
        = [](const char *name, const QString &text, const QString &codes, const QString &chosen,
              const QString &offered = {}) { QTest::newRow(name) << text << codes << chosen << offered; };
    row("a heading that speaks", u"x,Continent,Country\n1,AF,Kenya\n2,NA,Mexico\n3,AS,Narnia\n"_s, u"KE MX"_s,
        u"column 3, Country: 2 of 3 rows"_s);
    row("of other languages", u"国家;x\n法国;AF\n德国;NA\n"_s, u"FR DE"_s, u"column 1, 国家: 2 of 2 rows"_s);
    row("numbers without zeros", u"m49,x\n4,a\n276,b\n8,c\n"_s, u"AF DE AL"_s,
        u"column 1, m49: 3 of 3 rows"_s);
    row("numbers of rows", u"country id,country\n4,France\n8,Peru\n"_s, u"FR PE"_s,
        u"column 2, country: 2 of 2 rows"_s);
    row("bars of Markdown", u"| Land | BIP |\n|---|---|\n| Peru | 1 |\n| Chile | 2 |\n"_s, u"PE CL"_s,
        u"column 1, Land: 2 of 2 rows"_s);
    row("code and name agree", u"name,code,EU\nAustria,AT,EU\nNarnia,XN,\nPeru,PE,\n"_s, u"AT PE"_s,
        u"column 1, name: 2 of 3 rows"_s);
    row("two columns of countries", u"origin country,destination country\nFrance,Peru\nChile,Ghana\n"_s,
        u"FR PE CL GH"_s,
        u"column 1, origin country: 2 of 2 rows; column 2, destination country: 2 of 2 rows"_s);
    row("low share", u"country,x\nFrance,1\nNarnia,2\nOz,3\n"_s, {}, {}, u"column 1, country: 1 of 3 rows"_s);
    row("no heading speaks", u"team,x\nFrance,1\nPeru,2\n"_s, {}, {}, u"column 1, team: 2 of 2 rows"_s);
    row("one value over and over", u"city,country\na,Peru\nb,Peru\nc,Peru\n"_s, {}, {},
        u"column 2, country: 3 of 3 rows"_s);
    row("without a heading they agree", u"de\tGermany\nfr\tFrance\n"_s, u"DE FR"_s,
        u"column 1: 2 of 2 rows"_s);
}

void TestCountryText::choosesColumns()
{
    QFETCH(const QString, text);
    const CountryText read = countriesInText(text, m_catalogue, m_names);
    QTEST(read.codes.join(u' '), "codes");
    QTEST(columnsText(read.chosen), "chosen");
    QTEST(columnsText(read.columns), "offered");
}

void TestCountryText::readsChosenColumn()
{
    const QString text = u"team,x\nFrance,1\nPeru,2\n"_s;
    QCOMPARE(countriesInText(text, m_catalogue, m_names, 1).codes, (QStringList{u"FR"_s, u"PE"_s}));
}

void TestCountryText::readsOneMebibyteWithinTimeLimit_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece : {u"Germany, "_s, u"united "_s, u"saint vincent and the "_s, u"a,b;c\n"_s,
             u"\""_s, u"中"_s, u"🇩🇪"_s, u"x1 "_s})
        QTest::addRow("%s", qPrintable(piece.trimmed())) << piece;
}

// Usually takes at most about a second. The limit allows for sanitizers and a busy machine.
void TestCountryText::readsOneMebibyteWithinTimeLimit()
{
    QFETCH(const QString, piece);
    const QString text = piece.repeated((1 << 20) / piece.toUtf8().size());
    QElapsedTimer timer;
    timer.start();
    const CountryText read = countriesInText(text, m_catalogue, m_names);
    QVERIFY(read.codes.size() + read.unknown.size() < 10);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

FLAGFETCH_TEST(TestCountryText, Core)

#include "tst_countrytext.moc"
