#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/grid/countrymenu.h"
#include "ui/header/headerfields.h"
#include "ui/look/textwidgets.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QSignalSpy>

#include <atomic>

using namespace std::chrono_literals;

/// Pause, cancel and the country menu while a batch runs.
class TestSteering final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void pauseFinishesRunningDownloads();
    void pauseHasShortcut();
    void cancelsWhilePaused();
    void layoutIsStableDuringBatch();
    void fullDiskOffersContinue();
    void oneCountryCanBeHeldReleasedAndCancelled();
    void menuOpensForItsCell();
    void menuDownloadsOneFlag();

private:
    [[nodiscard]] static BuiltinServers::Settings slowBy(std::chrono::milliseconds delay);
    [[nodiscard]] static QString clock(const WindowSession &session);

    const QStringList m_four{u"BR"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    std::unique_ptr<WindowFolders> m_home;
};

void TestSteering::initTestCase()
{
    installTranslation(*qApp);
}

void TestSteering::init()
{
    m_home = std::make_unique<WindowFolders>();
}

BuiltinServers::Settings TestSteering::slowBy(std::chrono::milliseconds delay)
{
    BuiltinServers::Settings settings;
    settings.slow.shortestDelay = delay;
    settings.slow.longestDelay = delay;
    return settings;
}

QString TestSteering::clock(const WindowSession &session)
{
    return session.part<ProgressRow>()->findChildren<CountsLabel *>().constLast()->text();
}

void TestSteering::pauseFinishesRunningDownloads()
{
    constexpr auto delay = 300ms;
    WindowOptions options = m_home->options(m_four, u"builtin-slow"_s);
    options.limit = 2; // the picture and the metadata of one country
    const WindowSession session(options, slowBy(delay));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    QVERIFY(!session.pause()->isVisible());
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    QCOMPARE(session.pause()->text(), u"Pause"_s);
    QTest::mouseClick(session.pause(), Qt::LeftButton);
    QCOMPARE(session.pause()->text(), u"Continue"_s);
    QVERIFY(clock(session) != u"Paused"_s);
    QVERIFY2(session.progress().startsWith(u"Pausing: 1 "_s), qPrintable(session.progress()));
    QVERIFY(!session.offer()->isVisible()); // the header's button continues
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    QTRY_COMPARE(session.progress(), u"1 of 4"_s);
    QCOMPARE(clock(session), u"Paused"_s);
    QTest::qWait(int(3 * delay.count())); // nothing new may start in this time
    QCOMPARE(session.count(FlagState::Waiting), 3);

    QTest::mouseClick(session.pause(), Qt::LeftButton);
    QCOMPARE(session.pause()->text(), u"Pause"_s);
    QVERIFY(clock(session) != u"Paused"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(session.count(FlagState::Saved), 4);
    QVERIFY(!session.pause()->isVisible());
}

void TestSteering::pauseHasShortcut()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    session.press();
    QVERIFY(!session.downloads.progress().isPaused);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(
        session.downloads.progress().isPaused); // after a shortcut, the button stays pressed for a moment
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(!session.downloads.progress().isPaused);
}

void TestSteering::cancelsWhilePaused()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    session.press();
    QTest::mouseClick(session.pause(), Qt::LeftButton);
    QVERIFY(session.downloads.progress().isPaused);
    QCOMPARE(session.buttonText(), u"Cancel"_s);
    session.press();
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(session.count(FlagState::Cancelled), 4);
    QCOMPARE(session.buttonText(), u"Download 4 flags"_s);
    session.press();
    QVERIFY(!session.downloads.progress().isPaused);
    QCOMPARE(session.pause()->text(), u"Pause"_s);
}

void TestSteering::layoutIsStableDuringBatch()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    const auto places = [&session] {
        QList<QRect> all;
        for (const QWidget *part : std::initializer_list<const QWidget *>{session.part<FlagGrid>(),
                 session.part<BatchButtons>(), session.part<SearchField>(), session.part<LimitBox>()})
            all.append(part->geometry());
        return all;
    };
    const auto idle = places();
    session.press();
    QTest::qWait(1); // a requested layout runs in the event loop
    QCOMPARE(places(), idle);
    const QRect area = session.part<BatchButtons>()->rect();
    QVERIFY(area.contains(session.pause()->geometry()));
    QVERIFY(area.contains(session.cancel()->geometry()));
    const QRect pause = session.pause()->geometry();
    QTest::mouseClick(session.pause(), Qt::LeftButton);
    QTest::qWait(1);
    QCOMPARE(places(), idle);
    QCOMPARE(session.pause()->geometry(), pause);
}

void TestSteering::fullDiskOffersContinue()
{
    auto isFull = std::make_shared<std::atomic_bool>(true);
    const WindowSession session(m_home->options(m_four), {}, [isFull](const SaveRequest &order) {
        if (!*isFull)
            return saveFlag(order);
        SavedFlag failed;
        failed.state = FlagState::Failed;
        failed.failure = {FailureKind::NoSpace, 0, {}};
        return failed;
    });
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(session.offer()->isVisible(), 30'000);
    QCOMPARE(session.offer()->text().remove(u'&'), u"Continue"_s);
    QVERIFY2(session.message().contains(u"disk is full"_s), qPrintable(session.message()));
    QCOMPARE(session.pause()->text(), u"Continue"_s);
    // Running downloads also find the disk full.
    QTRY_COMPARE(session.count(FlagState::Downloading), 0);
    *isFull = false;
    QTest::mouseClick(session.offer(), Qt::LeftButton);
    QVERIFY(!session.offer()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(session.count(FlagState::Saved), 4);
}

void TestSteering::oneCountryCanBeHeldReleasedAndCancelled()
{
    WindowOptions options = m_home->options(m_four, u"builtin-slow"_s);
    options.limit = 2;
    const WindowSession session(options, verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    QVERIFY(session.choose(u"JP"_s, u"Put on hold"_s));
    QCOMPARE(session.state(u"JP"_s), FlagState::OnHold);
    QVERIFY(session.choose(u"JP"_s, u"Release"_s));
    QCOMPARE(session.state(u"JP"_s), FlagState::Waiting);
    QVERIFY(session.choose(u"JP"_s, u"Cancel"_s));
    QCOMPARE(session.state(u"JP"_s), FlagState::Cancelled);
    QVERIFY(session.choose(u"BR"_s, u"Cancel"_s));
    QCOMPARE(session.state(u"BR"_s), FlagState::Cancelled);
    QVERIFY(session.downloads.isRunning());
    QTRY_COMPARE(session.state(u"DE"_s), FlagState::Downloading); // in the free slot
}

void TestSteering::menuOpensForItsCell()
{
    const WindowSession session(m_home->options(m_four));
    auto *grid = session.part<FlagGrid>();
    const auto rightClick = [grid](const QPoint &at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, grid->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(grid->viewport(), &event);
    };
    auto *menu = session.part<CountryMenu>();
    rightClick({1, 1}); // between cells
    QVERIFY(!menu->isVisible());
    const QModelIndex cell = grid->model()->index(2, 0);
    rightClick(grid->visualRect(cell).center());
    QVERIFY(menu->isVisible());
    QCOMPARE(grid->currentIndex(), cell);
    QCOMPARE(menu->accessibleName(), cell.data().toString());
    QTest::keyClick(menu, Qt::Key_Escape);
    QVERIFY(!menu->isVisible());

    grid->setCurrentIndex(grid->model()->index(1, 0));
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, {1, 1}, {1, 1});
    QCoreApplication::sendEvent(grid, &menuKey);
    QVERIFY(menu->isVisible());
    QCOMPARE(menu->accessibleName(), grid->currentIndex().data().toString());
}

void TestSteering::menuDownloadsOneFlag()
{
    const WindowSession session(m_home->options(m_four));
    QVERIFY(session.choose(u"CH"_s, u"Download this flag"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"CH"_s), FlagState::Saved, 30'000);
    QCOMPARE(m_home->files(), QStringList{u"CH-Switzerland.svg"_s});
    QVERIFY(session.choose(u"CH"_s, u"Tick"_s));
    QTRY_COMPARE(session.buttonText(), u"Download 5 flags"_s);
}

FLAGFETCH_TEST(TestSteering, Widgets)
#include "tst_steering.moc"
