#include "app/sets/flagindex.h"
#include "app/sets/manifestfiles.h"
#include "app/sets/manifestjson.h"
#include "app/storage/setfiles.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Manifest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void textIsWhatQtWouldWrite_data();
    void textIsWhatQtWouldWrite();
    void orderOfArrivalDoesNotMatter();
    void sameBytesOfASourceKeepTheirTime();
    void replacedPictureBelongsToOneFlag();
    void replacedPictureIsListedOnce();
    void otherSourceWithTheSameIdGetsANewId();
    void sourceIsKnownUnderAnotherNumber();
    void holdsNoValuesOfOneRun();
    void holdsNoPassword();
    void replacingManyFlagsIsFast();
    void sizeIsNotUnderestimated();
    void attributionNamesSourcesAndLicences();
};

void tst_Manifest::roundTrips()
{
    const QByteArray json = manifestToJson(someset::fullManifest());

    const auto read = manifestFromJson(json);

    QVERIFY2(read, qPrintable(read ? QString() : read.error().text));
    QCOMPARE(read->manifest, someset::fullManifest());
    QVERIFY(!read->isNewer);
    QCOMPARE(manifestToJson(read->manifest), json);
    // Each member is on a separate line, so that diffs are readable.
    QVERIFY(json.count('\n') > 40);
}

// The text is put together from parts.
void tst_Manifest::textIsWhatQtWouldWrite_data()
{
    QTest::addColumn<Manifest>("manifest");
    QTest::newRow("no flags") << someset::manifest({});
    QTest::newRow("one flag") << someset::manifest({u"DE"_s});
    QTest::newRow("several flags with derived files") << someset::fullManifest();
}

void tst_Manifest::textIsWhatQtWouldWrite()
{
    QFETCH(const Manifest, manifest);
    const QByteArray json = manifestToJson(manifest);
    QCOMPARE(json, QJsonDocument::fromJson(json).toJson(QJsonDocument::Indented));
    const auto readable = readableManifestToJson(manifest);
    QVERIFY(readable);
    QCOMPARE(*readable, json);
}

void tst_Manifest::orderOfArrivalDoesNotMatter()
{
    QCOMPARE(manifestToJson(someset::manifest({u"AT"_s, u"CH"_s, u"DE"_s})),
        manifestToJson(someset::manifest({u"DE"_s, u"AT"_s, u"CH"_s})));
}

void tst_Manifest::sameBytesOfASourceKeepTheirTime()
{
    Manifest manifest = someset::manifest({u"DE"_s});
    SetFlag again = someset::flag(u"DE"_s);
    again.time = again.time.addDays(1);
    manifest.put(again);
    QCOMPARE(manifest, someset::manifest({u"DE"_s}));

    again.source = u"another"_s;
    manifest.put(again);
    QCOMPARE(manifest.flags, QList<SetFlag>{again});

    again.time = again.time.addDays(1);
    again.sha256 = sha256("other");
    manifest.put(again);
    QCOMPARE(manifest.flags, QList<SetFlag>{again});
}

// With one source of SVG and one of PNG the flags are "DE.svg" and "DE.png", and both derive "DE-80.png".
void tst_Manifest::replacedPictureBelongsToOneFlag()
{
    const DerivedFile made{.file = u"DE-80.png"_s, .format = u"png"_s, .width = 80, .sha256 = sha256("a")};
    SetFlag vector = someset::flag(u"DE"_s);
    vector.derived = {made};
    SetFlag raster = vector;
    raster.file = u"DE.png"_s;
    raster.derived.first().sha256 = sha256("b");
    Manifest manifest;
    manifest.put(vector);
    manifest.put(raster);
    QCOMPARE(manifest.flags.size(), 2);
    QVERIFY(manifest.flagAt(vector.file)->derived.isEmpty());
    QCOMPARE(manifest.flagAt(raster.file)->derived, raster.derived);

    SetFlag onlyMade = vector;
    onlyMade.file = u"DE.gif"_s;
    onlyMade.isKept = false;
    onlyMade.derived.first().file = raster.file;
    manifest.put(onlyMade);
    QVERIFY(!manifest.flagAt(raster.file)->isKept); // this file is the other flag's picture now
    onlyMade.derived.first().file = made.file;
    manifest.put(onlyMade);
    QVERIFY(!manifest.flagAt(raster.file)); // it has no file left
    QVERIFY(manifest.flagAt(vector.file)->isKept);
}

// With "{cc}-{width}" a PNG of 80 pixels of one source and 80 pixels derived from another one's SVG share a
// file.
void tst_Manifest::replacedPictureIsListedOnce()
{
    SetFlag raster = someset::flag(u"FR"_s);
    raster.file = u"fr-80.png"_s;
    raster.derived = {{.file = u"fr-40.webp"_s, .format = u"webp"_s, .width = 40, .sha256 = sha256("a")}};
    SetFlag vector = someset::flag(u"FR"_s);
    vector.file = u"fr-640.svg"_s;
    vector.derived = {{.file = u"fr-80.png"_s, .format = u"png"_s, .width = 80, .sha256 = sha256("b")}};
    Manifest manifest = someset::manifest({});
    manifest.put(raster);
    manifest.put(vector);

    const auto read = manifestFromJson(manifestToJson(manifest));

    QVERIFY2(read, qPrintable(read ? QString() : read.error().text));
    QCOMPARE(read->manifest, manifest);
    QVERIFY(!manifest.flagAt(raster.file)->isKept);
    QCOMPARE(manifest.flagAt(vector.file)->derived, vector.derived);
}

void tst_Manifest::otherSourceWithTheSameIdGetsANewId()
{
    Manifest manifest = someset::manifest({});
    Source busier = someset::source();
    busier.limit = 99;
    QCOMPARE(manifest.put(busier), u"office"_s);
    Source other = someset::source();
    other.imageTemplate = u"https://elsewhere.example/{cc}.svg"_s;
    QCOMPARE(manifest.put(other), u"office-2"_s);
    QCOMPARE(manifest.put(other), u"office-2"_s);
    QCOMPARE(manifest.sources.size(), 2);
}

// Regression: each change of their order on the command line added the sources once more.
void tst_Manifest::sourceIsKnownUnderAnotherNumber()
{
    Manifest manifest = someset::manifest({});
    const Source first = someset::source();
    Source second = first;
    second.imageTemplate = u"https://elsewhere.example/{cc}.svg"_s;
    Source third = first;
    third.imageTemplate = u"https://nowhere.example/{cc}.svg"_s;
    QCOMPARE(manifest.put(first), u"office"_s);
    QCOMPARE(manifest.put(second), u"office-2"_s);
    Source renumbered = first;
    renumbered.id = u"office-2"_s;
    renumbered.title += u" (2)"_s;
    QCOMPARE(manifest.put(renumbered), u"office"_s);
    renumbered.id = u"office-3"_s;
    QCOMPARE(manifest.put(renumbered), u"office"_s);
    third.id = u"office-2"_s;
    QCOMPARE(manifest.put(third), u"office-2-2"_s);
    QCOMPARE(manifest.sources.size(), 3);
    QCOMPARE(manifest.sources.first().title, renumbered.title);

    Manifest gap;
    QCOMPARE(gap.put(third), u"office-2"_s);
    third.id = u"office"_s;
    QCOMPARE(gap.put(third), u"office-2"_s);
    third.id = u"office-2"_s;
    third.imageTemplate = u"https://third.example/{cc}.svg"_s;
    QCOMPARE(gap.put(third), u"office-2-2"_s); // it may be the name of a host
}

void tst_Manifest::holdsNoValuesOfOneRun()
{
    Source source = someset::source();
    source.wantedLimit = 100;
    source.isOwn = true;
    Manifest manifest;
    manifest.put(source);
    QCOMPARE(manifest.sources, QList<Source>{someset::source()});
}

void tst_Manifest::holdsNoPassword()
{
    Manifest manifest = someset::manifest({u"DE"_s});
    manifest.sources.first().imageTemplate = u"https://me:secret@flags.example/{cc}.svg"_s;

    const QByteArray json = manifestToJson(manifest);

    QVERIFY(!json.contains("secret"));
    const auto read = manifestFromJson(json);
    QVERIFY(read);
    QCOMPARE(read->manifest.sources, QList<Source>{someset::source()});
}

void tst_Manifest::replacingManyFlagsIsFast()
{
    constexpr int entries = 50'000;
    FlagIndex index;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < entries; ++i) {
            SetFlag flag = someset::flag(u"DE"_s, "picture " + QByteArray::number(round));
            flag.file = u"%1.svg"_s.arg(i);
            index.put(flag);
        }
    }
    QCOMPARE(index.flags().size(), entries);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_Manifest::sizeIsNotUnderestimated()
{
    Manifest manifest = someset::fullManifest();
    qint64 bytes = manifestToJson(manifest).size();
    for (int i = 0; i < 5; ++i) {
        SetFlag flag = someset::fullManifest().flags.last();
        flag.file = u"%1.svg"_s.arg(i);
        flag.derived.first().file = u"%1.png"_s.arg(i);
        bytes += sizeInManifest(QJsonDocument(flagToJson(flag)).toJson(QJsonDocument::Compact));
        manifest.put(flag);
    }
    QVERIFY(manifestToJson(manifest).size() <= bytes);
}

void tst_Manifest::attributionNamesSourcesAndLicences()
{
    Manifest manifest = someset::manifest({u"DE"_s, u"AT"_s});
    manifest.sources.first().title = u"The [office] | x"_s;
    SetFlag anonymous = someset::flag(u"CH"_s);
    anonymous.source.clear();
    anonymous.licence.clear();
    manifest.put(anonymous);

    const QByteArray text = attributionText(manifest);

    QVERIFY2(text.contains("| The \\[office\\] \\| x | 2 | [MIT](<https://flags.example/licence>) |\n"),
        text.constData());
    QVERIFY2(text.contains("| not known | 1 | not known |\n"), text.constData());
    QCOMPARE(attributionText(manifest), text.constData());
    QVERIFY(!text.contains("## "));
    const QByteArray warned = attributionText(manifest,
        {{u"AT"_s, u"Land"_s, {.state = FlagFreshness::State::Superseded, .since = u"2011-08-03"_s}}});
    QVERIFY2(warned.endsWith("\n- AT: Land's flag until 2011\n"), warned.constData());
}

FLAGFETCH_TEST(tst_Manifest, None)
#include "tst_manifest.moc"
