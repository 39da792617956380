#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_SourceList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void readsTheKeysOfNames();
    void omittedKeysHaveDefaults();
    void reportsInvalidFiles_data();
    void reportsInvalidFiles();
    void neverShowsAPassword();
    void joiningReplacesById();

private:
    const SourceList m_shipped = SourceList::shipped();
};

namespace {

const Country chinaByCode{.code = u"CN"_s, .iso3 = u"CHN"_s, .name = u"China"_s, .displayName = u"China"_s};

SourceList listOf(const QByteArray &json)
{
    auto list = SourceList::fromJson(json, u"mine.json"_s);
    if (!list)
        qWarning("%s", qPrintable(list.error().text));
    return std::move(list).value();
}

QStringList idsOf(const SourceList &list)
{
    QStringList ids;
    for (const Source &source : list.sources())
        ids.append(source.id);
    return ids;
}

} // namespace

void tst_SourceList::readsEveryKey()
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
            = {{.format = u"png"_s, .urlTemplate = u"https://h/{CC}.png"_s, .widths = {}, .defaultWidth = 0}},
            .metadataTemplate = u"https://h/{iso3}.json"_s,
            .names = {},
            .licence = u"MIT"_s,
            .licenceUrl = QUrl(u"https://h/licence"_s),
            .limit = 7,
            .pause = std::chrono::milliseconds(250),
            .codes = QStringList{u"EU"_s, u"GB-ENG"_s},
            .embedded = Embedded::No})});
}

void tst_SourceList::readsTheKeysOfNames()
{
    const SourceList list = listOf(R"([
        {"id": "one", "image": "https://h/{cc}", "metadata": "https://h/{cc}.json", "metadataName": "name.common"},
        {"id": "two", "image": "https://h/{cc}", "names": "https://h/n.json", "namesCode": "cca2", "namesName": "name"}])");
    QCOMPARE(list.sources().at(0).metadataName, u"name.common"_s);
    const NamesFile file{.url = QUrl(u"https://h/n.json"_s), .codePath = u"cca2"_s, .namePath = u"name"_s};
    QCOMPARE(list.sources().at(1).names, std::optional(file));
}

void tst_SourceList::omittedKeysHaveDefaults()
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

void tst_SourceList::reportsInvalidFiles_data()
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
        u"mine.json, entry 2: "_s, u"\"A\" occurs twice"_s);
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
        u"are possible only together"_s);
    images("placeholder without widths", R"("format": "png", "url": "http://h/{width}/{cc}")",
        u"are possible only together"_s);
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
    entry("extras no code", R"("image": "http://h/{cc}", "extras": ["eu"])", u"not a code in capitals"_s);
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
    const QByteArrayList pauses{"-1", "60001", "0.5", "\"5\""};
    for (const QByteArray &pause : pauses)
        entry(QByteArray("pause " + pause).constData(), R"("image": "http://h/{cc}", "pause": )" + pause,
            u"from 0 to 60000"_s);
    const QByteArrayList limits{"0", "-1", "1001", "2.5", "\"5\"", "true", "1e99"};
    for (const QByteArray &limit : limits)
        entry(QByteArray("limit " + limit).constData(), R"("image": "http://h/{cc}", "limit": )" + limit,
            u"from 1 to 1000"_s);
    entry("embedded", R"("image": "{cc}.svg", "embedded": "fast")", u"\"plain\", \"slow\" or \"faulty\""_s);
    entry(
        "embedded, not relative", R"("image": "http://h/{cc}", "embedded": "plain")", u"must be relative"_s);
    entry("embedded, other host", R"("image": "//h/{cc}", "embedded": "plain")", u"must be relative"_s);
}

void tst_SourceList::reportsInvalidFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    QFETCH(QString, reason);
    const auto list = SourceList::fromJson(json, u"mine.json"_s);
    QVERIFY(!list);
    const QString problem = list.error().text;
    QVERIFY2(problem.startsWith(where), qPrintable(problem));
    QVERIFY2(problem.contains(reason), qPrintable(problem));
    QVERIFY2(!problem.contains(u'\n'), qPrintable(problem));
}

void tst_SourceList::neverShowsAPassword()
{
    const auto list
        = SourceList::fromJson(R"([{"id": "a", "image": "http://ann:secret@h/{cc}"}])", u"mine.json"_s);
    QVERIFY(!list);
    QVERIFY(!list.error().text.contains("secret"_L1));
    const auto word = m_shipped.resolve(u"ann:secret@h"_s);
    QVERIFY(!word);
    QVERIFY(!word.error().text.contains("secret"_L1));
    const auto base = m_shipped.resolve(u"ftp://ann:secret@h/"_s);
    QVERIFY(!base);
    QVERIFY(!base.error().text.contains("secret"_L1));
}

void tst_SourceList::joiningReplacesById()
{
    const SourceList own
        = listOf(R"([{"id": "a", "image": "http://h/a/{cc}"}, {"id": "b", "image": "http://h/b/{cc}"}])");
    const SourceList more
        = listOf(R"([{"id": "c", "image": "http://h/c/{cc}"}, {"id": "A", "image": "http://h/new/{cc}"}])");
    const SourceList joined = own.joinedWith(more.sources());
    QCOMPARE(idsOf(joined), (QStringList{u"A"_s, u"b"_s, u"c"_s}));
    QCOMPARE(joined.sources().constFirst().imageTemplate, u"http://h/new/{cc}"_s);
}

FLAGFETCH_TEST(tst_SourceList, Core)

#include "tst_sourcelist.moc"
