#include "tests/images/rasterchecks.h"
#include "tests/support/testprogram.h"

#include <QImageWriter>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;

/// Whether the chunks of a WebP are checked. What they compress is not looked at, so most pictures have none.
class tst_WebPStructure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validChunksAreAccepted_data();
    void validChunksAreAccepted();
    void pictureOfQtIsAccepted_data();
    void pictureOfQtIsAccepted();
    void damageIsRejected_data();
    void damageIsRejected();
    void eachCutIsTruncated();
};

namespace {

constexpr QSize webpSize(20, 12);

QByteArray webpNumber(int value, int bytes)
{
    const auto little = qToLittleEndian(quint32(value));
    return {reinterpret_cast<const char *>(&little), bytes};
}

QByteArray webpChunk(const char *type, const QByteArray &content)
{
    const QByteArray padding(content.size() % 2, '\0');
    return type + webpNumber(int(content.size()), 4) + content + padding;
}

QByteArray webpOf(const QByteArray &chunks)
{
    return "RIFF" + webpNumber(int(chunks.size()) + 4, 4) + "WEBP" + chunks;
}

QByteArray losslessWebP(const QSize &picture = webpSize)
{
    return webpChunk("VP8L",
        '\x2f' + webpNumber((picture.width() - 1) | ((picture.height() - 1) << 14), 4) + "compressed");
}

/// The content of a lossy chunk. The tag is of a key frame that is shown.
QByteArray lossyWebPContent(const QSize &picture = webpSize, int firstPartition = 5, int tag = 0x10)
{
    return webpNumber(tag | (firstPartition << 5), 3) + "\x9d\x01\x2a" + webpNumber(picture.width(), 2)
        + webpNumber(picture.height(), 2) + "compressed.";
}

QByteArray lossyWebP()
{
    return webpChunk("VP8 ", lossyWebPContent());
}

QByteArray webpAlpha()
{
    return webpChunk("ALPH", "\1alpha");
}

constexpr int webpAnimated = 2; // a flag

QByteArray webpExtended(int flags = 0, const QSize &canvas = webpSize)
{
    return webpChunk("VP8X",
        webpNumber(flags, 4) + webpNumber(canvas.width() - 1, 3) + webpNumber(canvas.height() - 1, 3));
}

QByteArray webpAnimation(const QByteArray &frames)
{
    return webpOf(webpExtended(webpAnimated) + webpChunk("ANIM", QByteArray(6, '\0')) + frames);
}

QByteArray webpFrame(const QByteArray &image, const QSize &picture = webpSize, int x = 0)
{
    return webpChunk("ANMF",
        webpNumber(x / 2, 3) + webpNumber(0, 3) + webpNumber(picture.width() - 1, 3)
            + webpNumber(picture.height() - 1, 3) + webpNumber(100, 3) + '\0' + image);
}

} // namespace

void tst_WebPStructure::validChunksAreAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("lossless", webpOf(losslessWebP()));
    row("lossy", webpOf(lossyWebP()));
    row("lossy that is scaled", webpOf(webpChunk("VP8 ", lossyWebPContent().replace(7, 1, "\x40"))));
    row("extended lossless", webpOf(webpExtended() + losslessWebP()));
    row("extended lossy", webpOf(webpExtended() + lossyWebP()));
    row("lossy with alpha", webpOf(webpExtended(0x10) + webpAlpha() + lossyWebP()));
    row("colour profile and metadata",
        webpOf(webpExtended(0x2c) + webpChunk("ICCP", "profile") + losslessWebP() + webpChunk("EXIF", "exif")
            + webpChunk("XMP ", "xmp")));
    row("metadata that are not announced",
        webpOf(webpExtended() + losslessWebP() + webpChunk("EXIF", "exif")));
    row("unknown chunk", webpOf(webpExtended() + webpChunk("abcd", "text") + losslessWebP()));
    row("last chunk without padding", webpOf(losslessWebP().chopped(1)));
    row("animation",
        webpAnimation(
            webpFrame(losslessWebP()) + webpFrame(lossyWebP()) + webpFrame(webpAlpha() + lossyWebP())));
    row("small frame", webpAnimation(webpFrame(losslessWebP({4, 12}), {4, 12}, 16)));
    row("bytes behind it", webpOf(losslessWebP()) + "anything");
}

void tst_WebPStructure::validChunksAreAccepted()
{
    QFETCH(const QByteArray, bytes);

    QCOMPARE(checkText(bytes), sizeText(webpSize));
}

void tst_WebPStructure::pictureOfQtIsAccepted_data()
{
    QTest::addColumn<int>("quality"); // 100 is lossless
    QTest::addColumn<QImage::Format>("format");
    QTest::newRow("lossy") << 75 << QImage::Format_RGB32;
    QTest::newRow("lossy with alpha") << 75 << QImage::Format_ARGB32;
    QTest::newRow("lossless") << 100 << QImage::Format_RGB32;
    QTest::newRow("lossless with alpha") << 100 << QImage::Format_ARGB32;
}

void tst_WebPStructure::pictureOfQtIsAccepted()
{
    QFETCH(const int, quality);
    QFETCH(const QImage::Format, format);
    if (!QImageWriter::supportedImageFormats().contains("webp"))
        QSKIP("Qt's encoder for WebP is not installed");
    QImage image(webpSize, format);
    for (int y = 0; y < webpSize.height(); ++y) {
        for (int x = 0; x < webpSize.width(); ++x)
            image.setPixel(x, y, qRgba(x * 12, y * 20, 99, x * 5 + 100));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(image.save(&buffer, "webp", quality));

    QCOMPARE(checkText(buffer.data()), sizeText(webpSize));
    QCOMPARE(decodedText(buffer.data()), sizeText(webpSize));
}

void tst_WebPStructure::damageIsRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    const auto rowOfLossy
        = [&](const char *name, const QByteArray &content) { row(name, webpOf(webpChunk("VP8 ", content))); };
    row("no chunk", webpOf({}));
    row("length below the header", "RIFF" + webpNumber(0, 4) + "WEBP" + losslessWebP());
    row("half a chunk header", webpOf("VP8L"));
    row("chunk longer than the file", webpOf(losslessWebP().replace(4, 1, "\x7f")));
    row("unknown first chunk", webpOf(webpChunk("abcd", "text") + losslessWebP()));
    row("alpha alone", webpOf(webpAlpha() + lossyWebP()));
    rowOfLossy("no start code", lossyWebPContent().replace(3, 1, "x"));
    rowOfLossy("no key frame", lossyWebPContent(webpSize, 5, 0x11));
    rowOfLossy("unknown profile", lossyWebPContent(webpSize, 5, 0x18));
    rowOfLossy("hidden frame", lossyWebPContent(webpSize, 5, 0));
    rowOfLossy("partition longer than the chunk", lossyWebPContent(webpSize, 12));
    rowOfLossy("no width", lossyWebPContent({0, 12}));
    rowOfLossy("short frame header", lossyWebPContent().first(9));
    row("no signature", webpOf(losslessWebP().replace(8, 1, "x")));
    row("unknown version", webpOf(losslessWebP().replace(12, 1, "\x20")));
    row("lossless header alone", webpOf(webpChunk("VP8L", losslessWebP().sliced(8, 5))));
    row("short extended header", webpOf(webpChunk("VP8X", "short") + losslessWebP()));
    row("extended header alone", webpOf(webpExtended()));
    row("two extended headers", webpOf(webpExtended() + webpExtended() + losslessWebP()));
    row("two pictures", webpOf(webpExtended() + losslessWebP() + losslessWebP()));
    row("other size than the canvas", webpOf(webpExtended() + losslessWebP({21, 12})));
    row("alpha behind the picture", webpOf(webpExtended() + lossyWebP() + webpAlpha()));
    row("alpha of a lossless picture", webpOf(webpExtended() + webpAlpha() + losslessWebP()));
    row("unknown compression of alpha", webpOf(webpExtended() + webpChunk("ALPH", "\2alpha") + lossyWebP()));
    row("empty alpha", webpOf(webpExtended() + webpChunk("ALPH", "\1") + lossyWebP()));
    row("bytes behind the last chunk", webpOf(webpExtended() + losslessWebP() + "text"));
    row("animation without frames", webpAnimation({}));
    row("animation of a picture", webpAnimation(losslessWebP()));
    row("frame without the animation header", webpOf(webpExtended(webpAnimated) + webpFrame(losslessWebP())));
    row("frame without the animation flag",
        webpOf(webpExtended() + webpChunk("ANIM", QByteArray(6, '\0')) + webpFrame(losslessWebP())));
    row("frame without a picture", webpAnimation(webpFrame({})));
    row("short frame", webpAnimation(webpChunk("ANMF", "short")));
    row("frame of another size", webpAnimation(webpFrame(losslessWebP(), {19, 12})));
    row("frame outside of the canvas", webpAnimation(webpFrame(losslessWebP(), webpSize, 2)));
    row("damaged second frame",
        webpAnimation(webpFrame(losslessWebP()) + webpFrame(losslessWebP().replace(8, 1, "x"))));
}

void tst_WebPStructure::damageIsRejected()
{
    QFETCH(const QByteArray, bytes);

    QCOMPARE(checkText(bytes), u"not_a_picture"_s);
}

void tst_WebPStructure::eachCutIsTruncated()
{
    for (const QByteArray &webp :
        {webpOf(losslessWebP()), webpAnimation(webpFrame(lossyWebP()) + webpFrame(losslessWebP()))}) {
        for (qsizetype length = 12; length < webp.size(); ++length)
            QCOMPARE(checkText(webp.first(length)), u"truncated"_s);
    }
}

FLAGFETCH_TEST(tst_WebPStructure, Core)
#include "tst_webpstructure.moc"
