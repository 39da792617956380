#include "app/drawing/picture.h"
#include "tests/faults/faultrow.h"
#include "tests/faults/measurements.h"
#include "tests/images/filledpipe.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

/// Pictures that claim a huge size, are truncated, or refer to files and addresses.
class tst_PictureFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
    void row76TrueSuffix_data();
    void row76TrueSuffix();
    void row77SvgWithReferences_data();
    void row77SvgWithReferences();
    void row77HarmfulSvg_data();
    void row77HarmfulSvg();
    void row78ManyFrames();
};

namespace {

QByteArray smallSvg(const QByteArray &content, const QByteArray &before = {})
{
    return before
        + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
          "width='40' height='30'>"
        + content + "</svg>";
}

QImage thumbnailOf(const QByteArray &picture)
{
    return fittedInto(picture, {40, 30});
}

} // namespace

void tst_PictureFaults::row_data()
{
    const auto halfOf = [](const QByteArray &picture) { return picture.first(picture.size() / 2); };
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("row 73 PNG claiming 60000 x 60000")
        << pngClaiming(60'000, 60'000) << FailureKind::TooLarge;
    QTest::newRow("row 74 GIF 5000 x 5000 of a frame 1 x 1")
        << gifClaiming(5000, 5000) << FailureKind::TooLarge;
    QTest::newRow("row 74 GIF 65535 x 65535 of a frame 1 x 1")
        << gifClaiming(65535, 65535) << FailureKind::TooLarge;
    QTest::newRow("row 75 GIF cut at half") << halfOf(gifPicture({60, 40})) << FailureKind::Truncated;
    QTest::newRow("row 75 JPEG cut at half") << halfOf(jpegPicture({60, 40})) << FailureKind::Truncated;
    QTest::newRow("row 75 PNG cut at half") << halfOf(pngPicture({60, 40})) << FailureKind::Truncated;
    constexpr qsizetype heightAt = 404; // of the frame
    QTest::newRow("row 75 GIF with half of its pixels")
        << gifPicture({60, 40}).replace(heightAt, 1, "\x50") << FailureKind::NotAPicture;
    QTest::newRow("row 75 JPEG with half of its pixels")
        << halfOf(jpegPicture({60, 40})) + "\xff\xd9" << FailureKind::NotAPicture;
}

void tst_PictureFaults::row()
{
    QFETCH(QByteArray, picture);
    QFETCH(FailureKind, kind);
    FaultBatch batch(planOfPicture(picture));
    const PeakMemory peak;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, failedWith(kind)), QString());
    if (peak.isKnown())
        QVERIFY2(peak.growth() < 16 * mebi / kibi, qPrintable(u"%1 KiB"_s.arg(peak.growth())));
}

void tst_PictureFaults::row76TrueSuffix_data()
{
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("row 76 PNG named .gif") << pngPicture() << u"png"_s;
    QTest::newRow("row 76 JPEG named .gif") << jpegPicture() << u"jpg"_s;
    QTest::newRow("row 76 SVG named .gif") << svgPicture() << u"svg"_s;
}

void tst_PictureFaults::row76TrueSuffix()
{
    QFETCH(QByteArray, picture);
    QFETCH(QString, suffix);
    FaultBatch batch(planOfPicture(picture));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, savedAfter(Tries::Once)), QString());
    QCOMPARE(QFileInfo(batch.faultyResult()->path).fileName(), u"AG-Flagland_AG."_s + suffix);
}

void tst_PictureFaults::row77SvgWithReferences_data()
{
    QTest::addColumn<QByteArray>("content"); // %1 is replaced by an address
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("row 77 SVG with an image")
        << QByteArray("<image href='%1' width='40' height='30'/>") << QByteArray();
    QTest::newRow("row 77 SVG with an xlink image")
        << QByteArray("<image xlink:href='%1' width='40' height='30'/>") << QByteArray();
    QTest::newRow("row 77 SVG with a use") << QByteArray("<use href='%1#a'/>") << QByteArray();
    QTest::newRow("row 77 SVG with a style sheet")
        << QByteArray("<style>@import url('%1');</style>") << QByteArray();
    QTest::newRow("row 77 SVG with an external entity")
        << QByteArray("<text y='20'>&e;</text>") << QByteArray("<!DOCTYPE svg [<!ENTITY e SYSTEM '%1'>]>");
}

// Each refers to a local pipe, which shows whether it was read, and to an address.
void tst_PictureFaults::row77SvgWithReferences()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, before);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    const FilledPipe pipe(path);
    ScriptedServer elsewhere([](const ScriptedRequest &) { return status(404); });

    for (const QString &address : {path, QString(u"file://"_s + path), elsewhere.address(u"/file"_s)}) {
        FaultBatch batch(planOfPicture(smallSvg(content, before).replace("%1", address.toUtf8())));
        QVERIFY(batch.run());
        QCOMPARE(batch.violatedInvariant(), QString());
    }
    QVERIFY(pipe.isUntouched());
    QCOMPARE(elsewhere.counts().connections, 0);
}

void tst_PictureFaults::row77HarmfulSvg_data()
{
    QByteArray entities = "<!DOCTYPE svg [<!ENTITY e0 'lol'>";
    for (int level = 1; level <= 9; ++level)
        entities += "<!ENTITY e" + QByteArray::number(level) + " '"
            + QByteArray("&e" + QByteArray::number(level - 1) + ";").repeated(10) + "'>";
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<RowEnd>("end");
    QTest::addColumn<QByteArray>("looksLike"); // the expected pixels, if it is saved
    QTest::newRow("row 77 SVG with an entity bomb") << smallSvg("<text y='20'>&e9;</text>", entities + "]>")
                                                    << failedWith(FailureKind::NotAPicture) << QByteArray();
    QTest::newRow("row 77 SVG with a script")
        << smallSvg("<rect id='r' width='40' height='30' fill='red' onload='this.remove()'/>"
                    "<script>document.getElementById('r').setAttribute('fill', 'blue')</script>")
        << savedAfter(Tries::Once) << smallSvg("<rect width='40' height='30' fill='red'/>");
}

void tst_PictureFaults::row77HarmfulSvg()
{
    QFETCH(QByteArray, picture);
    QFETCH(RowEnd, end);
    QFETCH(QByteArray, looksLike);
    FaultBatch batch(planOfPicture(picture));

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, end), QString());
    if (!looksLike.isEmpty())
        QCOMPARE(batch.faultyResult()->thumbnail, thumbnailOf(looksLike));
}

void tst_PictureFaults::row78ManyFrames()
{
    const QByteArray animation = gifAnimation({8, 8}, 100'000);
    FaultBatch batch(planOfPicture(animation));
    batch.transfer.deadline *= 10; // must not expire
    const PeakMemory peak;

    QVERIFY(batch.run());
    QCOMPARE(wrongEnd(batch, savedAfter(Tries::Once)), QString());
    QCOMPARE(batch.faultyResult()->thumbnail, thumbnailOf(gifPicture({8, 8})));
    // Memory for a few copies of its bytes, but not for its frames.
    if (peak.isKnown())
        QVERIFY2(peak.growth() < 5 * animation.size() / 1024 + 16 * mebi / kibi,
            qPrintable(u"%1 KiB"_s.arg(peak.growth())));
}

FLAGFETCH_TEST(tst_PictureFaults, Core)
#include "tst_picturefaults.moc"
