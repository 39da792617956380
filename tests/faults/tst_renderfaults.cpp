#include "tests/faults/faultrow.h"
#include "tests/faults/measurements.h"
#include "tests/support/hardpictures.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;

/// Pictures that make libraries crash, or that take minutes or gigabytes to draw. Only the drawing process
/// may fail.
class tst_RenderFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
    void memoryStaysBounded_data();
    void memoryStaysBounded();
    void row96CancelledInMidDrawing();
};

namespace {

QByteArray largeSvg(const QByteArray &content, const QByteArray &before = {})
{
    return before
        + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
          "width='640' height='480'>"
        + content + "</svg>";
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4); // without the length that Qt prepends
}

/// Fifty compressed texts of 40 MB each, in a file of 2 MB.
QByteArray pngWithTexts(const QByteArray &type, const QByteArray &head)
{
    constexpr int texts = 50;
    const QByteArray chunk = pngChunk(type, head + deflated(QByteArray(40 << 20, 'x')));
    QByteArray picture = pngPicture();
    constexpr qsizetype behindHeader = 33;
    return picture.insert(behindHeader, chunk.repeated(texts));
}

QByteArray blackPng(int side)
{
    QByteArray header(8, 0);
    qToBigEndian(quint32(side), header.data());
    qToBigEndian(quint32(side), header.data() + 4);
    header += QByteArray("\1\0\0\0\0", 5); // one bit, grey
    return "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", header)
        + pngChunk("IDAT", deflated(QByteArray(qsizetype(side) * (side / 8 + 1), 0))) + pngChunk("IEND", {});
}

} // namespace

void tst_RenderFaults::row_data()
{
    QByteArray attributes = "<svg xmlns='http://www.w3.org/2000/svg'";
    for (int i = 0; i < 100'000; ++i)
        attributes += " a" + QByteArray::number(i) + "=''";
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("row 94 SVG that makes the renderer panic") << panickingSvg() << FailureKind::DrawingFailed;
    QTest::newRow("row 95 SVG with an entity of 100 kB, named 100 000 times") << largeSvg(
        "<text y='20'>" + QByteArray("&l;").repeated(100'000) + "</text>",
        "<!DOCTYPE svg [<!ENTITY l '" + QByteArray(100'000, 'x') + "'>]>") << FailureKind::TooLarge;
    QTest::newRow("row 96 SVG that draws for minutes") << slowSvg() << FailureKind::DrawingTooSlow;
    QTest::newRow("row 97 SVG with 100 000 attributes") << attributes + "/>" << FailureKind::TooLarge;
}

void tst_RenderFaults::row()
{
    QFETCH(QByteArray, picture);
    QFETCH(FailureKind, kind);
    FaultBatch batch(planOfPicture(picture));
    const PeakMemory peak;

    QVERIFY(batch.run());
    if (kind == FailureKind::DrawingFailed && batch.count(FlagState::Saved) == int(batch.countries().size()))
        QSKIP("This librsvg draws what makes 2.54 panic");
    QCOMPARE(wrongEnd(batch, failedWith(kind)), QString());
    if (peak.isKnown())
        QVERIFY2(peak.growth() < 32 * mebi / kibi, qPrintable(u"%1 KiB"_s.arg(peak.growth())));
}

void tst_RenderFaults::memoryStaysBounded_data()
{
    QByteArray uses = "<rect id='u0' width='9' height='9'/>";
    for (int level = 1; level <= 12; ++level) {
        const QByteArray use = "<use xlink:href='#u" + QByteArray::number(level - 1) + "'/>";
        uses += "<g id='u" + QByteArray::number(level) + "'>" + use.repeated(10) + "</g>";
    }
    QTest::addColumn<QByteArray>("picture");
    QTest::newRow("row 95 SVG with an image of 20 000 x 20 000")
        << largeSvg("<image width='640' height='480' xlink:href='data:image/png;base64,"
               + blackPng(20'000).toBase64() + "'/>");
    QTest::newRow("row 95 SVG with deep uses") << largeSvg(uses);
    QTest::newRow("row 98 PNG with zTXt") << pngWithTexts("zTXt", QByteArray("a\0\0", 3));
    QTest::newRow("row 98 PNG with iTXt") << pngWithTexts("iTXt", QByteArray("a\0\1\0\0\0", 6));
    QTest::newRow("row 98 GIF of many large frames") << gifAnimation({4000, 4000}, 1);
}

// Whether they are saved depends on the versions of the libraries.
void tst_RenderFaults::memoryStaysBounded()
{
    QFETCH(QByteArray, picture);
    FaultBatch batch(planOfPicture(picture));
    batch.transfer.deadline *= 10; // must not expire
    const PeakMemory peak;

    QVERIFY(batch.run());
    QCOMPARE(batch.violatedInvariant(), QString());
    if (peak.isKnown())
        QVERIFY2(peak.growth() < 5 * picture.size() / 1024 + 32 * mebi / kibi,
            qPrintable(u"%1 KiB"_s.arg(peak.growth())));
}

void tst_RenderFaults::row96CancelledInMidDrawing()
{
    FaultBatch batch(planOfPicture(slowSvg()));
    batch.start();
    QTRY_COMPARE(batch.count(FlagState::Saved), int(batch.countries().size()) - 1);
    QElapsedTimer clock;
    clock.start();

    batch.session().cancel();

    QVERIFY(batch.waitForEnd());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(batch.count(FlagState::Cancelled), 1);
    QCOMPARE(batch.violatedInvariant(), QString());
}

FLAGFETCH_TEST(tst_RenderFaults, Core)
#include "tst_renderfaults.moc"
