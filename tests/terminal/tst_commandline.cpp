#include "app/countries/catalogue.h"
#include "app/terminal/commandline.h"
#include "app/terminal/optiontable.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CommandLine readWords(const QStringList &words)
{
    static const Catalogue catalogue;
    return readCommandLine(QStringList{u"flagfetch"_s} + words, catalogue);
}

QString errorOf(const QStringList &words)
{
    const CommandLine commandLine = readWords(words);
    const auto *error = std::get_if<UsageError>(&commandLine);
    return error ? error->text : QString();
}

/// Fails the test that calls it if the words are refused.
Options optionsOf(const QStringList &words)
{
    const CommandLine commandLine = readWords(words);
    const auto *options = std::get_if<Options>(&commandLine);
    [&] { QVERIFY2(options, qPrintable(errorOf(words))); }();
    return options ? *options : Options();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void modeIsWindowWithoutArguments();
    void wordsBecomeSortedCodes();
    void argumentsAreAQuery_data();
    void argumentsAreAQuery();
    void individuallyNamedCodesAreListed_data();
    void individuallyNamedCodesAreListed();
    void extrasAreIncludedOnRequestOnly();
    void codesAreReadFromAFile();
    void everyOptionSetsItsValue();
    void serverIsASourceOrAnAddress_data();
    void serverIsASourceOrAnAddress();
    void serversKeepTheirOrder();
    void serversOnOneHostHaveDifferentNames();
    void formatAppliesToTheDefaultSource();
    void headlessIsAllowedWithSetModes();
    void compareSetsItsMode();
    void delayErrorRateAndSeedSetEveryServer();
    void blockedLoopIsOffByDefault();
    void serveReadsItsOptions();
    void sourcesFileAddsToTheShippedOnes();
    void proxyIsNoneSystemOrAnAddress_data();
    void proxyIsNoneSystemOrAnAddress();
    void helpListsEveryOptionInEightyColumns();
    void helpAndVersionPrecedeErrors();
    void optionOfQtIsAccepted();
    void givenOptionsAreListed();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_folder;
};

void TestCommandLine::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true); // do not read the sources of the user
    QVERIFY(m_folder.isValid());
}

QString TestCommandLine::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size()); }();
    return file.fileName();
}

void TestCommandLine::modeIsWindowWithoutArguments()
{
    const Options options = optionsOf({});
    QCOMPARE(options.mode, Mode::Window);
    QCOMPARE(options.countries.kind, CountryChoice::Kind::NoneNamed);
    QVERIFY(options.namedSources.isEmpty() && !options.folder && !options.requestLimit
        && !options.countries.limit);
    QCOMPARE(options.sources.sources(), SourceList::shipped().sources());
    QVERIFY(!options.nameTemplate);
    QVERIFY(!options.conflict);
    QCOMPARE(options.transfer.deadline, 30s);
    QCOMPARE(options.transfer.proxyChoice, ProxyChoice::System);
}

void TestCommandLine::wordsBecomeSortedCodes()
{
    const Options options = optionsOf({u"deu"_s, u"CN"_s, u"xx"_s, u"--limit"_s, u"2"_s});
    QCOMPARE(options.countries.named, (QStringList{u"CN"_s, u"DE"_s, u"XX"_s}));
    QCOMPARE(options.countries.codes({}, Catalogue()), (QStringList{u"CN"_s, u"DE"_s}));
    QCOMPARE(optionsOf({u"B"_s}).countries.named.size(), 26);
    QCOMPARE(optionsOf({u"-e"_s}).countries.codes({}, Catalogue()).size(), 676);
    QCOMPARE(optionsOf({u"-a"_s}).countries.codes({}, Catalogue()).size(), 250);
    QCOMPARE(optionsOf({u"-a"_s}).countries.codes(QStringList{u"SE"_s, u"NO"_s}, Catalogue()),
        (QStringList{u"NO"_s, u"SE"_s}));
    QCOMPARE(optionsOf({}).countries.codes({}, Catalogue()).size(), 20);
    QCOMPARE(optionsOf({u"-l"_s, u"30"_s}).countries.codes({}, Catalogue()).size(), 20);
}

void TestCommandLine::argumentsAreAQuery_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("codes");
    QTest::newRow("alias and name") << QStringList{u"UK"_s, u"germany"_s} << u"DE GB"_s;
    QTest::newRow("a name in two words") << QStringList{u"united"_s, u"kingdom"_s} << u"GB"_s;
    QTest::newRow("another language") << QStringList{u"德国"_s} << u"DE"_s;
    QTest::newRow("beginning") << QStringList{u"germ"_s} << u"DE"_s;
    QTest::newRow("emoji and number") << QStringList{u"🇯🇵"_s, u"276"_s} << u"DE JP"_s;
    QTest::newRow("filter, minus") << QStringList{u"group:benelux -LU"_s} << u"BE NL"_s;
    QTest::newRow("minus after --") << QStringList{u"--"_s, u"group:benelux"_s, u"-LU"_s} << u"BE NL"_s;
    QTest::newRow("extras by name") << QStringList{u"EU"_s, u"un"_s} << u"EU UN"_s;
}

void TestCommandLine::argumentsAreAQuery()
{
    QFETCH(const QStringList, words);
    QTEST(optionsOf(words).countries.named.join(u' '), "codes");
}

void TestCommandLine::individuallyNamedCodesAreListed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("codes");
    QTest::newRow("codes and names") << QStringList{u"UK"_s, u"germany"_s, u"XX"_s} << u"DE GB XX"_s;
    QTest::newRow("a letter") << QStringList{u"B"_s} << QString();
    QTest::newRow("a filter") << QStringList{u"group:g7"_s} << QString();
    QTest::newRow("next to a filter") << QStringList{u"group:g7, japan"_s} << u"JP"_s;
    QTest::newRow("within a filter") << QStringList{u"group:g7"_s, u"japan"_s} << u"JP"_s;
    QTest::newRow("excluded again") << QStringList{u"japan, germany, -JP"_s} << u"DE"_s;
}

void TestCommandLine::individuallyNamedCodesAreListed()
{
    QFETCH(const QStringList, words);
    QStringList codes = optionsOf(words).countries.individualCodes;
    codes.sort();
    QTEST(codes.join(u' '), "codes");
}

void TestCommandLine::extrasAreIncludedOnRequestOnly()
{
    const Catalogue catalogue;
    const QStringList ofSource{u"DE"_s, u"EU"_s};
    QCOMPARE(optionsOf({u"-a"_s}).countries.codes(ofSource, catalogue), QStringList{u"DE"_s});
    const CountryChoice withExtras = optionsOf({u"-a"_s, u"--extras"_s}).countries;
    QCOMPARE(withExtras.codes(ofSource, catalogue), ofSource);
    QCOMPARE(optionsOf({u"--extras"_s}).countries.codes(ofSource, catalogue), QStringList{u"EU"_s});
    QCOMPARE(withExtras.codes({}, catalogue).size(), 250 + catalogue.extras().size());
}

void TestCommandLine::codesAreReadFromAFile()
{
    const QString file
        = write(u"codes.csv"_s, "country,capital\nGermany,Berlin\nNarnia,x\n\"Côte d'Ivoire\",y\n");
    const Options options = optionsOf({u"--codes-from"_s, file, u"JP"_s});
    QCOMPARE(options.countries.named, (QStringList{u"CI"_s, u"DE"_s, u"JP"_s}));
    QCOMPARE(options.notes.size(), 2);
    QVERIFY2(options.notes.first().contains("column 1, country: 2 of 3 rows"_L1),
        qPrintable(options.notes.first()));
    QVERIFY2(options.notes.last().contains("not understood: Narnia"_L1), qPrintable(options.notes.last()));
}

void TestCommandLine::everyOptionSetsItsValue()
{
    const QString folder = m_folder.filePath(u"not/there/yet"_s);
    const Options options = optionsOf({u"--headless"_s, u"-a"_s, u"-l5"_s, u"-m"_s, u"7"_s, u"-s"_s,
        u"fluentpython"_s, u"-o"_s, folder, u"--name"_s, u"{cc}_{iso3}"_s, u"--conflict"_s, u"rename"_s,
        u"--timeout"_s, u"2.5"_s, u"-v"_s, u"--json"_s});
    QCOMPARE(options.mode, Mode::Headless);
    QCOMPARE(options.countries.kind, CountryChoice::Kind::All);
    QCOMPARE(options.countries.limit, 5);
    QCOMPARE(options.requestLimit, 7);
    QCOMPARE(options.namedSources.value(0).id, u"fluentpython"_s);
    QCOMPARE(options.folder, folder);
    QVERIFY(!QDir(folder).exists());
    QCOMPARE(options.nameTemplate.value_or(NameTemplate()).text(), u"{cc}_{iso3}"_s);
    QCOMPARE(options.conflict, ConflictPolicy::Rename);
    QCOMPARE(options.transfer.deadline, 2500ms);
    QVERIFY(options.verbose);
    QVERIFY(options.json);
}

void TestCommandLine::serverIsASourceOrAnAddress_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("metadata");

    const auto idOf = [](const QString &id) { return SourceList::shipped().resolve(id).value(); };
    for (const auto &[word, id] : {std::pair{u"LOCAL"_s, u"builtin"_s}, {u"delay"_s, u"builtin-slow"_s},
             {u"Error"_s, u"builtin-faulty"_s}, {u"REMOTE"_s, u"fluentpython"_s}})
        QTest::newRow(qPrintable(word)) << word << idOf(id).imageTemplate << idOf(id).metadataTemplate;
    QTest::newRow("base") << u"http://h:1/flags"_s << u"http://h:1/flags/{cc}/{cc}.gif"_s
                          << u"http://h:1/flags/{cc}/metadata.json"_s;
    QTest::newRow("template") << u"https://h/{iso3}.png"_s << u"https://h/{iso3}.png"_s << QString();
}

void TestCommandLine::serverIsASourceOrAnAddress()
{
    QFETCH(const QString, server);
    const Options options = optionsOf({u"--server"_s, server});
    QTEST(options.namedSources.value(0).imageTemplate, "image");
    QTEST(options.namedSources.value(0).metadataTemplate, "metadata");
}

void TestCommandLine::serversKeepTheirOrder()
{
    const Options options = optionsOf({u"-s"_s, u"flagcdn"_s, u"-s"_s, u"http://h/{cc}.png"_s, u"--server"_s,
        u"LOCAL"_s, u"--width"_s, u"640"_s});
    QCOMPARE(options.namedSources.size(), 3);
    QCOMPARE(options.namedSources.at(0).id, u"flagcdn"_s);
    QCOMPARE(options.namedSources.at(0).imageTemplate, u"https://flagcdn.com/w640/{cc}.png"_s);
    QCOMPARE(options.namedSources.at(1).id, u"h"_s);
    QCOMPARE(options.namedSources.at(2).id, u"builtin"_s); // has no widths: keeps its picture
}

// Regression: the window requested only the first of them.
void TestCommandLine::serversOnOneHostHaveDifferentNames()
{
    const Options options = optionsOf({u"-s"_s, u"http://h/{cc}.png"_s, u"-s"_s, u"http://h/b/{cc}.png"_s,
        u"-s"_s, u"http://h:8000/{cc}.png"_s});
    QStringList ids;
    QStringList titles;
    for (const Source &source : options.namedSources) {
        ids.append(source.id);
        titles.append(source.title);
    }
    QCOMPARE(ids, (QStringList{u"h"_s, u"h-2"_s, u"h-3"_s}));
    QCOMPARE(titles, (QStringList{u"h"_s, u"h (2)"_s, u"h:8000 (3)"_s}));
    const Options listed = optionsOf({u"-s"_s, u"http://builtin/{cc}.png"_s, u"-s"_s, u"builtin"_s});
    QCOMPARE(listed.namedSources.at(0).id, u"builtin-2"_s);
    QCOMPARE(listed.namedSources.at(1).id, u"builtin"_s);
}

void TestCommandLine::formatAppliesToTheDefaultSource()
{
    const Options options = optionsOf({u"--format"_s, u"SVG"_s});
    QCOMPARE(options.namedSources.value(0).id, u"builtin"_s);
    QCOMPARE(options.namedSources.value(0).format, u"svg"_s);
}

void TestCommandLine::headlessIsAllowedWithSetModes()
{
    const QTemporaryDir folder;
    const auto updating = readWords({u"--headless"_s, u"--update"_s, folder.path()});
    const auto *options = std::get_if<Options>(&updating);
    QVERIFY2(options, qPrintable(errorOf({u"--headless"_s, u"--update"_s, folder.path()})));
    QCOMPARE(options->mode, Mode::Update);
}

void TestCommandLine::compareSetsItsMode()
{
    const Options options = optionsOf({u"--compare"_s, u"-s"_s, u"builtin"_s, u"-s"_s, u"flagcdn"_s,
        u"--json"_s, u"-m"_s, u"3"_s, u"DE"_s});
    QCOMPARE(options.mode, Mode::Compare);
    QCOMPARE(options.namedSources.size(), 2);
    QCOMPARE(options.countries.named, QStringList{u"DE"_s});
    QVERIFY(options.json);
}

void TestCommandLine::delayErrorRateAndSeedSetEveryServer()
{
    const Options slow
        = optionsOf({u"--headless"_s, u"-s"_s, u"DELAY"_s, u"--delay"_s, u"0.1-2"_s, u"--seed"_s, u"7"_s});
    QCOMPARE(slow.servers.slow.shortestDelay, 100ms);
    QCOMPARE(slow.servers.slow.longestDelay, 2s);
    QCOMPARE(slow.servers.slow.seed, 7U);

    const Options faulty = optionsOf({u"--headless"_s, u"-s"_s, u"ERROR"_s, u"--error-rate"_s, u"40%"_s});
    QCOMPARE(faulty.servers.faulty.errorRate, 0.4);

    const Options window
        = optionsOf({u"--delay"_s, u"3"_s, u"--error-rate"_s, u"1"_s, u"--seed"_s, u"4294967295"_s});
    QCOMPARE(window.servers.slow.shortestDelay, 3s);
    QCOMPARE(window.servers.slow.longestDelay, 3s);
    QCOMPARE(window.servers.faulty.errorRate, 1);
    QCOMPARE(window.servers.faulty.seed, 4294967295U);
}

void TestCommandLine::blockedLoopIsOffByDefault()
{
    QCOMPARE(optionsOf({u"--headless"_s}).servers.blockedLoop, 0ms);
    QCOMPARE(optionsOf({u"--headless"_s, u"--block-loop"_s, u"200"_s}).servers.blockedLoop, 200ms);
    QCOMPARE(optionsOf({u"--block-loop"_s, u"1000"_s}).servers.blockedLoop, 1s);
}

void TestCommandLine::serveReadsItsOptions()
{
    QCOMPARE(optionsOf({u"--serve"_s}).serve.port, 8000);
    const Options options = optionsOf({u"--serve"_s, u"--port"_s, u"0"_s, u"--directory"_s, m_folder.path(),
        u"--delay"_s, u"0-0.5"_s, u"--error-rate"_s, u".5"_s, u"--seed"_s, u"0"_s});
    QCOMPARE(options.mode, Mode::Serve);
    QCOMPARE(options.serve.port, 0);
    QCOMPARE(options.serve.directory, m_folder.path());
    QCOMPARE(options.serve.faults.longestDelay, 500ms);
    QCOMPARE(options.serve.faults.errorRate, 0.5);
    QCOMPARE(options.serve.faults.seed, 0U);
}

void TestCommandLine::sourcesFileAddsToTheShippedOnes()
{
    const QString file = write(u"mine.json"_s, R"([{"id": "mine", "image": "http://h/{cc}.png"}])");
    const Options options = optionsOf({u"--sources"_s, file, u"--server"_s, u"mine"_s});
    QCOMPARE(options.sources.sources().size(), SourceList::shipped().sources().size() + 1);
    QCOMPARE(options.namedSources.value(0).imageTemplate, u"http://h/{cc}.png"_s);
}

void TestCommandLine::proxyIsNoneSystemOrAnAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("choice");
    QTest::addColumn<QNetworkProxy>("proxy");

    const auto row = [](const char *text, ProxyChoice choice, const QNetworkProxy &proxy) {
        QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(choice) << proxy;
    };
    row("none", ProxyChoice::None, {});
    row("system", ProxyChoice::System, {});
    row("http://localhost:3128", ProxyChoice::Given, {QNetworkProxy::HttpProxy, u"localhost"_s, 3128});
    row("socks5://me:p%40ss@[::1]:1080/", ProxyChoice::Given,
        {QNetworkProxy::Socks5Proxy, u"::1"_s, 1080, u"me"_s, u"p@ss"_s});
}

void TestCommandLine::proxyIsNoneSystemOrAnAddress()
{
    QFETCH(const QString, text);
    QFETCH(const QNetworkProxy, proxy);
    const TransferSettings transfer = optionsOf({u"--proxy"_s, text}).transfer;
    QTEST(static_cast<int>(transfer.proxyChoice), "choice");
    QCOMPARE(transfer.proxy, proxy);
}

void TestCommandLine::helpListsEveryOptionInEightyColumns()
{
    const CommandLine commandLine = readWords({u"--help"_s});
    const QString help = std::get<Information>(commandLine).text;
    for (const OptionGroup &group : optionTable()) {
        for (const OptionEntry &entry : group.entries) {
            QVERIFY2(help.contains(u" --"_s + entry.longName), qPrintable(entry.longName));
            QVERIFY2(!entry.description.isEmpty(), qPrintable(entry.longName));
        }
    }
    const SourceList shipped = SourceList::shipped();
    for (const Source &source : shipped.sources())
        QVERIFY2(help.contains(u"\n  "_s + source.id), qPrintable(source.id));
    for (const QString &line : help.split(u'\n'))
        QVERIFY2(line.size() <= 80, qPrintable(line));
}

void TestCommandLine::helpAndVersionPrecedeErrors()
{
    QVERIFY(std::holds_alternative<Information>(readWords({u"--quick"_s, u"-h"_s})));
    const CommandLine version = readWords({u"--version"_s, u"ZZZ"_s});
    const auto *information = std::get_if<Information>(&version);
    QVERIFY(information);
    QVERIFY2(information->text.startsWith("flagfetch 0."_L1), qPrintable(information->text));
    QVERIFY2(information->text.contains("\nQt 6."_L1), qPrintable(information->text));
}

void TestCommandLine::optionOfQtIsAccepted()
{
    QCOMPARE(optionsOf({u"-reverse"_s, u"BR"_s}).countries.named, QStringList{u"BR"_s});
    QVERIFY(optionsOf({u"BR"_s, u"-reverse"_s}).mode == Mode::Window);
    QVERIFY(!errorOf({u"-revers"_s}).isEmpty());
    QVERIFY(!errorOf({u"--"_s, u"-reverse"_s}).isEmpty());
}

void TestCommandLine::givenOptionsAreListed()
{
    QCOMPARE(optionsOf({u"BR"_s}).given, QStringList());
    QCOMPARE(optionsOf({u"-m"_s, u"3"_s, u"--timeout"_s, u"5"_s, u"BR"_s}).given,
        (QStringList{u"max-req"_s, u"timeout"_s}));
}

FLAGFETCH_TEST(TestCommandLine, Core)
#include "tst_commandline.moc"
