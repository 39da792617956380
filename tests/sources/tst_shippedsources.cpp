#include "app/countries/catalogue.h"
#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The content of resources/sources.json.
class tst_ShippedSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipsTheDocumentedSources();
    void addressesOfPicturesAreExpected_data();
    void addressesOfPicturesAreExpected();
    void addressesOfNamesAreExpected_data();
    void addressesOfNamesAreExpected();

private:
    const SourceList m_shipped = SourceList::shipped();
};

namespace {
const Country china{.code = u"CN"_s, .iso3 = u"CHN"_s, .name = u"China"_s, .displayName = u"China"_s};
} // namespace

void tst_ShippedSources::shipsTheDocumentedSources()
{
    QStringList ids;
    for (const Source &source : m_shipped.sources())
        ids.append(source.id);
    // As one text: if the sizes of two lists differ, QCOMPARE prints only the sizes.
    QCOMPARE(ids.join(u' '),
        u"builtin builtin-1x1 builtin-slow builtin-faulty debian fluentpython flag-icons flag-icons-1x1 "
        "svg-country-flags flagcdn circle-flags flagsapi flagsapi-shiny mledoze"_s);

    const Source plain = m_shipped.sources().at(0);
    QCOMPARE(plain.title, u"Built-in"_s);
    QCOMPARE(plain.embedded, Embedded::Plain);
    QCOMPARE(plain.limit, 30);
    QCOMPARE(plain.imageUrl(china), QUrl(u"cn/cn.svg"_s));
    QCOMPARE(plain.metadataUrl(china), QUrl(u"cn/metadata.json"_s));
    QCOMPARE(m_shipped.sources().at(2).embedded, Embedded::Slow);
    QCOMPARE(m_shipped.sources().at(3).embedded, Embedded::Faulty);

    const Source remote = m_shipped.sources().at(5);
    QCOMPARE(remote.embedded, Embedded::No);
    QCOMPARE(remote.limit, 5);
    QCOMPARE(remote.imageUrl(china), QUrl(u"https://www.fluentpython.com/data/flags/cn/cn.gif"_s));
    QCOMPARE(remote.metadataUrl(china), QUrl(u"https://www.fluentpython.com/data/flags/cn/metadata.json"_s));
}

// The URLs as the sources document them, written out so that a mistake in the data is found.
void tst_ShippedSources::addressesOfPicturesAreExpected_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<PictureChoice>("choice");
    QTest::addColumn<QStringList>("addresses"); // of CN, GB and XK
    const auto row = [](const QString &id, const PictureChoice &choice, const QStringList &addresses) {
        const QString name = id + u' ' + choice.format + u' ' + QString::number(choice.width.value_or(0));
        QTest::newRow(qPrintable(name)) << id << choice << addresses;
    };
    const auto forCodes = [](const QString &before, const QString &after, const QStringList &codes) {
        QStringList addresses;
        for (const QString &code : codes)
            addresses.append(before + code + after);
        return addresses;
    };
    const QStringList lower{u"cn"_s, u"gb"_s, u"xk"_s};
    const QStringList upper{u"CN"_s, u"GB"_s, u"XK"_s};
    const QString jsdelivr = u"https://cdn.jsdelivr.net/npm/"_s;

    row(u"builtin"_s, {}, {u"cn/cn.svg"_s, u"gb/gb.svg"_s, u"xk/xk.svg"_s});
    row(u"fluentpython"_s, {},
        {u"https://www.fluentpython.com/data/flags/cn/cn.gif"_s,
            u"https://www.fluentpython.com/data/flags/gb/gb.gif"_s,
            u"https://www.fluentpython.com/data/flags/xk/xk.gif"_s});
    row(u"flag-icons"_s, {}, forCodes(jsdelivr + u"flag-icons@7.5.0/flags/4x3/"_s, u".svg"_s, lower));
    row(u"flag-icons-1x1"_s, {}, forCodes(jsdelivr + u"flag-icons@7.5.0/flags/1x1/"_s, u".svg"_s, lower));
    const QString own = jsdelivr + u"svg-country-flags@1.2.10/"_s;
    row(u"svg-country-flags"_s, {}, forCodes(own + u"svg/"_s, u".svg"_s, lower));
    row(u"svg-country-flags"_s, {.format = u"svg"_s}, forCodes(own + u"svg/"_s, u".svg"_s, lower));
    row(u"svg-country-flags"_s, {.format = u"png"_s}, forCodes(own + u"png250px/"_s, u".png"_s, lower));
    for (const int width : {100, 250, 1000})
        row(u"svg-country-flags"_s, {.format = {}, .width = width},
            forCodes(own + u"png%1px/"_s.arg(width), u".png"_s, lower));
    row(u"flagcdn"_s, {}, forCodes(u"https://flagcdn.com/w320/"_s, u".png"_s, lower));
    row(u"flagcdn"_s, {.format = u"svg"_s}, forCodes(u"https://flagcdn.com/"_s, u".svg"_s, lower));
    for (const int width : {20, 40, 80, 160, 320, 640, 1280, 2560}) {
        for (const QString &format : {u"png"_s, u"webp"_s, u"jpg"_s})
            row(u"flagcdn"_s, {.format = format, .width = width},
                forCodes(u"https://flagcdn.com/w%1/"_s.arg(width), u'.' + format, lower));
    }
    row(u"circle-flags"_s, {}, forCodes(jsdelivr + u"circle-flags@2.8.3/flags/"_s, u".svg"_s, lower));
    row(u"flagsapi"_s, {}, forCodes(u"https://flagsapi.com/"_s, u"/flat/64.png"_s, upper));
    for (const int width : {16, 24, 32, 48, 64}) {
        const PictureChoice choice{.format = {}, .width = width};
        row(u"flagsapi"_s, choice, forCodes(u"https://flagsapi.com/"_s, u"/flat/%1.png"_s.arg(width), upper));
        row(u"flagsapi-shiny"_s, choice,
            forCodes(u"https://flagsapi.com/"_s, u"/shiny/%1.png"_s.arg(width), upper));
    }
    row(u"mledoze"_s, {},
        forCodes(u"https://raw.githubusercontent.com/mledoze/countries/master/data/"_s, u".svg"_s,
            {u"chn"_s, u"gbr"_s, u"unk"_s}));
}

void tst_ShippedSources::addressesOfPicturesAreExpected()
{
    QFETCH(QString, id);
    QFETCH(PictureChoice, choice);
    QFETCH(QStringList, addresses);
    const auto chosen = withPicture(m_shipped.resolve(id).value(), choice);
    QVERIFY(chosen);
    const Catalogue catalogue;
    QStringList built;
    for (const QString &code : {u"CN"_s, u"GB"_s, u"XK"_s})
        built.append(chosen->imageUrl(catalogue.countryFor(code)).value_or(QUrl()).toString());
    QCOMPARE(built, addresses);
}

void tst_ShippedSources::addressesOfNamesAreExpected_data()
{
    QTest::addColumn<QString>("metadata"); // of XK
    QTest::addColumn<NamesFile>("names");
    const QString jsdelivr = u"https://cdn.jsdelivr.net/npm/"_s;
    const auto file = [](const QString &url, const QString &code, const QString &name) {
        return NamesFile{.url = QUrl(url), .codePath = code, .namePath = name};
    };
    const NamesFile flagIcons = file(jsdelivr + u"flag-icons@7.5.0/country.json"_s, u"code"_s, u"name"_s);
    QTest::newRow("builtin") << u"xk/metadata.json"_s << NamesFile();
    QTest::newRow("fluentpython") << u"https://www.fluentpython.com/data/flags/xk/metadata.json"_s
                                  << NamesFile();
    QTest::newRow("flag-icons") << QString() << flagIcons;
    QTest::newRow("flag-icons-1x1") << QString() << flagIcons;
    QTest::newRow("svg-country-flags")
        << QString() << file(jsdelivr + u"svg-country-flags@1.2.10/countries.json"_s, {}, {});
    QTest::newRow("flagcdn") << QString() << file(u"https://flagcdn.com/en/codes.json"_s, {}, {});
    QTest::newRow("circle-flags") << QString() << NamesFile();
    QTest::newRow("flagsapi") << QString() << NamesFile();
    QTest::newRow("flagsapi-shiny") << QString() << NamesFile();
    QTest::newRow("mledoze")
        << QString()
        << file(u"https://raw.githubusercontent.com/mledoze/countries/master/dist/countries.json"_s,
               u"cca2"_s, u"name.common"_s);
}

void tst_ShippedSources::addressesOfNamesAreExpected()
{
    QFETCH(QString, metadata);
    QFETCH(NamesFile, names);
    const Source source = m_shipped.resolve(QString::fromLatin1(QTest::currentDataTag())).value();
    const Country kosovo{.code = u"XK"_s, .iso3 = u"XKK"_s, .name = {}, .displayName = {}};
    QCOMPARE(source.metadataUrl(kosovo).value_or(QUrl()).toString(), metadata);
    QCOMPARE(source.names.value_or(NamesFile()), names);
}

FLAGFETCH_TEST(tst_ShippedSources, None)
#include "tst_shippedsources.moc"
