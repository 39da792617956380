#include "app/drawing/picture.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QImageReader>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::optional<FailureKind> refusalOf(const QByteArray &bytes)
{
    const auto picture = Picture::fromBytes(bytes);
    return picture ? std::nullopt : std::optional(picture.error().kind);
}

QImage fitted(const QByteArray &bytes, const QSize &box)
{
    return fittedInto(bytes, box);
}

/// Empty if the decoder is not installed.
QByteArray webpPicture()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImage image(12, 9, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int x = 0; x < image.width(); ++x) // else it has less than the 40 bytes that some decoders want
        image.setPixelColor(x, x % image.height(), QColor(20 * x, 255 - 9 * x, 99));
    image.save(&buffer, "webp");
    return buffer.data();
}

} // namespace

class tst_Picture final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completePictureIsAccepted_data();
    void completePictureIsAccepted();
    void truncatedPictureIsRejected_data();
    void truncatedPictureIsRejected();
    void trailingBytesAreTolerated_data();
    void trailingBytesAreTolerated();
    void hugePicturesAreRejected_data();
    void hugePicturesAreRejected();
    void otherFilesAreRejected_data();
    void otherFilesAreRejected();
    void drawingThatShowsNothingIsRejected_data();
    void drawingThatShowsNothingIsRejected();
    void thumbnailFitsAndKeepsTheRatio_data();
    void thumbnailFitsAndKeepsTheRatio();
    void firstFrameOfAnAnimationIsShown();
};

void tst_Picture::completePictureIsAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("GIF") << gifPicture() << PictureFormat::Gif;
    QTest::newRow("large GIF") << gifPicture({604, 400}) << PictureFormat::Gif;
    QTest::newRow("PNG") << pngPicture() << PictureFormat::Png;
    QTest::newRow("JPEG") << jpegPicture() << PictureFormat::Jpeg;
    QTest::newRow("WebP") << webpPicture() << PictureFormat::WebP;
    QTest::newRow("SVG") << svgPicture() << PictureFormat::Svg;
    QTest::newRow("largest accepted size") << pngPicture({4096, 4096}) << PictureFormat::Png;
}

void tst_Picture::completePictureIsAccepted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PictureFormat, format);
    if (bytes.isEmpty())
        QSKIP("Qt's decoder for this format is not installed");

    const auto picture = Picture::fromBytes(bytes);

    QVERIFY(picture);
    QCOMPARE(picture->format(), format);
    QVERIFY(picture->fittedInto({160, 120}));
}

void tst_Picture::truncatedPictureIsRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("recognisedFrom"); // bytes that show the format
    QTest::newRow("GIF") << gifPicture({60, 40}) << qsizetype(6);
    QTest::newRow("PNG") << pngPicture({60, 40}) << qsizetype(8);
    QTest::newRow("JPEG") << jpegPicture({60, 40}) << qsizetype(3);
    QTest::newRow("WebP") << webpPicture() << qsizetype(12);
    QTest::newRow("SVG") << svgPicture({60, 40}).trimmed() << svgPicture({60, 40}).indexOf("<rect");
}

void tst_Picture::truncatedPictureIsRejected()
{
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty())
        QSKIP("Qt's decoder for this format is not installed");
    QFETCH(qsizetype, recognisedFrom);

    const qsizetype step = std::max<qsizetype>(bytes.size() / 500, 1);
    for (qsizetype size = 0; size < bytes.size(); size += step) {
        const auto refusal = refusalOf(bytes.first(size));
        QVERIFY2(refusal, qPrintable(u"taken with %1 of %2 bytes"_s.arg(size).arg(bytes.size())));
        QVERIFY(*refusal == FailureKind::Truncated || *refusal == FailureKind::NotAPicture);
        if (size >= recognisedFrom)
            QCOMPARE(*refusal, FailureKind::Truncated);
    }
    QVERIFY(refusalOf(bytes.chopped(1)));
}

void tst_Picture::trailingBytesAreTolerated_data()
{
    truncatedPictureIsRejected_data();
}

void tst_Picture::trailingBytesAreTolerated()
{
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty())
        QSKIP("Qt's decoder for this format is not installed");

    QVERIFY(!refusalOf(bytes + "\r\n"));
}

void tst_Picture::hugePicturesAreRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PNG") << pngClaiming(60'000, 60'000);
    QTest::newRow("PNG, a little too large") << pngClaiming(4097, 4096);
    QTest::newRow("GIF") << gifClaiming(5000, 5000);
    QTest::newRow("largest GIF") << gifClaiming(65535, 65535);
}

void tst_Picture::hugePicturesAreRejected()
{
    QFETCH(QByteArray, bytes);

    const auto refusal = refusalOf(bytes);

    QVERIFY(refusal);
    QCOMPARE(*refusal, FailureKind::TooLarge);
}

void tst_Picture::otherFilesAreRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("Not Found");
    QTest::newRow("login page") << QByteArray("<!DOCTYPE html><html><body>Log in</body></html>");
    QTest::newRow("XHTML page") << QByteArray("<html xmlns='http://www.w3.org/1999/xhtml'/>");
    QTest::newRow("wrong magic") << "XXX" + pngPicture().mid(3);
    QTest::newRow("magic of another format") << "GIF89a" + pngPicture().mid(6);
    QTest::newRow("PNG with a broken checksum") << pngPicture().replace("IDAT", "IDAU");
    QTest::newRow("only the header of a huge PNG") << pngClaiming(60'000, 60'000).first(33);
    QTest::newRow("SVG that is not XML")
        << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><a></b></svg>");
    QTest::newRow("PNG without width") << pngClaiming(0, 10);
    QTest::newRow("PNG without height") << pngClaiming(10, 0);
    QTest::newRow("PNG of 3 bits") << pngWithHeader(8, QByteArray("\3", 1));
    QTest::newRow("PNG with an unknown colour type") << pngWithHeader(9, QByteArray("\5", 1));
    QTest::newRow("PNG of colours with 4 bits") << pngWithHeader(8, QByteArray("\4\2", 2));
    QTest::newRow("PNG with an unknown compression") << pngWithHeader(10, QByteArray("\1", 1));
    QTest::newRow("PNG with an unknown filter") << pngWithHeader(11, QByteArray("\1", 1));
    QTest::newRow("PNG with an unknown interlacing") << pngWithHeader(12, QByteArray("\2", 1));
    QTest::newRow("PNG above the limit of its decoder") << pngClaiming(0x7fffffff, 0x7fffffff);
}

void tst_Picture::otherFilesAreRejected()
{
    QFETCH(QByteArray, bytes);

    const auto refusal = refusalOf(bytes);

    QVERIFY(refusal);
    QVERIFY(*refusal == FailureKind::NotAPicture || *refusal == FailureKind::Truncated);
}

void tst_Picture::drawingThatShowsNothingIsRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto svg = [](const QByteArray &attributes, const QByteArray &content) -> QByteArray {
        return "<svg xmlns='http://www.w3.org/2000/svg' " + attributes + '>' + content + "</svg>";
    };
    const QByteArray shape = "<path d='M0 0h9v9'/>";
    QTest::newRow("SVG without content") << svg("viewBox='0 0 640 480'", {});
    QTest::newRow("SVG of another file")
        << svg("viewBox='0 0 4 3'", "<image href='http://127.0.0.1/flag.png' width='4' height='3'/>");
    QTest::newRow("SVG with hidden content")
        << svg("viewBox='0 0 9 9'", "<g display='none'>" + shape + "</g>");
    QTest::newRow("SVG with definitions only") << svg("viewBox='0 0 9 9'", "<defs>" + shape + "</defs>");
    QImage transparent(QSize(60, 40), QImage::Format_ARGB32);
    transparent.fill(Qt::transparent);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(transparent.save(&buffer, "PNG"));
    QTest::newRow("transparent PNG") << png;
}

void tst_Picture::drawingThatShowsNothingIsRejected()
{
    QFETCH(QByteArray, bytes);
    const auto picture = Picture::fromBytes(bytes, {.box = {160, 120}});
    QVERIFY(!picture);
    QCOMPARE(picture.error().kind, FailureKind::BlankPicture);
}

void tst_Picture::thumbnailFitsAndKeepsTheRatio_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("size"); // in a box of 160 x 120
    QTest::newRow("wide PNG") << pngPicture({640, 320}) << QSize(160, 80);
    QTest::newRow("high PNG") << pngPicture({300, 600}) << QSize(60, 120);
    QTest::newRow("PNG of the box's size") << pngPicture({160, 120}) << QSize(160, 120);
    QTest::newRow("small PNG stays small") << pngPicture({40, 30}) << QSize(40, 30);
    QTest::newRow("GIF") << gifPicture({320, 240}) << QSize(160, 120);
    QTest::newRow("JPEG") << jpegPicture({320, 160}) << QSize(160, 80);
    QTest::newRow("small SVG is drawn large") << svgPicture({4, 3}) << QSize(160, 120);
    QTest::newRow("large SVG") << svgPicture({6000, 3000}) << QSize(160, 80);
    QTest::newRow("SVG with only a viewBox") << QByteArray(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 30'><path d='M0 0h9v9'/></svg>")
                                             << QSize(40, 120);
    QTest::newRow("SVG without any size")
        << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><rect width='100%' height='100%'/></svg>")
        << QSize(160, 120);
    QTest::newRow("thread of a PNG") << pngPicture({2000, 1}) << QSize(160, 1);
    QTest::newRow("thread of an SVG") << svgPicture({5000, 1}) << QSize(160, 1);
}

void tst_Picture::thumbnailFitsAndKeepsTheRatio()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QSize, size);

    const QImage thumbnail = fitted(bytes, {160, 120});

    QVERIFY(!thumbnail.isNull());
    QCOMPARE(thumbnail.size(), size);
}

void tst_Picture::firstFrameOfAnAnimationIsShown()
{
    const QByteArray animation = gifAnimation({8, 8}, 100'000);
    QVERIFY(animation.size() > 5'000'000);

    QCOMPARE(fitted(animation, {20, 20}), fitted(gifPicture({8, 8}), {20, 20}));
}

FLAGFETCH_TEST(tst_Picture, Core)
#include "tst_picture.moc"
