#include "tests/support/testprogram.h"
#include "tests/ui/opengrid.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;

/// What the mouse, Space and Return do in the grid.
class TestCellClicks final : public QObject, private OpenGrid
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }
    void clickOnBadgeToggles();
    void clickBesideBadgeMakesCellCurrent();
    void badgeIsLargeEnough();
    void controlClickToggles();
    void doubleClickOpensAndKeepsTick_data();
    void doubleClickOpensAndKeepsTick();
    void doubleClickOnBadgeIsTwoClicks();
    void nextCellStaysBesideUntickedOne();
    void clickBetweenCellsChangesNothing();
    void shiftClickTicksRange();
    void spaceToggles();
    void heldSpaceTogglesOnce();
    void returnOpens();
    void hoveredBadgeOffersTick();
    void untickedBadgeOffersNothingUntilLeft();
    void badgeHasToolTip();
    void emitsTickedOnceForEachGesture();
    void bandTicksTouchedCells();
    void bandUnticksLeftCells();
    void bandScrollsPastEdge();
    void pictureIsDragged();
    void nothingElseIsDragged_data();
    void nothingElseIsDragged();
    void lostReleaseEndsBand();

private:
    [[nodiscard]] QPoint badge(int row) const;
    [[nodiscard]] QString ticked() const;
    void clickBadge(int row, Qt::KeyboardModifiers modifiers = {}) const;
    void doubleClick(const QPoint &position) const;
    void drag(const QPoint &from, const QPoint &to);
    void showPicture(int row);
};

QPoint TestCellClicks::badge(int row) const
{
    const CellMetrics &metrics = static_cast<const FlagDelegate *>(m_grid->itemDelegate())->metrics();
    return CellMetrics::badge(metrics.pictureArea(m_grid->visualRect(m_filter->index(row, 0)))).center();
}

QString TestCellClicks::ticked() const
{
    return m_model->codesIn(FlagCategory::Ticked).join(u' ');
}

void TestCellClicks::clickBadge(int row, Qt::KeyboardModifiers modifiers) const
{
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, modifiers, badge(row));
}

// What a window system sends. QTest::mouseDClick() alone is only the third event.
void TestCellClicks::doubleClick(const QPoint &position) const
{
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, position);
    QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, position);
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, position);
}

void TestCellClicks::drag(const QPoint &from, const QPoint &to)
{
    QWidget *viewport = m_grid->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    QTest::mouseMove(viewport, (from + to) / 2);
    QTest::mouseMove(viewport, to);
}

void TestCellClicks::showPicture(int row)
{
    FolderFlag flag;
    flag.result.state = FlagState::Saved;
    flag.result.country.code = m_model->entries().at(std::size_t(row)).country.code;
    flag.result.path = u"/flags/flag.svg"_s;
    flag.record.code = flag.result.country.code;
    m_model->setFolderFlags({flag});
    QImage picture(60, 40, QImage::Format_RGB32);
    picture.fill(Qt::red);
    m_model->setPictureBox({128, 96}, 1);
    m_model->setPicture(m_model->neededPicture(row).value(), picture);
}

void TestCellClicks::clickOnBadgeToggles()
{
    QTest::mousePress(m_grid->viewport(), Qt::LeftButton, {}, badge(1));
    QCOMPARE(ticked(), QString());
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, badge(1));
    QCOMPARE(ticked(), u"AB"_s);
    QCOMPARE(m_grid->currentIndex().row(), 1);
    clickBadge(1);
    QCOMPARE(ticked(), QString());
    QTest::mouseClick(m_grid->viewport(), Qt::RightButton, {}, badge(1));
    QCOMPARE(ticked(), QString());
}

void TestCellClicks::clickBesideBadgeMakesCellCurrent()
{
    m_model->setTicked({u"AC"_s});
    for (const int row : {1, 2}) {
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, centre(row));
        QCOMPARE(m_grid->currentIndex().row(), row);
    }
    // Pressed beside the badge and released on it.
    QTest::mousePress(m_grid->viewport(), Qt::LeftButton, {}, badge(1) - QPoint(40, 0));
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, badge(1));
    QCOMPARE(ticked(), u"AC"_s);
}

// 24 x 24 is the least of WCAG 2.2, level AA.
void TestCellClicks::badgeIsLargeEnough()
{
    const QRect cell = m_grid->visualRect(m_filter->index(1, 0));
    for (const QPoint &corner : {QPoint(-12, -12), QPoint(12, -12), QPoint(-12, 12), QPoint(12, 12)}) {
        const QPoint position = badge(1) + corner;
        QVERIFY(cell.contains(position));
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, position);
        QCOMPARE(ticked(), u"AB"_s);
        m_model->setTicked({});
    }
}

void TestCellClicks::controlClickToggles()
{
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(1));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(3));
    QCOMPARE(ticked(), u"AB AD"_s);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(1));
    QCOMPARE(ticked(), u"AD"_s);
}

void TestCellClicks::doubleClickOpensAndKeepsTick_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::newRow("ticked") << QStringList{u"AB"_s};
    QTest::newRow("not ticked") << QStringList();
}

// A double click used to untick a saved flag.
void TestCellClicks::doubleClickOpensAndKeepsTick()
{
    QFETCH(const QStringList, before);
    m_model->setTicked(before);
    QSignalSpy opened(m_grid.get(), &FlagGrid::opened);
    doubleClick(centre(1));
    QCOMPARE(ticked(), before.join(u' '));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toModelIndex().row(), 1);
}

void TestCellClicks::doubleClickOnBadgeIsTwoClicks()
{
    QSignalSpy opened(m_grid.get(), &FlagGrid::opened);
    QSignalSpy changes(m_grid.get(), &FlagGrid::ticked);
    doubleClick(badge(1));
    QCOMPARE(changes.count(), 2);
    QCOMPARE(ticked(), QString());
    QCOMPARE(opened.count(), 0);
}

// The next cell used to move under the mouse, so that the second click unticked it too.
void TestCellClicks::nextCellStaysBesideUntickedOne()
{
    m_model->setTicked({u"AB"_s, u"AC"_s, u"AD"_s});
    m_filter->setCategory(FlagCategory::Ticked);
    const QPoint position = badge(1);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, position);
    QCOMPARE(ticked(), u"AB AD"_s);
    QCOMPARE(m_filter->rowCount(), 3);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, position);
    QCOMPARE(ticked(), u"AB AC AD"_s);
}

void TestCellClicks::clickBetweenCellsChangesNothing()
{
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(ticked(), QString());
}

void TestCellClicks::shiftClickTicksRange()
{
    clickBadge(4);
    clickBadge(2, Qt::ShiftModifier);
    QCOMPARE(ticked(), u"AC AD AE"_s);
    clickBadge(6, Qt::ShiftModifier);
    QCOMPARE(ticked(), u"AC AD AE AF AG"_s);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, centre(8)); // the new anchor
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ShiftModifier, centre(9));
    QCOMPARE(ticked(), u"AC AD AE AF AG AI AJ"_s);
}

void TestCellClicks::spaceToggles()
{
    m_grid->setCurrentIndex(m_filter->index(0, 0));
    QTest::keyClick(m_grid.get(), Qt::Key_Space);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QTest::keyClick(m_grid.get(), Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(ticked(), u"AA AB AC"_s);
    QTest::keyClick(m_grid.get(), Qt::Key_Space);
    QCOMPARE(ticked(), u"AA AB"_s);
}

void TestCellClicks::heldSpaceTogglesOnce()
{
    m_grid->setCurrentIndex(m_filter->index(0, 0));
    QTest::keyPress(m_grid.get(), Qt::Key_Space);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, u" "_s, true);
    QApplication::sendEvent(m_grid.get(), &repeated);
    QTest::keyRelease(m_grid.get(), Qt::Key_Space);
    QCOMPARE(ticked(), u"AA"_s);
}

void TestCellClicks::returnOpens()
{
    QSignalSpy opened(m_grid.get(), &FlagGrid::opened);
    m_grid->setCurrentIndex(m_filter->index(3, 0));
    QTest::keyClick(m_grid.get(), Qt::Key_Return);
    QTest::keyClick(m_grid.get(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.first().first().toModelIndex().row(), 3);
    QTest::keyClick(m_grid.get(), Qt::Key_Return, Qt::ControlModifier); // downloads
    QCOMPARE(opened.count(), 2);
    QCOMPARE(ticked(), QString());
}

void TestCellClicks::hoveredBadgeOffersTick()
{
    const auto *delegate = static_cast<const FlagDelegate *>(m_grid->itemDelegate());
    QTest::mouseMove(m_grid->viewport(), badge(1));
    QTRY_COMPARE(delegate->hoveredBadge().row(), 1);
    const QRect cell = m_grid->visualRect(m_filter->index(1, 0));
    const QImage offered = m_grid->viewport()->grab(cell).toImage();
    QTest::mouseMove(m_grid->viewport(), centre(1));
    QTRY_VERIFY(!delegate->hoveredBadge().isValid());
    QVERIFY(m_grid->viewport()->grab(cell).toImage() != offered);
}

// Regression: the offer of a tick looked as if the click had not removed it.
void TestCellClicks::untickedBadgeOffersNothingUntilLeft()
{
    const auto *delegate = static_cast<const FlagDelegate *>(m_grid->itemDelegate());
    m_grid->setCurrentIndex(m_filter->index(1, 0));
    const auto look
        = [this] { return m_grid->viewport()->grab(m_grid->visualRect(m_filter->index(1, 0))).toImage(); };
    QTest::mouseMove(m_grid->viewport(), badge(1));
    QTRY_COMPARE(delegate->hoveredBadge().row(), 1);
    const QImage offered = look();
    clickBadge(1);
    clickBadge(1);
    QCOMPARE(ticked(), QString());
    QVERIFY(look() != offered);
    QTest::mouseMove(m_grid->viewport(), centre(1));
    QTRY_VERIFY(!delegate->hoveredBadge().isValid());
    QTest::mouseMove(m_grid->viewport(), badge(1));
    QTRY_COMPARE(delegate->hoveredBadge().row(), 1);
    QCOMPARE(look(), offered);
}

void TestCellClicks::badgeHasToolTip()
{
    for (const QString &text : {u"Tick AB (Space)"_s, u"Untick AB (Space)"_s}) {
        QTest::mouseMove(m_grid->viewport(), centre(1));
        QTest::mouseMove(m_grid->viewport(), badge(1));
        QHelpEvent help(QEvent::ToolTip, badge(1), m_grid->viewport()->mapToGlobal(badge(1)));
        QApplication::sendEvent(m_grid->viewport(), &help);
        QCOMPARE(QToolTip::text(), text);
        m_model->setTicked({u"AB"_s});
    }
}

void TestCellClicks::emitsTickedOnceForEachGesture()
{
    QSignalSpy changes(m_grid.get(), &FlagGrid::ticked);
    clickBadge(4);
    QCOMPARE(changes.count(), 1);
    clickBadge(8, Qt::ShiftModifier);
    QCOMPARE(changes.count(), 2);
    drag({2, 2}, centre(2));
    QCOMPARE(changes.count(), 2);
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, centre(2));
    QCOMPARE(changes.count(), 3);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, centre(1));
    QCOMPARE(changes.count(), 3);
}

void TestCellClicks::bandTicksTouchedCells()
{
    m_model->setTicked({u"AB"_s, u"AJ"_s});
    drag({2, 2}, centre(2));
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, centre(2));
    QCOMPARE(ticked(), u"AA AB AC AJ"_s);
}

void TestCellClicks::bandUnticksLeftCells()
{
    m_model->setTicked({u"AB"_s});
    drag({2, 2}, centre(2));
    QCOMPARE(ticked(), u"AA AB AC"_s);
    QTest::mouseMove(m_grid->viewport(), centre(0));
    QCOMPARE(ticked(), u"AA AB"_s);
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, centre(0));
    QCOMPARE(ticked(), u"AA AB"_s);
}

void TestCellClicks::bandScrollsPastEdge()
{
    const QPoint below(centre(0).x(), m_grid->viewport()->height() + 60);
    drag({2, 2}, below);
    QScrollBar *bar = m_grid->verticalScrollBar();
    QTRY_VERIFY(bar->value() > 200);
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, below);
    const int stoppedAt = bar->value();
    QTest::qWait(50); // nothing may move in this time
    QCOMPARE(bar->value(), stoppedAt);
    QCOMPARE(m_model->index(0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
}

void TestCellClicks::pictureIsDragged()
{
    showPicture(1);
    QSignalSpy dragged(m_grid.get(), &FlagGrid::dragged);
    QSignalSpy changes(m_grid.get(), &FlagGrid::ticked);
    const QPoint beside = centre(1) + QPoint(QApplication::startDragDistance() - 1, 0);
    drag(centre(1), beside);
    QCOMPARE(dragged.count(), 0);
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, beside);
    drag(centre(1), centre(3));
    QCOMPARE(dragged.count(), 1);
    QCOMPARE(dragged.first().first().toModelIndex().row(), 1);
    // The window system keeps the release of the button. The next move is none of a drag or of a band.
    QTest::mouseMove(m_grid->viewport(), centre(5));
    QCOMPARE(dragged.count(), 1);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(ticked(), QString());
    clickBadge(1);
    QCOMPARE(ticked(), u"AB"_s);
}

void TestCellClicks::nothingElseIsDragged_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("isOnBadge");
    QTest::addColumn<QPoint>("offset"); // from there
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    const Qt::KeyboardModifiers none;
    QTest::newRow("badge") << 1 << true << QPoint() << none;
    QTest::newRow("name") << 1 << false << QPoint(0, 70) << none;
    QTest::newRow("cell without a picture") << 2 << false << QPoint() << none;
    QTest::newRow("Ctrl") << 1 << false << QPoint() << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("Shift") << 1 << false << QPoint() << Qt::KeyboardModifiers(Qt::ShiftModifier);
}

// A rubber band is drawn instead.
void TestCellClicks::nothingElseIsDragged()
{
    QFETCH(const int, row);
    QFETCH(const bool, isOnBadge);
    QFETCH(const QPoint, offset);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    showPicture(1);
    QSignalSpy dragged(m_grid.get(), &FlagGrid::dragged);
    const QPoint from = (isOnBadge ? badge(row) : centre(row)) + offset;
    QCOMPARE(m_grid->indexAt(from).row(), row);
    QTest::mousePress(m_grid->viewport(), Qt::LeftButton, modifiers, from);
    QTest::mouseMove(m_grid->viewport(), centre(3));
    QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, modifiers, centre(3));
    QCOMPARE(dragged.count(), 0);
    QCOMPARE(ticked(), row == 1 ? u"AB AC AD"_s : u"AC AD"_s);
}

// Regression: after a dialog had opened during a press, the mouse ticked cells without a button.
void TestCellClicks::lostReleaseEndsBand()
{
    const QSignalSpy ticks(m_grid.get(), &FlagGrid::ticked);
    QWidget *viewport = m_grid->viewport();
    const auto moveWithoutButton = [viewport](const QPoint &position) {
        QMouseEvent event(QEvent::MouseMove, position, viewport->mapToGlobal(position), Qt::NoButton,
            Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &event);
    };
    drag({2, 2}, centre(1));
    QCOMPARE(ticked(), u"AA AB"_s);
    moveWithoutButton(centre(2));
    QCOMPARE(ticked(), u"AA AB"_s);
    QCOMPARE(ticks.count(), 1);

    QTest::mousePress(viewport, Qt::LeftButton, {}, centre(2));
    moveWithoutButton(centre(1));
    moveWithoutButton(centre(0));
    QCOMPARE(ticked(), u"AA AB"_s);
    QCOMPARE(ticks.count(), 1);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, centre(0));
}

FLAGFETCH_TEST(TestCellClicks, Widgets)
#include "tst_cellclicks.moc"
