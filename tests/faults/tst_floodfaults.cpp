#include "tests/faults/faultrow.h"
#include "tests/faults/measurements.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Responses that are much larger than any picture or metadata.
class tst_FloodFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
};

namespace {

/// This many MiB, compressed: zeros, or blocks of a kibibyte that each begin with their number.
QByteArray gzipOf(int size, bool isNumbered)
{
    constexpr int gzipFormat = 15 + 16;
    QByteArray plain(mebi, '\0');
    QByteArray packed(mebi, '\0');
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY);
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    for (int i = 1; i <= size; ++i) {
        for (int block = 0; isNumbered && block < kibi; ++block)
            plain.replace(block * kibi, 8, QByteArray::number(i * kibi + block).rightJustified(8, '0'));
        stream.next_in = reinterpret_cast<Bytef *>(plain.data());
        stream.avail_in = uInt(plain.size());
        deflate(&stream, i == size ? Z_FINISH : Z_NO_FLUSH);
    }
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

Script gzipped(const QByteArray &packed)
{
    return okWithHeaders({"Content-Encoding: gzip", lengthLine(packed.size())}, packed);
}

} // namespace

void tst_FloodFaults::row_data()
{
    const RowEnd timeout = failedWith(FailureKind::Timeout, Tries::Again);
    const RowEnd tooLarge = failedWith(FailureKind::TooLarge);
    const QByteArray line = "X-Filler: " + QByteArray(kibi - 12, 'x') + "\r\n";
    const QByteArray block(64 * kibi, 'x');
    const QByteArray chunk = "10000\r\n" + block + "\r\n";

    QTest::addColumn<Script>("script");
    QTest::addColumn<RowEnd>("end");
    QTest::addColumn<qint64>("most"); // MiB
    // The first row also counts what the program allocates once, 16 MiB with Qt 6.8.
    QTest::newRow("row 22 64 MiB of headers, in lines")
        << Script().send("HTTP/1.1 200 OK\r\n").sendRepeatedly(64 * kibi, line).send("\r\n").stall()
        << timeout << qint64(32);
    QTest::newRow("row 22 64 MiB of headers, in one line")
        << Script().send("HTTP/1.1 200 OK\r\nX-Filler: ").sendRepeatedly(kibi, block).send("\r\n\r\n").stall()
        << timeout << qint64(16);
    QTest::newRow("row 46 gzip bomb of 64 MiB") << gzipped(gzipOf(64, false)) << tooLarge << qint64(32);
    QTest::newRow("row 46 gzip of 64 MiB, less dense") << gzipped(gzipOf(64, true)) << tooLarge << qint64(32);
    QTest::newRow("row 47 endless body, until close")
        << Script().send(answerHead(200, {})).sendRepeatedly(64 * kibi, block) << tooLarge << qint64(40);
    QTest::newRow("row 47 endless body, chunked")
        << Script().send(answerHead(200, {"Transfer-Encoding: chunked"})).sendRepeatedly(64 * kibi, chunk)
        << tooLarge << qint64(40);
    QTest::newRow("row 47 endless body of any other status")
        << Script().send(answerHead(404, {})).sendRepeatedly(64 * kibi, block) << tooLarge << qint64(40);
}

void tst_FloodFaults::row()
{
    QFETCH(Script, script);
    QFETCH(RowEnd, end);
    QFETCH(qint64, most);
    FaultBatch batch(planOf([script](const QByteArray &) { return script; }));
    batch.transfer.retry.tries = 2;
    if (end.kind != FailureKind::Timeout)
        batch.transfer.deadline *= 10; // must not expire
    const PeakMemory peak;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, end), QString());
    if (peak.isKnown())
        QVERIFY2(peak.growth() < most * kibi, qPrintable(u"%1 KiB"_s.arg(peak.growth())));
}

FLAGFETCH_TEST(tst_FloodFaults, Core)
#include "tst_floodfaults.moc"
