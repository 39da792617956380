#include "app/sources/urltemplate.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_UrlTemplate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInCodes_data();
    void fillsInCodes();
    void missingCodeGivesNoUrl();
    void acceptsTemplates_data();
    void acceptsTemplates();
    void reportsInvalidTemplates_data();
    void reportsInvalidTemplates();
    void credentialsNeedPermission();
    void neverShowsAPassword_data();
    void neverShowsAPassword();
    void showsHarmlessAddressesUnchanged_data();
    void showsHarmlessAddressesUnchanged();
    void replacesUnprintableCharacters();
};

namespace {

const Country numberedChina{
    .code = u"CN"_s, .iso3 = u"CHN"_s, .name = u"China"_s, .displayName = u"China"_s, .number = 156};
const Country afghanistan{.code = u"AF"_s, .iso3 = u"AFG"_s, .name = {}, .displayName = {}, .number = 4};
const Country unknown{.code = u"XX"_s, .iso3 = {}, .name = {}, .displayName = u"XX"_s};

} // namespace

void tst_UrlTemplate::fillsInCodes_data()
{
    QTest::addColumn<QString>("urlTemplate");
    QTest::addColumn<QString>("url");
    QTest::newRow("lower case") << u"http://h/{cc}.png"_s << u"http://h/cn.png"_s;
    QTest::newRow("upper case") << u"http://h/{CC}.png"_s << u"http://h/CN.png"_s;
    QTest::newRow("alpha-3") << u"http://h/{iso3}.png"_s << u"http://h/chn.png"_s;
    QTest::newRow("alpha-3, upper case") << u"http://h/{ISO3}.png"_s << u"http://h/CHN.png"_s;
    QTest::newRow("numeric") << u"http://h/{num}.png"_s << u"http://h/156.png"_s;
    QTest::newRow("several") << u"http://h/{cc}/{CC}-{cc}.gif"_s << u"http://h/cn/CN-cn.gif"_s;
    QTest::newRow("host") << u"https://{cc}.example/flag.svg"_s << u"https://cn.example/flag.svg"_s;
    QTest::newRow("query") << u"https://h/f?c={cc}&w=40"_s << u"https://h/f?c=cn&w=40"_s;
    QTest::newRow("encoded stays encoded") << u"https://h/a%20b%2Fc/{cc}"_s << u"https://h/a%20b%2Fc/cn"_s;
    QTest::newRow("relative") << u"{cc}/{cc}.svg"_s << u"cn/cn.svg"_s;
}

void tst_UrlTemplate::fillsInCodes()
{
    QFETCH(QString, urlTemplate);
    QFETCH(QString, url);
    const auto expanded = expandUrlTemplate(urlTemplate, numberedChina);
    QVERIFY(expanded);
    QCOMPARE(expanded->toString(QUrl::FullyEncoded), url);
}

void tst_UrlTemplate::missingCodeGivesNoUrl()
{
    QVERIFY(!expandUrlTemplate(u"http://h/{iso3}.svg"_s, unknown));
    QVERIFY(!expandUrlTemplate(u"http://h/{ISO3}.svg"_s, unknown));
    QVERIFY(!expandUrlTemplate(u"http://h/{num}.svg"_s, unknown));
    QCOMPARE(expandUrlTemplate(u"http://h/{num}.svg"_s, afghanistan), QUrl(u"http://h/004.svg"_s));
    QCOMPARE(expandUrlTemplate(u"http://h/{cc}.svg"_s, unknown), QUrl(u"http://h/xx.svg"_s));
}

void tst_UrlTemplate::acceptsTemplates_data()
{
    QTest::addColumn<QString>("urlTemplate");
    QTest::newRow("http") << u"http://127.0.0.1:8000/flags/{cc}/{cc}.gif"_s;
    QTest::newRow("https") << u"https://flags.example/w320/{cc}.png"_s;
    QTest::newRow("scheme in capitals") << u"HTTPS://flags.example/{CC}"_s;
    QTest::newRow("IPv6") << u"http://[::1]:8000/{cc}.gif"_s;
    QTest::newRow("an @ in the path") << u"https://cdn.example/npm/flags@7.5.0/{cc}.svg"_s;
    QTest::newRow("international") << u"https://flaggen.example/größe/{cc}.png"_s;
}

void tst_UrlTemplate::acceptsTemplates()
{
    QFETCH(QString, urlTemplate);
    QCOMPARE(urlTemplateProblem(urlTemplate), std::nullopt);
}

void tst_UrlTemplate::reportsInvalidTemplates_data()
{
    QTest::addColumn<QString>("urlTemplate");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no placeholder") << u"http://h/flag.png"_s << u"placeholder for the country is missing"_s;
    // It is no part of the request: each country would get the same picture.
    QTest::newRow("placeholder in the fragment")
        << u"http://h/de.svg#{cc}"_s << u"placeholder for the country is missing"_s;
    QTest::newRow("unknown placeholder") << u"http://h/{code}.png"_s << u"{code} is not known"_s;
    QTest::newRow("unknown beside a known one") << u"http://h/{w}/{cc}.png"_s << u"{w} is not known"_s;
    QTest::newRow("mixed case is unknown") << u"http://h/{Cc}.png"_s << u"{Cc} is not known"_s;
    QTest::newRow("open brace") << u"http://h/{cc"_s << u"{ is not known"_s;
    QTest::newRow("stray brace") << u"http://h/{cc}}"_s << u"} is not known"_s;
    QTest::newRow("file") << u"file:///flags/{cc}.png"_s << u"only http:// and https://"_s;
    QTest::newRow("ftp") << u"ftp://h/{cc}.png"_s << u"only http:// and https://"_s;
    QTest::newRow("no scheme") << u"//h/{cc}.png"_s << u"begins with http://"_s;
    QTest::newRow("relative") << u"{cc}/{cc}.png"_s << u"begins with http://"_s;
    QTest::newRow("scheme from a placeholder") << u"{cc}://h/x"_s << u"only http:// and https://"_s;
    QTest::newRow("empty") << u""_s << u"not a valid address"_s;
    QTest::newRow("no host") << u"http:///{cc}.png"_s << u"has no host"_s;
    QTest::newRow("space") << u"http://h/my flags/{cc}.png"_s << u"percent-encoded"_s;
    QTest::newRow("bad percent") << u"http://h/%zz/{cc}.png"_s << u"percent-encoded"_s;
    QTest::newRow("bad port") << u"http://h:99999/{cc}.png"_s << u"from 1 to 65535"_s;
    QTest::newRow("port 0") << u"http://me:1@h:0/{cc}.png"_s << u"from 1 to 65535"_s;
    QTest::newRow("no scheme") << u"127.0.0.1:8080/{cc}.png"_s << u"begins with http://"_s;
    QTest::newRow("host for a scheme") << u"localhost:8080/{cc}.png"_s << u"begins with http://"_s;
    QTest::newRow("spaces around") << u" http://h/{cc}.png"_s << u"spaces around"_s;
    QTest::newRow("user name") << u"http://ann@h/{cc}.png"_s << u"user name or password is not allowed"_s;
}

void tst_UrlTemplate::reportsInvalidTemplates()
{
    QFETCH(QString, urlTemplate);
    QFETCH(QString, reason);
    const auto problem = urlTemplateProblem(urlTemplate);
    QVERIFY(problem);
    QVERIFY2(problem->contains(reason), qPrintable(*problem));
    QVERIFY2(problem->startsWith(shownAddress(urlTemplate) + u": "_s), qPrintable(*problem));
}

void tst_UrlTemplate::credentialsNeedPermission()
{
    const QString urlTemplate = u"https://ann:secret@h/{cc}.png"_s;
    QVERIFY(urlTemplateProblem(urlTemplate, Credentials::Refused));
    QCOMPARE(urlTemplateProblem(urlTemplate, Credentials::Allowed), std::nullopt);
}

void tst_UrlTemplate::neverShowsAPassword_data()
{
    QTest::addColumn<QString>("address");
    for (const QString &address : {
             u"ftp://ann:secret@h/{cc}"_s,
             u"http://ann:secret@h/flag.png"_s,
             u"http://ann:secret@h/{cc}/{w}"_s,
             u"http://ann:sec/secret@h/{cc}"_s,
             u"http://ann:s@secret@h/{cc}"_s,
             u"http://ann:s?secret@h/{cc}"_s,
             u"http://ann:s//secret@h/{cc}"_s,
             u"http://secret@h/{cc}"_s,
             u"//ann:secret@h/{cc}"_s,
             u"ann:secret@h"_s,
             u"ann:s//secret@h/{cc}"_s,
             u"http:ann:secret@h/{cc}"_s,
             u"http://ann:secret@[::1]:99999/{cc}"_s,
             u"http://ann:secret {cc}@h"_s,
         })
        QTest::addRow("%s", qPrintable(address)) << address;
}

void tst_UrlTemplate::neverShowsAPassword()
{
    QFETCH(QString, address);
    const auto problem = urlTemplateProblem(address);
    QVERIFY(problem);
    QVERIFY2(!problem->contains("secret"_L1), qPrintable(*problem));
    QVERIFY(!shownAddress(address).contains("secret"_L1));
}

void tst_UrlTemplate::showsHarmlessAddressesUnchanged_data()
{
    QTest::addColumn<QString>("address");
    for (const QString &address :
        {u""_s, u"NORTHPOLE"_s, u"http://h:80/{cc}"_s, u"https://cdn.example/flags@7.5.0/{cc}.svg"_s,
            u"http://[::1]:8000/{cc}"_s, u"file:///flags/{cc}.png"_s})
        QTest::addRow("'%s'", qPrintable(address)) << address;
}

void tst_UrlTemplate::showsHarmlessAddressesUnchanged()
{
    QFETCH(QString, address);
    QCOMPARE(shownAddress(address), address);
}

void tst_UrlTemplate::replacesUnprintableCharacters()
{
    QCOMPARE(shownAddress(u"http://h/\x1b[31m\n"_s), u"http://h/?[31m?"_s);
    QVERIFY(shownAddress(QString(10'000, u'x')).size() < 200);
}

FLAGFETCH_TEST(tst_UrlTemplate, Core)

#include "tst_urltemplate.moc"
