#include "app/countries/catalogue.h"
#include "app/render/decodedpicture.h"
#include "app/render/drawnrenditions.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

DecodedPicture pictureOf(const QByteArray &bytes)
{
    return DecodedPicture::fromBytes(bytes).value();
}

/// Three stripes: red, white, blue; 40 x 30.
QByteArray stripes()
{
    return "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'>"
           "<rect width='40' height='10' fill='#f00'/><rect y='10' width='40' height='10' fill='#fff'/>"
           "<rect y='20' width='40' height='10' fill='#00f'/></svg>";
}

QByteArray fileFrom(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Left half red, right half blue.
QImage halves(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height(), Qt::red);
    return image;
}

QList<Rendition> convert(const QByteArray &bytes, const QList<RenditionSpec> &specs, Crop crop = Crop::None)
{
    DecodedPicture picture = pictureOf(bytes);
    return renditionsOf(picture, specs, crop).value_or(QList<Rendition>());
}

QImage convertedImage(const QByteArray &bytes, int width, Crop crop = Crop::None)
{
    const auto renditions = convert(bytes, {{RenditionFormat::Png, width}}, crop);
    return renditions.isEmpty() ? QImage() : QImage::fromData(renditions.first().bytes, "PNG");
}

bool isAlike(QRgb one, QRgb other)
{
    constexpr int rounding = 2;
    return qAbs(qRed(one) - qRed(other)) <= rounding && qAbs(qGreen(one) - qGreen(other)) <= rounding
        && qAbs(qBlue(one) - qBlue(other)) <= rounding && qAbs(qAlpha(one) - qAlpha(other)) <= rounding;
}

/// The number of different pixels of two images of the same size.
int differentPixels(const QImage &one, const QImage &other)
{
    int changed = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            changed += isAlike(one.pixel(x, y), other.pixel(x, y)) ? 0 : 1;
    }
    return changed;
}

/// Stripes of one pixel in this number of colours.
QImage colours(int count, bool transparent)
{
    QImage image(count, 2, QImage::Format_ARGB32_Premultiplied);
    for (int x = 0; x < count; ++x) {
        const QRgb opaque = 0xff000000U | QRgb(x * 7919);
        image.setPixel(x, 0, opaque);
        image.setPixel(x, 1, transparent ? qPremultiply(opaque & 0x80ffffffU) : opaque);
    }
    return image;
}

} // namespace

class tst_DrawnRenditions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsHaveRequestedWidth_data();
    void vectorsHaveRequestedWidth();
    void drawingFillsEdges();
    void rastersAreScaledDown();
    void rastersAreNeverEnlarged();
    void squareCropsTheCentre();
    void circleHasTransparentCorners();
    void pngKeepsPixels_data();
    void pngKeepsPixels();
    void webPIsLossless();
    void sameSpecsGiveSameBytes();
    void veryHighPictureIsRejected();
    void pictureThatShowsNothingIsRejected();
    void looksLikeRsvgConvert_data();
    void looksLikeRsvgConvert();
};

void tst_DrawnRenditions::vectorsHaveRequestedWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QSize>("size");
    QTest::newRow("one pixel") << 1 << QSize(1, 1);
    QTest::newRow("smaller") << 20 << QSize(20, 15);
    QTest::newRow("fractional height") << 321 << QSize(321, 241);
    QTest::newRow("larger") << 1000 << QSize(1000, 750);
    QTest::newRow("largest") << maximalRenditionWidth << QSize(4096, 3072);
}

void tst_DrawnRenditions::vectorsHaveRequestedWidth()
{
    QFETCH(const int, width);
    QFETCH(const QSize, size);
    const auto renditions
        = convert(stripes(), {{RenditionFormat::Png, width}, {RenditionFormat::WebP, width}});
    QCOMPARE(renditions.size(), 2);
    for (const Rendition &rendition : renditions) {
        QCOMPARE(rendition.size, size);
        QVERIFY(!rendition.isSmallerThanRequested());
        // The WebP plugin of Qt 6.8 cannot read shorter files.
        constexpr qsizetype shortest = 40;
        if (rendition.spec.format != RenditionFormat::WebP || rendition.bytes.size() >= shortest)
            QCOMPARE(QImage::fromData(rendition.bytes).size(), size);
    }
}

// Edges must stay opaque even if the ratio does not give a whole number of pixels.
void tst_DrawnRenditions::drawingFillsEdges()
{
    const QImage image = convertedImage(stripes(), 321);
    for (const QPoint corner : {QPoint(0, 0), QPoint(320, 0), QPoint(0, 240), QPoint(320, 240)})
        QCOMPARE(image.pixelColor(corner).alpha(), 255);
}

void tst_DrawnRenditions::rastersAreScaledDown()
{
    const QImage image = convertedImage(fileFrom(halves({400, 200})), 100);
    QCOMPARE(image.size(), QSize(100, 50));
    QCOMPARE(image.pixelColor(20, 25), QColor(Qt::red));
    QCOMPARE(image.pixelColor(80, 25), QColor(Qt::blue));
}

void tst_DrawnRenditions::rastersAreNeverEnlarged()
{
    const auto renditions
        = convert(fileFrom(halves({40, 20})), {{RenditionFormat::Png, 20}, {RenditionFormat::Png, 100}});
    QCOMPARE(renditions.size(), 2);
    QVERIFY(!renditions.at(0).isSmallerThanRequested());
    QVERIFY(renditions.at(1).isSmallerThanRequested());
    QCOMPARE(renditions.at(1).size, QSize(40, 20));
    QCOMPARE(
        QImage::fromData(renditions.at(1).bytes).convertToFormat(QImage::Format_RGB32), halves({40, 20}));
}

void tst_DrawnRenditions::squareCropsTheCentre()
{
    for (const QByteArray &bytes : {stripes(), fileFrom(halves({80, 60}))}) {
        const QImage image = convertedImage(bytes, 40, Crop::Square);
        QCOMPARE(image.size(), QSize(40, 40));
        for (const QPoint edge : {QPoint(0, 0), QPoint(39, 0), QPoint(0, 39), QPoint(39, 39)})
            QCOMPARE(image.pixelColor(edge).alpha(), 255);
    }
    const QImage cut = convertedImage(fileFrom(halves({100, 60})), 60, Crop::Square);
    QCOMPARE(cut.pixelColor(29, 30), QColor(Qt::red));
    QCOMPARE(cut.pixelColor(30, 30), QColor(Qt::blue));
}

void tst_DrawnRenditions::circleHasTransparentCorners()
{
    const QImage image = convertedImage(stripes(), 90, Crop::Circle);
    QCOMPARE(image.size(), QSize(90, 90));
    for (const QPoint corner : {QPoint(0, 0), QPoint(89, 0), QPoint(0, 89), QPoint(89, 89), QPoint(12, 12)})
        QCOMPARE(image.pixelColor(corner).alpha(), 0);
    QCOMPARE(image.pixelColor(45, 1), QColor(Qt::red));
    QCOMPARE(image.pixelColor(45, 45), QColor(Qt::white));
    QCOMPARE(image.pixelColor(45, 88), QColor(Qt::blue));
    int between = 0; // the edge is smooth
    for (int x = 0; x < 45; ++x)
        between += image.pixelColor(x, 20).alpha() % 255 != 0 ? 1 : 0;
    QVERIFY(between > 0);
}

void tst_DrawnRenditions::pngKeepsPixels_data()
{
    QTest::addColumn<QImage>("image");
    for (const int count : {1, 2, 17, 128, 256, 257, 1000}) {
        QTest::addRow("%d colours", count) << colours(count, false);
        QTest::addRow("%d transparent colours", count) << colours(count, true);
    }
}

void tst_DrawnRenditions::pngKeepsPixels()
{
    QFETCH(const QImage, image);
    const QByteArray bytes = fileFrom(image);
    const auto drawn = drawAtWidth(pictureOf(bytes), image.width(), Crop::None);
    QVERIFY(drawn);
    const QImage back = convertedImage(bytes, image.width());
    QCOMPARE(back.size(), image.size());
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(back.pixel(x, y), qUnpremultiply(drawn->pixel(x, y)));
    }
}

void tst_DrawnRenditions::webPIsLossless()
{
    const auto renditions = convert(stripes(), {{RenditionFormat::Png, 77}, {RenditionFormat::WebP, 77}});
    QCOMPARE(renditions.size(), 2);
    const QImage png = QImage::fromData(renditions.at(0).bytes, "PNG");
    const QImage webP = QImage::fromData(renditions.at(1).bytes, "WEBP");
    QCOMPARE(webP.convertToFormat(QImage::Format_ARGB32), png.convertToFormat(QImage::Format_ARGB32));
}

void tst_DrawnRenditions::sameSpecsGiveSameBytes()
{
    const QList<RenditionSpec> renditions{{RenditionFormat::Png, 64}, {RenditionFormat::WebP, 64}};
    const auto once = convert(stripes(), renditions, Crop::Circle);
    const auto again = convert(stripes(), renditions, Crop::Circle);
    QCOMPARE(once.size(), 2);
    QCOMPARE(again.at(0).bytes, once.at(0).bytes);
    QCOMPARE(again.at(1).bytes, once.at(1).bytes);
    // Further widths must not change the other files.
    QCOMPARE(convert(stripes(), {{RenditionFormat::Png, 32}, renditions.first()}, Crop::Circle).at(1).bytes,
        once.at(0).bytes);
}

void tst_DrawnRenditions::veryHighPictureIsRejected()
{
    DecodedPicture picture
        = pictureOf("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='100000'><path/></svg>");
    const auto renditions = renditionsOf(picture, {{RenditionFormat::Png, 320}}, Crop::None);
    QVERIFY(!renditions);
    QCOMPARE(renditions.error().kind, FailureKind::TooLarge);
}

void tst_DrawnRenditions::pictureThatShowsNothingIsRejected()
{
    DecodedPicture picture = pictureOf("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>");
    const auto renditions = renditionsOf(picture, {{RenditionFormat::Png, 64}}, Crop::None);
    QVERIFY(!renditions);
    QCOMPARE(renditions.error().kind, FailureKind::BlankPicture);
}

// Tests all built-in flags, because errors of a renderer are not predictable. Other renderers draw Georgia,
// Montenegro and Pitcairn wrong.
void tst_DrawnRenditions::looksLikeRsvgConvert_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStandardPaths::locate(QStandardPaths::GenericDataLocation,
        u"iso-flags-svg/country-4x3"_s, QStandardPaths::LocateDirectory));
    if (QStandardPaths::findExecutable(u"rsvg-convert"_s).isEmpty() || folder.isEmpty())
        QSKIP("The packages librsvg2-bin and iso-flags-svg are not both installed");
    const Catalogue catalogue;
    int rows = 0;
    for (const Country &country : catalogue.countries()) {
        const QString path = folder.filePath(country.code.toLower() + u".svg"_s);
        if (!QFile::exists(path))
            continue;
        QTest::newRow(qPrintable(country.code)) << path;
        ++rows;
    }
    constexpr int builtin = 249;
    QCOMPARE(rows, builtin);
}

void tst_DrawnRenditions::looksLikeRsvgConvert()
{
    QFETCH(const QString, path);
    QProcess process;
    process.start(u"rsvg-convert"_s, {u"--width"_s, u"320"_s, path});
    QVERIFY(process.waitForFinished(20'000));
    const QImage expected = QImage::fromData(process.readAllStandardOutput(), "PNG");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QImage image = convertedImage(file.readAll(), 320);
    QCOMPARE(image.size(), expected.size());
    QCOMPARE(differentPixels(image, expected), 0);
}

FLAGFETCH_TEST(tst_DrawnRenditions, Core)
#include "tst_drawnrenditions.moc"
