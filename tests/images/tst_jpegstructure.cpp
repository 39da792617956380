#include "tests/images/jpegparts.h"
#include "tests/images/rasterchecks.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Whether a JPEG is checked to its last code without being decoded.
class tst_JpegStructure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void habitsOfEncodersAreAccepted_data();
    void habitsOfEncodersAreAccepted();
    void damageIsRejected_data();
    void damageIsRejected();
    void eachCutIsTruncated_data();
    void eachCutIsTruncated();
    void pixelsThatEndEarlyAreFound();
    void acceptedAfterFlippedBitsIsDecodable_data();
    void acceptedAfterFlippedBitsIsDecodable();
};

namespace {

constexpr QSize jpegSize(20, 12); // 3 x 2 blocks

QByteArray baselineJpeg()
{
    return encodedJpeg(jpegSize, QImage::Format_RGB32, Progressive::No);
}

QByteArray progressiveJpeg()
{
    return encodedJpeg(jpegSize, QImage::Format_RGB32, Progressive::Yes);
}

QByteArray greyJpegFrame()
{
    return jpegFrame(jpegSize, "\x11");
}

/// A grey JPEG with these bytes behind the header of its scan.
QByteArray greyJpegWith(const QByteArray &codes)
{
    return jpegOf(jpegTables() + greyJpegFrame() + jpegScan("\1") + codes);
}

/// Restart markers behind every second block.
QByteArray jpegWithRestarts(const QList<int> &markers)
{
    QByteArray codes = jpegBlocks(2);
    for (const int marker : markers)
        codes += jpegMarker(marker) + jpegBlocks(2);
    return jpegOf(jpegTables() + greyJpegFrame() + jpegSegment(0xdd, jpegNumber(2)) + jpegScan("\1") + codes);
}

/// Inserts segments behind the first marker.
QByteArray insertedIntoJpeg(const QByteArray &jpeg, const QByteArray &segments)
{
    return jpeg.first(2) + segments + jpeg.sliced(2);
}

} // namespace

void tst_JpegStructure::habitsOfEncodersAreAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("baseline", baselineJpeg());
    row("progressive", progressiveJpeg());
    row("grey", encodedJpeg(jpegSize, QImage::Format_Grayscale8, Progressive::No));
    row("progressive grey", encodedJpeg(jpegSize, QImage::Format_Grayscale8, Progressive::Yes));
    row("best quality", encodedJpeg(jpegSize, QImage::Format_RGB32, Progressive::No, 100));
    row("worst quality", encodedJpeg(jpegSize, QImage::Format_RGB32, Progressive::No, 0));
    row("single segments", greyJpegWith(jpegBlocks(6)));
    row("extended",
        jpegOf(jpegTables() + jpegFrame(jpegSize, "\x11", 0xc1) + jpegScan("\1") + jpegBlocks(6)));
    row("restart markers", jpegWithRestarts({0xd0, 0xd1}));
    row("restart marker at the end",
        jpegWithRestarts({0xd0, 0xd1, 0xd2}).replace("\xff\xd2\x0f", "\xff\xd2"));
    row("fill bytes",
        insertedIntoJpeg(greyJpegWith(jpegBlocks(6) + "\xff\xff"), "\xff\xff" + jpegSegment(0xfe, "text")));
    row("zeros behind the codes", greyJpegWith(jpegBlocks(6) + QByteArray(5, '\0')));
    row("three components",
        jpegOf(jpegTables() + jpegFrame(jpegSize, "\x22\x11\x11") + jpegScan("\1\2\3") + jpegBlocks(2 * 6)));
    row("a scan for each component",
        jpegOf(jpegTables() + jpegFrame(jpegSize, "\x22\x11\x11") + jpegScan("\1") + jpegBlocks(6)
            + jpegScan("\2") + jpegBlocks(2) + jpegScan("\3") + jpegBlocks(2)));
    row("grey with another sampling",
        jpegOf(jpegTables() + jpegFrame(jpegSize, "\x22") + jpegScan("\1") + jpegBlocks(6)));
    row("tables of Motion JPEG",
        jpegOf(jpegQuantization() + greyJpegFrame() + jpegScan("\1") + QByteArray(9, '\0')));
    row("embedded preview",
        insertedIntoJpeg(baselineJpeg(), jpegSegment(0xe1, QByteArray("Exif\0\0", 6) + jpegPicture({8, 8}))));
    row("text", insertedIntoJpeg(baselineJpeg(), jpegSegment(0xfe, "a comment") + jpegSegment(0xef, {})));
    row("another picture behind it", baselineJpeg() + jpegPicture({40, 40}));
    row("padding behind it", baselineJpeg() + QByteArray("\0\0\r\n", 4));
}

void tst_JpegStructure::habitsOfEncodersAreAccepted()
{
    QFETCH(const QByteArray, bytes);

    QCOMPARE(checkText(bytes), sizeText(jpegSize));
    QCOMPARE(decodedText(bytes), sizeText(jpegSize));
}

void tst_JpegStructure::damageIsRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    const QByteArray scan = jpegScan("\1") + jpegBlocks(6);
    const auto withFrame = [&](const QByteArray &frame) { return jpegOf(jpegTables() + frame + scan); };
    const auto withTables
        = [&](const QByteArray &tables) { return jpegOf(jpegTables() + tables + greyJpegFrame() + scan); };
    const QByteArray zero(1, '\0');

    row("a block missing", greyJpegWith(jpegBlocks(5)));
    row("no codes", greyJpegWith({}));
    row("invalid code", greyJpegWith("\x80" + jpegBlocks(6)));
    row("too many coefficients", // fifteen zeros and a value, again and again
        jpegOf(jpegQuantization() + jpegHuffman(0, "\1", zero) + jpegHuffman(1, "\1", "\xf1")
            + greyJpegFrame() + jpegScan("\1") + QByteArray(50, '\0')));
    row("data behind the codes", greyJpegWith(jpegBlocks(6) + "x"));
    row("marker in the codes", greyJpegWith(jpegBlocks(2) + jpegSegment(0xfe, "text") + jpegBlocks(4)));
    row("restart markers in another order", jpegWithRestarts({0xd1, 0xd0}));
    row("restart marker missing", jpegWithRestarts({0xd0}));
    row("restart markers not announced", greyJpegWith(jpegBlocks(2) + jpegMarker(0xd0) + jpegBlocks(4)));
    row("codes behind the last restart", jpegWithRestarts({0xd0, 0xd1, 0xd2}));
    row("no scan", jpegOf(jpegTables() + greyJpegFrame()));
    row("no frame", jpegOf(jpegTables()));
    row("scan before the frame", jpegOf(jpegTables() + scan + greyJpegFrame()));
    row("component without a scan",
        jpegOf(jpegTables() + jpegFrame(jpegSize, "\x22\x11\x11") + jpegScan("\1") + jpegBlocks(6)));
    row("unknown component", jpegOf(jpegTables() + greyJpegFrame() + jpegScan("\2") + jpegBlocks(6)));
    row("component twice", jpegOf(jpegTables() + greyJpegFrame() + jpegScan("\1\1") + jpegBlocks(12)));
    row("no quantization", jpegOf(jpegTables().sliced(jpegQuantization().size()) + greyJpegFrame() + scan));
    row("two frames", withFrame(greyJpegFrame() + greyJpegFrame()));
    row("no height", withFrame(jpegFrame({20, 0}, "\x11")));
    row("no width", withFrame(jpegFrame({0, 12}, "\x11")));
    row("too wide", withFrame(jpegFrame({65501, 12}, "\x11")));
    row("two components", withFrame(jpegFrame(jpegSize, "\x11\x11")));
    row("sampling of 0", withFrame(jpegFrame(jpegSize, "\x01")));
    row("sampling of 5", withFrame(jpegFrame(jpegSize, "\x51")));
    row("sampling of 3 and 2", withFrame(jpegFrame(jpegSize, "\x31\x21\x11")));
    row("twelve bits", withFrame(greyJpegFrame().replace(4, 1, "\x0c")));
    row("lossless", withFrame(jpegFrame(jpegSize, "\x11", 0xc3)));
    row("too many blocks",
        jpegOf(jpegTables() + jpegFrame(jpegSize, "\x44\x11\x11") + jpegScan("\1\2\3") + jpegBlocks(100)));
    row("Huffman table of three codes of one bit", withTables(jpegHuffman(0, "\3", "abc")));
    row("Huffman table without symbols", withTables(jpegHuffman(0, "\1", {})));
    row("Huffman table with a symbol too many", withTables(jpegHuffman(0, "\1", "ab")));
    row("differences of 16 bits", withTables(jpegHuffman(0, "\1", "\x10")));
    row("Huffman table missing",
        jpegOf(jpegQuantization() + jpegHuffman(1, "\1", zero) + greyJpegFrame() + scan));
    row("Huffman tables of a progressive JPEG missing",
        jpegOf(jpegQuantization() + jpegFrame(jpegSize, "\x11", 0xc2)
            + jpegScan("\1", QByteArray("\0\0\0", 3)) + jpegBlocks(6)));
    row("invalid arithmetic conditioning", withTables(jpegSegment(0xcc, "\x20\x10")));
    row("Huffman table of an unknown kind", withTables(jpegHuffman(2, "\1", "a")));
    row("short quantization table", withTables(jpegSegment(0xdb, QByteArray(40, '\0'))));
    row("long restart interval", withTables(jpegSegment(0xdd, QByteArray(3, '\0'))));
    row("unknown marker", withTables(jpegSegment(0xf5, "text")));
    row("segment without a length", withTables(jpegMarker(0xfe) + jpegNumber(1)));
    row("data between segments", withTables("x"));
    row("two starts", withTables(jpegMarker(0xd8)));
    row("progressive with coefficients 0 to 63",
        jpegOf(jpegTables() + jpegFrame(jpegSize, "\x11", 0xc2) + scan));
}

void tst_JpegStructure::damageIsRejected()
{
    QFETCH(const QByteArray, bytes);

    QCOMPARE(checkText(bytes), u"not_a_picture"_s);
}

void tst_JpegStructure::eachCutIsTruncated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("baseline") << baselineJpeg();
    QTest::newRow("progressive") << progressiveJpeg();
    QTest::newRow("restart markers") << jpegWithRestarts({0xd0, 0xd1});
}

void tst_JpegStructure::eachCutIsTruncated()
{
    QFETCH(const QByteArray, bytes);

    for (qsizetype length = 3; length < bytes.size(); ++length)
        QCOMPARE(checkText(bytes.first(length)), u"truncated"_s);
}

// Qt's decoder fills the rest with grey.
void tst_JpegStructure::pixelsThatEndEarlyAreFound()
{
    const QByteArray jpeg = encodedJpeg({64, 48}, QImage::Format_RGB32, Progressive::No);
    const qsizetype codesAt = jpeg.indexOf("\xff\xda") + 14;
    const QByteArray codes = jpeg.sliced(codesAt).chopped(2);
    QVERIFY(codes.size() > 400);

    const auto withCodes = [&](qsizetype length) -> QByteArray {
        QByteArray part = codes.first(length);
        if (part.endsWith('\xff'))
            part += '\0';
        return jpeg.first(codesAt) + part + jpegMarker(0xd9);
    };
    for (qsizetype length = 0; length < codes.size(); ++length)
        QCOMPARE(checkText(withCodes(length)), u"not_a_picture"_s);
    QCOMPARE(decodedText(withCodes(codes.size() / 2)), sizeText({64, 48}));
}

void tst_JpegStructure::acceptedAfterFlippedBitsIsDecodable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<double>("found"); // at least this part of the damaged codes
    QTest::newRow("baseline") << baselineJpeg() << 0.25;
    QTest::newRow("progressive") << progressiveJpeg() << 0.0;
}

void tst_JpegStructure::acceptedAfterFlippedBitsIsDecodable()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const double, found);
    const FlipResult flips = flipEachBit(bytes, bytes.indexOf("\xff\xda") + 2);

    QCOMPARE(flips.notDecodable.join(u'\n'), QString());
    QVERIFY2(flips.rejectedPixels >= found, qPrintable(QString::number(flips.rejectedPixels)));
}

FLAGFETCH_TEST(tst_JpegStructure, Core)
#include "tst_jpegstructure.moc"
