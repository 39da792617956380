#include "app/sources/sourceentry.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const Country chinaByCodes{.code = u"CN"_s, .iso3 = u"CHN"_s, .name = u"China"_s, .displayName = u"China"_s};

} // namespace

/// The values that `--server` accepts.
class tst_SourceResolving final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesIdsAndAliases_data();
    void resolvesIdsAndAliases();
    void resolvesAddresses_data();
    void resolvesAddresses();
    void everyAddressRoundTrips_data();
    void everyAddressRoundTrips();
    void reportsUnknownSources_data();
    void reportsUnknownSources();

private:
    const SourceList m_shipped = SourceList::shipped();
};

void tst_SourceResolving::resolvesIdsAndAliases_data()
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

void tst_SourceResolving::resolvesIdsAndAliases()
{
    QFETCH(QString, word);
    const auto source = m_shipped.resolve(word);
    QVERIFY(source);
    QTEST(source->id, "id");
}

void tst_SourceResolving::resolvesAddresses_data()
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

void tst_SourceResolving::resolvesAddresses()
{
    QFETCH(QString, address);
    QFETCH(QString, image);
    QFETCH(QString, metadata);
    QFETCH(QString, id);
    const auto source = m_shipped.resolve(address);
    QVERIFY(source);
    QCOMPARE(source->imageUrl(chinaByCodes), QUrl(image));
    QCOMPARE(
        source->metadataUrl(chinaByCodes), metadata.isEmpty() ? std::nullopt : std::optional(QUrl(metadata)));
    QCOMPARE(source->id, id);
    QVERIFY(source->title.startsWith(id)); // followed by the port, if there is one
    QCOMPARE(source->embedded, Embedded::No);
}

void tst_SourceResolving::everyAddressRoundTrips_data()
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

// If a manifest contained a source that its reader refuses, the set would be lost.
void tst_SourceResolving::everyAddressRoundTrips()
{
    QFETCH(QString, address);
    QFETCH(QString, id);
    const auto source = m_shipped.resolve(address);
    QVERIFY(source);
    QCOMPARE(source->id, id);

    const auto read = sourceFromEntry(entryOfSource(*source));
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    QCOMPARE(read->id, id);
    QCOMPARE(read->imageTemplate, source->imageTemplate);
}

void tst_SourceResolving::reportsUnknownSources_data()
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

void tst_SourceResolving::reportsUnknownSources()
{
    QFETCH(QString, server);
    QFETCH(QString, reason);
    const auto resolved = m_shipped.resolve(server);
    QVERIFY(!resolved);
    QVERIFY2(resolved.error().text.contains(reason), qPrintable(resolved.error().text));
}

FLAGFETCH_TEST(tst_SourceResolving, Core)
#include "tst_sourceresolving.moc"
