#include "app/images/pictureformat.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_PictureFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detectsFormatFromBytes_data();
    void detectsFormatFromBytes();
    void formatsHaveTheirSuffixes_data();
    void formatsHaveTheirSuffixes();
};

void tst_PictureFormat::detectsFormatFromBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<std::optional<PictureFormat>>("format");
    const auto row = [](const char *name, const QByteArray &bytes, std::optional<PictureFormat> format) {
        QTest::newRow(name) << bytes << format;
    };

    row("GIF", gifPicture(), PictureFormat::Gif);
    row("old GIF", "GIF87a" + gifPicture().mid(6), PictureFormat::Gif);
    row("PNG", pngPicture(), PictureFormat::Png);
    row("JPEG", jpegPicture(), PictureFormat::Jpeg);
    row("WebP", "RIFF\x10\x01\x01\x01WEBPVP8 ", PictureFormat::WebP);
    row("SVG", svgPicture(), PictureFormat::Svg);
    row("SVG without declaration", "<svg/>", PictureFormat::Svg);
    row("SVG behind comments", "<?xml version='1.0'?><!-- <html> --><!DOCTYPE svg><svg/>",
        PictureFormat::Svg);
    row("SVG behind a byte spec mark", "\xef\xbb\xbf<svg/>", PictureFormat::Svg);
    row("SVG with a prefix", "<s:svg xmlns:s='http://www.w3.org/2000/svg'/>", PictureFormat::Svg);

    row("nothing", "", {});
    row("text", "Not Found", {});
    row("link of a package server", "ad.svg", {});
    row("HTML", "<!DOCTYPE html><html><body>Log in</body></html>", {});
    row("HTML with an SVG inside", "<html><svg xmlns='http://www.w3.org/2000/svg'/></html>", {});
    row("JSON", R"({"country": "Flagland"})", {});
    row("another RIFF", "RIFF\x10\x01\x01\x01WAVEfmt ", {});
    row("BMP", "BM\x10\x01\x01\x01", {});
    row("wrong magic", "GIF90a" + gifPicture().mid(6), {});
    row("half a magic", "\x89PN", {});
}

void tst_PictureFormat::detectsFormatFromBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(std::optional<PictureFormat>, format);

    QVERIFY(sniffFormat(bytes) == format);
}

void tst_PictureFormat::formatsHaveTheirSuffixes_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("GIF") << PictureFormat::Gif << u"gif"_s;
    QTest::newRow("PNG") << PictureFormat::Png << u"png"_s;
    QTest::newRow("JPEG") << PictureFormat::Jpeg << u"jpg"_s;
    QTest::newRow("WebP") << PictureFormat::WebP << u"webp"_s;
    QTest::newRow("SVG") << PictureFormat::Svg << u"svg"_s;
}

void tst_PictureFormat::formatsHaveTheirSuffixes()
{
    QFETCH(PictureFormat, format);
    QFETCH(QString, suffix);

    QCOMPARE(suffixOf(format), suffix);
}

FLAGFETCH_TEST(tst_PictureFormat, None)
#include "tst_pictureformat.moc"
