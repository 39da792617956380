#include "app/sources/sourceid.h"
#include "app/sources/untrustedtext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Ids that are made from names.
class tst_SourceId final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeFromName_data();
    void madeFromName();
};

void tst_SourceId::madeFromName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << u"  "_s << QString();
    QTest::newRow("words") << u" My Office, 2nd floor! "_s << u"my-office-2nd-floor"_s;
    QTest::newRow("accents") << u"Büro Łódź"_s << u"buro-lodz"_s;
    QTest::newRow("Chinese") << u"办公室"_s << u"ban-gong-shi"_s;
    QTest::newRow("Cyrillic") << u"Офис"_s << u"ofis"_s;
    QTest::newRow("nothing usable") << u"!!!"_s << u"source"_s;
    QTest::newRow("taken") << u"Taken"_s << u"taken-3"_s;
    QTest::newRow("long") << u"a"_s.repeated(100) << u"a"_s.repeated(40);
}

void tst_SourceId::madeFromName()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QCOMPARE(sourceIdOfName(name, {u"TAKEN"_s, u"taken-2"_s}), id);
    QVERIFY(id.isEmpty() || isSourceId(id));
}

FLAGFETCH_TEST(tst_SourceId, Core)
#include "tst_sourceid.moc"
