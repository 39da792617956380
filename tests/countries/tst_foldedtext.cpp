#include "app/countries/namewords.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFoldedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsNames_data();
    void foldsNames();
};

void TestFoldedText::foldsNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const QString &text, const QString &folded) {
        QTest::newRow(qPrintable(text)) << text << folded;
    };
    row(u""_s, u""_s);
    row(u" - "_s, u""_s);
    row(u"GERMANY"_s, u"germany"_s);
    row(u"  New   Zealand "_s, u"new zealand"_s);
    row(u"Côte d’Ivoire"_s, u"cote divoire"_s);
    row(u"Cote d'Ivoire"_s, u"cote divoire"_s);
    row(u"Oʻzbekiston"_s, u"ozbekiston"_s);
    row(u"U.S.A."_s, u"usa"_s);
    row(u"Guinea-Bissau"_s, u"guinea bissau"_s);
    row(u"Cocos (Keeling) Islands"_s, u"cocos keeling islands"_s);
    row(u"Trinidad & Tobago"_s, u"trinidad and tobago"_s);
    row(u"Færøerne"_s, u"faeroerne"_s);
    row(u"Weißrussland"_s, u"weissrussland"_s);
    row(u"TÜRKİYE"_s, u"turkiye"_s);
    row(u"Ấn Độ"_s, u"an do"_s);
    row(u"ﾄﾞｲﾂ"_s, u"トイツ"_s);
    row(u"Ｇｅｒｍａｎｙ"_s, u"germany"_s);
    row(u"Ёлка"_s, u"елка"_s);
    row(u"عُمان"_s, u"عمان"_s);
    row(u"德国"_s, u"德国"_s);
    row(QString(QChar(0xD800)) + u"x"_s, u"x"_s);
}

void TestFoldedText::foldsNames()
{
    QFETCH(const QString, text);
    QTEST(foldedText(text), "folded");
    QCOMPARE(foldedText(foldedText(text)), foldedText(text));
}

FLAGFETCH_TEST(TestFoldedText, Core)

#include "tst_foldedtext.moc"
