#include "app/countries/catalogue.h"
#include "app/freshness/flagchanges.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// Tests the shipped resources/flagchanges.json, and the rejection of invalid files.
class tst_FlagChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedFileIsRead();
    void everyChangeIsComplete();
    void pointsLieInTheInscribedCircle();
    void codesAreKnownCountries();
    void invalidFileIsRejected_data();
    void invalidFileIsRejected();
    void coloursAreInTheirRanges_data();
    void coloursAreInTheirRanges();
};

void tst_FlagChanges::shippedFileIsRead()
{
    QFile file(u":/flagfetch/flagchanges.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto changes = parseFlagChanges(file.readAll());
    QVERIFY2(changes, qPrintable(changes ? QString() : changes.error()));
    QCOMPARE(changes->size(), shippedFlagChanges().size());
}

void tst_FlagChanges::everyChangeIsComplete()
{
    int changes = 0;
    for (const FlagChange &change : shippedFlagChanges()) {
        changes += change.former.isEmpty() ? 0 : 1;
        QVERIFY2(change.sourceUrl.isValid() && !change.sourceTitle.isEmpty(), qPrintable(change.code));
        QVERIFY2(change.change.endsWith(u'.'), qPrintable(change.code));
        QVERIFY2(change.former.isEmpty() || change.date >= u"2000"_s, qPrintable(change.code));
        for (const FormerFlag &former : change.former)
            QVERIFY2(former.until <= change.date, qPrintable(change.code));
    }
    QVERIFY(changes >= 20);
}

void tst_FlagChanges::pointsLieInTheInscribedCircle()
{
    const auto check = [](const QString &code, const FlagMarks &marks) {
        for (const ColourPoint &point : marks.points)
            QVERIFY2(std::hypot(point.at.x() - 0.5, point.at.y() - 0.5) <= 0.5, qPrintable(code));
    };
    for (const FlagChange &change : shippedFlagChanges()) {
        check(change.code, change.current);
        for (const FormerFlag &former : change.former)
            check(change.code, former.marks);
        for (const MistakenFlag &mistaken : change.mistaken)
            check(change.code, mistaken.marks);
    }
}

void tst_FlagChanges::codesAreKnownCountries()
{
    const Catalogue catalogue;
    for (const FlagChange &change : shippedFlagChanges()) {
        QVERIFY2(catalogue.find(change.code), qPrintable(change.code));
        for (const MistakenFlag &mistaken : change.mistaken)
            QVERIFY2(catalogue.find(mistaken.code), qPrintable(mistaken.code));
    }
}

void tst_FlagChanges::invalidFileIsRejected_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("problem");

    QTest::newRow("good") << QByteArray() << QByteArray() << QString();
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray() << u"illegal value"_s;
    QTest::newRow("no code") << QByteArray("\"XX\"") << QByteArray("\"\"") << u" has no code"_s;
    QTest::newRow("no description") << QByteArray("It changed.") << QByteArray()
                                    << u"XX has no description"_s;
    QTest::newRow("no source") << QByteArray("https:") << QByteArray("x:") << u"XX has no source"_s;
    QTest::newRow("no date") << QByteArray("2001-02-03") << QByteArray("2001-02-30") << u"XX has no date"_s;
    QTest::newRow("no until") << QByteArray("\"2001\"") << QByteArray("\"\"")
                              << u"XX has a former flag without a date"_s;
    QTest::newRow("no colour") << QByteArray("\"red\"") << QByteArray("\"rde\"")
                               << u"XX has an unknown colour"_s;
    QTest::newRow("outside") << QByteArray("0.25") << QByteArray("25")
                             << u"XX has a number that is not between 0 and 1"_s;
    QTest::newRow("short point") << QByteArray("0.25, ") << QByteArray()
                                 << u"XX has a point that is not x, y, colour"_s;
    QTest::newRow("empty area") << QByteArray("0.75, 1,") << QByteArray("0.1, 1,")
                                << u"XX has an empty area"_s;
}

void tst_FlagChanges::invalidFileIsRejected()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, problem);
    QByteArray json = R"({"changes": [{"code": "XX", "date": "2001-02-03", "change": "It changed.",
        "source": {"title": "A page", "url": "https://flags.example/xx"},
        "current": {"points": [[0.5, 0.5, "blue"]]},
        "former": [{"until": "2001", "points": [[0.25, 0.5, "red"]],
                    "areas": [[0.5, 0, 0.75, 1, "green", 0.1, 1]]}]}]})";
    if (!from.isEmpty()) {
        QVERIFY(json.contains(from));
        json.replace(json.indexOf(from), from.size(), to);
    }

    const auto changes = parseFlagChanges(json);

    QCOMPARE(changes ? QString() : changes.error(), problem);
}

void tst_FlagChanges::coloursAreInTheirRanges_data()
{
    QTest::addColumn<QRgb>("rgb");
    QTest::addColumn<QStringList>("names");

    QTest::newRow("France's blue") << QRgb(0xff000091) << QStringList{u"blue"_s, u"deep-blue"_s};
    QTest::newRow("Honduras, law of 1949") << QRgb(0xff18c3df) << QStringList{u"turquoise"_s, u"blue"_s};
    QTest::newRow("Honduras before") << QRgb(0xff0073cf) << QStringList{u"blue"_s, u"deep-blue"_s};
    QTest::newRow("circle-flags' blue") << QRgb(0xff338af3) << QStringList{u"blue"_s};
    QTest::newRow("circle-flags' black") << QRgb(0xff333333) << QStringList{u"black"_s};
    QTest::newRow("circle-flags' white") << QRgb(0xffeeeeee) << QStringList{u"white"_s};
    QTest::newRow("circle-flags' dark green") << QRgb(0xff496e2d) << QStringList{u"green"_s};
    QTest::newRow("deep red") << QRgb(0xffbe0027) << QStringList{u"red"_s, u"dark-red"_s};
    QTest::newRow("bright red") << QRgb(0xffff0000) << QStringList{u"red"_s};
    QTest::newRow("gold") << QRgb(0xfffecb00) << QStringList{u"yellow"_s};
    QTest::newRow("grey") << QRgb(0xff808080) << QStringList();
}

void tst_FlagChanges::coloursAreInTheirRanges()
{
    QFETCH(const QRgb, rgb);
    QFETCH(const QStringList, names);
    for (const QString &name : {u"black"_s, u"white"_s, u"red"_s, u"dark-red"_s, u"yellow"_s, u"green"_s,
             u"turquoise"_s, u"blue"_s, u"deep-blue"_s}) {
        const auto colour = flagColourFromWord(name);
        QVERIFY(colour);
        QVERIFY2(isColour(rgb, *colour) == names.contains(name), qPrintable(name));
    }
    QVERIFY(!flagColourFromWord(u"pink"));
}

FLAGFETCH_TEST(tst_FlagChanges, None)
#include "tst_flagchanges.moc"
