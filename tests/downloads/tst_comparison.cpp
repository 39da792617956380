#include "app/downloads/comparison.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class tst_Comparison final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFlagInOtherFormatAndSizeIsSimilar();
    void differingFlagsComeFirst();
    void supersededFlagIsReportedForItsSource();
    void flagMissingFromOneSourceIsReported();
    void deadSourceEndsTheComparison();
    void cancelEndsTheComparison();
    void nextComparisonMayStartInsideFinished();
    void destructionAtAnyMomentIsSafe();
    void emptyComparisonEnds();

private:
    [[nodiscard]] static ComparisonRequest request(
        const ScriptedServer &one, const ScriptedServer &other, int count)
    {
        ComparisonRequest request{.countries = flagland::countries(count),
            .sources = {flagland::sourceAt(one), flagland::sourceAt(other)},
            .transfer = {},
            .pictureSize = {120, 90}};
        for (Source &source : request.sources)
            source.metadataTemplate.clear();
        request.transfer.retry.firstDelay = std::chrono::milliseconds(1);
        return request;
    }
};

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A flag of three stripes.
QByteArray pngStripes(const QSize &size, const QList<QColor> &colours)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    for (int stripe = 0; stripe < 3; ++stripe)
        painter.fillRect(QRectF(0, size.height() * stripe / 3.0, size.width(), size.height() / 3.0 + 1),
            colours.at(stripe));
    painter.end();
    return encoded(image, "PNG");
}

QByteArray svgStripes()
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 4 3">)"
           R"(<path fill="#ff0000" d="M0 0h4v1H0z"/><path fill="#ffffff" d="M0 1h4v1H0z"/>)"
           R"(<path fill="#0000ff" d="M0 2h4v1H0z"/></svg>)";
}

const QList<QColor> stripes{Qt::red, Qt::white, Qt::blue};

ScriptedServer::Handler serving(const QByteArray &picture)
{
    return [picture](const ScriptedRequest &) { return ok(picture); };
}

QList<ComparedFlag> flagsIn(const QSignalSpy &spy)
{
    QList<ComparedFlag> flags;
    for (const auto &call : spy)
        flags.append(call.first().value<ComparedFlag>());
    std::ranges::sort(flags, comesBefore);
    return flags;
}

} // namespace

void tst_Comparison::sameFlagInOtherFormatAndSizeIsSimilar()
{
    ScriptedServer one(serving(svgStripes()));
    ScriptedServer other(serving(pngStripes({60, 40}, stripes)));
    Comparison comparison;
    const QSignalSpy compared(&comparison, &Comparison::compared);
    const QSignalSpy finished(&comparison, &Comparison::finished);

    comparison.start(request(one, other, 3));
    QVERIFY(comparison.isRunning());

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(compared.size(), 3);
    QCOMPARE(comparison.done(), 3);
    QVERIFY(!comparison.isRunning());
    for (const ComparedFlag &flag : flagsIn(compared)) {
        QVERIFY(flag.distance);
        QVERIFY2(*flag.distance < 8, qPrintable(QString::number(*flag.distance)));
        QVERIFY(!flag.flags.front().thumbnail.isNull() && !flag.flags.back().thumbnail.isNull());
    }
}

void tst_Comparison::differingFlagsComeFirst()
{
    ScriptedServer one(serving(pngStripes({60, 40}, stripes)));
    ScriptedServer other([](const ScriptedRequest &request) {
        return ok(flagland::codeIn(request) == "AC"_L1 ? pngStripes({60, 40}, {Qt::green, Qt::black, Qt::red})
                                                       : pngStripes({90, 60}, stripes));
    });
    Comparison comparison;
    const QSignalSpy compared(&comparison, &Comparison::compared);
    const QSignalSpy finished(&comparison, &Comparison::finished);

    comparison.start(request(one, other, 5));

    QTRY_COMPARE(finished.size(), 1);
    const QList<ComparedFlag> flags = flagsIn(compared);
    QCOMPARE(flags.first().country().code, u"AC"_s);
    QVERIFY(flags.first().distance.value_or(0) > 40);
    QVERIFY(flags.at(1).distance.value_or(100) < 8);
}

void tst_Comparison::supersededFlagIsReportedForItsSource()
{
    ScriptedServer one(serving(pngStripes({60, 40}, {Qt::red, Qt::black, Qt::darkGreen})));
    ScriptedServer other(serving(pngStripes({60, 40}, {Qt::darkGreen, Qt::darkGreen, Qt::darkGreen})));
    ComparisonRequest libya = request(one, other, 0);
    libya.countries = {flagland::countryOf(u"LY"_s), flagland::countryOf(u"NL"_s)};
    Comparison comparison;
    const QSignalSpy compared(&comparison, &Comparison::compared);
    const QSignalSpy finished(&comparison, &Comparison::finished);

    comparison.start(libya);

    QTRY_COMPARE(finished.size(), 1);
    using State = FlagFreshness::State;
    for (const ComparedFlag &flag : flagsIn(compared)) {
        QCOMPARE(flag.freshness.front().has_value(), flag.country().code == "LY"_L1);
        QCOMPARE(flag.freshness.back().has_value(), flag.country().code == "LY"_L1);
        if (flag.freshness.front()) {
            QCOMPARE(flag.freshness.front()->state, State::Current);
            QCOMPARE(flag.freshness.back()->state, State::Superseded);
        }
    }
}

void tst_Comparison::flagMissingFromOneSourceIsReported()
{
    ScriptedServer one(serving(pngStripes({60, 40}, stripes)));
    ScriptedServer other([](const ScriptedRequest &request) {
        return flagland::codeIn(request) == "AB"_L1 ? status(404) : ok(pngStripes({60, 40}, stripes));
    });
    Comparison comparison;
    const QSignalSpy compared(&comparison, &Comparison::compared);
    const QSignalSpy finished(&comparison, &Comparison::finished);

    comparison.start(request(one, other, 3));

    QTRY_COMPARE(finished.size(), 1);
    const ComparedFlag last = flagsIn(compared).constLast();
    QCOMPARE(last.country().code, u"AB"_s);
    QVERIFY(!last.distance);
    QCOMPARE(last.flags.front().state, FlagState::Fetched);
    QCOMPARE(last.flags.back().state, FlagState::NotFound);
}

void tst_Comparison::deadSourceEndsTheComparison()
{
    ScriptedServer one(serving(svgStripes()));
    ScriptedServer other([](const ScriptedRequest &) { return Script().close(); });
    Comparison comparison;
    const QSignalSpy compared(&comparison, &Comparison::compared);
    const QSignalSpy finished(&comparison, &Comparison::finished);

    comparison.start(request(one, other, 12));

    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(compared.size(), 12);
    for (const ComparedFlag &flag : flagsIn(compared))
        QVERIFY(!flag.distance && flag.flags.front().state == FlagState::Fetched);
}

void tst_Comparison::cancelEndsTheComparison()
{
    ScriptedServer one(serving(svgStripes()));
    ScriptedServer other([](const ScriptedRequest &) { return Script().stall(); });
    Comparison comparison;
    const QSignalSpy compared(&comparison, &Comparison::compared);
    const QSignalSpy finished(&comparison, &Comparison::finished);
    comparison.start(request(one, other, 20));
    QTRY_VERIFY(other.counts().inFlight > 0);

    comparison.cancel();

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(compared.size(), 20);
    QTRY_COMPARE(other.counts().inFlight, 0);
}

void tst_Comparison::nextComparisonMayStartInsideFinished()
{
    ScriptedServer one([](const ScriptedRequest &) { return status(404); });
    Comparison comparison;
    int ends = 0;
    connect(&comparison, &Comparison::finished, this, [&] {
        if (++ends == 1)
            comparison.start(request(one, one, 2));
    });

    comparison.start(request(one, one, 2));

    QTRY_COMPARE(ends, 2);
}

void tst_Comparison::destructionAtAnyMomentIsSafe()
{
    ScriptedServer one(serving(svgStripes()));
    for (int delay = 0; delay <= 40; delay += 5) {
        Comparison comparison;
        comparison.start(request(one, one, 30));
        QTest::qWait(delay);
    }
    QTRY_COMPARE(one.counts().inFlight, 0);
}

void tst_Comparison::emptyComparisonEnds()
{
    ScriptedServer one(serving(svgStripes()));
    Comparison comparison;
    const QSignalSpy finished(&comparison, &Comparison::finished);
    comparison.start(request(one, one, 0));
    QTRY_COMPARE(finished.size(), 1);
}

FLAGFETCH_TEST(tst_Comparison, Core)
#include "tst_comparison.moc"
