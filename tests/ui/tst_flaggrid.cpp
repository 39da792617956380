#include "tests/support/testprogram.h"
#include "tests/ui/opengrid.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFlagGrid final : public QObject, private OpenGrid
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }
    void cellsFillWidth();
    void pictureWidthChangesPictureBox();
    void keepsTopCellWhenNarrower();
    void currentCellStaysInView();
    void onlyCellsOfViewportAreInView();
    void cellOfDividedRegionIsPaintedOnce();
};

void TestFlagGrid::cellsFillWidth()
{
    for (const int width : {640, 800, 1003, 1920}) {
        m_grid->resize(width, 500);
        int columns = 1;
        while (centre(columns).y() == centre(0).y())
            ++columns;
        const int left = m_grid->visualRect(m_filter->index(0, 0)).left();
        const int right
            = m_grid->viewport()->width() - m_grid->visualRect(m_filter->index(columns - 1, 0)).right();
        QVERIFY2(right >= left - 1 && right <= left + columns + 2, qPrintable(QString::number(right)));
    }
}

void TestFlagGrid::pictureWidthChangesPictureBox()
{
    QSignalSpy changes(m_grid.get(), &FlagGrid::pictureBoxChanged);
    m_grid->setPictureWidth(200);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_grid->pictureBox(), QSize(200, 150) * m_grid->devicePixelRatioF());
    m_grid->setPictureWidth(200);
    m_grid->resize(900, 600);
    QCOMPARE(changes.count(), 1);
    m_grid->setPictureWidth(100000);
    QCOMPARE(m_grid->pictureWidth(), CellMetrics::maximumPictureWidth);
}

void TestFlagGrid::keepsTopCellWhenNarrower()
{
    const QModelIndex cell = m_filter->index(60, 0);
    m_grid->scrollTo(cell, QAbstractItemView::PositionAtTop);
    m_grid->resize(500, 500);
    QVERIFY(m_grid->visualRect(cell).intersects(m_grid->viewport()->rect()));
}

void TestFlagGrid::currentCellStaysInView()
{
    m_grid->setCurrentIndex(m_filter->index(14, 0)); // in the last visible row
    m_grid->scrollTo(m_grid->currentIndex());
    QVERIFY(m_grid->isInView(m_grid->currentIndex()));
    m_grid->resize(420, 300);
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->visualRect(m_grid->currentIndex())));
    m_grid->verticalScrollBar()->setValue(m_grid->verticalScrollBar()->maximum());
    QVERIFY(!m_grid->isInView(m_grid->currentIndex()));
    m_grid->resize(430, 310); // the user has scrolled away
    QVERIFY(!m_grid->isInView(m_grid->currentIndex()));
}

void TestFlagGrid::onlyCellsOfViewportAreInView()
{
    QVERIFY(m_grid->isInView(m_filter->index(0, 0)));
    QVERIFY(!m_grid->isInView(m_filter->index(99, 0)));
    m_grid->scrollToBottom();
    QVERIFY(!m_grid->isInView(m_filter->index(0, 0)));
    QVERIFY(m_grid->isInView(m_filter->index(99, 0)));
}

void TestFlagGrid::cellOfDividedRegionIsPaintedOnce()
{
    class CountingDelegate final : public QStyledItemDelegate
    {
    public:
        mutable QMap<int, int> paints; // by row
        void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &index) const override
        {
            ++paints[index.row()];
        }
        QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_size; }
        QSize m_size;
    } delegate;
    delegate.m_size = m_grid->visualRect(m_filter->index(0, 0)).size();
    m_grid->setItemDelegate(&delegate);
    m_grid->repaint();
    const QRect first = m_grid->visualRect(m_filter->index(0, 0));
    const QRect third = m_grid->visualRect(m_filter->index(2, 0));
    QCOMPARE(third.top(), first.top());
    delegate.paints.clear();
    m_grid->viewport()->repaint(QRegion(first.adjusted(0, 0, 0, -first.height() + 10))
        + first.adjusted(0, first.height() - 10, 0, 0) + third);
    QCOMPARE(delegate.paints, (QMap<int, int>{{0, 1}, {2, 1}}));
}

FLAGFETCH_TEST(TestFlagGrid, Widgets)
#include "tst_flaggrid.moc"
