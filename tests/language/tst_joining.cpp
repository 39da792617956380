#include "app/language/joining.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

class TestJoining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEnglishPunctuation();
    void writesChinesePunctuation();
    void keepsPercentSigns();
};

void TestJoining::writesEnglishPunctuation()
{
    QCOMPARE(joinedItems({}), QString());
    QCOMPARE(joinedItems({u"DE"_s}), u"DE"_s);
    QCOMPARE(joinedItems({u"DE"_s, u"FR"_s, u"JP"_s}), u"DE, FR, JP"_s);
    QCOMPARE(joinedPhrases({u"12 saved"_s, u"3 failed"_s}), u"12 saved, 3 failed"_s);
    QCOMPARE(joinedClauses({u"a: b"_s, u"c: d"_s}), u"a: b; c: d"_s);
    QCOMPARE(joinedSentences({asSentence(u"No"_s), u"Try again."_s}), u"No. Try again."_s);
    QCOMPARE(joinedSentences({QString(), u"No."_s, QString(), u"Yes."_s}), u"No. Yes."_s);
    QCOMPARE(withRemark(u"Germany"_s, u"DE"_s), u"Germany (DE)"_s);
    QCOMPARE(withRemark(u"Germany"_s, QString()), u"Germany"_s);
    QCOMPARE(withLabel(u"flags.json"_s, u"too large"_s), u"flags.json: too large"_s);
}

void TestJoining::writesChinesePunctuation()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/flagfetch/translations/flagfetch_zh_CN.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QCOMPARE(joinedItems({u"DE"_s, u"FR"_s, u"JP"_s}), u"DE、FR、JP"_s);
    QCOMPARE(joinedPhrases({u"甲"_s, u"乙"_s}), u"甲，乙"_s);
    QCOMPARE(joinedClauses({u"甲"_s, u"乙"_s}), u"甲；乙"_s);
    QCOMPARE(joinedSentences({asSentence(u"磁盘已满"_s), u"请重试。"_s}), u"磁盘已满。请重试。"_s);
    QCOMPARE(withRemark(u"德国"_s, u"DE"_s), u"德国（DE）"_s);
    QCOMPARE(withLabel(u"flags.json"_s, u"过大"_s), u"flags.json：过大"_s);
}

void TestJoining::keepsPercentSigns()
{
    QCOMPARE(joinedItems({u"%1"_s, u"25%"_s, u"%2"_s}), u"%1, 25%, %2"_s);
}

FLAGFETCH_TEST(TestJoining, Core)
#include "tst_joining.moc"
