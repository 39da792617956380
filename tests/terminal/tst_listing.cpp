#include "app/countries/catalogue.h"
#include "app/storage/ownsources.h"
#include "app/terminal/commandline.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// --list-countries and --list-sources.
class TestListing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void everyCountryHasALine();
    void namesFollowTheLanguage_data();
    void namesFollowTheLanguage();
    void countriesArePrintedAsJson();
    void everySourceHasALine();
    void sourcesArePrintedAsJson();
    void ownSourcesAreMarked();
    void conflictingOptionsAreRefused_data();
    void conflictingOptionsAreRefused();

private:
    [[nodiscard]] static CommandLine read(const QStringList &words)
    {
        static const Catalogue catalogue;
        return readCommandLine(QStringList{u"flagfetch"_s} + words, catalogue);
    }
    /// Empty if the command line does not request a text.
    [[nodiscard]] static QString textFor(const QStringList &words)
    {
        const CommandLine commandLine = read(words);
        const auto *information = std::get_if<Information>(&commandLine);
        return information ? information->text : QString();
    }
    [[nodiscard]] static QJsonArray dataFor(const QStringList &words)
    {
        return QJsonDocument::fromJson(textFor(words).toUtf8()).array();
    }
    [[nodiscard]] static QJsonObject entry(const QJsonArray &array, const QString &key, const QString &value)
    {
        const auto found = std::find_if(array.begin(), array.end(),
            [&](const QJsonValue &entry) { return entry.toObject().value(key).toString() == value; });
        return found == array.end() ? QJsonObject() : (*found).toObject();
    }
};

void TestListing::everyCountryHasALine()
{
    const QStringList lines = textFor({u"--list-countries"_s}).split(u'\n', Qt::SkipEmptyParts);

    QCOMPARE(lines.size(), 250);
    QVERIFY(
        lines.contains(u"DE  DEU  276  europe      western-europe             🇩🇪  Germany (Deutschland)"_s));
    QVERIFY(lines.contains(u"IE  IRL  372  europe      northern-europe            🇮🇪  Ireland"_s));
    QVERIFY(std::ranges::any_of(lines, [](const QString &line) { return line.startsWith(u"XK  "_s); }));
}

void TestListing::namesFollowTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("germany");
    QTest::newRow("Chinese") << u"zh"_s << u"德国"_s;
    QTest::newRow("German") << u"de"_s << u"Deutschland"_s;
    QTest::newRow("Arabic") << u"ar"_s << u"ألمانيا"_s;
}

void TestListing::namesFollowTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, germany);

    QVERIFY(textFor({u"--list-countries"_s, u"--language"_s, language}).contains(u"🇩🇪  "_s + germany));
}

void TestListing::countriesArePrintedAsJson()
{
    const QJsonArray countries = dataFor({u"--list-countries"_s, u"--json"_s, u"--language"_s, u"zh"_s});

    QCOMPARE(countries.size(), 250);
    const QJsonObject china = entry(countries, u"code"_s, u"CN"_s);
    QCOMPARE(china.value("iso3"_L1), u"CHN"_s);
    QCOMPARE(china.value("name"_L1), u"中国"_s);
    QCOMPARE(china.value("english"_L1), u"China"_s);
    QCOMPARE(china.value("number"_L1), u"156"_s);
    QCOMPARE(china.value("native"_L1), u"中国"_s);
    QCOMPARE(china.value("continent"_L1), u"asia"_s);
    QCOMPARE(china.value("region"_L1), u"eastern-asia"_s);
    QCOMPARE(china.value("emoji"_L1), u"🇨🇳"_s);
    QVERIFY(entry(countries, u"code"_s, u"XK"_s).value("number"_L1).isNull());
}

void TestListing::everySourceHasALine()
{
    const QString text = textFor({u"--list-sources"_s});

    const SourceList shipped = SourceList::shipped();
    QCOMPARE(text.count(u'\n'), shipped.sources().size());
    for (const Source &source : shipped.sources())
        QVERIFY2(text.contains(source.id), qPrintable(source.id));
    QVERIFY(text.contains(u"Built-in; svg; MIT, flag-icons 7.5.0; also 19 regions and organisations"_s));
}

void TestListing::sourcesArePrintedAsJson()
{
    const QJsonArray sources = dataFor({u"--list-sources"_s, u"--json"_s});

    QCOMPARE(sources.size(), SourceList::shipped().sources().size());
    const QJsonObject remote = entry(sources, u"id"_s, u"fluentpython"_s);
    QCOMPARE(remote.value("image"_L1), u"https://www.fluentpython.com/data/flags/{cc}/{cc}.gif"_s);
    QCOMPARE(remote.value("limit"_L1), 5);
    QVERIFY(remote.value("names"_L1).isNull());
    QCOMPARE(remote.value("own"_L1), false);
    const QJsonObject many = entry(sources, u"id"_s, u"flagcdn"_s);
    QCOMPARE(many.value("formats"_L1).toArray(), (QJsonArray{u"png"_s, u"webp"_s, u"jpg"_s, u"svg"_s}));
    QCOMPARE(many.value("widths"_L1).toObject().value("jpg"_L1).toArray().size(), 8);
    QVERIFY(many.value("extras"_L1).toArray().contains(u"US-CA"_s));
    QCOMPARE(remote.value("extras"_L1).toArray(), QJsonArray());
}

void TestListing::ownSourcesAreMarked()
{
    QVERIFY(QDir().mkpath(QFileInfo(ownSourcesPath()).path()));
    QFile file(ownSourcesPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"id": "mine", "title": "Mine", "image": "http://h/{cc}.png"}, {"id": "bad"}])");
    file.close();

    const CommandLine commandLine = read({u"--list-sources"_s});
    const bool isOwn
        = entry(dataFor({u"--list-sources"_s, u"--json"_s}), u"id"_s, u"mine"_s).value("own"_L1).toBool();
    QVERIFY(file.remove());

    const auto *information = std::get_if<Information>(&commandLine);
    QVERIFY(information);
    QVERIFY2(information->text.contains("Mine; png; yours"_L1), qPrintable(information->text));
    QCOMPARE(information->remarks.size(), 1);
    QVERIFY(information->remarks.first().contains("entry 2"_L1));
    QVERIFY(isOwn);
}

void TestListing::conflictingOptionsAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    QTest::newRow("both lists") << QStringList{u"--list-countries"_s, u"--list-sources"_s}
                                << u"--list-sources"_s;
    QTest::newRow("codes") << QStringList{u"--list-countries"_s, u"FR"_s} << u"FR"_s;
    QTest::newRow("a download") << QStringList{u"--list-sources"_s, u"--headless"_s} << u"--headless"_s;
    QTest::newRow("a folder") << QStringList{u"--list-sources"_s, u"-o"_s, u"x"_s} << u"--output"_s;
    QTest::newRow("a language alone") << QStringList{u"--language"_s, u"de"_s} << u"--language"_s;
}

void TestListing::conflictingOptionsAreRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);

    const CommandLine commandLine = read(words);

    const auto *error = std::get_if<UsageError>(&commandLine);
    QVERIFY(error);
    QVERIFY2(error->text.contains(named), qPrintable(error->text));
}

FLAGFETCH_TEST(TestListing, Core)
#include "tst_listing.moc"
