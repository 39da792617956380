#include "app/sources/sourceentry.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_SourceEntry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedSourceRoundTrips_data();
    void shippedSourceRoundTrips();
    void typedAddressRoundTrips_data();
    void typedAddressRoundTrips();
};

void tst_SourceEntry::shippedSourceRoundTrips_data()
{
    QTest::addColumn<Source>("source");
    const SourceList shipped = SourceList::shipped();
    for (const Source &source : shipped.sources())
        QTest::addRow("%s", qPrintable(source.id)) << source;
}

void tst_SourceEntry::shippedSourceRoundTrips()
{
    QFETCH(Source, source);

    const auto read = sourceFromEntry(entryOfSource(source));

    QVERIFY(read);
    QCOMPARE(*read, source.definition());
    QCOMPARE(read->imageTemplate, source.imageTemplate);
}

void tst_SourceEntry::typedAddressRoundTrips_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("image");
    QTest::newRow("base") << u"http://h/flags"_s << u"http://h/flags/{cc}/{cc}.gif"_s;
    QTest::newRow("template") << u"https://h:8080/{iso3}.png?w=3"_s << u"https://h:8080/{iso3}.png?w=3"_s;
    QTest::newRow("IPv6") << u"http://[::1]:81/{cc}.png"_s << u"http://[::1]:81/{cc}.png"_s;
    QTest::newRow("password") << u"http://me:secret@h/{cc}.png"_s << u"http://h/{cc}.png"_s;
}

void tst_SourceEntry::typedAddressRoundTrips()
{
    QFETCH(QString, address);
    QFETCH(QString, image);
    const auto source = SourceList::shipped().resolve(address);
    QVERIFY(source);

    const QJsonObject entry = entryOfSource(*source);

    QVERIFY(!QJsonDocument(entry).toJson().contains("secret"));
    const auto read = sourceFromEntry(entry);
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    QCOMPARE(read->imageTemplate, image);
    QCOMPARE(read->id, source->id);
    QCOMPARE(entryOfSource(*read), entry);
}

FLAGFETCH_TEST(tst_SourceEntry, None)
#include "tst_sourceentry.moc"
