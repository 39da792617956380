#include "app/render/decodedpicture.h"
#include "tests/images/filledpipe.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize box(160, 120);

QByteArray svg(const QByteArray &content, const QByteArray &before = {})
{
    return before
        + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
          "xmlns:xi='http://www.w3.org/2001/XInclude' width='40' height='30'>"
        + content + "</svg>";
}

/// The picture; null if the document is rejected.
QImage drawn(const QByteArray &bytes)
{
    const auto picture = DecodedPicture::fromBytes(bytes);
    return picture ? picture->fittedInto(box) : QImage();
}

QImage nothingDrawn()
{
    QImage image(box, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

/// Ways in which a document refers to an external resource; %1 is its URL.
void addReferences()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const QByteArray &content, const QByteArray &before = {}) {
        QTest::newRow(name) << before << content;
    };
    row("image", "<image href='%1' width='40' height='30'/>");
    row("old image", "<image xlink:href='%1' width='40' height='30'/>");
    row("filter image",
        "<filter id='f'><feImage href='%1'/></filter><rect width='40' height='30' filter='url(#f)'/>");
    row("use", "<use href='%1#a'/>");
    row("pattern", "<rect width='40' height='30' fill='url(%1#a)'/>");
    row("style import", "<style>@import url('%1');</style>");
    row("style sheet", "", "<?xml-stylesheet href='%1' type='text/css'?>");
    row("inclusion", "<xi:include href='%1'/>");
    row("inclusion of text", "<text><xi:include href='%1' parse='text'/></text>");
    row("entity", "<text y='20'>&e;</text>", "<!DOCTYPE svg [<!ENTITY e SYSTEM '%1'>]>");
    row("parameter entity", "", "<!DOCTYPE svg [<!ENTITY % e SYSTEM '%1'> %e;]>");
    row("document type", "", "<!DOCTYPE svg SYSTEM '%1'>");
    row("font", "<style>@font-face{font-family:F;src:url('%1')}</style><text font-family='F'>A</text>");
}

QByteArray naming(const QByteArray &content, const QByteArray &before, const QString &address)
{
    return svg(content, before).replace("%1", address.toUtf8());
}

} // namespace

class tst_SvgDocument final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void localFilesAreNotRead_data() { addReferences(); }
    void localFilesAreNotRead();
    void remoteFilesAreNotFetched_data() { addReferences(); }
    void remoteFilesAreNotFetched();
    void pictureInALocalFileIsNotDrawn_data();
    void pictureInALocalFileIsNotDrawn();
    void bombsEndQuickly_data();
    void bombsEndQuickly();
    void scriptsAreNotRun();
    void invalidSizesAreHandled_data();
    void invalidSizesAreHandled();
    void stylesheetSetsCurrentColour();
    void naturalSizeIsDeclaredOrMeasured_data();
    void naturalSizeIsDeclaredOrMeasured();
    void drawingWithoutASizeFillsItsPicture_data();
    void drawingWithoutASizeFillsItsPicture();
};

void tst_SvgDocument::localFilesAreNotRead()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    const FilledPipe pipe(path);

    for (const QString &address : QStringList{u"file://"_s + path, path})
        std::ignore = drawn(naming(content, before, address));

    QVERIFY(pipe.isUntouched());
}

void tst_SvgDocument::remoteFilesAreNotFetched()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, content);
    ScriptedServer server([](const ScriptedRequest &) { return status(404); });

    std::ignore = drawn(naming(content, before, server.address(u"/file"_s)));

    QCOMPARE(server.counts().connections, 0);
}

void tst_SvgDocument::pictureInALocalFileIsNotDrawn_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::newRow("address") << u"file://"_s;
    QTest::newRow("path") << QString();
}

void tst_SvgDocument::pictureInALocalFileIsNotDrawn()
{
    QFETCH(QString, prefix);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"red.png"_s);
    QImage red(4, 3, QImage::Format_RGB32);
    red.fill(Qt::red);
    QVERIFY(red.save(path));

    QCOMPARE(drawn(naming("<image href='%1' width='40' height='30'/>", {}, prefix + path)), nothingDrawn());
}

void tst_SvgDocument::bombsEndQuickly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto tenfold = [](const QByteArray &text) { return text.repeated(10); };

    QByteArray entities = "<!DOCTYPE svg [<!ENTITY e0 'lol'>";
    QByteArray uses = "<g id='u0'/>";
    for (int level = 1; level <= 9; ++level) {
        const QByteArray below = QByteArray::number(level - 1);
        const QByteArray here = QByteArray::number(level);
        entities += "<!ENTITY e" + here + " '" + tenfold("&e" + below + ";") + "'>";
        uses += "<g id='u" + here + "'>" + tenfold("<use href='#u" + below + "'/>") + "</g>";
    }
    QTest::newRow("entities") << svg("<text y='20'>&e9;</text>", entities + "]>");
    QTest::newRow("entities in an attribute") << svg("<rect class='&e9;'/>", entities + "]>");
    QTest::newRow("recursive entity") << svg("<text>&e;</text>", "<!DOCTYPE svg [<!ENTITY e '&e;'>]>");
    QTest::newRow("uses") << svg("<defs>" + uses + "</defs><use href='#u9'/>");
    QTest::newRow("use of itself") << svg("<g id='a'><use href='#a'/></g>");
    QTest::newRow("depth") << svg(QByteArray("<g>").repeated(100'000) + QByteArray("</g>").repeated(100'000));
    QTest::newRow("blur of huge radius") << svg("<filter id='f'><feGaussianBlur stdDeviation='1e9'/></filter>"
                                                "<rect width='40' height='30' filter='url(#f)'/>");
}

void tst_SvgDocument::bombsEndQuickly()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer clock;
    clock.start();

    std::ignore = drawn(bytes);

    QVERIFY2(clock.elapsed() < 30'000, qPrintable(QString::number(clock.elapsed())));
}

void tst_SvgDocument::scriptsAreNotRun()
{
    const QImage plain = drawn(svg("<rect id='r' width='40' height='30' fill='red'/>"));
    const QImage scripted
        = drawn(svg("<rect id='r' width='40' height='30' fill='red' onload='this.remove()'/>"
                    "<script>document.getElementById('r').setAttribute('fill', 'blue')</script>"));

    QVERIFY(!plain.isNull());
    QCOMPARE(scripted, plain);
}

void tst_SvgDocument::invalidSizesAreHandled_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::newRow("zero") << QByteArray("width='0' height='0'");
    QTest::newRow("negative") << QByteArray("width='-5' height='-5'");
    QTest::newRow("huge") << QByteArray("width='1e300' height='1e300'");
    QTest::newRow("endless") << QByteArray("width='1e999' height='1'");
    QTest::newRow("no numbers") << QByteArray("width='NaN' height='wide'");
    QTest::newRow("empty view box") << QByteArray("viewBox='0 0 0 0'");
    QTest::newRow("hair") << QByteArray("width='1e-300' height='1e300'");
}

void tst_SvgDocument::invalidSizesAreHandled()
{
    QFETCH(QByteArray, attributes);

    const QImage image = drawn(
        "<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "><rect width='9' height='9'/></svg>");

    QVERIFY(image.width() <= box.width());
    QVERIFY(image.height() <= box.height());
}

void tst_SvgDocument::stylesheetSetsCurrentColour()
{
    const auto document = SvgDocument::parse(svg("<rect width='40' height='30' fill='currentColor'/>"));
    QVERIFY(document);

    QCOMPARE(document->render({8, 6}, "svg { color: #123456 }").pixelColor(4, 3), QColor(0x12, 0x34, 0x56));
    QCOMPARE(document->render({8, 6}).size(), QSize(8, 6));
}

void tst_SvgDocument::naturalSizeIsDeclaredOrMeasured_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QSizeF>("size");
    const QByteArray drawing = "<path d='M0 0h900v600H0z'/>";
    QTest::newRow("size") << QByteArray("width='30' height='20'") << drawing << QSizeF(30, 20);
    QTest::newRow("viewBox") << QByteArray("viewBox='0 0 60 40'") << drawing << QSizeF(60, 40);
    QTest::newRow("neither") << QByteArray() << drawing << QSizeF(900, 600);
    QTest::newRow("percentages") << QByteArray("width='100%' height='100%'") << drawing << QSizeF(900, 600);
    QTest::newRow("width alone") << QByteArray("width='300'") << drawing << QSizeF(900, 600);
    QTest::newRow("height alone") << QByteArray("height='2in'") << drawing << QSizeF(900, 600);
    QTest::newRow("far from the corner")
        << QByteArray() << QByteArray("<path d='M-100 50h90v60h-90z'/>") << QSizeF(90, 60);
    QTest::newRow("smaller than the usual size")
        << QByteArray() << QByteArray("<path d='M3 2h9v6H3z'/>") << QSizeF(9, 6);
    QTest::newRow("transformed") << QByteArray() << "<g transform='scale(2)'>" + drawing + "</g>"
                                 << QSizeF(1800, 1200);
    QTest::newRow("only percentages")
        << QByteArray() << QByteArray("<rect width='100%' height='100%'/>") << QSizeF(640, 480);
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QSizeF(640, 480);
    QTest::newRow("empty viewBox") << QByteArray("viewBox='0 0 0 0'") << drawing << QSizeF(640, 480);
}

void tst_SvgDocument::naturalSizeIsDeclaredOrMeasured()
{
    QFETCH(QByteArray, attributes);
    QFETCH(QByteArray, content);
    QFETCH(QSizeF, size);
    const auto document = SvgDocument::parse(
        "<svg xmlns='http://www.w3.org/2000/svg' " + attributes + ">" + content + "</svg>");
    QVERIFY(document);

    QCOMPARE(document->naturalSize(), size);
}

void tst_SvgDocument::drawingWithoutASizeFillsItsPicture_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QByteArray>("origin");
    for (const char *const attributes : {"", "width='300'", "height='300'", "width='100%'"}) {
        for (const char *const origin : {"0 0", "-250 70", "40 -600"})
            QTest::addRow("%s at %s", attributes, origin) << QByteArray(attributes) << QByteArray(origin);
    }
}

// Four quarters of 450 x 300 pixels: each must be in its corner, without margins.
void tst_SvgDocument::drawingWithoutASizeFillsItsPicture()
{
    QFETCH(QByteArray, attributes);
    QFETCH(QByteArray, origin);
    const QList<QColor> colours{Qt::red, Qt::green, Qt::blue, Qt::yellow};
    QByteArray quarters;
    for (int i = 0; i < 4; ++i) {
        quarters += "<rect x='" + QByteArray::number(i % 2 * 450) + "' y='" + QByteArray::number(i / 2 * 300)
            + "' width='450' height='300' fill='" + colours[i].name().toLatin1() + "'/>";
    }
    const auto document = SvgDocument::parse("<svg xmlns='http://www.w3.org/2000/svg' " + attributes
        + "><g transform='translate(" + origin + ")'>" + quarters + "</g></svg>");
    QVERIFY(document);

    const QImage image = document->render({90, 60});

    QCOMPARE(document->naturalSize(), QSizeF(900, 600));
    QCOMPARE(image.pixelColor(0, 0), colours[0]);
    QCOMPARE(image.pixelColor(44, 29), colours[0]);
    QCOMPARE(image.pixelColor(89, 0), colours[1]);
    QCOMPARE(image.pixelColor(0, 59), colours[2]);
    QCOMPARE(image.pixelColor(89, 59), colours[3]);
    QCOMPARE(image.pixelColor(45, 30), colours[3]);
}

FLAGFETCH_TEST(tst_SvgDocument, Core)
#include "tst_svgdocument.moc"
