#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/countrypane.h"
#include "ui/grid/groupsuggestion.h"
#include "ui/header/headerfields.h"
#include "ui/sets/setmenu.h"

#include <QLabel>
#include <QPalette>

using namespace windowset;

/// What the grid shows, and the ways back to all countries.
class TestViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp); }
    void init() { m_home = std::make_unique<WindowFolders>(); }
    void searchFindsOutsideOfView();
    void regionsOutsideAreCounted();
    void viewOfBatchHasWayBack();
    void chosenViewNeedsNoWayBack();
    void groupsAreSuggested_data();
    void groupsAreSuggested();
    void suggestionShowsItsCountries();
    void clearedSearchShowsCurrentCell();
    void currentCellKeepsPaleFrame();
    void downloadAgainIsQuiet();

private:
    [[nodiscard]] static QString shown(const WindowSession &session)
    {
        const auto *model = session.part<FlagGrid>()->model();
        QStringList codes;
        for (int row = 0; row < std::min(model->rowCount(), 5); ++row)
            codes.append(model->index(row, 0).data(FlagModel::CodeRole).toString());
        return codes.join(u' ');
    }
    [[nodiscard]] static QPushButton *button(const QWidget &parent, const QString &text)
    {
        const auto buttons = parent.findChildren<QPushButton *>();
        for (QPushButton *each : buttons) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<WindowFolders> m_home;
};

void TestViews::searchFindsOutsideOfView()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    session.part<SearchField>()->setText(u"iceland"_s);
    const auto *notice = session.part<EmptySearchNotice>();
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->findChild<QLabel *>()->text(),
        u"No country here matches “iceland”. 1 match outside of “Ticked”."_s);
    QPushButton *all = button(*notice, u"Search all"_s);
    QVERIFY(all != nullptr && all->isVisible());
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
    QCOMPARE(session.part<SearchField>()->text(), u"iceland"_s);
    QCOMPARE(shown(session), u"IS"_s);
    QVERIFY(!notice->isVisible());

    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    QVERIFY(notice->isVisible() && all->isVisible());
    session.part<SearchField>()->setText(u"qwxy"_s);
    QVERIFY(notice->isVisible() && !all->isVisible());
}

void TestViews::regionsOutsideAreCounted()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    session.part<SearchField>()->setText(u"gb-sct, gb-wls, france"_s);
    const auto *notice = session.part<EmptySearchNotice>();
    QTRY_VERIFY(notice->findChild<QLabel *>()->text().contains(u"1 match, 2 regions outside of “Ticked”."_s));
    session.part<SearchField>()->setText(u"gb-sct"_s);
    QTRY_VERIFY(notice->findChild<QLabel *>()->text().endsWith(u" 1 region outside of “Ticked”."_s));
}

// Regression: after an update the grid stayed on "Requested", and a search for England found nothing.
void TestViews::viewOfBatchHasWayBack()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(
        session.message(), u"The grid shows only “Ticked”. All (Alt+1) shows the others, too."_s, 30'000);
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(
        session.message(), u"The grid shows only “Requested”. All (Alt+1) shows the others, too."_s, 30'000);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
    QVERIFY(!session.message().contains(u"shows only"_s));
}

void TestViews::chosenViewNeedsNoWayBack()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    QObject::connect(&session.downloads, &SessionClient::flagFinished, session.part<CategoryBar>(),
        [&session] { session.part<CategoryBar>()->choose(FlagCategory::Ticked); });
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY2(!session.message().contains(u"shows only"_s), qPrintable(session.message()));
}

void TestViews::groupsAreSuggested_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("text");
    QTest::newRow("continent") << u"en"_s << u"africa"_s << u"“africa” is also a continent."_s;
    QTest::newRow("region") << u"en"_s << u"Western Europe "_s
                            << u"“Western Europe” is also a region of the world."_s;
    QTest::newRow("group") << u"en"_s << u"eu"_s << u"“eu” is also a group of countries."_s;
    QTest::newRow("Chinese names") << u"zh-CN"_s << u"非洲"_s << u"“非洲” is also a continent."_s;
    QTest::newRow("country") << u"en"_s << u"france"_s << QString();
}

void TestViews::groupsAreSuggested()
{
    QFETCH(const QString, language);
    QFETCH(const QString, search);
    QFETCH(const QString, text);
    const WindowSession session(m_home->options({u"JP"_s}), {}, &saveFlag, language);
    session.part<SearchField>()->setText(search);
    const auto *suggestion = session.part<GroupSuggestion>();
    QCOMPARE(suggestion->isVisible(), !text.isEmpty());
    if (!text.isEmpty())
        QCOMPARE(suggestion->findChild<QLabel *>()->text(), text);
    session.part<SearchField>()->clear();
    QVERIFY(!suggestion->isVisible());
}

void TestViews::suggestionShowsItsCountries()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    session.part<SearchField>()->setText(u"africa"_s);
    QPushButton *show = button(*session.part<GroupSuggestion>(), u"Show its 60 countries"_s);
    QVERIFY(show != nullptr);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(session.part<SearchField>()->text(), u"continent:africa"_s);
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
    QCOMPARE(session.part<FlagGrid>()->model()->rowCount(), 60);
    QVERIFY(!session.part<GroupSuggestion>()->isVisible());
}

// Regression: after Escape the grid began at Afghanistan, although another country was the current one.
void TestViews::clearedSearchShowsCurrentCell()
{
    WindowSession session(m_home->options({u"JP"_s}));
    session.window.resize(800, 500);
    auto *grid = session.part<FlagGrid>();
    session.part<SearchField>()->setText(u"zambia"_s);
    grid->setCurrentIndex(session.cell(u"ZM"_s));
    QTest::keyClick(grid, Qt::Key_Escape);
    QTRY_COMPARE(session.part<SearchField>()->text(), QString());
    QCOMPARE(grid->currentIndex(), session.cell(u"ZM"_s));
    QVERIFY(grid->viewport()->rect().contains(grid->visualRect(session.cell(u"ZM"_s))));
}

void TestViews::currentCellKeepsPaleFrame()
{
    const WindowSession session(m_home->options({}));
    auto *grid = session.part<FlagGrid>();
    grid->setFocus();
    grid->setCurrentIndex(session.cell(u"AL"_s));
    const auto look
        = [&] { return grid->viewport()->grab(grid->visualRect(session.cell(u"AL"_s))).toImage(); };
    const QImage focused = look();
    session.part<SearchField>()->setFocus();
    const QImage pale = look();
    grid->setCurrentIndex(session.cell(u"AX"_s));
    const QImage without = look();
    QVERIFY(focused != pale);
    QVERIFY(pale != without);
}

void TestViews::downloadAgainIsQuiet()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const auto *main = session.part<DownloadButton>();
    const auto ground = [main] { return main->palette().color(QPalette::Active, QPalette::Button); };
    QTRY_COMPARE(session.buttonText(), u"Download 2 again"_s);
    QVERIFY(!main->isDefault());
    QCOMPARE(ground(), QApplication::palette(main).color(QPalette::Active, QPalette::Button));
    session.part<FlagGrid>()->toggle(session.cell(u"FR"_s));
    QTRY_COMPARE(session.buttonText(), u"Download 3 flags"_s);
    QVERIFY(main->isDefault());
    QVERIFY(ground() != QApplication::palette(main).color(QPalette::Active, QPalette::Button));
}

FLAGFETCH_TEST(TestViews, Widgets)
#include "tst_views.moc"
