#include "app/countries/catalogue.h"
#include "app/terminal/commandline.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Empty if the words can be used.
QString usageErrorOf(const QStringList &words)
{
    static const Catalogue catalogue;
    const CommandLine commandLine = readCommandLine(QStringList{u"flagfetch"_s} + words, catalogue);
    const auto *error = std::get_if<UsageError>(&commandLine);
    return error ? error->text : QString();
}

} // namespace

class TestUsageErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void messageNamesTheWordAndTheAllowedValues_data();
    void messageNamesTheWordAndTheAllowedValues();
    void passwordsAreNeverPrinted_data();
    void passwordsAreNeverPrinted();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_folder;
};

QString TestUsageErrors::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size()); }();
    return file.fileName();
}

void TestUsageErrors::messageNamesTheWordAndTheAllowedValues_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("allowed");

    const auto row = [](const QStringList &words, const QString &named, const QString &allowed) {
        QTest::newRow(qPrintable(words.join(u' '))) << words << named << allowed;
    };
    const QString codes = u"no country is called that"_s;
    row({u"ZZZ"_s}, u"ZZZ"_s, codes);
    row({u"C1"_s}, u"C1"_s, codes);
    row({QString()}, u"''"_s, u"names no country"_s);
    row({u","_s}, u","_s, u"names no country"_s);
    row({u" , "_s, u","_s}, u",  ,"_s, u"names no country"_s);
    row({u"CN"_s, u"Narnia"_s}, u"Narnia"_s, codes);
    row({u"--format"_s, u"bmp"_s}, u"bmp"_s, u"allowed are svg, png"_s);
    row({u"--format"_s, u"png"_s}, u"builtin"_s, u"it has svg"_s);
    row({u"--width"_s, u"0"_s}, u"0"_s, u"from 1 to 10000"_s);
    row({u"-s"_s, u"flagcdn"_s, u"--width"_s, u"33"_s}, u"flagcdn"_s, u"20, 40, 80"_s);
    row({u"-s"_s, u"builtin"_s, u"-s"_s, u"LOCAL"_s}, u"LOCAL"_s, u"given twice"_s);
    row({u"-s"_s, u"http://h/{cc}"_s, u"-s"_s, u"http://h/b/{cc}"_s, u"-s"_s, u"http://h/b/{cc}"_s},
        u"http://h/b/{cc}"_s, u"given twice"_s);
    row({u"-s"_s, u"builtin"_s, u"-s"_s, u"nowhere"_s}, u"nowhere"_s, u"no such source"_s);
    row({u"--compare"_s}, u"--compare"_s, u"two sources are needed"_s);
    row({u"--compare"_s, u"-s"_s, u"builtin"_s, u"-s"_s, u"flagcdn"_s, u"-s"_s, u"mledoze"_s}, u"--compare"_s,
        u"two sources are needed"_s);
    row({u"--compare"_s, u"-o"_s, u"x"_s}, u"--output"_s, u"together with --compare"_s);
    row({u"--folder"_s, u"x"_s}, u"--folder: "_s, u"did you mean --output?"_s);
    row({u"--folder=x"_s}, u"--folder: "_s, u"did you mean --output?"_s);
    row({u"--url"_s, u"http://localhost/"_s}, u"--url: "_s, u"did you mean --server?"_s);
    row({u"--ouput"_s, u"x"_s}, u"--ouput: "_s, u"did you mean --output?"_s);
    row({u"--contactsheet"_s, u"x.pdf"_s}, u"--contactsheet: "_s, u"did you mean --contact-sheet?"_s);
    row({u"--JSON"_s}, u"--JSON: "_s, u"did you mean --json?"_s);
    row({u"-folder"_s, u"x"_s}, u"-folder: "_s, u"did you mean --output?"_s);
    row({u"--frobnicate"_s}, u"--frobnicate: "_s, u"--help shows all of them"_s);
    row({u"-q"_s}, u"-q: "_s, u"--help shows all of them"_s);
    row({u"africa"_s}, u"africa: "_s, u"did you mean continent:africa"_s);
    const QString sheets = u"end with .pdf or .png"_s;
    row({u"--contact-sheet"_s, u"a.jpg"_s}, u"a.jpg"_s, sheets);
    row({u"--contact-sheet"_s, u".pdf"_s}, u".pdf"_s, sheets);
    row({u"--data"_s, u"a.xml"_s}, u"a.xml"_s, u"end with .csv or .json"_s);
    row({u"--sprite"_s, QString()}, u"--sprite"_s, u"the name of a folder"_s);
    row({u"--sprite"_s, u"a"_s, u"--cell"_s, u"4"_s}, u"--cell 4"_s, u"from 8 to 512"_s);
    row({u"--data"_s, u"a.csv"_s, u"--columns"_s, u"3"_s}, u"--columns"_s, u"--contact-sheet or --sprite"_s);
    row({u"--contact-sheet"_s, u"a.pdf"_s, u"--columns"_s, u"21"_s}, u"21"_s, u"from 1 to 20"_s);
    row({u"--contact-sheet"_s, u"a.pdf"_s, u"--paper"_s, u"A5"_s}, u"A5"_s, u"A4, A3 and Letter"_s);
    row({u"--contact-sheet"_s, u"a.png"_s, u"--paper"_s, u"A3"_s}, u"--paper"_s, u"FILE.pdf"_s);
    row({u"--contact-sheet"_s, u"a.pdf"_s, u"--data"_s, u"a.csv"_s}, u"--data"_s, u"only one of them"_s);
    row({u"--set"_s, u"x"_s}, u"--set"_s, u"only together with --contact-sheet, --sprite or --data"_s);
    row({u"--port"_s, u"1"_s}, u"--port"_s, u"only together with --serve"_s);
    row({u"--list-countries"_s, u"--language"_s, u"xx"_s}, u"--language xx"_s, u"language tags such as zh"_s);
    row({u"--list-countries"_s, u"--language"_s, QString()}, u"--language"_s, u"language tags such as zh"_s);
    row({u"--data"_s, u"a.csv"_s, u"--output"_s, u"x"_s}, u"--output"_s, u"together with --data"_s);
    const QString widths = u"allowed are widths from 1 to 4096"_s;
    for (const QString &bad : {u"0"_s, u"100000"_s, u"-1"_s, u"80,"_s, u"80,,160"_s, u"80x60"_s, QString()})
        row({u"--png"_s, bad}, bad.isEmpty() ? u"''"_s : bad, widths);
    row({u"--webp"_s, u"4097"_s}, u"4097"_s, widths);
    row({u"--png"_s, u"80"_s, u"--crop"_s, u"oval"_s}, u"oval"_s, u"allowed are square and circle"_s);
    row({u"--crop"_s, u"circle"_s}, u"--crop"_s, u"only together with --png or --webp"_s);
    row({u"--no-original"_s}, u"--no-original"_s, u"only together with --png or --webp"_s);
    row({u"grmany"_s}, u"grmany"_s, u"did you mean Germany?"_s);
    row({u"region:xyz"_s}, u"region:xyz"_s, u"western-europe"_s);
    row({u"colour:red"_s}, u"colour:red"_s, u"continent:"_s);
    row({u"state:failed"_s}, u"state:failed"_s, u"window"_s);
    row({u"-EG"_s}, u"-EG"_s, u"in quotes"_s);
    row({u"group:eu"_s, u"-group:nato"_s}, u"-group:nato"_s, u"in quotes"_s);
    row({u"--extras"_s, u"FR"_s}, u"FR"_s, u"--extras"_s);
    row({u"--extras"_s, u"--every"_s}, u"--every"_s, u"--extras"_s);
    row({u"--codes-from"_s, u"absent"_s}, u"--codes-from absent"_s, u"cannot be read"_s);
    row({u"--codes-from"_s, write(u"binary"_s, QByteArray(9, '\0'))}, u"binary"_s, u"not text"_s);
    row({u"--codes-from"_s, write(u"prose"_s, "Narnia and Oz")}, u"prose"_s,
        u"not understood: Narnia and Oz"_s);
    row({u"--codes-from"_s, u"-"_s, u"--all"_s}, u"--codes-from and --all"_s, u"only one"_s);
    row({u"--all"_s, u"--every"_s}, u"--all and --every"_s, u"only one"_s);
    row({u"--all"_s, u"CN"_s}, u"CN"_s, u"--all"_s);
    row({u"--every"_s, u"CN"_s}, u"CN"_s, u"--every"_s);
    for (const QString &limit : {u"0"_s, u"-1"_s, u"x"_s, u"1.5"_s, QString(), u"99999999999"_s})
        row({u"--limit"_s, limit}, u"--limit "_s + limit, u"1 or more"_s);
    for (const QString &limit : {u"0"_s, u"1001"_s, u"100000"_s, u"many"_s})
        row({u"--max-req"_s, limit}, u"--max-req "_s + limit, u"from 1 to 1000"_s);
    for (const QString &seconds :
        {u"0"_s, u"-3"_s, u"nan"_s, u"inf"_s, u"1e3"_s, u"86401"_s, u"0.0001"_s, u"2,5"_s})
        row({u"--timeout"_s, seconds}, u"--timeout "_s + seconds, u"above 0"_s);
    for (const QString &delay : {u"5-1"_s, u"-5"_s, u"5-"_s, u"1-2-3"_s, u"3601"_s, u"x"_s})
        row({u"--delay"_s, delay}, u"--delay "_s + delay, u"0.5-5"_s);
    for (const QString &rate : {u"1.01"_s, u"101%"_s, u"-0.1"_s, u"%"_s, u"half"_s})
        row({u"--error-rate"_s, rate}, u"--error-rate "_s + rate, u"from 0 to 1"_s);
    for (const QString &seed : {u"-1"_s, u"4294967296"_s, u"x"_s})
        row({u"--seed"_s, seed}, u"--seed "_s + seed, u"from 0 to 4294967295"_s);
    for (const QString &time : {u"-1"_s, u"1001"_s, u"0.2"_s})
        row({u"--block-loop"_s, time}, u"--block-loop "_s + time, u"from 0 to 1000"_s);
    for (const QString &port : {u"-1"_s, u"65536"_s, u"http"_s})
        row({u"--serve"_s, u"--port"_s, port}, u"--port "_s + port, u"from 0 to 65535"_s);
    row({u"--conflict"_s, u"ask"_s}, u"--conflict ask"_s, u"overwrite, skip and rename"_s);
    row({u"--name"_s, u"flag"_s}, u"--name flag"_s, u"{CC}, {cc}, {iso3}, {num}"_s);
    row({u"--name"_s, u"{CC}-{name}"_s}, u"{name}"_s, u"{CC}, {cc}, {iso3}, {num}"_s);
    row({u"--name"_s, u"{CC}}"_s}, u"brace }"_s, u"{CC}"_s);
    row({u"--name"_s, u"../{CC}"_s}, u"../{CC}"_s, u"\"..\""_s);
    for (const QString &proxy :
        {u"ftp://h:1"_s, u"http://h"_s, u"h:1"_s, u"http://h:1/x"_s, u"http://:1"_s, u"NONE"_s})
        row({u"--proxy"_s, proxy}, u"--proxy "_s + proxy, u"none and system"_s);

    for (const QString &server :
        {u"nowhere"_s, u"ftp://h/flags"_s, u"file:///etc"_s, u"http://h/{name}.gif"_s, QString()})
        row({u"--server"_s, server}, server, u"allowed"_s);

    const QString notJson = write(u"not.json"_s, "flags, please");
    const QString plain = write(u"plain.txt"_s, "no certificate");
    const QString absent = m_folder.filePath(u"absent"_s);
    row({u"--sources"_s, notJson}, notJson, u"JSON"_s);
    row({u"--sources"_s, absent}, u"--sources "_s + absent, u"cannot be read"_s);
    row({u"--ca-file"_s, plain}, u"--ca-file "_s + plain, u"PEM"_s);
    row({u"--ca-file"_s, absent}, u"--ca-file "_s + absent, u"cannot be read"_s);
    row({u"--output"_s, plain}, u"--output "_s + plain, u"a folder is needed"_s);
    row({u"--output"_s, plain + u"/deeper"_s}, u"--output "_s + plain, u"a folder is needed"_s);
    row({u"--output"_s, QString()}, u"--output ''"_s, u"needed"_s);
    row({u"--pictures"_s, absent}, u"--pictures "_s + absent, u"no such folder"_s);
    row({u"--pictures"_s, m_folder.path()}, u"--pictures "_s + m_folder.path(), u"{cc}.svg"_s);
    row({u"--serve"_s, u"--directory"_s, plain}, u"--directory "_s + plain, u"not a folder"_s);

    row({u"--json"_s}, u"--json"_s, u"--headless"_s);
    row({u"--trace"_s, u"run.json"_s}, u"--trace"_s, u"--headless, --update, --verify, --from or --resume"_s);
    row({u"--headless"_s, u"--trace"_s, u"/"_s}, u"--trace /"_s, u"the name of a file is needed"_s);
    row({u"--headless"_s, u"--trace"_s, u"flags.json"_s}, u"--trace flags.json"_s, u"choose another name"_s);
    row({u"--verify"_s, u"/tmp"_s, u"--trace"_s, u"run.json"_s}, u"--trace"_s, u"--repair"_s);
    const QString longName = QString(256, u'x');
    row({u"--headless"_s, u"--trace"_s, longName}, u"--trace"_s, u"too long"_s);
    row({u"--headless"_s, u"--trace"_s, longName + u"/run.json"_s}, u"--trace"_s, u"too long"_s);
    row({u"--verbose"_s}, u"--verbose"_s, u"--headless"_s);
    row({u"--port"_s, u"1"_s}, u"--port"_s, u"--serve"_s);
    row({u"--headless"_s, u"--directory"_s, u"."_s}, u"--directory"_s, u"--serve"_s);
    row({u"--serve"_s, u"--headless"_s}, u"--serve and --headless"_s, u"only one"_s);
    row({u"--serve"_s, u"--all"_s}, u"--all"_s, u"--serve"_s);
    row({u"--serve"_s, u"CN"_s}, u"CN"_s, u"--serve"_s);
    row({u"--headless"_s, u"--delay"_s, u"1"_s}, u"--delay"_s, u"builtin-slow"_s);
    row({u"--headless"_s, u"-s"_s, u"DELAY"_s, u"--error-rate"_s, u"1"_s}, u"--error-rate"_s,
        u"builtin-faulty"_s);
    row({u"--headless"_s, u"-s"_s, u"flagcdn"_s, u"--block-loop"_s, u"1"_s}, u"--block-loop"_s,
        u"a built-in source"_s);
    row({u"--headless"_s, u"--seed"_s, u"1"_s}, u"--seed"_s, u"builtin-slow or builtin-faulty"_s);

    row({u"--quick"_s}, u"--quick"_s, u"--help"_s);
    row({u"-x"_s}, u"-x"_s, u"--help"_s);
    row({u"--limit"_s}, u"--limit"_s, u"value"_s);
    row({u"--all=yes"_s}, u"--all"_s, u"value"_s);
}

void TestUsageErrors::messageNamesTheWordAndTheAllowedValues()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, named);
    QFETCH(const QString, allowed);

    const QString error = usageErrorOf(words);
    QVERIFY2(error.contains(named), qPrintable(error));
    QVERIFY2(error.contains(allowed), qPrintable(error));
    QVERIFY2(!error.contains(u'\n'), qPrintable(error));
}

void TestUsageErrors::passwordsAreNeverPrinted_data()
{
    QTest::addColumn<QStringList>("words");

    QTest::newRow("as a code") << QStringList{u"http://me:secret@h/flags"_s};
    QTest::newRow("as a code, a comma in it") << QStringList{u"http://me:se,secret@h/flags"_s};
    QTest::newRow("as a code, no scheme") << QStringList{u"me:secret,x@h"_s};
    QTest::newRow("server") << QStringList{u"-s"_s, u"ftp://me:secret@h/flags"_s};
    QTest::newRow("template") << QStringList{u"-s"_s, u"http://me:secret@h/{x}.gif"_s};
    QTest::newRow("proxy") << QStringList{u"--proxy"_s, u"ftp://me:secret@h:1"_s};
    QTest::newRow("proxy, @ in it") << QStringList{u"--proxy"_s, u"http://me:@secret@h"_s};
    QTest::newRow("proxy, no scheme") << QStringList{u"--proxy"_s, u"me:secret@h:1"_s};
    QTest::newRow("option") << QStringList{u"--me:secret@h"_s};
}

void TestUsageErrors::passwordsAreNeverPrinted()
{
    QFETCH(const QStringList, words);
    const QString error = usageErrorOf(words);
    QVERIFY(!error.isEmpty());
    QVERIFY2(!error.contains("secret"_L1), qPrintable(error));
}

FLAGFETCH_TEST(TestUsageErrors, Core)
#include "tst_usageerrors.moc"
