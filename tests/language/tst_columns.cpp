#include "app/language/columns.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void neverSplitsAWideCharacter();
    void breaksLatinTextAtSpacesOnly();
    void breaksChineseTextAnywhereButBeforePunctuation();
    void keepsALongWordWhole();
};

void TestColumns::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("columns");
    QTest::newRow("empty") << QString() << qsizetype(0);
    QTest::newRow("Latin") << u"--output DIR"_s << qsizetype(12);
    QTest::newRow("Chinese") << u"来源：旗帜"_s << qsizetype(10);
    QTest::newRow("mixed") << u"用 PNG 保存"_s << qsizetype(11);
    QTest::newRow("combining") << u"e\u0301"_s << qsizetype(1);
    QTest::newRow("outside the BMP") << u"𠀀a"_s << qsizetype(3);
}

void TestColumns::counts()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, columns);
    QCOMPARE(columnsOf(text), columns);
}

void TestColumns::neverSplitsAWideCharacter()
{
    QCOMPARE(firstColumns(u"旗帜"_s, 4), u"旗帜"_s);
    QCOMPARE(firstColumns(u"旗帜"_s, 3), u"旗"_s);
    QCOMPARE(firstColumns(u"a𠀀b"_s, 3), u"a𠀀"_s);
    QCOMPARE(firstColumns(u"a𠀀b"_s, 2), u"a"_s);
    QCOMPARE(firstColumns(u"flag"_s, 80), u"flag"_s);
}

void TestColumns::breaksLatinTextAtSpacesOnly()
{
    QCOMPARE(wrappedLines(u"see --no-original and a/b"_s, 13),
        (QStringList{u"see"_s, u"--no-original"_s, u"and a/b"_s}));
    QCOMPARE(wrappedLines(QString(), 10), QStringList{QString()});
}

void TestColumns::breaksChineseTextAnywhereButBeforePunctuation()
{
    const QString text = u"保存旗帜，文件夹（默认）。"_s;
    for (qsizetype columns = 6; columns < 30; ++columns) {
        const QStringList lines = wrappedLines(text, columns);
        QCOMPARE(lines.join(QString()), text);
        for (const QString &line : lines) {
            QVERIFY2(columnsOf(line) <= columns, qPrintable(line));
            QVERIFY2(!u"，。）"_s.contains(line.front()), qPrintable(line));
            QVERIFY2(!line.endsWith(u'（'), qPrintable(line));
        }
    }
    QCOMPARE(wrappedLines(u"旗帜 PNG"_s, 5), (QStringList{u"旗帜"_s, u"PNG"_s}));
}

void TestColumns::keepsALongWordWhole()
{
    QCOMPARE(wrappedLines(u"a {country:zh},{continent} b"_s, 10),
        (QStringList{u"a"_s, u"{country:zh},{continent}"_s, u"b"_s}));
}

FLAGFETCH_TEST(TestColumns, Core)
#include "tst_columns.moc"
