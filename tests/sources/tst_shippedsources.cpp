#include "app/sources/sourcelist.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What resources/sources.json promises.
class tst_ShippedSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipsWhatTheProgramPromises();
    void shippedAddresses_data();
    void shippedAddresses();

private:
    const SourceList m_shipped = SourceList::shipped();
};

namespace {
const Country china{.code = u"CN"_s, .iso3 = u"CHN"_s, .name = u"China"_s, .displayName = u"China"_s};
} // namespace

void tst_ShippedSources::shipsWhatTheProgramPromises()
{
    QStringList ids;
    for (const Source &source : m_shipped.sources())
        ids.append(source.id);
    QCOMPARE(ids,
        (QStringList{u"builtin"_s, u"builtin-slow"_s, u"builtin-faulty"_s, u"fluentpython"_s, u"flag-icons"_s,
            u"svg-country-flags"_s, u"flagcdn"_s, u"circle-flags"_s, u"flagsapi"_s, u"mledoze"_s}));

    const Source plain = m_shipped.sources().at(0);
    QCOMPARE(plain.title, u"Built-in"_s);
    QCOMPARE(plain.embedded, Embedded::Plain);
    QCOMPARE(plain.limit, 30);
    QCOMPARE(plain.imageUrl(china), QUrl(u"cn/cn.svg"_s));
    QCOMPARE(plain.metadataUrl(china), QUrl(u"cn/metadata.json"_s));
    QCOMPARE(m_shipped.sources().at(1).embedded, Embedded::Slow);
    QCOMPARE(m_shipped.sources().at(2).embedded, Embedded::Faulty);

    const Source remote = m_shipped.sources().at(3);
    QCOMPARE(remote.embedded, Embedded::No);
    QCOMPARE(remote.limit, 5);
    QCOMPARE(remote.imageUrl(china), QUrl(u"https://www.fluentpython.com/data/flags/cn/cn.gif"_s));
    QCOMPARE(remote.metadataUrl(china), QUrl(u"https://www.fluentpython.com/data/flags/cn/metadata.json"_s));
}

void tst_ShippedSources::shippedAddresses_data()
{
    QTest::addColumn<QString>("china");
    QTest::addColumn<QString>("britain");
    QTest::addColumn<QString>("names");
    const QString jsdelivr = u"https://cdn.jsdelivr.net/npm/"_s;
    const QString github = u"https://raw.githubusercontent.com/mledoze/countries/master/"_s;
    QTest::newRow("fluentpython") << u"https://www.fluentpython.com/data/flags/cn/cn.gif"_s
                                  << u"https://www.fluentpython.com/data/flags/gb/gb.gif"_s << QString();
    QTest::newRow("flag-icons") << QString(jsdelivr + u"flag-icons@7.5.0/flags/4x3/cn.svg"_s)
                                << QString(jsdelivr + u"flag-icons@7.5.0/flags/4x3/gb.svg"_s)
                                << QString(jsdelivr + u"flag-icons@7.5.0/country.json"_s);
    QTest::newRow("svg-country-flags") << QString(jsdelivr + u"svg-country-flags@1.2.10/svg/cn.svg"_s)
                                       << QString(jsdelivr + u"svg-country-flags@1.2.10/svg/gb.svg"_s)
                                       << QString(jsdelivr + u"svg-country-flags@1.2.10/countries.json"_s);
    QTest::newRow("flagcdn") << u"https://flagcdn.com/w320/cn.png"_s << u"https://flagcdn.com/w320/gb.png"_s
                             << u"https://flagcdn.com/en/codes.json"_s;
    QTest::newRow("circle-flags") << QString(jsdelivr + u"circle-flags@2.8.3/flags/cn.svg"_s)
                                  << QString(jsdelivr + u"circle-flags@2.8.3/flags/gb.svg"_s) << QString();
    QTest::newRow("flagsapi") << u"https://flagsapi.com/CN/flat/64.png"_s
                              << u"https://flagsapi.com/GB/flat/64.png"_s << QString();
    QTest::newRow("mledoze") << QString(github + u"data/chn.svg"_s) << QString(github + u"data/gbr.svg"_s)
                             << QString(github + u"dist/countries.json"_s);
}

void tst_ShippedSources::shippedAddresses()
{
    QFETCH(QString, china);
    QFETCH(QString, britain);
    QFETCH(QString, names);
    const auto resolved = m_shipped.resolve(QString::fromLatin1(QTest::currentDataTag()));
    const Source source = std::get<Source>(resolved);
    const Country greatBritain{.code = u"GB"_s, .iso3 = u"GBR"_s, .name = {}, .displayName = {}};

    QCOMPARE(source.imageUrl(::china), QUrl(china));
    QCOMPARE(source.imageUrl(greatBritain), QUrl(britain));
    QCOMPARE(source.names.value_or(NamesFile()).url, QUrl(names));
}

QTEST_APPLESS_MAIN(tst_ShippedSources)
#include "tst_shippedsources.moc"
