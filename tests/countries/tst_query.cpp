#include "app/countries/country.h"
#include "app/countries/query.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsIntoTerms_data();
    void splitsIntoTerms();
    void reportsPositionsOfTerms();
    void convertsEmojiFlags();
};

namespace {

/// The parts in brackets, with the parsed terms.
QString described(const QList<QueryPart> &parts)
{
    QString text;
    for (const QueryPart &part : parts) {
        text += u'[';
        for (const QueryTerm &term : part) {
            text += term.excluded ? u"-"_s : QString();
            text += term.kind == QueryTerm::Kind::Key ? term.key + u'=' : QString();
            text += (term.quoted ? u'"' + term.text + u'"' : term.text) + u'|';
        }
        text += u']';
    }
    return text;
}

} // namespace

void TestQuery::splitsIntoTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("terms");
    const auto row
        = [](const QString &text, const QString &terms) { QTest::newRow(qPrintable(text)) << text << terms; };
    row(u""_s, u""_s);
    row(u" ,;\n "_s, u""_s);
    row(u"FR DE"_s, u"[FR|DE|]"_s);
    row(u"FR, DE;IT\nJP、CN，US؛EG،SA"_s, u"[FR|][DE|][IT|][JP|][CN|][US|][EG|][SA|]"_s);
    row(u"cote d'ivoire"_s, u"[cote|d'ivoire|]"_s);
    row(u"\"united kingdom\" FR"_s, u"[\"united kingdom\"|FR|]"_s);
    row(u"“a, b” „c d“"_s, u"[\"a, b\"|\"c d\"|]"_s);
    row(u"\"never closed, FR"_s, u"[\"never closed, FR\"|]"_s);
    row(u"guinea-bissau -EG - x"_s, u"[guinea-bissau|-EG|-|x|]"_s);
    row(u"-\"united kingdom\" -group:eu"_s, u"[-\"united kingdom\"|-group=eu|]"_s);
    row(u"Continent:Africa region:\"western europe\""_s, u"[continent=Africa|region=\"western europe\"|]"_s);
    row(u"group: eu"_s, u"[group=|eu|]"_s);
    row(u"大洲:非洲 地区：西欧"_s, u"[大洲=非洲|地区=西欧|]"_s);
    row(u"a1:b :x"_s, u"[a1:b|:x|]"_s);
    row(u"🇩🇪🇫🇷x🇯🇵"_s, u"[🇩🇪|🇫🇷|x|🇯🇵|]"_s);
    row(u"-🇩🇪"_s, u"[-🇩🇪|]"_s);
    row(QString(QChar(0xD83C)), u"["_s + QChar(0xD83C) + u"|]"_s);
}

void TestQuery::splitsIntoTerms()
{
    QFETCH(const QString, text);
    QTEST(described(parseQuery(text)), "terms");
}

void TestQuery::reportsPositionsOfTerms()
{
    const QString text = u" FR, -\"united kingdom\"  group:eu"_s;
    QStringList written;
    const auto parts = parseQuery(text);
    for (const QueryPart &part : parts) {
        for (const QueryTerm &term : part)
            written.append(text.sliced(term.position, term.length));
    }
    QCOMPARE(written, (QStringList{u"FR"_s, u"-\"united kingdom\""_s, u"group:eu"_s}));
}

void TestQuery::convertsEmojiFlags()
{
    QCOMPARE(codeOfEmoji(u"🇩🇪"), u"DE"_s);
    QCOMPARE(codeOfEmoji(u"🇩"), QString());
    QCOMPARE(codeOfEmoji(u"🇩🇪🇫"), QString());
    QCOMPARE(codeOfEmoji(u"DE"), QString());
    QCOMPARE(codeOfEmoji(u"🏴🏴"), QString());

    QCOMPARE(flagEmoji(u"DE"_s), u"🇩🇪"_s);
    QCOMPARE(flagEmoji(u"ZZ"_s), u"🇿🇿"_s);
    QCOMPARE(flagEmoji(u"Z"_s), QString());
    QCOMPARE(flagEmoji(u"ÅÅ"_s), QString());
}

FLAGFETCH_TEST(TestQuery, Core)

#include "tst_query.moc"
