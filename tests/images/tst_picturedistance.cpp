#include "app/builtin/picturefolders.h"
#include "app/drawing/picture.h"
#include "app/images/picturedistance.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class tst_PictureDistance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samePictureHasNoDistance();
    void blackAndWhiteHaveGreatestDistance();
    void nullImageHasGreatestDistance();
    void marginsAreIgnored();
    void sizeRatioAndFormatHaveLittleInfluence_data();
    void sizeRatioAndFormatHaveLittleInfluence();
    void otherFlagsHaveLargeDistance_data();
    void otherFlagsHaveLargeDistance();
    void changedEmblemIsDetected();
};

namespace {

// Distances between these two are uncertain; the user should compare the pictures.
constexpr double same = 8;
constexpr double different = 20;

/// An installed flag, as a source might serve it.
QImage flag(const QString &code, const QSize &size = {320, 240})
{
    const auto folder = findPictures(PictureSet::IsoFlags, {});
    if (!folder)
        return {};
    QFile file(folder->path + u'/' + code + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QImage image = fittedInto(file.readAll(), {1280, 960});
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage throughFile(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_RGB32).save(&buffer, format);
    return QImage::fromData(bytes, format);
}

QImage plain(const QColor &colour)
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

QImage onLargerGround(const QImage &image)
{
    QImage ground(image.width() + 60, image.height() + 100, QImage::Format_ARGB32_Premultiplied);
    ground.fill(Qt::transparent);
    QPainter(&ground).drawImage(20, 70, image);
    return ground;
}

} // namespace

void tst_PictureDistance::samePictureHasNoDistance()
{
    QCOMPARE(pictureDistance(plain(Qt::red), plain(Qt::red)), 0.0);
}

void tst_PictureDistance::blackAndWhiteHaveGreatestDistance()
{
    QVERIFY(pictureDistance(plain(Qt::black), plain(Qt::white)) > 99.9);
    QVERIFY(pictureDistance(plain(Qt::blue), plain(Qt::yellow)) <= 100);
}

void tst_PictureDistance::nullImageHasGreatestDistance()
{
    QCOMPARE(pictureDistance(QImage(), plain(Qt::red)), 100.0);
    QImage clear(40, 30, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QCOMPARE(pictureDistance(plain(Qt::red), clear), 100.0);
}

void tst_PictureDistance::marginsAreIgnored()
{
    const QImage brazil = flag(u"br"_s);
    if (brazil.isNull())
        QSKIP("iso-flags-svg is not installed");
    QVERIFY(pictureDistance(brazil, onLargerGround(brazil)) < 1);
}

void tst_PictureDistance::sizeRatioAndFormatHaveLittleInfluence_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("small PNG") << QSize(80, 60) << QByteArray("PNG");
    QTest::newRow("icon") << QSize(24, 18) << QByteArray("PNG");
    QTest::newRow("JPEG") << QSize(320, 240) << QByteArray("JPG");
    QTest::newRow("WebP in 3:2") << QSize(300, 200) << QByteArray("WEBP");
    QTest::newRow("true ratio of 2:1") << QSize(400, 200) << QByteArray("PNG");
    QTest::newRow("square") << QSize(128, 128) << QByteArray("PNG");
}

void tst_PictureDistance::sizeRatioAndFormatHaveLittleInfluence()
{
    QFETCH(QSize, size);
    QFETCH(QByteArray, format);
    for (const QString &code : {u"us"_s, u"br"_s, u"de"_s, u"gb"_s, u"kr"_s}) {
        const QImage original = flag(code);
        if (original.isNull())
            QSKIP("iso-flags-svg is not installed");
        const double distance = pictureDistance(original, throughFile(flag(code, size), format.constData()));
        QVERIFY2(distance < same, qPrintable(u"%1: %2"_s.arg(code).arg(distance)));
    }
}

void tst_PictureDistance::otherFlagsHaveLargeDistance_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("Germany, France") << u"de"_s << u"fr"_s;
    QTest::newRow("United States, Malaysia") << u"us"_s << u"my"_s;
    QTest::newRow("Ireland, Italy") << u"ie"_s << u"it"_s;
    QTest::newRow("Brazil, Portugal") << u"br"_s << u"pt"_s;
    QTest::newRow("Poland, Indonesia") << u"pl"_s << u"id"_s;
}

void tst_PictureDistance::otherFlagsHaveLargeDistance()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    if (flag(one).isNull())
        QSKIP("iso-flags-svg is not installed");
    const double distance = pictureDistance(flag(one), flag(other));
    QVERIFY2(distance > different, qPrintable(QString::number(distance)));
}

void tst_PictureDistance::changedEmblemIsDetected()
{
    const QImage spain = flag(u"es"_s);
    if (spain.isNull())
        QSKIP("iso-flags-svg is not installed");
    QImage plainSpain = spain;
    QPainter(&plainSpain).fillRect(60, 80, 110, 90, plainSpain.pixelColor(250, 120));
    const double distance = pictureDistance(spain, plainSpain);
    const double scaled = pictureDistance(spain, flag(u"es"_s, {90, 60}));
    QVERIFY2(distance > 2 * scaled, qPrintable(u"%1, %2"_s.arg(distance).arg(scaled)));
}

FLAGFETCH_TEST(tst_PictureDistance, Core)
#include "tst_picturedistance.moc"
