#include "app/sources/sourceentry.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSourceList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void readsHowNamesAreFound();
    void leavesOutWhatIsNotGiven();
    void refusesBadFilesWithAReason_data();
    void refusesBadFilesWithAReason();
    void neverShowsAPassword();
    void joinsReplacingById();
    void resolvesIdsAndAliases_data();
    void resolvesIdsAndAliases();
    void resolvesAddresses_data();
    void resolvesAddresses();
    void everyAddressCanBeWrittenDown_data();
    void everyAddressCanBeWrittenDown();
    void refusesWhatIsNoSource_data();
    void refusesWhatIsNoSource();

private:
    const SourceList m_shipped = SourceList::shipped();
};

namespace {

const Country chinaByCode{.code = u"CN"_s, .iso3 = u"CHN"_s, .name = u"China"_s, .displayName = u"China"_s};

SourceList listOf(const QByteArray &json)
{
    auto list = SourceList::fromJson(json, u"mine.json"_s);
    if (const auto *problem = std::get_if<SourceProblem>(&list))
        qWarning("%s", qPrintable(problem->text));
    return std::get<SourceList>(std::move(list));
}

QStringList idsOf(const SourceList &list)
{
    QStringList ids;
    for (const Source &source : list.sources())
        ids.append(source.id);
    return ids;
}

} // namespace

void TestSourceList::readsEveryKey()
{
    const SourceList list = listOf(R"([{"id": "mine", "title": "My flags", "image": "https://h/{CC}.png",
        "metadata": "https://h/{iso3}.json", "licence": "MIT", "licenceUrl": "https://h/licence", "codes": ["EU", "GB-ENG"], "limit": 7,
        "pause": 250}])");
    QCOMPARE(list.sources(),
        QList<Source>{(Source{.id = u"mine"_s,
            .title = u"My flags"_s,
            .imageTemplate = u"https://h/{CC}.png"_s,
            .format = u"png"_s,
            .pictures
            = {{.format = u"png"_s, .urlTemplate = u"https://h/{CC}.png"_s, .widths = {}, .usualWidth = 0}},
            .metadataTemplate = u"https://h/{iso3}.json"_s,
            .names = {},
            .licence = u"MIT"_s,
            .licenceUrl = QUrl(u"https://h/licence"_s),
            .limit = 7,
            .pause = std::chrono::milliseconds(250),
            .codes = QStringList{u"EU"_s, u"GB-ENG"_s},
            .embedded = Embedded::No})});
}

void TestSourceList::readsHowNamesAreFound()
{
    const SourceList list = listOf(R"([
        {"id": "one", "image": "https://h/{cc}", "metadata": "https://h/{cc}.json", "metadataName": "name.common"},
        {"id": "two", "image": "https://h/{cc}", "names": "https://h/n.json", "namesCode": "cca2", "namesName": "name"}])");
    QCOMPARE(list.sources().at(0).metadataName, u"name.common"_s);
    const NamesFile file{.url = QUrl(u"https://h/n.json"_s), .codePath = u"cca2"_s, .namePath = u"name"_s};
    QCOMPARE(list.sources().at(1).names, std::optional(file));
}

void TestSourceList::leavesOutWhatIsNotGiven()
{
    const Source source = listOf(R"([{"id": "mine", "image": "https://h/{cc}.png"}])").sources().constFirst();
    QCOMPARE(source.title, u"mine"_s);
    QCOMPARE(source.limit, 5);
    QCOMPARE(source.pause.count(), 0);
    QCOMPARE(source.metadataUrl(chinaByCode), std::nullopt);
    QCOMPARE(source.metadataName, u"country"_s);
    QVERIFY(!source.names);
    QVERIFY(source.licenceUrl.isEmpty());
}

void TestSourceList::refusesBadFilesWithAReason_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("reason");
    const QString file = u"mine.json: "_s;
    const QString first = u"mine.json, entry 1: "_s;
    const auto row = [](const char *name, const QByteArray &json, const QString &where,
                         const QString &reason) { QTest::newRow(name) << json << where << reason; };
    const auto entry = [&](const char *name, const QByteArray &keys, const QString &reason) {
        row(name, R"([{"id": "a", )" + keys + "}]", first, reason);
    };

    row("empty", "", file, u"not JSON"_s);
    row("not JSON", "flags", file, u"not JSON"_s);
    row("cut", R"([{"id": "a")", file, u"not JSON"_s);
    row("an object", "{}", file, u"must hold an array"_s);
    row("an entry that is a text", R"(["a"])", first, u"must be an object"_s);
    row("the second entry", R"([{"id": "a", "image": "http://h/{cc}"}, 7])", u"mine.json, entry 2: "_s,
        u"must be an object"_s);
    row("id missing", R"([{"image": "http://h/{cc}"}])", first, u"\"id\" is missing"_s);
    row("id empty", R"([{"id": "", "image": "http://h/{cc}"}])", first, u"\"id\" is missing"_s);
    row("id a number", R"([{"id": 5, "image": "http://h/{cc}"}])", first, u"\"id\" must be a text"_s);
    row("id with a slash", R"([{"id": "a/b", "image": "http://h/{cc}"}])", first, u"allowed are letters"_s);
    row("id with a line end", R"([{"id": "a\n", "image": "http://h/{cc}"}])", first,
        u"allowed are letters"_s);
    row("id twice", R"([{"id": "a", "image": "http://h/{cc}"}, {"id": "A", "image": "http://h/{cc}"}])",
        u"mine.json, entry 2: "_s, u"\"A\" is there twice"_s);
    row("image missing", R"([{"id": "a"}])", first, u"\"image\" is missing"_s);
    entry("unknown key", R"("image": "http://h/{cc}", "imgae": "x")",
        u"\"imgae\" is not known; allowed are id, title"_s);
    entry("image of a file", R"("image": "file:///{cc}.png")", u"only http:// and https://"_s);
    entry("image without scheme", R"("image": "//h/{cc}.png")", u"begins with http://"_s);
    entry("image without placeholder", R"("image": "http://h/a.png")",
        u"placeholder for the country is missing"_s);
    entry("image with a user name", R"("image": "http://ann@h/{cc}")",
        u"user name or password is not allowed"_s);
    entry("unknown placeholder", R"("image": "http://h/{cc}/{name}")", u"{name} is not known"_s);
    entry("width without widths", R"("image": "http://h/{width}/{cc}")",
        u"the placeholder {width} can be used in \"images\" only"_s);
    const auto images = [&](const char *name, const QByteArray &keys, const QString &reason) {
        entry(name, R"("images": [{)" + keys + "}]", reason);
    };
    images("images without url", R"("format": "png")", u"needs a \"url\""_s);
    images("images without format", R"("url": "http://h/{cc}")", u"needs a \"format\" or \"formats\""_s);
    images("format unknown", R"("format": "bmp", "url": "http://h/{cc}")",
        u"\"bmp\" is not known; allowed are svg"_s);
    images("formats without placeholder", R"("formats": ["png", "gif"], "url": "http://h/{cc}")",
        u"need the placeholder {format}"_s);
    images("widths without placeholder", R"("format": "png", "url": "http://h/{cc}", "widths": [20])",
        u"need each other"_s);
    images("placeholder without widths", R"("format": "png", "url": "http://h/{width}/{cc}")",
        u"need each other"_s);
    images("widths empty", R"("format": "png", "url": "http://h/{width}/{cc}", "widths": [])",
        u"list of whole numbers from 1 to 10000"_s);
    images("width too large", R"("format": "png", "url": "http://h/{width}/{cc}", "widths": [20000])",
        u"list of whole numbers from 1 to 10000"_s);
    images("usual width", R"("format": "png", "url": "http://h/{width}/{cc}", "widths": [20], "width": 30)",
        u"must be one of the \"widths\""_s);
    images("placeholder unknown", R"("format": "png", "url": "http://h/{name}/{cc}")",
        u"\"images\": http://h/{name}/{cc}: the placeholder {name}"_s);
    images("images of a file", R"("format": "png", "url": "file:///{cc}")", u"only http:// and https://"_s);
    images("images without country", R"("format": "png", "url": "http://h/flag.png")",
        u"placeholder for the country is missing"_s);
    images("images with a user name", R"("format": "png", "url": "http://ann@h/{cc}")",
        u"user name or password"_s);
    images("unknown key inside", R"("format": "png", "url": "http://h/{cc}", "size": 3)",
        u"\"size\" is not known; allowed are url"_s);
    entry("image and images", R"("image": "http://h/{cc}", "images": [])", u"exclude each other"_s);
    entry("images no list", R"("images": {})", u"\"images\" must be a list"_s);
    entry("extras no list", R"("image": "http://h/{cc}", "extras": "EU")", u"must be a list of texts"_s);
    entry("extras no code", R"("image": "http://h/{cc}", "extras": ["eu"])", u"no code in capitals"_s);
    entry("metadata", R"("image": "http://h/{cc}", "metadata": "ftp://h/{cc}")",
        u"\"metadata\": ftp://h/{cc}: only"_s);
    entry("title a number", R"("image": "http://h/{cc}", "title": 1)", u"\"title\" must be a text"_s);
    entry("licence address", R"("image": "http://h/{cc}", "licenceUrl": "gpl")",
        u"\"licenceUrl\": gpl: an address begins"_s);
    entry("metadata and names",
        R"("image": "http://h/{cc}", "metadata": "http://h/{cc}", "names": "http://h/n")",
        u"exclude each other"_s);
    entry("names without address", R"("image": "http://h/{cc}", "namesCode": "code")",
        u"\"names\" is missing"_s);
    entry("names of a file", R"("image": "http://h/{cc}", "names": "file:///n.json")", u"\"names\": file:"_s);
    for (const QByteArray pause : {"-1", "60001", "0.5", "\"5\""})
        entry(QByteArray("pause " + pause).constData(), R"("image": "http://h/{cc}", "pause": )" + pause,
            u"from 0 to 60000"_s);
    for (const QByteArray limit : {"0", "-1", "1001", "2.5", "\"5\"", "true", "1e99"})
        entry(QByteArray("limit " + limit).constData(), R"("image": "http://h/{cc}", "limit": )" + limit,
            u"from 1 to 1000"_s);
    entry("embedded", R"("image": "{cc}.svg", "embedded": "fast")", u"\"plain\", \"slow\" or \"faulty\""_s);
    entry(
        "embedded, not relative", R"("image": "http://h/{cc}", "embedded": "plain")", u"must be relative"_s);
    entry("embedded, other host", R"("image": "//h/{cc}", "embedded": "plain")", u"must be relative"_s);
}

void TestSourceList::refusesBadFilesWithAReason()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    QFETCH(QString, reason);
    const auto list = SourceList::fromJson(json, u"mine.json"_s);
    const auto *problem = std::get_if<SourceProblem>(&list);
    QVERIFY(problem);
    QVERIFY2(problem->text.startsWith(where), qPrintable(problem->text));
    QVERIFY2(problem->text.contains(reason), qPrintable(problem->text));
    QVERIFY2(!problem->text.contains(u'\n'), qPrintable(problem->text));
}

void TestSourceList::neverShowsAPassword()
{
    const auto list
        = SourceList::fromJson(R"([{"id": "a", "image": "http://ann:secret@h/{cc}"}])", u"mine.json"_s);
    QVERIFY(!std::get<SourceProblem>(list).text.contains("secret"_L1));
    const auto word = m_shipped.resolve(u"ann:secret@h"_s);
    QVERIFY(!std::get<SourceProblem>(word).text.contains("secret"_L1));
    const auto base = m_shipped.resolve(u"ftp://ann:secret@h/"_s);
    QVERIFY(!std::get<SourceProblem>(base).text.contains("secret"_L1));
}

void TestSourceList::joinsReplacingById()
{
    const SourceList own
        = listOf(R"([{"id": "a", "image": "http://h/a/{cc}"}, {"id": "b", "image": "http://h/b/{cc}"}])");
    const SourceList more
        = listOf(R"([{"id": "c", "image": "http://h/c/{cc}"}, {"id": "A", "image": "http://h/new/{cc}"}])");
    const SourceList joined = own.joinedWith(more.sources());
    QCOMPARE(idsOf(joined), (QStringList{u"A"_s, u"b"_s, u"c"_s}));
    QCOMPARE(joined.sources().constFirst().imageTemplate, u"http://h/new/{cc}"_s);
}

void TestSourceList::resolvesIdsAndAliases_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << u"builtin-slow"_s << u"builtin-slow"_s;
    QTest::newRow("id in capitals") << u"BUILTIN"_s << u"builtin"_s;
    QTest::newRow("LOCAL") << u"LOCAL"_s << u"builtin"_s;
    QTest::newRow("delay") << u"delay"_s << u"builtin-slow"_s;
    QTest::newRow("Error") << u"Error"_s << u"builtin-faulty"_s;
    QTest::newRow("REMOTE") << u"REMOTE"_s << u"fluentpython"_s;
}

void TestSourceList::resolvesIdsAndAliases()
{
    QFETCH(QString, word);
    const auto source = m_shipped.resolve(word);
    QVERIFY(std::holds_alternative<Source>(source));
    QTEST(std::get<Source>(source).id, "id");
}

void TestSourceList::resolvesAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("metadata");
    QTest::addColumn<QString>("id");
    QTest::newRow("base") << u"http://127.0.0.1:8000/flags"_s << u"http://127.0.0.1:8000/flags/cn/cn.gif"_s
                          << u"http://127.0.0.1:8000/flags/cn/metadata.json"_s << u"127.0.0.1"_s;
    QTest::newRow("base with a slash")
        << u"https://h.example/flags/"_s << u"https://h.example/flags/cn/cn.gif"_s
        << u"https://h.example/flags/cn/metadata.json"_s << u"h.example"_s;
    QTest::newRow("host alone") << u"http://h"_s << u"http://h/cn/cn.gif"_s << u"http://h/cn/metadata.json"_s
                                << u"h"_s;
    QTest::newRow("base with credentials") << u"http://ann:pw@h/f"_s << u"http://ann:pw@h/f/cn/cn.gif"_s
                                           << u"http://ann:pw@h/f/cn/metadata.json"_s << u"h"_s;
    QTest::newRow("template") << u"https://h/w320/{cc}.png"_s << u"https://h/w320/cn.png"_s << QString()
                              << u"h"_s;
    QTest::newRow("template with credentials")
        << u"https://ann:pw@h/{iso3}.svg"_s << u"https://ann:pw@h/chn.svg"_s << QString() << u"h"_s;
}

void TestSourceList::resolvesAddresses()
{
    QFETCH(QString, address);
    QFETCH(QString, image);
    QFETCH(QString, metadata);
    QFETCH(QString, id);
    const auto resolved = m_shipped.resolve(address);
    QVERIFY(std::holds_alternative<Source>(resolved));
    const auto &source = std::get<Source>(resolved);
    QCOMPARE(source.imageUrl(chinaByCode), QUrl(image));
    QCOMPARE(
        source.metadataUrl(chinaByCode), metadata.isEmpty() ? std::nullopt : std::optional(QUrl(metadata)));
    QCOMPARE(source.id, id);
    QVERIFY(source.title.startsWith(id)); // and a port, if there is one
    QCOMPARE(source.embedded, Embedded::No);
}

void TestSourceList::everyAddressCanBeWrittenDown_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << u"https://flags.example/{cc}.svg"_s << u"flags.example"_s;
    QTest::newRow("umlaut") << u"http://b\u00fccher.de/{cc}.svg"_s << u"xn--bcher-kva.de"_s;
    QTest::newRow("other script") << u"http://\u65d7.cn/{cc}.svg"_s << u"xn--igv.cn"_s;
    QTest::newRow("underscore") << u"http://_x.example/{cc}.svg"_s << u"x.example"_s;
    QTest::newRow("IPv6") << u"http://[fe80::1]:8000/flags"_s << u"ipv6-fe80--1"_s;
    QTest::newRow("IPv6 with a zone") << u"http://[fe80::1%25eth0]/{cc}.svg"_s << u"ipv6-fe80--1-eth0"_s;
}

// A set that has a source which its manifest's readers refuse would be lost.
void TestSourceList::everyAddressCanBeWrittenDown()
{
    QFETCH(QString, address);
    QFETCH(QString, id);
    const auto resolved = m_shipped.resolve(address);
    QVERIFY(std::holds_alternative<Source>(resolved));
    const auto &source = std::get<Source>(resolved);
    QCOMPARE(source.id, id);

    const auto read = sourceFromEntry(entryOfSource(source));
    if (const auto *problem = std::get_if<QString>(&read))
        QFAIL(qPrintable(*problem));
    QCOMPARE(std::get<Source>(read).id, id);
    QCOMPARE(std::get<Source>(read).imageTemplate, source.imageTemplate);
}

void TestSourceList::refusesWhatIsNoSource_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("reason");
    QTest::newRow("word")
        << u"NORTHPOLE"_s
        << u"NORTHPOLE: there is no such source; allowed are builtin, builtin-1x1, builtin-slow, builtin-faulty, debian,"_s;
    QTest::newRow("empty") << u""_s << u"'': there is no such source"_s;
    QTest::newRow("host without scheme") << u"flags.example"_s << u"an http:// or https:// address"_s;
    QTest::newRow("file") << u"file:///tmp/flags"_s << u"file:///tmp/flags: only http:// and https://"_s;
    QTest::newRow("ftp") << u"ftp://h/flags"_s << u"ftp://h/flags: only http:// and https://"_s;
    QTest::newRow("path") << u"/tmp/flags"_s << u"begins with http://"_s;
    QTest::newRow("no scheme") << u"//h/flags"_s << u"begins with http://"_s;
    QTest::newRow("no host") << u"http://"_s << u"has no host"_s;
    QTest::newRow("space") << u"http://h/my flags"_s << u"not a valid address"_s;
    QTest::newRow("query") << u"http://h/flags?size=40"_s << u"needs the placeholder {cc}"_s;
    QTest::newRow("fragment") << u"http://h/flags#top"_s << u"needs the placeholder {cc}"_s;
    QTest::newRow("unknown placeholder") << u"http://h/{country}"_s << u"{country} is not known"_s;
    QTest::newRow("template of a file") << u"file:///{cc}.gif"_s << u"only http:// and https://"_s;
}

void TestSourceList::refusesWhatIsNoSource()
{
    QFETCH(QString, server);
    QFETCH(QString, reason);
    const auto resolved = m_shipped.resolve(server);
    const auto *problem = std::get_if<SourceProblem>(&resolved);
    QVERIFY(problem);
    QVERIFY2(problem->text.contains(reason), qPrintable(problem->text));
}

FLAGFETCH_TEST(TestSourceList, Core)

#include "tst_sourcelist.moc"
