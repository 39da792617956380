#include "app/countries/catalogue.h"
#include "tests/support/testprogram.h"
#include "ui/details/flagfacts.h"
#include "ui/grid/flagentry.h"

#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What the details say about a flag.
class TestFlagFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsHaveTheirRatio_data();
    void pixelsHaveTheirRatio();
    void missingFlagsHaveTheAddressThatWasRequested_data();
    void missingFlagsHaveTheAddressThatWasRequested();
};

void TestFlagFacts::pixelsHaveTheirRatio_data()
{
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<QString>("text");
    QTest::newRow("exact") << QSize(640, 480) << u"640 × 480 (4:3)"_s;
    QTest::newRow("square") << QSize(512, 512) << u"512 × 512 (1:1)"_s;
    QTest::newRow("rounded") << QSize(320, 213) << u"320 × 213 (3:2)"_s;
    QTest::newRow("rounded up") << QSize(100, 67) << u"100 × 67 (3:2)"_s;
    QTest::newRow("exact, with large numbers") << QSize(280, 170) << u"280 × 170 (28:17)"_s;
    QTest::newRow("higher than wide") << QSize(300, 400) << u"300 × 400 (3:4)"_s;
    QTest::newRow("not simple") << QSize(1219, 1000)
                                << u"%1 × %2"_s.arg(QLocale().toString(1219), QLocale().toString(1000));
    QTest::newRow("height unknown") << QSize(80, 0) << u"80 wide"_s;
    QTest::newRow("unknown") << QSize() << QString();
}

void TestFlagFacts::pixelsHaveTheirRatio()
{
    QFETCH(const QSize, pixels);
    const Catalogue catalogue;
    FlagEntry entry;
    entry.country = catalogue.countryFor(u"DE"_s);
    entry.saved.emplace();
    entry.saved->path = u"/tmp/DE.png"_s;
    entry.saved->pixels = pixels;
    const QList<FlagFact> facts = factsOf(entry, catalogue);
    const auto fact = std::ranges::find(facts, FactKind::Pixels, &FlagFact::kind);
    QTEST(fact == facts.end() ? QString() : fact->value, "text");
}

void TestFlagFacts::missingFlagsHaveTheAddressThatWasRequested_data()
{
    const QString url = u"http://office.example/de.svg"_s;
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("not found") << FlagState::NotFound << url << true;
    QTest::newRow("failed") << FlagState::Failed << url << true;
    QTest::newRow("not requested") << FlagState::Failed << QString() << false;
    QTest::newRow("cancelled") << FlagState::Cancelled << url << false;
    QTest::newRow("requested again") << FlagState::Downloading << url << false;
}

void TestFlagFacts::missingFlagsHaveTheAddressThatWasRequested()
{
    QFETCH(const FlagState, state);
    QFETCH(const QString, url);
    const Catalogue catalogue;
    FlagEntry entry;
    entry.country = catalogue.countryFor(u"DE"_s);
    entry.state = state;
    entry.result.sourceTitle = u"Office"_s;
    entry.result.url = url;
    const QList<FlagFact> facts = factsOf(entry, catalogue);
    QTEST(facts.contains({FactKind::Source, u"Office"_s}), "isShown");
    QTEST(facts.contains({FactKind::Address, url}), "isShown");
}

FLAGFETCH_TEST(TestFlagFacts, Widgets)
#include "tst_flagfacts.moc"
