#include "app/transfer/proxyrules.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_ProxyVariables final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxyIsFound_data();
    void proxyIsFound();
    void passwordAndKindAreKept();
    void unusableVariableIsNamed_data();
    void unusableVariableIsNamed();
    void statusOfAServerIsNotThatOfAProxy();
    void unknownProxyIsNamedInPlaceOfTheServer();
};

void tst_ProxyVariables::proxyIsFound_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("proxy"); // host:port; "direct"; empty: no variable applies
    const auto row
        = [](const char *name, const QStringList &variables, const QString &address, const QString &proxy) {
              const qsizetype colon = address.indexOf("://"_L1);
              QTest::newRow(name) << variables << address.first(colon) << address.sliced(colon + 3) << proxy;
          };
    const QString page = u"http://flags.example"_s;
    const QString securePage = u"https://flags.example"_s;
    const QString set = u"http_proxy=http://p:1"_s;
    row("none", {}, page, {});
    row("http", {set}, page, u"p:1"_s);
    row("http is not for https", {set}, securePage, {});
    row("https", {u"https_proxy=http://p:2"_s}, securePage, u"p:2"_s);
    row("https in capitals", {u"HTTPS_PROXY=http://p:2"_s}, securePage, u"p:2"_s);
    row("http in capitals is ignored", {u"HTTP_PROXY=http://p:1"_s}, page, {});
    row("all", {u"all_proxy=http://p:3"_s}, securePage, u"p:3"_s);
    row("all in capitals", {u"ALL_PROXY=http://p:3"_s}, page, u"p:3"_s);
    row("http before all", {set, u"all_proxy=http://p:3"_s}, page, u"p:1"_s);
    row("empty", {u"http_proxy="_s}, page, {});
    row("no scheme", {u"http_proxy=p:1"_s}, page, u"p:1"_s);
    row("number and no scheme", {u"http_proxy=127.0.0.1:8080"_s}, page, u"127.0.0.1:8080"_s);
    row("blanks around", {u"http_proxy= p:1 "_s}, page, u"p:1"_s);
    row("no port", {u"http_proxy=http://p"_s}, page, u"p:1080"_s);
    row("unsupported kind", {u"http_proxy=https://p:4"_s}, page, u"https://p:4"_s);
    row("no_proxy=*", {set, u"no_proxy=*"_s}, page, u"direct"_s);
    row("no_proxy in capitals", {set, u"NO_PROXY=flags.example"_s}, page, u"direct"_s);
    row("domain", {set, u"no_proxy=other,example"_s}, page, u"direct"_s);
    row("domain with a dot", {set, u"no_proxy=other .example"_s}, page, u"direct"_s);
    row("no part of a name", {set, u"no_proxy=lags.example"_s}, page, u"p:1"_s);
    row("capitals in the list", {set, u"no_proxy=FLAGS.Example"_s}, page, u"direct"_s);
    row("network", {set, u"no_proxy=10.0.0.0/8"_s}, u"http://10.1.2.3"_s, u"direct"_s);
    row("other network", {set, u"no_proxy=10.0.0.0/8"_s}, u"http://11.1.2.3"_s, u"p:1"_s);
    row("address in brackets", {set, u"no_proxy=[2001:db8::1]"_s}, u"http://2001:db8::1"_s, u"direct"_s);
}

void tst_ProxyVariables::proxyIsFound()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, scheme);
    QFETCH(QString, host);
    QFETCH(QString, proxy);
    QProcessEnvironment environment;
    for (const QString &variable : std::as_const(variables))
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));

    const auto found = ProxyVariables(environment).proxyFor(scheme, host);

    QString text;
    if (found) {
        text = found->type() == QNetworkProxy::NoProxy
            ? u"direct"_s
            : found->hostName() + u':' + QString::number(found->port());
    }
    QCOMPARE(text, proxy);
}

void tst_ProxyVariables::passwordAndKindAreKept()
{
    QProcessEnvironment environment;
    environment.insert(u"all_proxy"_s, u"socks5h://me:a%40b@p:9"_s);

    const auto proxy = ProxyVariables(environment).proxyFor(u"http"_s, u"flags.example"_s);

    QVERIFY(proxy);
    QCOMPARE(proxy->type(), QNetworkProxy::Socks5Proxy);
    QCOMPARE(proxy->user(), u"me"_s);
    QCOMPARE(proxy->password(), u"a@b"_s);
}

void tst_ProxyVariables::unusableVariableIsNamed_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("problem");
    const auto row = [](const QString &variable, const char *scheme, const char *problem) {
        QTest::addRow("%s for %s", qPrintable(variable), scheme)
            << variable << QString::fromLatin1(scheme) << QString::fromLatin1(problem);
    };
    row(u"http_proxy=http://[::1"_s, "http", "http_proxy: it is no valid address");
    row(u"http_proxy=http://me:s3cr3t@[::1"_s, "http", "http_proxy: it is no valid address");
    row(u"http_proxy=http://"_s, "http", "http_proxy: it is no valid address");
    row(u"http_proxy=p:99999"_s, "http", "http_proxy: it is no valid address");
    row(u"http_proxy=ftp://x"_s, "http", "http_proxy: proxies of the kind ftp are not supported");
    row(u"http_proxy=ftp://x"_s, "https", "");
    row(u"HTTPS_PROXY=socks4://x"_s, "https", "HTTPS_PROXY: proxies of the kind socks4 are not supported");
    row(u"https_proxy=socks4://x"_s, "https", "https_proxy: proxies of the kind socks4 are not supported");
    row(u"all_proxy=https://x"_s, "http", "all_proxy: proxies of the kind https are not supported");
    row(u"http_proxy=foo"_s, "http", "");
    row(u"all_proxy=socks5h://[::1]:9"_s, "http", "");
}

void tst_ProxyVariables::unusableVariableIsNamed()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, scheme);
    QFETCH(const QString, problem);
    QProcessEnvironment environment;
    environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    const ProxyVariables variables(environment);

    QCOMPARE(variables.problemFor(scheme), problem);
    if (problem.isEmpty())
        return;
    // The program must not connect directly instead.
    const auto proxy = variables.proxyFor(scheme, u"flags.example"_s);
    QVERIFY(proxy);
    QCOMPARE(proxy->type(), QNetworkProxy::HttpProxy);
    QVERIFY2(proxy->hostName().contains(u"://"_s) || proxy->hostName().endsWith(u".invalid"_s),
        qPrintable(proxy->hostName()));
}

void tst_ProxyVariables::statusOfAServerIsNotThatOfAProxy()
{
    TransferSettings settings;
    settings.proxyChoice = ProxyChoice::None;
    const Failure answered{FailureKind::Proxy, 407, u"Proxy Authentication Required"_s};
    const QUrl url(u"http://flags.example/"_s);

    const Failure direct = withProxyName(answered, url, settings);
    settings.proxyChoice = ProxyChoice::Given;
    settings.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"p"_s, 1);
    const Failure behindProxy = withProxyName(answered, url, settings);

    QCOMPARE(direct.kind, FailureKind::ServerError);
    QCOMPARE(failureCause(direct), u"the server answered 407 (Proxy Authentication Required)"_s);
    QCOMPARE(behindProxy.kind, FailureKind::Proxy);
    QVERIFY2(behindProxy.detail.startsWith("proxy p:1"_L1), qPrintable(behindProxy.detail));
}

void tst_ProxyVariables::unknownProxyIsNamedInPlaceOfTheServer()
{
    TransferSettings settings;
    settings.proxyChoice = ProxyChoice::Given;
    settings.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"foo"_s, 1080);

    // The text of Qt, which names the host of the request.
    const Failure failure = withProxyName({FailureKind::HostNotFound, 0, u"Host flags.example not found"_s},
        QUrl(u"http://flags.example/"_s), settings);

    QCOMPARE(failure.kind, FailureKind::Proxy);
    QCOMPARE(failure.detail, u"proxy foo:1080: no host of this name was found"_s);
}

FLAGFETCH_TEST(tst_ProxyVariables, None)
#include "tst_proxyvariables.moc"
