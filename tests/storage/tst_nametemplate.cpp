#include "app/countries/catalogue.h"
#include "app/storage/filename.h"
#include "app/storage/nametemplate.h"
#include "tests/support/testprogram.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const Country germany{.code = u"DE"_s,
    .iso3 = u"DEU"_s,
    .name = u"Germany"_s,
    .displayName = u"Deutschland"_s,
    .number = 276,
    .continent = u"europe"_s};
const Country unknown{.code = u"XX"_s, .iso3 = {}, .name = {}, .displayName = u"XX"_s};

NameTemplate made(const QString &text)
{
    const auto parsed = NameTemplate::parse(text);
    if (!parsed)
        qFatal("%s: %s", qPrintable(text), qPrintable(parsed.error()));
    return *parsed;
}

QString pathFor(const QString &text, const Country &country, const QString &name)
{
    return made(text).pathOf(
        {.country = country, .name = name, .source = u"builtin"_s, .width = 320, .suffix = u"svg"_s});
}

/// Returns equal texts for names that a file system without case or normalization does not distinguish.
QString alike(const QString &path)
{
    return path.normalized(QString::NormalizationForm_KD).toCaseFolded();
}

} // namespace

class tst_NameTemplate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholdersAreReplaced_data();
    void placeholdersAreReplaced();
    void catalogueReplacesUnusableNames_data();
    void catalogueReplacesUnusableNames();
    void catalogueNamesAreUnique_data();
    void catalogueNamesAreUnique();
    void twoCountriesNeverShareAFile_data();
    void twoCountriesNeverShareAFile();
    void eachComponentIsSafe();
    void reservedNamesAreAvoided_data();
    void reservedNamesAreAvoided();
    void problemsAreReported_data();
    void problemsAreReported();
};

void tst_NameTemplate::placeholdersAreReplaced_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    const QString name = u"Federal Germany"_s;
    const auto row = [&](const char *title, const QString &text, const QString &path) {
        QTest::newRow(title) << text << name << path;
    };
    row("default", u"{CC}-{country}"_s, u"DE-Federal_Germany.svg"_s);
    row("codes", u"{cc} {iso3} {CC} {num}"_s, u"de_deu_DE_276.svg"_s);
    row("text around", u"flag of {country} today {cc}"_s, u"flag_of_Federal_Germany_today_de.svg"_s);
    row("folders", u"{continent}/{source}/{CC}"_s, u"europe/builtin/DE.svg"_s);
    row("Chinese", u"{country:zh}"_s, u"德国.svg"_s);
    row("Arabic beside the code", u"{cc}-{country:ar}"_s, u"de-ألمانيا.svg"_s);
    row("width", u"{CC}-{width}"_s, u"DE-320.svg"_s);
    row("suffix named", u"{CC}.{ext}"_s, u"DE.svg"_s);
    row("suffix as a folder", u"{ext}/{CC}"_s, u"svg/DE.svg"_s);
    row("name unlike the catalogue gets the code", u"{country}"_s, u"Federal_Germany-DE.svg"_s);
    QTest::newRow("catalogue's name") << u"{country}"_s << u"Germany"_s << u"Germany.svg"_s;
    QTest::newRow("catalogue's name in other case") << u"{country}"_s << u"GERMANY"_s << u"GERMANY.svg"_s;
    QTest::newRow("name beside a source")
        << u"{country}-{source}"_s << u"Germany"_s << u"Germany-builtin-DE.svg"_s;
    QTest::newRow("name like a placeholder") << u"{CC}-{country}"_s << u"{cc}"_s << u"DE-{cc}.svg"_s;
    QTest::newRow("name with parent folders")
        << u"{CC}-{country}"_s << u"../../etc/passwd"_s << u"DE-etc_passwd.svg"_s;
    QTest::newRow("name of a device") << u"{country}"_s << u"con"_s << u"flag-con-DE.svg"_s;
    QTest::newRow("long name") << u"{CC}-{country}"_s << u"é"_s.repeated(200)
                               << QString(u"DE-"_s + u"é"_s.repeated(116) + u".svg"_s);
    QTest::newRow("long name in front")
        << u"{country}-{CC}"_s << u"x"_s.repeated(300) << QString(u"x"_s.repeated(233) + u"-DE.svg"_s);
}

void tst_NameTemplate::placeholdersAreReplaced()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QString, path);

    QCOMPARE(pathFor(text, germany, name), path);
}

void tst_NameTemplate::catalogueReplacesUnusableNames_data()
{
    QTest::addColumn<Country>("country");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << germany << QString() << u"DE-Germany.svg"_s;
    QTest::newRow("dots") << germany << u".."_s << u"DE-Germany.svg"_s;
    QTest::newRow("invisible") << germany << u"\u200B\u202E"_s << u"DE-Germany.svg"_s;
    QTest::newRow("unknown country") << unknown << QString() << u"XX-XX.svg"_s;
}

void tst_NameTemplate::catalogueReplacesUnusableNames()
{
    QFETCH(Country, country);
    QFETCH(QString, name);
    QFETCH(QString, path);

    QCOMPARE(pathFor(u"{CC}-{country}"_s, country, name), path);
}

void tst_NameTemplate::catalogueNamesAreUnique_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"{country}"_s, u"{country:zh}"_s, u"{country:ar}"_s, u"{country:tr}"_s,
             u"{continent}/{country}"_s, u"{country}-{width}"_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

void tst_NameTemplate::catalogueNamesAreUnique()
{
    QFETCH(QString, text);
    const NameTemplate nameTemplate = made(text);

    QHash<QString, QString> codes;
    const Catalogue catalogue;
    for (const Country &country : catalogue.countries()) {
        const QString path = nameTemplate.pathOf(
            {.country = country, .name = country.name, .width = 320, .suffix = u"svg"_s});
        QVERIFY2(!path.contains(u'-' + country.code), qPrintable(path));
        QVERIFY2(!codes.contains(alike(path)), qPrintable(path));
        codes.insert(alike(path), country.code);
    }
}

void tst_NameTemplate::twoCountriesNeverShareAFile_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
        {u"{CC}-{country}"_s, u"{country}"_s, u"{country}{iso3}"_s, u"{country}/{num}"_s, u"{country:de}"_s,
            u"{country}{country:fr}"_s, u"{country}{source}"_s, u"{country}{continent}"_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

// Sources that use the names of other countries, in other cases, forms and lengths.
void tst_NameTemplate::twoCountriesNeverShareAFile()
{
    QFETCH(QString, text);
    const NameTemplate nameTemplate = made(text);
    const Catalogue catalogue;
    QList<Country> countries = catalogue.countries();
    countries.append({unknown, {.code = u"YY"_s, .iso3 = {}, .name = {}, .displayName = u"YY"_s}});
    const QStringList names{u"Land"_s, u"LAND"_s, u"L\u00e4nd"_s, u"La\u0308nd"_s, u"Germany"_s, u"Niger"_s,
        u"Nigeria"_s, u"Guinea"_s, u"Guinea-Bissau"_s, QString(), u".."_s, u"é"_s.repeated(300), u"CON"_s};

    QHash<QString, QString> codeOfPath;
    for (const QString &name : names) {
        for (const Country &country : std::as_const(countries)) {
            const NameParts parts{
                .country = country, .name = name, .source = u"s"_s, .width = 1, .suffix = u"gif"_s};
            const QString path = nameTemplate.pathOf(parts);
            const QString code = codeOfPath.value(alike(path), country.code);
            QVERIFY2(
                code == country.code, qPrintable(path + u" is of "_s + code + u" and "_s + country.code));
            codeOfPath.insert(alike(path), code);
            QCOMPARE(nameTemplate.pathOf(parts), path);
        }
    }
}

void tst_NameTemplate::eachComponentIsSafe()
{
    const Country hostile{.code = u"DE"_s,
        .iso3 = u"DEU"_s,
        .name = {},
        .displayName = {},
        .number = 276,
        .continent = u"../../etc"_s};

    QCOMPARE(pathFor(u"{continent}/{country}/{CC}"_s, hostile, u"/"_s), u"etc/DE/DE.svg"_s);
    QCOMPARE(pathFor(u"-{country}-/{CC}"_s, germany, u"con"_s), u"flag-con-/DE.svg"_s);
    const QString longPath = pathFor(u"{country}/{country}/{country}"_s, germany, u"国"_s.repeated(200));
    for (const QString &part : longPath.split(u'/'))
        QVERIFY(part.toUtf8().size() <= maximalNameBytes);
}

void tst_NameTemplate::reservedNamesAreAvoided_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("path");
    const QString folder = u"{country}/{CC}"_s;
    QTest::newRow("manifest") << folder << u"flags.json"_s << u"flag-flags.json/DE.svg"_s;
    QTest::newRow("in other case") << folder << u"Flags.JSON"_s << u"flag-Flags.JSON/DE.svg"_s;
    QTest::newRow("sources") << folder << u"ATTRIBUTION.md"_s << u"flag-ATTRIBUTION.md/DE.svg"_s;
    QTest::newRow("damaged manifest")
        << folder << u"flags.json.damaged-1"_s << u"flag-flags.json.damaged-1/DE.svg"_s;
    QTest::newRow("file") << u"{country}"_s << u"flags.json.damaged-1"_s
                          << u"flag-flags.json.damaged-1-DE.svg"_s;
    QTest::newRow("journal") << folder << u".flagfetch-batch.jsonl"_s << u"flagfetch-batch.jsonl/DE.svg"_s;
    QTest::newRow("below") << u"{cc}/{country}"_s << u"flags.json.damaged-1"_s
                           << u"de/flags.json.damaged-1.svg"_s;
}

void tst_NameTemplate::reservedNamesAreAvoided()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    QFETCH(QString, path);
    QCOMPARE(pathFor(text, germany, country), path);
}

void tst_NameTemplate::problemsAreReported_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mentioned"); // empty: no problem
    QTest::newRow("default") << u"{CC}-{country}"_s << QString();
    QTest::newRow("code only") << u"{cc}"_s << QString();
    QTest::newRow("number only") << u"{num}"_s << QString();
    QTest::newRow("folder") << u"flags/{CC}"_s << QString();
    QTest::newRow("unknown placeholder") << u"{CC}-{name}"_s << u"{name}"_s;
    QTest::newRow("empty placeholder") << u"{CC}-{}"_s << u"{}"_s;
    QTest::newRow("brace that stays open") << u"{CC}-{country"_s << u"{"_s;
    QTest::newRow("unknown language") << u"{country:xyzzy}"_s << u"{country:xyzzy}"_s;
    QTest::newRow("nothing unique") << u"{continent}/{source}-{width}"_s << u"same name"_s;
    QTest::newRow("no placeholder") << u"flag"_s << u"same name"_s;
    QTest::newRow("empty") << QString() << u"same name"_s;
    QTest::newRow("absolute") << u"/flags/{CC}"_s << u"cannot begin"_s;
    QTest::newRow("parent") << u"../{CC}"_s << u"\"..\""_s;
    QTest::newRow("folder without a name") << u"flags//{CC}"_s << u"\"\""_s;
    QTest::newRow("folder at the end") << u"{CC}/"_s << u"\"\""_s;
    QTest::newRow("the manifest's name") << u"Flags.json/{CC}"_s << u"Flags.json"_s;
    QTest::newRow("a damaged manifest's name") << u"flags.json.damaged-1/{CC}"_s << u"flags.json.damaged-1"_s;
    QTest::newRow("as deep as can be read") << u"1/2/3/4/5/6/7/8/9/{CC}"_s << QString();
    QTest::newRow("deeper") << u"1/2/3/4/5/6/7/8/9/10/{CC}"_s << u"at most 9 folders"_s;
}

void tst_NameTemplate::problemsAreReported()
{
    QFETCH(QString, text);
    QFETCH(QString, mentioned);

    const auto parsed = NameTemplate::parse(text);

    QCOMPARE(parsed.has_value(), mentioned.isEmpty());
    if (!parsed)
        QVERIFY2(parsed.error().contains(mentioned), qPrintable(parsed.error()));
}

FLAGFETCH_TEST(tst_NameTemplate, None)
#include "tst_nametemplate.moc"
