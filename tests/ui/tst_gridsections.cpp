#include "tests/support/testprogram.h"
#include "tests/ui/somecountries.h"
#include "ui/grid/flaggrid.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/flagsearch.h"

#include <QScrollBar>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Sections with these numbers of cells.
GridSections sectionsOf(const QList<int> &counts, int columns)
{
    QStringList titles;
    for (int section = 0; section < counts.size(); ++section)
        titles += QStringList(counts.at(section), QString::number(section));
    return {titles, {.columns = columns, .step = 100, .heading = 20}};
}

} // namespace

/// Sections of the grid, with a heading each.
class TestGridSections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cellsClaimHeadingsAndEndsOfLines();
    void arrowsKeepColumn();
    void everySectionBeginsNewLine_data();
    void everySectionBeginsNewLine();
    void cellsAreWhereTheyAreClicked();
    void nothingIsAtHeadings();
    void headingIsShownWithItsFirstCell();
    void headingsArePainted();
    void sectionsFollowModel();
    void withoutSectionsAllIsAsBefore();

private:
    [[nodiscard]] QRect rectOf(int row) const { return m_grid->visualRect(m_filter->index(row, 0)); }
    void showInitials() const;

    std::unique_ptr<FlagModel> m_model;
    std::unique_ptr<FlagFilter> m_filter;
    std::unique_ptr<FlagGrid> m_grid;
};

void TestGridSections::init()
{
    m_model = std::make_unique<FlagModel>(manyCountries(100));
    m_filter = std::make_unique<FlagFilter>();
    m_filter->setSourceModel(m_model.get());
    m_grid = std::make_unique<FlagGrid>();
    m_grid->setModel(m_filter.get());
    m_grid->resize(800, 500);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
}

void TestGridSections::cleanup()
{
    m_grid.reset();
    m_filter.reset();
    m_model.reset();
}

// A section for each first letter: three of 26 countries, and one of 22.
void TestGridSections::showInitials() const
{
    m_grid->setSections([](const QModelIndex &cell) { return cell.data().toString().left(1); });
}

void TestGridSections::cellsClaimHeadingsAndEndsOfLines()
{
    const GridSections sections = sectionsOf({4, 3, 1}, 3);
    const std::array claimed{QSize(0, 20), QSize(0, 20), QSize(0, 20), QSize(200, 0), QSize(0, 20),
        QSize(0, 20), QSize(0, 20), QSize(200, 20)};
    for (std::size_t row = 0; row < claimed.size(); ++row)
        QCOMPARE(sections.extraOf(int(row)), claimed.at(row));
    QCOMPARE(GridSections().extraOf(5), QSize(0, 0));
}

void TestGridSections::arrowsKeepColumn()
{
    // Lines: 0 1 2 | 3 || 4 5 6 || 7
    const GridSections sections = sectionsOf({4, 3, 1}, 3);
    const std::array below{3, 3, 3, 4, 7, 7, 7, 7};
    const std::array above{0, 1, 2, 0, 3, 3, 3, 4};
    for (int row = 0; row < 8; ++row) {
        QCOMPARE(sections.rowBelow(row), below.at(std::size_t(row)));
        QCOMPARE(sections.rowAbove(row), above.at(std::size_t(row)));
    }
}

void TestGridSections::everySectionBeginsNewLine_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const int width : {200, 640, 800, 1003, 1920}) {
        QTest::addRow("%d", width) << width << Qt::LeftToRight;
        QTest::addRow("%d, from right to left", width) << width << Qt::RightToLeft;
    }
}

void TestGridSections::everySectionBeginsNewLine()
{
    QFETCH(const int, width);
    QFETCH(const Qt::LayoutDirection, direction);
    m_grid->setLayoutDirection(direction);
    showInitials();
    m_grid->resize(width, 500);
    QTRY_COMPARE(rectOf(26).left(), rectOf(0).left()); // the new layout is delayed
    for (const GridSections::Section &section : m_grid->sections().all()) {
        const QRect start = rectOf(section.first);
        QCOMPARE(start.left(), rectOf(0).left());
        QCOMPARE(start.size(), rectOf(0).size());
        const QRect heading = m_grid->headingRect(section);
        QCOMPARE(heading.bottom() + 1, start.top());
        if (section.first == 0)
            continue;
        const QRect before = rectOf(section.first - 1);
        QCOMPARE(before.size(), rectOf(0).size());
        QVERIFY(before.bottom() < heading.top());
        QVERIFY(heading.top() - before.bottom() <= 2 * m_grid->spacing());
    }
    QCOMPARE(m_grid->sections().all().size(), std::size_t(4));
}

void TestGridSections::cellsAreWhereTheyAreClicked()
{
    showInitials();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        m_grid->scrollTo(m_filter->index(row, 0));
        QCOMPARE(m_grid->indexAt(rectOf(row).center()).row(), row);
    }
}

void TestGridSections::nothingIsAtHeadings()
{
    showInitials();
    m_grid->scrollTo(m_filter->index(26, 0));
    const QRect end = rectOf(25);
    QVERIFY(end.right() + 20 < m_grid->viewport()->width());
    for (const QPoint &empty : {m_grid->headingRect(m_grid->sections().all().at(1)).center(),
             QPoint(end.right() + 20, end.center().y())}) {
        QVERIFY(m_grid->viewport()->rect().contains(empty));
        QVERIFY(!m_grid->indexAt(empty).isValid());
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, empty);
        QCOMPARE(m_model->codesIn(FlagCategory::Ticked), QStringList());
    }
}

void TestGridSections::headingIsShownWithItsFirstCell()
{
    showInitials();
    m_grid->setCurrentIndex(m_filter->index(99, 0));
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QCOMPARE(m_grid->currentIndex().row(), 0);
    QCOMPARE(m_grid->verticalScrollBar()->value(), 0);
    m_grid->scrollToBottom();
    m_grid->setCurrentIndex(m_filter->index(26, 0));
    QVERIFY(m_grid->headingRect(m_grid->sections().all().at(1)).top() >= 0);
}

void TestGridSections::headingsArePainted()
{
    const auto pixelsAt = [this](const QRect &area) {
        const QImage picture = m_grid->viewport()->grab(area).toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                colours.insert(picture.pixel(x, y));
        }
        return colours.size();
    };
    showInitials();
    const QRect heading = m_grid->headingRect(m_grid->sections().all().front());
    QVERIFY(m_grid->viewport()->rect().contains(heading));
    QVERIFY(pixelsAt(heading) > 2); // the letter and the line
}

void TestGridSections::sectionsFollowModel()
{
    showInitials();
    m_model->setTicked({u"AB"_s, u"BC"_s, u"BD"_s, u"DA"_s});
    m_filter->setCategory(FlagCategory::Ticked);
    QStringList found;
    QTest::keyClick(m_grid.get(), Qt::Key_Down); // also while the layout is delayed
    m_grid->viewport()->grab();
    for (const GridSections::Section &section : m_grid->sections().all())
        found.append(section.title + QString::number(section.count));
    QCOMPARE(found.join(u' '), u"A1 B2 D1"_s);
    m_model->setTicked({});
    m_filter->setCategory(FlagCategory::Ticked);
    m_grid->viewport()->grab();
    QVERIFY(m_grid->sections().isEmpty());
}

void TestGridSections::withoutSectionsAllIsAsBefore()
{
    QList<QRect> before;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        before.append(rectOf(row));
    showInitials();
    QVERIFY(rectOf(99) != before.last());
    m_grid->setSections({});
    for (int row = 0; row < m_filter->rowCount(); ++row)
        QCOMPARE(rectOf(row), before.at(row));
}

FLAGFETCH_TEST(TestGridSections, Widgets)
#include "tst_gridsections.moc"
