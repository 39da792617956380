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

namespace {

QJsonObject objectOf(const Manifest &manifest)
{
    return QJsonDocument::fromJson(manifestToJson(manifest)).object();
}

QByteArray withFlag(const QString &key, const QJsonValue &value)
{
    QJsonObject object = objectOf(someset::fullManifest());
    QJsonArray flags = object.value("flags"_L1).toArray();
    QJsonObject flag = flags.first().toObject();
    flag.insert(key, value);
    flags.replace(0, flag);
    object.insert("flags"_L1, flags);
    return QJsonDocument(object).toJson();
}

} // namespace

/// Reading a manifest that others may have written.
class tst_ManifestJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileEntryIsRefused_data();
    void hostileEntryIsRefused();
    void invalidManifestIsRefused_data();
    void invalidManifestIsRefused();
    void newerVersionIsReadAsFarAsUnderstood_data();
    void newerVersionIsReadAsFarAsUnderstood();
    void manyEntriesAreReadInTime();
    void stopsReading();
    void textsAreCutAndCleaned();
};

void tst_ManifestJson::hostileEntryIsRefused_data()
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
    row("other kind of file", u"file"_s, u"thesis.odt"_s, u"thesis.odt"_s);
    row("other kind of derived file", u"derived"_s,
        QJsonArray{QJsonObject{{u"file"_s, u"thesis.odt"_s}, {u"sha256"_s, u"00"_s}, {u"bytes"_s, 1}}},
        u"thesis.odt"_s);
    row("no suffix", u"file"_s, u"Makefile"_s, u"Makefile"_s);
    row("picture made of another flag", u"file"_s, u"DE-Land-320.png"_s, u"twice"_s);
    row("file of another flag", u"file"_s, u"DE-Land.svg"_s, u"twice"_s);
}

void tst_ManifestJson::hostileEntryIsRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, mentioned);

    const auto read = manifestFromJson(withFlag(key, value));

    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(mentioned), qPrintable(read.error().text));
}

void tst_ManifestJson::invalidManifestIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray whole = manifestToJson(someset::fullManifest());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << whole.first(whole.size() / 2);
    QTest::newRow("no JSON") << QByteArray("PNG\r\n");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("something else") << QByteArray("{\"format\": \"other\", \"version\": 1}");
    QTest::newRow("flags that are no list")
        << QByteArray(whole).replace("\"flags\":", "\"flags\": 1, \"x\":");
    QTest::newRow("bad source") << QByteArray(whole).replace(
        "https://flags.example/{cc}.svg", "file:///etc/{cc}");
    QTest::newRow("too many sources") << manifestToJson(someset::withSources(1001));
    QTest::newRow("bad template") << QByteArray(whole).replace("{CC}-{country}", "../flag");
}

void tst_ManifestJson::invalidManifestIsRefused()
{
    QFETCH(QByteArray, json);

    const auto read = manifestFromJson(json);

    QVERIFY(!read);
    QVERIFY(!read.error().text.isEmpty());
}

void tst_ManifestJson::newerVersionIsReadAsFarAsUnderstood_data()
{
    QTest::addColumn<QJsonValue>("version");
    QTest::newRow("2") << QJsonValue(2);
    QTest::newRow("larger than an integer") << QJsonValue(1e300);
}

void tst_ManifestJson::newerVersionIsReadAsFarAsUnderstood()
{
    QFETCH(QJsonValue, version);
    QJsonObject object = objectOf(someset::fullManifest());
    object.insert("version"_L1, version);
    object.insert("sources"_L1, QJsonObject());
    QJsonArray flags = object.value("flags"_L1).toArray();
    flags.append(QJsonObject{{u"code"_s, u"future"_s}});
    flags.append(flags.first()); // violates the rule that each file is there once
    object.insert("flags"_L1, flags);

    const auto read = manifestFromJson(QJsonDocument(object).toJson());

    QVERIFY(read);
    QVERIFY(read->isNewer);
    QCOMPARE(read->manifest.flags, someset::fullManifest().flags);
}

// Comparing each entry with all others took minutes.
void tst_ManifestJson::manyEntriesAreReadInTime()
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

    QVERIFY(read);
    QCOMPARE(read->manifest.flags.size(), entries);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed()))); // sanitizers are slow
}

void tst_ManifestJson::stopsReading()
{
    std::stop_source stop;
    stop.request_stop();

    const auto read = manifestFromJson(manifestToJson(someset::fullManifest()), stop.get_token());

    QVERIFY(read);
    QVERIFY(read->manifest.flags.isEmpty());
}

// These texts appear in a terminal, a table and a document.
void tst_ManifestJson::textsAreCutAndCleaned()
{
    const QString hostile = u"a\u001b[2J\u202eb\u2028"_s + QString(900'000, u'x');
    for (const QString &key : {u"country"_s, u"licence"_s}) {
        const auto read = manifestFromJson(withFlag(key, hostile));
        QVERIFY(read);
        const SetFlag flag = read->manifest.flags.first();
        const QString text = key == "country"_L1 ? flag.country : flag.licence;
        QVERIFY2(text.startsWith("a [2J b x"_L1), qPrintable(text.first(12)));
        QCOMPARE(text.size(), longestPlainText);
    }
    QJsonObject object = objectOf(someset::fullManifest());
    QJsonObject source = object.value("sources"_L1).toArray().first().toObject();
    source.insert("title"_L1, hostile);
    object.insert("sources"_L1, QJsonArray{source});
    const auto read = manifestFromJson(QJsonDocument(object).toJson());
    QVERIFY(read);
    QCOMPARE(read->manifest.sources.first().title, plainText(hostile));
}

FLAGFETCH_TEST(tst_ManifestJson, None)
#include "tst_manifestjson.moc"
