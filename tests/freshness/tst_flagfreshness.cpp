#include "app/drawing/picture.h"
#include "app/freshness/flagfreshness.h"
#include "tests/freshness/formerflags.h"
#include "tests/freshness/giffile.h"
#include "tests/support/flagsets.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using State = FlagFreshness::State;

/// Tests the recognition of pictures from installed sets and of drawings of former flags.
class tst_FlagFreshness final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countryWithoutChangeHasNoFreshness();
    void unrecognisedPictureIsNotWrong_data();
    void unrecognisedPictureIsNotWrong();
    void formerFlagsAreRecognised();
    void afghanistanHasFlagOfTheRepublic();
    void flagIconsAreCurrent_data();
    void flagIconsAreCurrent();
    void cropsAndFormatsCauseNoFalseAlarm_data();
    void cropsAndFormatsCauseNoFalseAlarm();
    void supersededFlagsOfDebianAreRecognised_data();
    void supersededFlagsOfDebianAreRecognised();
    void otherFlagsOfDebianAreNotReported();
    void wrongPicturesAreListed();
};

namespace {

QByteArray bytesOf(const QDir &folder, const QString &file)
{
    QFile picture(folder.filePath(file));
    return picture.open(QIODevice::ReadOnly) ? picture.readAll() : QByteArray();
}

QImage drawn(const QByteArray &bytes, int width)
{
    return fittedInto(bytes, {width, width});
}

QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

/// The circle in the centre of the picture, with transparent corners.
QImage roundCrop(const QImage &image)
{
    const int side = std::min(image.width(), image.height());
    QImage round(side, side, QImage::Format_ARGB32_Premultiplied);
    round.fill(Qt::transparent);
    QPainter painter(&round);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QBrush brush(image);
    brush.setTransform(
        QTransform::fromTranslate((side - image.width()) / 2.0, (side - image.height()) / 2.0));
    painter.setBrush(brush);
    painter.drawEllipse(0, 0, side, side);
    return round;
}

QByteArray stripes(const char *top, const char *middle, const char *bottom)
{
    return QByteArray(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 3">)") + R"(<path fill=")"
        + top + R"(" d="M0 0h6v1H0z"/><path fill=")" + middle + R"(" d="M0 1h6v1H0z"/><path fill=")" + bottom
        + R"(" d="M0 2h6v1H0z"/></svg>)";
}

using Variant = std::function<QByteArray(const QByteArray &svg)>;

} // namespace

void tst_FlagFreshness::countryWithoutChangeHasNoFreshness()
{
    const QByteArray picture = stripes("#f00", "#fff", "#00f");
    QVERIFY(!hasFlagChange(u"NL"_s));
    QVERIFY(!freshnessOfBytes(u"NL"_s, picture));
    QVERIFY(!freshnessOf(u"NL"_s, drawn(picture, 60)));
    QVERIFY(hasFlagChange(u"SY"_s));
    QCOMPARE(freshnessOfBytes(u"SY"_s, picture), FlagFreshness{});
}

void tst_FlagFreshness::unrecognisedPictureIsNotWrong_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<State>("state");

    QTest::newRow("no bytes") << QByteArray() << State::NotChecked;
    QTest::newRow("no picture") << QByteArray("hello") << State::NotChecked;
    QTest::newRow("transparent") << QByteArray(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 3"/>)")
                                 << State::NotChecked;
    QTest::newRow("grey") << stripes("#888", "#888", "#888") << State::Unknown;
    QTest::newRow("Yemen's, without stars") << stripes("#ce1126", "#fff", "#000") << State::Unknown;
}

void tst_FlagFreshness::unrecognisedPictureIsNotWrong()
{
    QFETCH(const QByteArray, picture);
    QFETCH(const State, state);
    for (const FlagChange &change : shippedFlagChanges())
        QCOMPARE(freshnessOfBytes(change.code, picture).value().state, state);
}

void tst_FlagFreshness::formerFlagsAreRecognised()
{
    for (const auto &[code, svg] : formerFlags()) {
        const auto freshness = freshnessOfBytes(code, svg);
        QVERIFY2(freshness && freshness->state == State::Superseded, qPrintable(code));
        QVERIFY2(freshness->since >= u"2001"_s, qPrintable(code));
        const auto small = freshnessOfBytes(code, encoded(drawn(svg, 40), "PNG"));
        QVERIFY2(small && small->state == State::Superseded, qPrintable(code + u" small"_s));
    }
}

void tst_FlagFreshness::afghanistanHasFlagOfTheRepublic()
{
    const QByteArray republic = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 4">)"
                                R"(<path d="M0 0h2v4H0z"/><path fill="#be0000" d="M2 0h2v4H2z"/>)"
                                R"(<path fill="#007a36" d="M4 0h2v4H4z"/>)"
                                R"(<circle cx="3" cy="2" r=".8" fill="#fff"/></svg>)";
    const QByteArray white
        = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 4">)"
          R"(<path fill="#fff" d="M0 0h6v4H0z"/><path d="M1 1.5h4v.4H1zM1.5 2.2h3v.4H1.5z"/></svg>)";
    QCOMPARE(freshnessOfBytes(u"AF"_s, republic).value().state, State::Current);
    QCOMPARE(freshnessOfBytes(u"AF"_s, white).value().state, State::Unknown);
}

void tst_FlagFreshness::flagIconsAreCurrent_data()
{
    QTest::addColumn<QString>("ratio");
    QTest::addColumn<QString>("unknown");
    QTest::newRow("4x3") << u"4x3"_s << u"KG"_s;
    QTest::newRow("1x1") << u"1x1"_s << u"KG MW"_s; // Malawi's sun covers a mark in a square
}

void tst_FlagFreshness::flagIconsAreCurrent()
{
    const auto folder = flagIconsFolder();
    if (!folder)
        QSKIP("The package flag-icons is not on this machine; run scripts/install-dependencies.sh");
    QFETCH(const QString, ratio);
    const QDir pictures(folder->filePath(ratio));
    QFETCH(const QString, unknown);
    QStringList notRecognised;
    for (const FlagChange &change : shippedFlagChanges()) {
        const QByteArray svg = bytesOf(pictures, change.code.toLower() + u".svg"_s);
        QVERIFY2(!svg.isEmpty(), qPrintable(change.code));
        const FlagFreshness freshness = freshnessOfBytes(change.code, svg).value();
        QVERIFY2(!freshness.isWrong(), qPrintable(change.code));
        if (freshness.state != State::Current)
            notRecognised.append(change.code);
    }
    QCOMPARE(notRecognised.join(u' '), unknown);
}

void tst_FlagFreshness::cropsAndFormatsCauseNoFalseAlarm_data()
{
    QTest::addColumn<Variant>("variant");
    QTest::newRow("GIF of 400") << Variant([](const QByteArray &svg) { return gifFile(drawn(svg, 400)); });
    QTest::newRow("PNG of 40") << Variant(
        [](const QByteArray &svg) { return encoded(drawn(svg, 40), "PNG"); });
    QTest::newRow("JPEG of 160") << Variant([](const QByteArray &svg) {
        return encoded(drawn(svg, 160).convertToFormat(QImage::Format_RGB32), "JPG", 50);
    });
    QTest::newRow("round PNG of 256")
        << Variant([](const QByteArray &svg) { return encoded(roundCrop(drawn(svg, 256)), "PNG"); });
    QTest::newRow("round PNG of 40") << Variant(
        [](const QByteArray &svg) { return encoded(roundCrop(drawn(svg, 52)), "PNG"); });
    QTest::newRow("2:1") << Variant([](const QByteArray &svg) {
        return encoded(
            drawn(svg, 200).scaled(200, 100, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), "PNG");
    });
    QTest::newRow("black and white") << Variant([](const QByteArray &svg) {
        return encoded(drawn(svg, 200).convertToFormat(QImage::Format_Grayscale8), "PNG");
    });
}

void tst_FlagFreshness::cropsAndFormatsCauseNoFalseAlarm()
{
    const auto folder = flagIconsFolder();
    if (!folder)
        QSKIP("The package flag-icons is not on this machine; run scripts/install-dependencies.sh");
    QFETCH(const Variant, variant);
    for (const QString &ratio : {u"4x3"_s, u"1x1"_s}) {
        for (const FlagChange &change : shippedFlagChanges()) {
            const QByteArray svg = bytesOf(*folder, u"%1/%2.svg"_s.arg(ratio, change.code.toLower()));
            const QByteArray picture = variant(svg);
            QVERIFY2(!drawn(picture, 64).isNull(), qPrintable(change.code));
            const FlagFreshness freshness = freshnessOfBytes(change.code, picture).value();
            QVERIFY2(!freshness.isWrong(), qPrintable(ratio + u' ' + change.code));
        }
    }
}

void tst_FlagFreshness::supersededFlagsOfDebianAreRecognised_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<FlagFreshness>("expected");

    const auto superseded = [](const char *code, const QString &since) {
        QTest::newRow(code) << QString::fromLatin1(code)
                            << FlagFreshness{.state = State::Superseded, .since = since};
    };
    superseded("SY", u"2025-03-13"_s);
    superseded("MR", u"2017-08-15"_s);
    superseded("IQ", u"2008"_s);
    superseded("TK", u"2009-09-07"_s);
    superseded("HN", u"2022"_s);
    superseded("KG", u"2023-12-22"_s);
    superseded("MQ", u"2023-02-02"_s);
    superseded("CC", u"2004-04-06"_s);
    superseded("TF", u"2007"_s);
    QTest::newRow("VI") << u"VI"_s << FlagFreshness{.state = State::OtherCountry, .whose = u"VG"_s};
    QTest::newRow("MF") << u"MF"_s << FlagFreshness{.state = State::OtherCountry, .whose = u"SX"_s};
}

void tst_FlagFreshness::supersededFlagsOfDebianAreRecognised()
{
    const auto folder = debianFlagsFolder();
    if (!folder)
        QSKIP("The package iso-flags-svg is not installed");
    QFETCH(const QString, code);
    QFETCH(const FlagFreshness, expected);
    const QByteArray svg = bytesOf(*folder, code.toLower() + u".svg"_s);
    QCOMPARE(freshnessOfBytes(code, svg).value(), expected);
    QCOMPARE(freshnessOfBytes(code, gifFile(drawn(svg, 400))).value().state, expected.state);
}

void tst_FlagFreshness::otherFlagsOfDebianAreNotReported()
{
    const auto folder = debianFlagsFolder();
    if (!folder)
        QSKIP("The package iso-flags-svg is not installed");
    QList<std::pair<QString, QByteArray>> pictures;
    for (const QString &file : folder->entryList({u"??.svg"_s}, QDir::Files, QDir::Name))
        pictures.append({file.first(2).toUpper(), bytesOf(*folder, file)});
    QStringList wrong;
    for (const auto &[code, freshness] : wrongPictures(pictures))
        wrong.append(code);
    QCOMPARE(wrong.join(u' '), u"CC HN IQ KG MF MQ MR SY TF TK VI"_s);
}

void tst_FlagFreshness::wrongPicturesAreListed()
{
    const QByteArray green = stripes("#239e46", "#239e46", "#239e46");
    const QList<CodedFreshness> wrong = wrongPictures({{u"NL"_s, green}, {u"LY"_s, green}, {u"SY"_s, green}});
    QCOMPARE(wrong.size(), 1);
    QCOMPARE(wrong.first().first, u"LY"_s);
    QCOMPARE(wrong.first().second.since, u"2011-08-03"_s);
}

FLAGFETCH_TEST(tst_FlagFreshness, Core)
#include "tst_flagfreshness.moc"
