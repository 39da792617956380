#include "app/exports/exportflag.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

/// Tests the files with the data about flags.
class tst_DataFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvIsQuotedWhereNecessary();
    void csvHasNoFormulas();
    void jsonHasNullForUnknownValues();
};

namespace {

ExportFlag flag(const QString &code)
{
    ExportFlag flag;
    flag.code = code;
    flag.file = code + u".svg"_s;
    flag.source = u"Made-up flags"_s;
    flag.licence = u"CC0"_s;
    return flag;
}

} // namespace

void tst_DataFile::csvIsQuotedWhereNecessary()
{
    QList<ExportFlag> flags{flag(u"AA"_s), flag(u"AB"_s)};
    flags[0].name = u"Bonaire, Sint \"Eustatius\""_s;
    flags[0].bytes = 123;
    flags[1].name = u"Côte d’Ivoire"_s;
    QCOMPARE(QString::fromUtf8(dataFile(flags, DataFormat::Csv)),
        u"code,iso3,number,name,continent,file,sha256,bytes,source,licence\r\n"
        "AA,,,\"Bonaire, Sint \"\"Eustatius\"\"\",,AA.svg,,123,Made-up flags,CC0\r\n"
        "AB,,,Côte d’Ivoire,,AB.svg,,,Made-up flags,CC0\r\n"_s);
}

// A spreadsheet would evaluate these texts as formulas.
void tst_DataFile::csvHasNoFormulas()
{
    QList<ExportFlag> flags{flag(u"AA"_s)};
    for (const QString &hostile :
        {u"=HYPERLINK(\"http://x\")"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\tx"_s, u"\rx"_s}) {
        flags[0].licence = hostile;
        const QString text = QString::fromUtf8(dataFile(flags, DataFormat::Csv));
        const QString cell = text.section(u',', -1).trimmed();
        QVERIFY2(cell.startsWith(u'\'') || cell.startsWith("\"'"_L1), qPrintable(cell));
    }
}

void tst_DataFile::jsonHasNullForUnknownValues()
{
    QList<ExportFlag> flags{flag(u"AA"_s), flag(u"AB"_s)};
    flags[0].bytes = 5;
    const QJsonArray array = QJsonDocument::fromJson(dataFile(flags, DataFormat::Json)).array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array.at(0)[u"bytes"_s], QJsonValue(5));
    QCOMPARE(array.at(1)[u"bytes"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(array.at(1)[u"iso3"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(array.at(1)[u"code"_s], QJsonValue(u"AB"_s));
}

FLAGFETCH_TEST(tst_DataFile, Core)
#include "tst_datafile.moc"
