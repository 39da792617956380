#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_PictureChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstMatchingPicture_data();
    void takesTheFirstMatchingPicture();
    void refusesUnavailablePictures_data();
    void refusesUnavailablePictures();
    void listsTheAvailablePictures_data();
    void listsTheAvailablePictures();

private:
    [[nodiscard]] Source source(const QString &name) const { return m_shipped.resolve(name).value(); }

    const SourceList m_shipped = SourceList::shipped();
};

void tst_PictureChoice::takesTheFirstMatchingPicture_data()
{
    QTest::addColumn<PictureChoice>("choice");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing chosen") << PictureChoice() << u"png"_s << 320;
    QTest::newRow("format") << PictureChoice{.format = u"webp"_s} << u"webp"_s << 320;
    QTest::newRow("width") << PictureChoice{.format = {}, .width = 40} << u"png"_s << 40;
    QTest::newRow("both") << PictureChoice{.format = u"jpg"_s, .width = 2560} << u"jpg"_s << 2560;
    QTest::newRow("format without widths") << PictureChoice{.format = u"svg"_s} << u"svg"_s << 0;
}

void tst_PictureChoice::takesTheFirstMatchingPicture()
{
    QFETCH(PictureChoice, choice);
    const auto chosen = withPicture(source(u"flagcdn"_s), choice);
    QVERIFY(chosen);
    QTEST(chosen->format, "format");
    QTEST(chosen->width, "width");
    QVERIFY(!chosen->imageTemplate.contains("{width}"_L1));
}

void tst_PictureChoice::refusesUnavailablePictures_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<PictureChoice>("choice");
    QTest::addColumn<QString>("has");
    QTest::newRow("format") << u"builtin"_s << PictureChoice{.format = u"png"_s} << u"; it has svg"_s;
    QTest::newRow("width") << u"flagsapi"_s << PictureChoice{.format = {}, .width = 65}
                           << u"png (16, 24, 32, 48, 64 pixels wide)"_s;
    QTest::newRow("width of a format without")
        << u"flagcdn"_s << PictureChoice{.format = u"svg"_s, .width = 320} << u"svg"_s;
    QTest::newRow("an address without suffix")
        << u"http://h/{cc}"_s << PictureChoice{.format = u"png"_s} << u"has no choice of formats or widths"_s;
}

void tst_PictureChoice::refusesUnavailablePictures()
{
    QFETCH(QString, id);
    QFETCH(PictureChoice, choice);
    QFETCH(QString, has);
    const Source wanted = source(id);
    const auto chosen = withPicture(wanted, choice);
    QVERIFY(!chosen);
    QVERIFY2(chosen.error().startsWith(wanted.id + u": "_s), qPrintable(chosen.error()));
    QVERIFY2(chosen.error().contains(has), qPrintable(chosen.error()));
}

void tst_PictureChoice::listsTheAvailablePictures_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("builtin") << u"svg"_s;
    QTest::newRow("fluentpython") << u"gif"_s;
    QTest::newRow("svg-country-flags") << u"svg, png (100, 250, 1000 pixels wide)"_s;
    QTest::newRow("flagcdn") << u"png, webp, jpg (20, 40, 80, 160, 320, 640, 1280, 2560 pixels wide), svg"_s;
}

void tst_PictureChoice::listsTheAvailablePictures()
{
    QTEST(pictureText(source(QString::fromLatin1(QTest::currentDataTag()))), "text");
}

FLAGFETCH_TEST(tst_PictureChoice, None)
#include "tst_picturechoice.moc"
