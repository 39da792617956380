#include "app/sets/manifestjson.h"
#include "app/sets/openset.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Derived pictures of a set's flags.
class tst_SetDerived final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void derivedPictureKnowsItsOriginal();
    void derivedPictureMayHaveAnotherOriginal();
    void killBetweenTwoPicturesIsNotDone_data();
    void killBetweenTwoPicturesIsNotDone();
};

// If only the flag is replaced, the pictures derived from the old one stay.
void tst_SetDerived::derivedPictureKnowsItsOriginal()
{
    SetFlag first = someset::flag(u"DE"_s, "first");
    first.derived = {{.file = u"DE-80.png"_s, .format = u"png"_s, .width = 80, .sha256 = sha256("a")}};
    const SetFlag second = someset::flag(u"DE"_s, "second");
    SetFlag expected = second;
    expected.derived = first.derived;
    expected.derived.first().madeOf = first.sha256;
    QVERIFY(first.isOfOnePicture());
    QVERIFY(!expected.isOfOnePicture());

    Manifest manifest;
    manifest.put(first);
    manifest.put(second);
    QCOMPARE(manifest.flags, QList<SetFlag>{expected});
    manifest.put(someset::flag(u"DE"_s, "third"));
    QCOMPARE(manifest.flags.first().derived, expected.derived);
    manifest.put(someset::flag(u"DE"_s, "first"));
    QCOMPARE(manifest.flags, QList<SetFlag>{first});
}

void tst_SetDerived::derivedPictureMayHaveAnotherOriginal()
{
    SetFlag made = someset::flag(u"DE"_s, "new");
    made.derived = {{.file = u"DE-80.png"_s, .format = u"png"_s, .width = 80, .sha256 = sha256("a")}};

    Manifest manifest;
    manifest.put(someset::flag(u"DE"_s, "old"));
    manifest.putDerivedOf(made);
    QCOMPARE(manifest.flags.size(), 1);
    QCOMPARE(manifest.flags.first().sha256, sha256("old"));
    QCOMPARE(manifest.flags.first().derived.first().madeOf, made.sha256);

    Manifest empty;
    empty.putDerivedOf(someset::flag(u"DE"_s));
    QVERIFY(empty.flags.isEmpty());
    empty.putDerivedOf(made);
    QVERIFY(!empty.flags.first().isKept);
    QCOMPARE(empty.flags.first().derived, made.derived);
}

void tst_SetDerived::killBetweenTwoPicturesIsNotDone_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<QByteArray>("before"); // the original on the disk
    QTest::newRow("the original is as it will be") << true << someset::bytesOf(u"DE"_s);
    QTest::newRow("the original is an older one") << true << QByteArray("old");
    QTest::newRow("no original") << false << QByteArray();
}

void tst_SetDerived::killBetweenTwoPicturesIsNotDone()
{
    QFETCH(const bool, isKept);
    QFETCH(const QByteArray, before);
    const DerivedFile small{
        .file = u"DE-80.png"_s, .format = u"png"_s, .width = 80, .sha256 = sha256("small"), .bytes = 5};
    const DerivedFile large{
        .file = u"DE-160.png"_s, .format = u"png"_s, .width = 160, .sha256 = sha256("large"), .bytes = 5};
    SetFlag flag = someset::flag(u"DE"_s);
    flag.isKept = isKept;
    flag.derived = {small, large};
    const QTemporaryDir folder;
    if (isKept) {
        Manifest manifest = someset::manifest({});
        manifest.put(someset::flag(u"DE"_s, before));
        QVERIFY(someset::write(folder.filePath(u"flags.json"_s), manifestToJson(manifest)));
        QVERIFY(someset::write(folder.filePath(flag.file), before));
    }
    {
        const auto opened
            = someset::openBatch(folder.path(), {.codes = {u"DE"_s}, .target = someset::manifest({})});
        QVERIFY(opened);
        QVERIFY(!(*opened)->recordIntent(flag));
        QVERIFY(someset::write(folder.filePath(small.file), "small"));
    }

    const auto killed = loadSet(folder.path()).value();
    QVERIFY(killed.interrupted);
    QCOMPARE(killed.interrupted->missing, QStringList{u"DE"_s});
    const SetFlag &found = killed.manifest.flags.first();
    QCOMPARE(found.isKept, isKept);
    QCOMPARE(found.derived.size(), 1);
    QCOMPARE(found.derived.first().sha256, small.sha256);
    QCOMPARE(found.isOfOnePicture(), before != "old");

    QVERIFY(someset::write(folder.filePath(large.file), "large"));
    if (before == "old")
        QVERIFY(someset::write(folder.filePath(flag.file), someset::bytesOf(u"DE"_s)));
    QVERIFY(!loadSet(folder.path()).value().interrupted);
}

FLAGFETCH_TEST(tst_SetDerived, Core)
#include "tst_setderived.moc"
