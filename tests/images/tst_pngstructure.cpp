#include "tests/images/rasterchecks.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;

/// Whether the chunks of a PNG are checked. tst_picture has its headers.
class tst_PngStructure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validChunksAreAccepted_data();
    void validChunksAreAccepted();
    void damageIsRejected_data();
    void damageIsRejected();
    void eachCutIsTruncated();
    void eachFlippedBitIsFound();
};

namespace {

constexpr QSize pngSize(20, 12);
constexpr qsizetype pngSignatureSize = 8;
constexpr qsizetype pngHeaderEnd = 33;

QByteArray pngSignature()
{
    return pngPicture(pngSize).first(pngSignatureSize);
}

QByteArray pngHeaderOf(const QByteArray &png)
{
    return png.sliced(pngSignatureSize, pngHeaderEnd - pngSignatureSize);
}

/// All chunks behind the header.
QByteArray pngRestOf(const QByteArray &png)
{
    return png.sliced(pngHeaderEnd);
}

QByteArray encodedPng(QImage::Format format)
{
    QImage image(pngSize, format);
    if (format == QImage::Format_Indexed8)
        image.setColorTable({qRgb(1, 2, 3), qRgb(200, 100, 50)});
    image.fill(1);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

/// A PNG of Qt without the first chunk of this type.
QByteArray pngWithout(const QByteArray &type, const QByteArray &png)
{
    for (qsizetype at = pngSignatureSize; at < png.size();) {
        const auto length = qsizetype(qFromBigEndian<quint32>(png.constData() + at)) + 12;
        if (png.sliced(at + 4).startsWith(type))
            return QByteArray(png).remove(at, length);
        at += length;
    }
    return {};
}

QByteArray pngWithChunk(const QByteArray &chunk)
{
    const QByteArray png = pngPicture(pngSize);
    return pngSignature() + pngHeaderOf(png) + chunk + pngRestOf(png);
}

QByteArray pngPalette(qsizetype bytes)
{
    return pngChunk("PLTE", QByteArray(bytes, '\1'));
}

/// A PNG with a palette, which this chunk replaces.
QByteArray pngWithPalette(const QByteArray &chunk)
{
    const QByteArray png = pngWithout("PLTE", encodedPng(QImage::Format_Indexed8));
    return pngSignature() + pngHeaderOf(png) + chunk + pngRestOf(png);
}

} // namespace

void tst_PngStructure::validChunksAreAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("colours", pngPicture(pngSize));
    row("colours with alpha", encodedPng(QImage::Format_ARGB32));
    row("grey", encodedPng(QImage::Format_Grayscale8));
    row("grey of 16 bits", encodedPng(QImage::Format_Grayscale16));
    row("two colours", encodedPng(QImage::Format_Mono));
    row("palette", encodedPng(QImage::Format_Indexed8));
    row("short palette", pngWithPalette(pngPalette(6)));
    row("longest palette", pngWithPalette(pngPalette(768)));
    row("suggested palette", pngWithChunk(pngPalette(9)));
    row("text", pngWithChunk(pngChunk("tEXt", QByteArray("Title\0flag", 10))));
    row("unknown optional chunk", pngWithChunk(pngChunk("abCd", "text")));
    row("bytes behind it", pngPicture(pngSize) + "anything");
}

void tst_PngStructure::validChunksAreAccepted()
{
    QFETCH(const QByteArray, bytes);

    QCOMPARE(checkText(bytes), sizeText(pngSize));
    QCOMPARE(decodedText(bytes), sizeText(pngSize));
}

void tst_PngStructure::damageIsRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    const QByteArray png = pngPicture(pngSize);
    const QByteArray end = pngChunk("IEND", {});

    row("no header", pngSignature() + pngRestOf(png));
    row("header behind another chunk",
        pngSignature() + pngChunk("tEXt", "text") + pngHeaderOf(png) + pngRestOf(png));
    row("two headers", pngWithChunk(pngHeaderOf(png)));
    row("short header", pngSignature() + pngChunk("IHDR", QByteArray(12, '\1')) + pngRestOf(png));
    row("no pixels", pngSignature() + pngHeaderOf(png) + end);
    row("empty pixels", pngSignature() + pngHeaderOf(png) + pngChunk("IDAT", {}) + end);
    row("no palette", pngWithPalette({}));
    row("palette behind the pixels", pngWithout("IEND", pngWithPalette({})) + pngPalette(6) + end);
    row("empty palette", pngWithPalette(pngPalette(0)));
    row("palette of half a colour", pngWithPalette(pngPalette(7)));
    row("palette of 257 colours", pngWithPalette(pngPalette(771)));
    row("unknown necessary chunk", pngWithChunk(pngChunk("ABCD", "text")));
}

void tst_PngStructure::damageIsRejected()
{
    QFETCH(const QByteArray, bytes);

    QCOMPARE(checkText(bytes), u"not_a_picture"_s);
}

void tst_PngStructure::eachCutIsTruncated()
{
    const QByteArray png = pngPicture(pngSize);
    for (qsizetype length = pngSignatureSize; length < png.size(); ++length)
        QCOMPARE(checkText(png.first(length)), u"truncated"_s);
}

void tst_PngStructure::eachFlippedBitIsFound()
{
    const FlipResult flips = flipEachBit(pngPicture(pngSize), 0);

    QCOMPARE(flips.notDecodable.join(u'\n'), QString());
    QCOMPARE(flips.rejectedPixels, 1.0);
}

FLAGFETCH_TEST(tst_PngStructure, Core)
#include "tst_pngstructure.moc"
