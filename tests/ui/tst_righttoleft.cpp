#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/footer/folderrow.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/textwidgets.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>

#include <cstdlib>

/// In a mirrored layout the widgets change sides; flags, codes, states and numbers stay as they are.
class TestRightToLeft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void widgetsChangeSides();
    void gridBeginsAtTheRight();
    void cellsAreNotMirrored();
    void arrowKeysFollowTheCells();
    void numbersStayInOrder();
    void pathsStayInOrder();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

constexpr QSize windowSize(1000, 700);
const QString arabic = u"ar"_s;

/// A window of this size in the direction.
std::unique_ptr<WindowSession> windowIn(
    Qt::LayoutDirection direction, const WindowFolders &home, const QStringList &ticked)
{
    QApplication::setLayoutDirection(direction);
    auto session = std::make_unique<WindowSession>(
        home.options(ticked), BuiltinServers::Settings(), &saveFlag, arabic);
    session->window.resize(windowSize);
    QCoreApplication::sendPostedEvents();
    return session;
}

/// The place of a part in its window.
template <typename Widget>
QRect placeOf(const WindowSession &session)
{
    const auto *widget = session.part<Widget>();
    return {widget->mapTo(&session.window, QPoint()), widget->size()};
}

QRect mirrored(const QRect &place)
{
    return {windowSize.width() - place.x() - place.width(), place.y(), place.width(), place.height()};
}

/// The picture of a cell.
QImage cellImage(const WindowSession &session, const QString &code)
{
    auto *grid = session.part<FlagGrid>();
    const QModelIndex cell = session.cell(code);
    grid->scrollTo(cell);
    QStyleOptionViewItem option;
    option.initFrom(grid);
    option.rect = QRect(QPoint(), grid->visualRect(cell).size());
    option.font = grid->font();
    option.state = QStyle::State_Enabled;
    QImage image(option.rect.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(grid->layoutDirection());
    grid->itemDelegateForIndex(cell)->paint(&painter, option, cell);
    return image;
}

/// The part of the widget's picture that is not background.
QImage inkOf(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    const QRgb background = image.pixel(0, 0);
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != background)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return image.copy(ink);
}

/// The mean difference of two pictures, 0 to 255. Texts that begin at another fraction of a pixel differ a
/// little.
int difference(const QImage &one, const QImage &other)
{
    constexpr QSize sample(200, 12);
    const auto scaled = [sample](const QImage &image) {
        return image.scaled(sample, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    };
    const QImage left = scaled(one);
    const QImage right = scaled(other);
    int sum = 0;
    for (int y = 0; y < sample.height(); ++y) {
        for (int x = 0; x < sample.width(); ++x)
            sum += std::abs(qGray(left.pixel(x, y)) - qGray(right.pixel(x, y)));
    }
    return sum / (sample.width() * sample.height());
}

template <typename Label>
QImage inkIn(Qt::LayoutDirection direction, Label &label, const QString &text)
{
    QApplication::setLayoutDirection(direction); // also that of painters
    label.setText(text);
    label.resize(400, 40);
    return inkOf(label);
}

/// The cells of some countries in states that show a flag, a code and numbers.
QList<QImage> cellsIn(Qt::LayoutDirection direction)
{
    const WindowFolders home;
    const auto session = windowIn(direction, home, {u"CL"_s, u"CZ"_s});
    QSignalSpy finished(&session->downloads, &SessionClient::finished);
    session->press();
    if (!QTest::qWaitFor([&finished] { return finished.count() == 1; }, 30'000))
        return {};
    session->part<CategoryBar>()->choose(FlagCategory::All);
    QList<QImage> images;
    const auto hasPicture
        = [&session](const QString &code) { return session->cell(code).data(Qt::DecorationRole).isValid(); };
    const bool areDrawn = QTest::qWaitFor([&] { return hasPicture(u"CL"_s) && hasPicture(u"CZ"_s); }, 30'000);
    const bool haveArrived = areDrawn && QTest::qWaitFor([&] { // the flags fade in
        images = {cellImage(*session, u"CL"_s), cellImage(*session, u"CZ"_s), cellImage(*session, u"BR"_s)};
        QTest::qWait(150); // longer than the fade
        return images.first() == cellImage(*session, u"CL"_s);
    });
    return haveArrived ? images : QList<QImage>();
}

} // namespace

void TestRightToLeft::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestRightToLeft::cleanup()
{
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestRightToLeft::widgetsChangeSides()
{
    const auto places = [](const WindowSession &session) {
        return QList<QRect>{placeOf<DownloadButton>(session), placeOf<SourceChooser>(session),
            placeOf<SearchField>(session), placeOf<FolderRow>(session), placeOf<ProgressRow>(session)};
    };
    const auto usual = places(*windowIn(Qt::LeftToRight, *m_home, {u"BR"_s}));
    const auto found = places(*windowIn(Qt::RightToLeft, *m_home, {u"BR"_s}));
    QVERIFY(usual.first().left() > windowSize.width() / 2);
    for (qsizetype number = 0; number < usual.size(); ++number)
        QCOMPARE(found.at(number), mirrored(usual.at(number)));
}

void TestRightToLeft::gridBeginsAtTheRight()
{
    const auto session = windowIn(Qt::RightToLeft, *m_home, {u"BR"_s});
    const auto *grid = session->part<FlagGrid>();
    const auto rectOf = [grid](int row) { return grid->visualRect(grid->model()->index(row, 0)); };
    QVERIFY(rectOf(0).left() > rectOf(1).left());
    QCOMPARE(rectOf(0).top(), rectOf(1).top());
    QVERIFY(rectOf(0).right() > grid->viewport()->width() - rectOf(0).width());
}

void TestRightToLeft::cellsAreNotMirrored()
{
    const QList<QImage> usual = cellsIn(Qt::LeftToRight);
    QCOMPARE(usual.size(), 3);
    QVERIFY(usual.first() != usual.first().mirrored(true, false)); // the test can see a mirrored flag
    QCOMPARE(cellsIn(Qt::RightToLeft), usual);
}

void TestRightToLeft::arrowKeysFollowTheCells()
{
    const auto session = windowIn(Qt::RightToLeft, *m_home, {u"BR"_s});
    auto *grid = session->part<FlagGrid>();
    grid->setCurrentIndex(grid->model()->index(0, 0));
    QTest::keyClick(grid, Qt::Key_Left);
    QCOMPARE(grid->currentIndex().row(), 1);
    QTest::keyClick(grid, Qt::Key_Right);
    QCOMPARE(grid->currentIndex().row(), 0);
}

void TestRightToLeft::numbersStayInOrder()
{
    CountsLabel label;
    const QImage usual = inkIn(Qt::LeftToRight, label, u"20 flags downloaded in 0.13 s."_s);
    const QImage disordered = inkIn(Qt::LeftToRight, label, u".flags downloaded in 0.13 s 20"_s);
    const QImage found = inkIn(Qt::RightToLeft, label, u"20 flags downloaded in 0.13 s."_s);
    QVERIFY(difference(found, usual) * 3 < difference(disordered, usual));
}

void TestRightToLeft::pathsStayInOrder()
{
    ElidedLabel label(Qt::ElideMiddle);
    const QImage usual = inkIn(Qt::LeftToRight, label, u"/tmp/lsi/flags"_s);
    const QImage disordered = inkIn(Qt::LeftToRight, label, u"tmp/lsi/flags/"_s);
    const QImage found = inkIn(Qt::RightToLeft, label, u"/tmp/lsi/flags"_s);
    QVERIFY(difference(found, usual) * 3 < difference(disordered, usual));
}

FLAGFETCH_TEST(TestRightToLeft, Widgets)
#include "tst_righttoleft.moc"
