#include "app/drawing/picture.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "ui/details/flagdrag.h"
#include "ui/details/picturepainter.h"
#include "ui/details/pictureview.h"
#include "ui/details/picturewindow.h"

#include <QDrag>
#include <QFile>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

// A red field whose right half is transparent.
const QByteArray halfFlag = R"(<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">)"
                            R"(<rect width="320" height="480" fill="#ff0000"/></svg>)";
const QByteArray stripedFlag = R"(<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">)"
                               R"(<rect width="640" height="480" fill="#fff"/>)"
                               R"(<path d="M0 0L640 480M640 0L0 480" stroke="#00f" stroke-width="9"/></svg>)";

} // namespace

class TestPictureView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pictureHasThePixelsOfTheView();
    void pictureIsCopiedWithoutScaling();
    void transparentPartsShowCheckerboard();
    void smallRasterIsNotEnlarged();
    void zoomedPictureIsDrawnAgain();
    void wheelZoomsAtPointer();
    void zoomedPictureCoversView();
    void keysZoom();
    void newVersionKeepsZoomAndOtherFlagDoesNot();
    void latestOfManyFlagsIsDrawn();
    void unreadableFileIsReported();
    void nothingIsDrawnWhileHidden();
    void returnAndDoubleClickOpen();
    void fileAndPictureAreDraggedTogether();
    void draggedPictureIsDrawnLarger();
    void windowFollowsItsSizeAndEscapeClosesIt();

private:
    [[nodiscard]] FlagFile makeFile(const QString &name, const QByteArray &bytes) const;
    void show(const FlagFile &file);

    QTemporaryDir m_folder;
    std::unique_ptr<PictureView> m_view;
};

void TestPictureView::init()
{
    m_view = std::make_unique<PictureView>();
    m_view->resize(328, 248); // with the margin for the focus frame 320 x 240
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestPictureView::cleanup()
{
    m_view.reset();
}

FlagFile TestPictureView::makeFile(const QString &name, const QByteArray &bytes) const
{
    FlagFile flag;
    flag.code = name.left(2);
    flag.name = name;
    flag.path = m_folder.filePath(name);
    flag.sha256 = QByteArray::number(qHash(bytes));
    QFile file(flag.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file cannot be written");
    return flag;
}

void TestPictureView::show(const FlagFile &file)
{
    m_view->setFlag(file, {});
    QTRY_VERIFY(m_view->isSharp());
}

void TestPictureView::pictureHasThePixelsOfTheView()
{
    show(makeFile(u"JP.svg"_s, stripedFlag));
    QCOMPARE(m_view->picture().size(), QSize(320, 240) * m_view->devicePixelRatioF());
    m_view->resize(648, 488);
    QTRY_VERIFY(m_view->isSharp());
    QCOMPARE(m_view->picture().size(), QSize(640, 480) * m_view->devicePixelRatioF());
}

void TestPictureView::pictureIsCopiedWithoutScaling()
{
    for (const int ratio : {1, 2}) {
        const QSize pixels = QSize(320, 240) * ratio;
        const QImage drawn = fittedInto(stripedFlag, pixels).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(drawn.size(), pixels);
        const QPixmap part = visiblePart(
            drawn, {4, 4, 320, 240}, {.size = {328, 248}, .pixelRatio = qreal(ratio)}, QPalette());
        QCOMPARE(part.devicePixelRatio(), qreal(ratio));
        const QRect inside = QRect({}, pixels).adjusted(1, 1, -1, -1); // without the edge
        QImage shown = part.toImage().convertToFormat(QImage::Format_RGB32);
        shown.setDevicePixelRatio(1);
        QCOMPARE(shown.copy(inside.translated(4 * ratio, 4 * ratio)), drawn.copy(inside));
    }
}

void TestPictureView::transparentPartsShowCheckerboard()
{
    show(makeFile(u"NP.svg"_s, halfFlag));
    const QImage shown = m_view->grab().toImage();
    const qreal ratio = shown.devicePixelRatio();
    QCOMPARE(shown.pixelColor(qRound(80 * ratio), qRound(120 * ratio)), QColor(Qt::red));
    QSet<QRgb> colours;
    for (int x = 200; x < 300; ++x)
        colours.insert(shown.pixel(qRound(x * ratio), qRound(120 * ratio)));
    QCOMPARE(colours.size(), 2);
}

void TestPictureView::smallRasterIsNotEnlarged()
{
    show(makeFile(u"FR.png"_s, pngPicture({60, 40})));
    QCOMPARE(m_view->zoom().place().size(), QSizeF(60, 40) / m_view->devicePixelRatioF());
    QCOMPARE(m_view->zoom().place().center(), m_view->rect().toRectF().center());
    m_view->zoomIn();
    QTRY_VERIFY(m_view->isSharp()); // it has no more pixels
    QVERIFY(m_view->zoom().place().width() > 60 / m_view->devicePixelRatioF());
}

void TestPictureView::zoomedPictureIsDrawnAgain()
{
    show(makeFile(u"JP.svg"_s, stripedFlag));
    const QSize whole = m_view->picture().size();
    m_view->zoomIn();
    QVERIFY(!m_view->isSharp());
    QTRY_VERIFY(m_view->isSharp());
    QCOMPARE(m_view->picture().width(), qRound(whole.width() * PictureZoom::step));
    m_view->resetZoom();
    QTRY_VERIFY(m_view->isSharp());
    QCOMPARE(m_view->picture().size(), whole);
    for (int i = 0; i < 100; ++i)
        m_view->zoomIn();
    QTRY_VERIFY(m_view->isSharp());
    QVERIFY(m_view->picture().width() <= maximalRenditionWidth);
    QVERIFY(m_view->picture().width() > maximalRenditionWidth - 2);
}

void TestPictureView::wheelZoomsAtPointer()
{
    show(makeFile(u"JP.svg"_s, stripedFlag));
    const QPointF pointer(244, 64);
    const auto partAt = [&] {
        const QRectF place = m_view->zoom().place();
        return QPointF((pointer.x() - place.x()) / place.width(), (pointer.y() - place.y()) / place.height());
    };
    const QPointF before = partAt();
    for (int i = 0; i < 5; ++i) {
        QWheelEvent event(pointer, m_view->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    }
    QVERIFY(m_view->zoom().factor() > 3);
    QVERIFY((partAt() - before).manhattanLength() < 0.001);
}

void TestPictureView::zoomedPictureCoversView()
{
    PictureZoom zoom;
    zoom.setSizes({300, 200}, {300, 150}, 4096);
    zoom.zoomBy(2, {0, 0});
    QCOMPARE(zoom.place(), QRectF(0, 0, 600, 300));
    zoom.moveBy({1000, 1000});
    QCOMPARE(zoom.place().topLeft(), QPointF(0, 0));
    zoom.moveBy({-1000, -1000});
    QCOMPARE(zoom.place().bottomRight(), QPointF(300, 200));
    zoom.reset();
    QCOMPARE(zoom.place(), QRectF(0, 25, 300, 150));
    zoom.zoomBy(1000, {150, 100});
    QCOMPARE(zoom.place().width(), 4096.0);
}

void TestPictureView::keysZoom()
{
    show(makeFile(u"JP.svg"_s, stripedFlag));
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::keyClick(m_view.get(), Qt::Key_Equal);
    QCOMPARE(m_view->zoom().factor(), PictureZoom::step * PictureZoom::step);
    const QRectF before = m_view->zoom().place();
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(m_view->zoom().place().x() > before.x());
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(m_view->zoom().factor(), PictureZoom::step);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QCOMPARE(m_view->zoom().factor(), 1.0);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(m_view->zoom().factor(), 1.0);
}

void TestPictureView::newVersionKeepsZoomAndOtherFlagDoesNot()
{
    show(makeFile(u"JP.svg"_s, stripedFlag));
    m_view->zoomIn();
    show(makeFile(u"JP.svg"_s, halfFlag));
    QCOMPARE(m_view->zoom().factor(), PictureZoom::step);
    show(makeFile(u"FR.svg"_s, stripedFlag));
    QCOMPARE(m_view->zoom().factor(), 1.0);
}

void TestPictureView::latestOfManyFlagsIsDrawn()
{
    const FlagFile striped = makeFile(u"JP.svg"_s, stripedFlag);
    const FlagFile half = makeFile(u"NP.svg"_s, halfFlag);
    for (int i = 0; i < 20; ++i)
        m_view->setFlag(i % 2 == 0 ? striped : half, {});
    QTRY_VERIFY(m_view->isSharp());
    QCOMPARE(m_view->picture().pixelColor(20, 120), QColor(Qt::red));
}

void TestPictureView::unreadableFileIsReported()
{
    FlagFile gone = makeFile(u"JP.svg"_s, stripedFlag);
    gone.path += u".gone"_s;
    show(gone);
    QVERIFY(m_view->picture().isNull());
}

void TestPictureView::nothingIsDrawnWhileHidden()
{
    m_view->hide();
    m_view->setFlag(makeFile(u"JP.svg"_s, stripedFlag), {});
    QTest::qWait(150); // longer than the pause before a request
    QVERIFY(!m_view->isSharp());
    m_view->show();
    QTRY_VERIFY(m_view->isSharp());
}

void TestPictureView::returnAndDoubleClickOpen()
{
    QSignalSpy opened(m_view.get(), &PictureView::opened);
    m_view->setText(u"JP"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton);
    QCOMPARE(opened.count(), 0); // there is no flag
    show(makeFile(u"JP.svg"_s, stripedFlag));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton);
    QCOMPARE(opened.count(), 2);
}

void TestPictureView::fileAndPictureAreDraggedTogether()
{
    const FlagFile file = makeFile(u"JP.svg"_s, stripedFlag);
    show(file);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(m_view.get(), {150, 100});
    const auto *drag = m_view->findChild<QDrag *>(); // Qt deletes it later
    QVERIFY(drag != nullptr);
    const QMimeData *data = drag->mimeData();
    QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(file.path)});
    QVERIFY(data->hasImage());
    QCOMPARE(data->imageData().value<QImage>().size(), m_view->picture().size());
    QCOMPARE(data->data(u"x-special/gnome-copied-files"_s),
        QByteArray("copy\n") + QUrl::fromLocalFile(file.path).toEncoded());
}

void TestPictureView::draggedPictureIsDrawnLarger()
{
    const FlagFile file = makeFile(u"JP.svg"_s, stripedFlag);
    const QImage preview(40, 30, QImage::Format_RGB32);
    const auto data = dragDataOf({file}, preview);
    QCOMPARE(data->imageData().value<QImage>().size(), preview.size());
    QTRY_COMPARE(data->imageData().value<QImage>().size(), QSize(1024, 768));

    const auto several = dragDataOf({file, makeFile(u"FR.svg"_s, halfFlag)}, preview);
    QVERIFY(!several->hasImage()); // it would be the picture of only one of them
    QCOMPARE(several->urls().size(), 2);
    QCOMPARE(several->data(u"x-special/gnome-copied-files"_s).split('\n').size(), 3);
}

void TestPictureView::windowFollowsItsSizeAndEscapeClosesIt()
{
    PictureWindow window(nullptr);
    window.open(makeFile(u"JP.svg"_s, stripedFlag), {});
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(window.view()->isSharp());
    const QSize before = window.view()->picture().size();
    window.resize(window.size() / 2);
    QTRY_VERIFY(window.view()->isSharp() && window.view()->picture().width() < before.width());
    QCOMPARE(window.focusWidget(), window.view());
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

FLAGFETCH_TEST(TestPictureView, Widgets)
#include "tst_pictureview.moc"
