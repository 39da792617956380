#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/details/detailspanel.h"
#include "ui/grid/countrypane.h"
#include "ui/header/editmenu.h"
#include "ui/header/headerfields.h"
#include "ui/header/viewmenu.h"
#include "ui/window/windowsettings.h"

#include <QApplication>

/// Opening cells, undo, and the order of the grid, in the real window.
class TestGridActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp); }
    void init();
    void openingMissingFlagDownloadsIt_data();
    void openingMissingFlagDownloadsIt();
    void openingSavedFlagShowsItsDetails();
    void returnStopsNothing();
    void undoHasKeysAndNames();
    void textFieldKeepsItsUndo();
    void presetIsUndone();
    void undoneTicksAreShown();
    void chosenCategoryStays();
    void chosenAgainShowsCurrentTicks();
    void missingChipAppearsWithFirstFlag();
    void orderIsChosenAndRemembered();
    void continentsAreGroupedAndRemembered();

private:
    [[nodiscard]] static QString shown(const WindowSession &session, int rows = 3);

    std::unique_ptr<WindowFolders> m_home;
};

void TestGridActions::init()
{
    m_home = std::make_unique<WindowFolders>();
}

QString TestGridActions::shown(const WindowSession &session, int rows)
{
    const auto *model = session.part<FlagGrid>()->model();
    QStringList codes;
    for (int row = 0; row < std::min(model->rowCount(), rows); ++row)
        codes.append(model->index(row, 0).data(FlagModel::CodeRole).toString());
    return codes.join(u' ');
}

void TestGridActions::openingMissingFlagDownloadsIt_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("double click") << true;
    QTest::newRow("Return") << false;
}

void TestGridActions::openingMissingFlagDownloadsIt()
{
    QFETCH(const bool, byMouse);
    const WindowSession session(m_home->options({u"JP"_s}));
    auto *grid = session.part<FlagGrid>();
    const QPoint centre = grid->visualRect(session.cell(u"AF"_s)).center();
    if (byMouse) {
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, centre);
        QTest::mouseDClick(grid->viewport(), Qt::LeftButton, {}, centre);
        QTest::mouseRelease(grid->viewport(), Qt::LeftButton, {}, centre);
    } else {
        grid->setCurrentIndex(session.cell(u"AF"_s));
        QTest::keyClick(grid, Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"AF"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(m_home->files(), QStringList{u"AF-Afghanistan.svg"_s});
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
    QTRY_COMPARE(session.buttonText(), u"Download 1 flag"_s);
}

void TestGridActions::openingSavedFlagShowsItsDetails()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"JP"_s));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Return);
    const auto *details = session.part<DetailsPanel>();
    QTRY_VERIFY(details->isVisible());
    QTRY_VERIFY(details->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!session.downloads.isRunning());
}

// Return used to press the button, which is Cancel during a download.
void TestGridActions::returnStopsNothing()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    auto *grid = session.part<FlagGrid>();
    grid->setCurrentIndex(session.cell(u"BR"_s));
    QTest::keyClick(grid, Qt::Key_Return);
    session.part<CategoryBar>()->choose(FlagCategory::All);
    grid->setCurrentIndex(session.cell(u"FR"_s));
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(session.message(), u"An operation is running. Download France when it has ended."_s);
    QVERIFY(session.downloads.isRunning());
    QCOMPARE(session.state(u"BR"_s), FlagState::Downloading);
    QCOMPARE(session.state(u"FR"_s), FlagState::NotAsked);
}

void TestGridActions::undoHasKeysAndNames()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    auto *grid = session.part<FlagGrid>();
    const auto *undo = session.part<EditMenu>()->findChild<QAction *>(u"undo"_s);
    const auto *redo = session.part<EditMenu>()->findChild<QAction *>(u"redo"_s);
    QVERIFY(!undo->isEnabled() && !redo->isEnabled()); // the ticks at the start are no step
    grid->setCurrentIndex(session.cell(u"AF"_s));
    QTest::keyClick(grid, Qt::Key_Space);
    QCOMPARE(undo->text(), u"&Undo: tick Afghanistan"_s);
    QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 1 flag"_s);
    QVERIFY(!undo->isEnabled());
    QCOMPARE(undo->text(), u"&Undo"_s);
    QCOMPARE(redo->text(), u"&Redo: tick Afghanistan"_s);
    QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 2 flags"_s);
    QCOMPARE(session.message(), u"Redone: tick Afghanistan. 2 countries are ticked."_s);
}

void TestGridActions::textFieldKeepsItsUndo()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"AF"_s));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Space);
    auto *search = session.part<SearchField>();
    search->setFocus();
    QTest::keyClicks(search, u"bra"_s);
    QTest::keyClick(search, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(search->text(), QString());
    QTest::keyClick(search, Qt::Key_Z, Qt::ControlModifier); // nothing is left
    QTRY_COMPARE(session.buttonText(), u"Download 2 flags"_s);
}

void TestGridActions::presetIsUndone()
{
    const WindowSession session(m_home->options({u"JP"_s, u"NP"_s}));
    auto *grid = session.part<FlagGrid>();
    QTest::keyClick(grid, Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 20 flags"_s);
    QTest::keyClick(grid, Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 250 flags"_s);
    QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 2 flags"_s);
    QVERIFY2(session.message().startsWith(u"Undone: tick only “Twenty most populous”."_s),
        qPrintable(session.message()));
}

void TestGridActions::undoneTicksAreShown()
{
    const WindowSession session(m_home->options({u"JP"_s, u"NP"_s}));
    auto *grid = session.part<FlagGrid>();
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    QTest::keyClick(grid, Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(grid->model()->rowCount(), 20);
    QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(grid->model()->rowCount(), 2);
    QCOMPARE(shown(session), u"JP NP"_s);
}

// Unticking the last one used to change the view, and everything moved.
void TestGridActions::chosenCategoryStays()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    auto *grid = session.part<FlagGrid>();
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    grid->setCurrentIndex(session.cell(u"JP"_s));
    QTest::keyClick(grid, Qt::Key_Space);
    QTRY_COMPARE(session.chips(), u"All 250 | Ticked 0"_s);
    QCOMPARE(shown(session), u"JP"_s);
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::Ticked);
    QTest::keyClick(grid, Qt::Key_Space);
    QTRY_COMPARE(session.chips(), u"All 250 | Ticked 1"_s);
}

void TestGridActions::chosenAgainShowsCurrentTicks()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    auto *grid = session.part<FlagGrid>();
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    grid->setCurrentIndex(session.cell(u"BR"_s));
    QTest::keyClick(grid, Qt::Key_Space);
    QCOMPARE(shown(session), u"BR JP"_s);
    const auto chips = session.part<CategoryBar>()->findChildren<QToolButton *>();
    QTest::mouseClick(chips.at(static_cast<int>(FlagCategory::Ticked)), Qt::LeftButton);
    QCOMPARE(shown(session), u"JP"_s);
}

void TestGridActions::missingChipAppearsWithFirstFlag()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    const auto chips = session.part<CategoryBar>()->findChildren<CategoryChip *>();
    const CategoryChip *missing = chips.at(static_cast<int>(FlagCategory::Missing));
    QVERIFY(missing->isHidden());
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(missing->isVisible(), 30'000);
    QCOMPARE(missing->shownText(), u"Missing 249"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(session.part<FlagGrid>()->model()->rowCount(), 249);
    QVERIFY(!session.cell(u"JP"_s).isValid());
}

void TestGridActions::orderIsChosenAndRemembered()
{
    {
        WindowSession session(m_home->options({u"JP"_s}));
        QCOMPARE(shown(session), u"AF AX AL"_s);
        QTest::keyClick(session.part<FlagGrid>(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shown(session), u"AD AE AF"_s);
        QTRY_COMPARE(WindowSettings::load().order, SortOrder::Code); // also if the program is killed
        session.window.close();
    }
    const WindowSession session(m_home->options({u"JP"_s}));
    QCOMPARE(shown(session), u"AD AE AF"_s);
    auto *menu = session.part<ViewMenu>();
    QVERIFY(menu->findChild<QAction *>(u"code"_s)->isChecked());
    menu->findChild<QAction *>(u"name"_s)->trigger();
    QCOMPARE(shown(session), u"AF AX AL"_s);
    QVERIFY(!menu->findChild<QAction *>(u"code"_s)->isChecked());
}

void TestGridActions::continentsAreGroupedAndRemembered()
{
    const auto headings = [](const WindowSession &session) {
        QStringList titles;
        for (const GridSections::Section &section : session.part<FlagGrid>()->sections().all())
            titles.append(section.title);
        return titles.join(u' ');
    };
    {
        WindowSession session(m_home->options({u"JP"_s}));
        QCOMPARE(headings(session), QString());
        QTest::keyClick(session.part<FlagGrid>(), Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(headings(session), u"Africa Americas Antarctica Asia Europe Oceania"_s);
        QCOMPARE(shown(session), u"DZ AO BJ"_s); // by name within Africa
        QTest::keyClick(session.part<FlagGrid>(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shown(session), u"AO BF BI"_s); // by code
        QTRY_VERIFY(WindowSettings::load().isGrouped.value_or(false)); // also if the program is killed
        session.window.close();
    }
    const WindowSession session(m_home->options({u"JP"_s}));
    QVERIFY(headings(session).startsWith(u"Africa "_s));
    auto *grouping = session.part<ViewMenu>()->findChild<QAction *>(u"grouping"_s);
    QVERIFY(grouping->isChecked());
    grouping->trigger();
    QCOMPARE(headings(session), QString());
    QCOMPARE(shown(session), u"AD AE AF"_s);
}

FLAGFETCH_TEST(TestGridActions, Widgets)
#include "tst_gridactions.moc"
