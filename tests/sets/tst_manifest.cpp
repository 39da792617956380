#include "app/sets/manifestfiles.h"
#include "app/sets/flagindex.h"
#include "app/sets/manifestjson.h"
#include "app/sources/untrustedtext.h"
#include "app/storage/setfiles.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Manifest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesBeingWritten();
    void orderOfArrivalDoesNotMatter();
    void sameBytesKeepTheirTime();
    void replacedPictureBelongsToOneFlag();
    void replacedPictureIsThereOnce();
    void otherSourceOfThatIdGetsAnother();
    void holdsNothingOfOneRun();
    void holdsNoPassword();
    void hostileEntryIsRefused_data();
    void hostileEntryIsRefused();
    void whatIsNoManifestIsRefused_data();
    void whatIsNoManifestIsRefused();
    void newerVersionIsReadAsFarAsItIsKnown();
    void manyEntriesAreReadInTime();
    void replacingManyFlagsTakesNoLonger();
    void stopsReading();
    void textsAreLimitedAndPlain();
    void sizeIsNotUnderestimated();
    void attributionNamesSourcesAndLicences();
};

namespace {

Manifest fullManifest()
{
    Manifest manifest = someset::manifest({u"DE"_s, u"AT"_s});
    manifest.pictures = {{u"png"_s, QJsonArray{320}}};
    manifest.flags.last().isKept = false;
    manifest.flags.last().derived = {{.file = u"DE-Land-320.png"_s,
        .format = u"png"_s,
        .width = 320,
        .crop = u"square"_s,
        .sha256 = sha256("png"),
        .bytes = 3,
        .madeOf = sha256("an older flag")}};
    return manifest;
}

QJsonObject objectOf(const Manifest &manifest)
{
    return QJsonDocument::fromJson(manifestToJson(manifest)).object();
}

QByteArray withFlag(const QString &key, const QJsonValue &value)
{
    QJsonObject object = objectOf(fullManifest());
    QJsonArray flags = object.value("flags"_L1).toArray();
    QJsonObject flag = flags.first().toObject();
    flag.insert(key, value);
    flags.replace(0, flag);
    object.insert("flags"_L1, flags);
    return QJsonDocument(object).toJson();
}

} // namespace

void tst_Manifest::survivesBeingWritten()
{
    const QByteArray json = manifestToJson(fullManifest());

    const auto read = manifestFromJson(json);

    if (const auto *problem = std::get_if<ManifestProblem>(&read))
        QFAIL(qPrintable(problem->text));
    QCOMPARE(std::get<ReadManifest>(read).manifest, fullManifest());
    QVERIFY(!std::get<ReadManifest>(read).isNewer);
    QCOMPARE(manifestToJson(std::get<ReadManifest>(read).manifest), json);
    // It diffs well: each member stands on a line of its own.
    QVERIFY(json.count('\n') > 40);
}

void tst_Manifest::orderOfArrivalDoesNotMatter()
{
    QCOMPARE(manifestToJson(someset::manifest({u"AT"_s, u"CH"_s, u"DE"_s})),
        manifestToJson(someset::manifest({u"DE"_s, u"AT"_s, u"CH"_s})));
}

void tst_Manifest::sameBytesKeepTheirTime()
{
    Manifest manifest = someset::manifest({u"DE"_s});
    SetFlag again = someset::flag(u"DE"_s);
    again.time = again.time.addDays(1);
    manifest.put(again);
    QCOMPARE(manifest, someset::manifest({u"DE"_s}));

    again.sha256 = sha256("other");
    manifest.put(again);
    QCOMPARE(manifest.flags, QList<SetFlag>{again});
}

// A source of SVG and one of PNG give "DE.svg" and "DE.png"; what is made of both is called "DE-80.png".
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
    QVERIFY(!manifest.flagAt(raster.file)->isKept); // it is the other's picture now
    onlyMade.derived.first().file = made.file;
    manifest.put(onlyMade);
    QVERIFY(!manifest.flagAt(raster.file)); // nothing of it is left
    QVERIFY(manifest.flagAt(vector.file)->isKept);
}

// "{cc}-{width}": a PNG of 80 pixels of one source, then 80 pixels made of another one's SVG.
void tst_Manifest::replacedPictureIsThereOnce()
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

    if (const auto *problem = std::get_if<ManifestProblem>(&read))
        QFAIL(qPrintable(problem->text));
    QCOMPARE(std::get<ReadManifest>(read).manifest, manifest);
    QVERIFY(!manifest.flagAt(raster.file)->isKept);
    QCOMPARE(manifest.flagAt(vector.file)->derived, vector.derived);
}

void tst_Manifest::otherSourceOfThatIdGetsAnother()
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

void tst_Manifest::holdsNothingOfOneRun()
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
    QVERIFY(std::holds_alternative<ReadManifest>(read));
    QCOMPARE(std::get<ReadManifest>(read).manifest.sources, QList<Source>{someset::source()});
}

void tst_Manifest::hostileEntryIsRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("mentioned");
    const auto row = [](const char *name, const QString &key, const QJsonValue &value, const QString &said) {
        QTest::newRow(name) << key << value << said;
    };
    row("folder above", u"file"_s, u"../x.svg"_s, u"../x.svg"_s);
    row("folder above in the middle", u"file"_s, u"a/../../x.svg"_s, u"a/../../x.svg"_s);
    row("absolute", u"file"_s, u"/etc/passwd"_s, u"/etc/passwd"_s);
    row("Windows", u"file"_s, u"..\\x.svg"_s, u"x.svg"_s);
    row("hidden", u"file"_s, u".profile"_s, u".profile"_s);
    row("empty", u"file"_s, u""_s, u"file"_s);
    row("NUL", u"file"_s, QString(u"a"_s + QChar(0) + u"b"_s), u"file"_s);
    row("too long", u"file"_s, QString(300, u'x'), u"file"_s);
    row("no code", u"code"_s, u"de"_s, u"code"_s);
    row("short hash", u"sha256"_s, u"abcd"_s, u"sha256"_s);
    row("negative size", u"bytes"_s, -1, u"bytes"_s);
    row("line break in a header", u"etag"_s, u"\"x\"\r\nHost: y"_s, u"etag"_s);
    row("hostile derived file", u"derived"_s,
        QJsonArray{QJsonObject{{u"file"_s, u"../x"_s}, {u"sha256"_s, u"00"_s}, {u"bytes"_s, 1}}}, u"../x"_s);
    row("short hash of another picture", u"derived"_s,
        QJsonArray{QJsonObject{{u"file"_s, u"x.png"_s}, {u"sha256"_s, QString(64, u'0')}, {u"bytes"_s, 1},
            {u"made_of"_s, u"abc"_s}}},
        u"made_of"_s);
    row("the manifest", u"file"_s, u"flags.json"_s, u"flags.json"_s);
    row("the manifest on a file system without case", u"file"_s, u"FLAGS.JSON"_s, u"FLAGS.JSON"_s);
    row("below the manifest", u"file"_s, u"flags.json/x.svg"_s, u"flags.json"_s);
    row("somebody's own file", u"file"_s, u"thesis.odt"_s, u"thesis.odt"_s);
    row("somebody's own file, as a derived one", u"derived"_s,
        QJsonArray{QJsonObject{{u"file"_s, u"thesis.odt"_s}, {u"sha256"_s, u"00"_s}, {u"bytes"_s, 1}}},
        u"thesis.odt"_s);
    row("no ending", u"file"_s, u"Makefile"_s, u"Makefile"_s);
    row("picture made of another flag", u"file"_s, u"DE-Land-320.png"_s, u"twice"_s);
    row("file of another flag", u"file"_s, u"DE-Land.svg"_s, u"twice"_s);
}

void tst_Manifest::hostileEntryIsRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, mentioned);

    const auto read = manifestFromJson(withFlag(key, value));

    const auto *problem = std::get_if<ManifestProblem>(&read);
    QVERIFY(problem);
    QVERIFY2(problem->text.contains(mentioned), qPrintable(problem->text));
}

void tst_Manifest::whatIsNoManifestIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray whole = manifestToJson(fullManifest());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << whole.first(whole.size() / 2);
    QTest::newRow("no JSON") << QByteArray("PNG\r\n");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("something else") << QByteArray("{\"format\": \"other\", \"version\": 1}");
    QTest::newRow("flags that are no list")
        << QByteArray(whole).replace("\"flags\":", "\"flags\": 1, \"x\":");
    QTest::newRow("bad source") << QByteArray(whole).replace(
        "https://flags.example/{cc}.svg", "file:///etc/{cc}");
    QTest::newRow("bad template") << QByteArray(whole).replace("{CC}-{country}", "../flag");
}

void tst_Manifest::whatIsNoManifestIsRefused()
{
    QFETCH(QByteArray, json);

    const auto read = manifestFromJson(json);

    QVERIFY(std::holds_alternative<ManifestProblem>(read));
    QVERIFY(!std::get<ManifestProblem>(read).text.isEmpty());
}

void tst_Manifest::newerVersionIsReadAsFarAsItIsKnown()
{
    QJsonObject object = objectOf(fullManifest());
    object.insert("version"_L1, 2);
    object.insert("sources"_L1, QJsonObject());
    QJsonArray flags = object.value("flags"_L1).toArray();
    flags.append(QJsonObject{{u"code"_s, u"future"_s}});
    flags.append(flags.first()); // as if two flags could share a file by then
    object.insert("flags"_L1, flags);

    const auto read = manifestFromJson(QJsonDocument(object).toJson());

    QVERIFY(std::holds_alternative<ReadManifest>(read));
    QVERIFY(std::get<ReadManifest>(read).isNewer);
    QCOMPARE(std::get<ReadManifest>(read).manifest.flags, fullManifest().flags);
}

// Comparing each entry with all the others took minutes.
void tst_Manifest::manyEntriesAreReadInTime()
{
    constexpr int entries = 140'000;
    QByteArray json = R"({"format":"flagfetch-set","version":1,"name":"{CC}","sources":[],"flags":[)";
    for (int i = 0; i < entries; ++i)
        json += QByteArray(i > 0 ? "," : "") + R"({"bytes":1,"code":"DE","file":"D)"
            + QByteArray::number(i, 16) + R"(.svg","sha256":")" + QByteArray(64, '0') + "\"}";
    json += "]}";
    QVERIFY(json.size() <= largestManifest);
    QElapsedTimer timer;
    timer.start();

    const auto read = manifestFromJson(json);

    QVERIFY(std::holds_alternative<ReadManifest>(read));
    QCOMPARE(std::get<ReadManifest>(read).manifest.flags.size(), entries);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed()))); // sanitizers are slow
}

void tst_Manifest::replacingManyFlagsTakesNoLonger()
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

void tst_Manifest::stopsReading()
{
    std::stop_source stop;
    stop.request_stop();

    const auto read = manifestFromJson(manifestToJson(fullManifest()), stop.get_token());

    QVERIFY(std::get<ReadManifest>(read).manifest.flags.isEmpty());
}

// They come to a terminal, a table and a document.
void tst_Manifest::textsAreLimitedAndPlain()
{
    const QString hostile = u"a\u001b[2J\u202eb\u2028"_s + QString(900'000, u'x');
    for (const QString &key : {u"country"_s, u"licence"_s}) {
        const auto read = manifestFromJson(withFlag(key, hostile));
        QVERIFY(std::holds_alternative<ReadManifest>(read));
        const SetFlag flag = std::get<ReadManifest>(read).manifest.flags.first();
        const QString text = key == "country"_L1 ? flag.country : flag.licence;
        QVERIFY2(text.startsWith("a [2J b x"_L1), qPrintable(text.first(12)));
        QCOMPARE(text.size(), longestPlainText);
    }
    QJsonObject object = objectOf(fullManifest());
    QJsonObject source = object.value("sources"_L1).toArray().first().toObject();
    source.insert("title"_L1, hostile);
    object.insert("sources"_L1, QJsonArray{source});
    const auto read = manifestFromJson(QJsonDocument(object).toJson());
    QVERIFY(std::holds_alternative<ReadManifest>(read));
    QCOMPARE(std::get<ReadManifest>(read).manifest.sources.first().title, plainText(hostile));
}

void tst_Manifest::sizeIsNotUnderestimated()
{
    Manifest manifest = fullManifest();
    qint64 bytes = manifestToJson(manifest).size();
    for (int i = 0; i < 5; ++i) {
        SetFlag flag = fullManifest().flags.last();
        flag.file = u"%1.svg"_s.arg(i);
        flag.derived.first().file = u"%1.png"_s.arg(i);
        bytes += sizeInManifest(flag);
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
