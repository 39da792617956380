#include "app/images/pictureformat.h"
#include "tests/images/gifparts.h"
#include "tests/images/rasterchecks.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Whether a GIF is checked to its last code without being decoded.
class tst_GifStructure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void habitsOfEncodersAreAccepted_data();
    void habitsOfEncodersAreAccepted();
    void damageIsRejected_data();
    void damageIsRejected();
    void eachCutIsTruncated();
    void acceptedAfterFlippedBitsIsDecodable();
};

namespace {

const QByteArray gifTrailer(1, ';');
constexpr int gifBits = 4;
constexpr QSize gifSize(20, 15);
constexpr qsizetype gifPixels = 300;

/// The codes of a noisy picture.
QByteArray gifCodesOf(const QSize &picture, int codeSize = gifBits, LzwHabit habit = LzwHabit::Usual)
{
    return lzwCodes(noise(qsizetype(picture.width()) * picture.height(), codeSize), codeSize, habit);
}

QByteArray goodGifFrame()
{
    return gifFrame({{}, gifSize}, gifBits, gifBlocks(gifCodesOf(gifSize)));
}

/// A GIF with some blocks between the header and the trailer.
QByteArray gifWith(const QByteArray &blocks)
{
    return gifHeader(gifSize, gifBits) + blocks + gifTrailer;
}

/// A GIF of one frame with these codes.
QByteArray gifWithCodes(const QByteArray &codes)
{
    return gifWith(gifFrame({{}, gifSize}, gifBits, gifBlocks(codes)));
}

} // namespace

void tst_GifStructure::habitsOfEncodersAreAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("announced");
    const auto row = [](const char *name, const QByteArray &bytes, const QSize &announced = gifSize) {
        QTest::newRow(name) << bytes << announced;
    };
    for (int codeSize = 2; codeSize <= 8; ++codeSize) {
        const QSize large(300, 200);
        for (const LzwHabit habit :
            {LzwHabit::Usual, LzwHabit::NoClearAtStart, LzwHabit::NoEnd, LzwHabit::KeepsFullTable}) {
            QTest::addRow("%d bits, habit %d", codeSize, int(habit)) << gifHeader(large, codeSize)
                    + gifFrame({{}, large}, codeSize, gifBlocks(gifCodesOf(large, codeSize, habit)))
                    + gifTrailer << large;
        }
    }
    row("one pixel", gifPicture({1, 1}), {1, 1});
    row("flat", gifWithCodes(lzwCodes(QByteArray(gifPixels, '\3'), gifBits)));
    row("clear code twice", gifWithCodes([] {
        LzwPacker packer(gifBits);
        packer.putClear();
        packer.putClear();
        for (qsizetype pixel = 0; pixel < gifPixels; ++pixel) {
            packer.put(1);
            packer.putClear();
        }
        packer.put(packer.endCode());
        return packer.bytes();
    }()));
    row("blocks of one byte", gifWith(gifFrame({{}, gifSize}, gifBits, gifBlocks(gifCodesOf(gifSize), 1))));
    row("data behind the end code", gifWithCodes(gifCodesOf(gifSize) + "anything"));
    row("blocks behind the end code",
        gifWith(gifFrame({{}, gifSize}, gifBits, gifBlocks(gifCodesOf(gifSize) + "anything", 1))));
    row("zeros without an end code",
        gifWithCodes(gifCodesOf(gifSize, gifBits, LzwHabit::NoEnd) + QByteArray(2, '\0')));
    row("interlaced", gifWith(gifFrame({{}, gifSize}, gifBits, gifBlocks(gifCodesOf(gifSize)), 0x40)));
    row("own colours only",
        "GIF87a" + gifHeader(gifSize, gifBits).mid(6, 4) + QByteArray(3, '\0')
            + gifFrame({{}, gifSize}, gifBits, gifBlocks(gifCodesOf(gifSize)), 0x83, gifColours(gifBits))
            + gifTrailer);
    row("frame smaller than the picture",
        gifWith(gifFrame({3, 2, 7, 5}, gifBits, gifBlocks(gifCodesOf({7, 5})))));
    row("frame larger than the picture",
        gifWith(gifFrame({3, 2, 40, 30}, gifBits, gifBlocks(gifCodesOf({40, 30})))));
    row("picture without a size",
        gifHeader({0, 0}, gifBits) + gifFrame({3, 2, 7, 5}, gifBits, gifBlocks(gifCodesOf({7, 5})))
            + gifTrailer,
        {10, 7});
    row("extensions",
        gifWith("!\xfe" + gifBlocks("a comment") + "!\xf9" + gifBlocks("\1\2\3\1")
            + QByteArray("!\xff\x0bNETSCAPE2.0\3\1\0\0\0", 19) + "!\1" + gifBlocks("text") + "!\xfe"
            + gifBlocks({}) + goodGifFrame() + "!\xfe" + gifBlocks("the end")));
    row("animation", gifAnimation(gifSize, 5));
    row("frames at other places",
        gifWith(goodGifFrame() + gifFrame({30, 30, 2, 2}, gifBits, gifBlocks(gifCodesOf({2, 2})))));
    row("bytes behind the trailer", gifPicture(gifSize) + "anything");
}

void tst_GifStructure::habitsOfEncodersAreAccepted()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QSize, announced);

    QCOMPARE(checkText(bytes), sizeText(announced));
    QCOMPARE(decodedText(bytes), sizeText(announced));
}

void tst_GifStructure::damageIsRejected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    const auto codes = [](const QList<int> &numbers) {
        LzwPacker packer(gifBits);
        packer.putClear();
        for (const int number : numbers) {
            packer.put(number);
            packer.addString();
        }
        return gifWithCodes(packer.bytes() + gifCodesOf(gifSize));
    };
    row("a code of no string", codes({1, 19}));
    row("no colour at the start", codes({18}));
    row("too few pixels", gifWithCodes(gifCodesOf({20, 14})));
    row("too few pixels, no end code", gifWithCodes(gifCodesOf({20, 14}, gifBits, LzwHabit::NoEnd)));
    row("too many pixels", gifWithCodes(gifCodesOf({20, 16})));
    row("one pixel too many", gifWithCodes(lzwCodes(noise(gifPixels + 1, gifBits), gifBits)));
    row("no data", gifWithCodes({}));
    row("end code alone", codes({17}));
    for (const int codeSize : {0, 1, 9, 11, 12, 255})
        QTest::addRow("code size %d", codeSize)
            << gifWith(gifFrame({{}, gifSize}, codeSize, gifBlocks(gifCodesOf(gifSize))));
    row("damaged second frame",
        gifWith(goodGifFrame() + gifFrame({{}, gifSize}, gifBits, gifBlocks(gifCodesOf({20, 14})))));
    row("unknown block", gifWith(QByteArray(1, '\0') + goodGifFrame()));
    row("no frame", gifWith({}));
    row("frame without colours",
        gifHeader(gifSize, gifBits).first(10) + QByteArray(3, '\0') + goodGifFrame() + gifTrailer);
    row("frame without width", gifWith(gifFrame({0, 0, 0, 15}, gifBits, gifBlocks(gifCodesOf(gifSize)))));
    row("frame outside of the picture",
        gifWith(gifFrame({20, 0, 20, 15}, gifBits, gifBlocks(gifCodesOf(gifSize)))));
    row("long control extension", gifWith("!\xf9" + gifBlocks("\1\2\3\1\1") + goodGifFrame()));
    row("empty application extension", gifWith("!\xff" + gifBlocks({}) + goodGifFrame()));
}

void tst_GifStructure::damageIsRejected()
{
    QFETCH(const QByteArray, bytes);

    QCOMPARE(checkText(bytes), u"not_a_picture"_s);
}

void tst_GifStructure::eachCutIsTruncated()
{
    const QByteArray gif = gifWith("!\xf9" + gifBlocks("\1\2\3\1") + goodGifFrame());
    QCOMPARE(checkText(gif), sizeText(gifSize));
    for (qsizetype length = 6; length < gif.size(); ++length)
        QCOMPARE(checkText(gif.first(length)), u"truncated"_s);
}

void tst_GifStructure::acceptedAfterFlippedBitsIsDecodable()
{
    QByteArray stripes;
    for (qsizetype pixel = 0; pixel < gifPixels; ++pixel)
        stripes.append(char(pixel / 100 + int(pixel % 21 == 0)));
    const QByteArray frame = gifFrame({{}, gifSize}, gifBits, gifBlocks(lzwCodes(stripes, gifBits)));
    const QByteArray gif = gifWith("!\xf9" + gifBlocks("\1\2\3\1") + frame);
    const FlipResult flips = flipEachBit(gif, gif.size() - frame.size() + 10);

    QCOMPARE(flips.notDecodable.join(u'\n'), QString());
    // A code that was changed into one for as many pixels is not found.
    QVERIFY2(flips.rejectedPixels >= 0.8, qPrintable(QString::number(flips.rejectedPixels)));
}

FLAGFETCH_TEST(tst_GifStructure, Core)
#include "tst_gifstructure.moc"
