#include "app/builtin/picturefolders.h"
#include "app/countries/countrygroups.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/lab/labsettings.h"
#include "ui/lab/labwindow.h"
#include "ui/lesson/runningactivity.h"
#include "ui/lesson/threewayswindow.h"
#include "ui/look/remarklabel.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

#include <algorithm>
#include <tuple>

using namespace std::chrono_literals;

/// The window of the three ways, and what it says.
class TestThreeWaysWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keyOpensOneWindow();
    void runShowsThreeWays();
    void cancelEndsTheRun();
    void operationCancelsTheRun();
    void waitsForTheLab();
    void activityEndsWithItsOwner();
    void canRunAgain();
    void closingInMidRunEndsIt();
    void narrowWindowStacksTheWays();
    void everyControlHasANameAndAToolTip();
    void missingPicturesAreExplained();
    void conclusionDependsOnTheResults();
    void returnRunsAndCancels();
    void timelinesCompare();
    void legendHasWhatOccurs();
    void speedUpNeedsTheFirstWay();

private:
    [[nodiscard]] std::unique_ptr<ThreeWaysWindow> opened(int flags, double longestDelay);
    [[nodiscard]] static QPushButton *button(const QWidget &window, const QString &text);

    std::unique_ptr<WindowFolders> m_home;
    const Catalogue m_catalogue;
    const Source m_slow = SourceList::shipped().resolve(u"builtin-slow"_s).value();
    RunningActivity m_activity;
};

namespace {

QString conclusionIn(const QWidget &window)
{
    QString longest;
    const auto labels = window.findChildren<QLabel *>(Qt::FindDirectChildrenOnly);
    for (const QLabel *label : labels)
        longest = label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse) ? label->text() : longest;
    return longest;
}

WayResult resultOf(Way way, std::chrono::milliseconds elapsed, int threads)
{
    WayResult result{.way = way, .elapsed = elapsed};
    result.fetched.insert(u"DE"_s, "hash");
    result.usage.threads = threads;
    return result;
}

} // namespace

void TestThreeWaysWindow::init()
{
    m_home = std::make_unique<WindowFolders>();
}

std::unique_ptr<ThreeWaysWindow> TestThreeWaysWindow::opened(int flags, double longestDelay)
{
    auto window = std::make_unique<ThreeWaysWindow>(m_catalogue, m_slow, QString(), m_activity);
    window->findChild<QSpinBox *>()->setValue(flags);
    window->findChild<QDoubleSpinBox *>()->setValue(longestDelay);
    window->show();
    return window;
}

QPushButton *TestThreeWaysWindow::button(const QWidget &window, const QString &text)
{
    const auto buttons = window.findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

void TestThreeWaysWindow::keyOpensOneWindow()
{
    WindowSession session(m_home->options({u"BR"_s}));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F1, Qt::ControlModifier);
    QPointer<ThreeWaysWindow> window = session.part<ThreeWaysWindow>();
    // Not qWaitForWindowActive(): it is satisfied while the main window is active.
    QTRY_COMPARE(QApplication::activeWindow(), window.data());
    session.window.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &session.window);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F1, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::activeWindow(), window.data());
    QCOMPARE(session.window.findChildren<ThreeWaysWindow *>().size(), 1);
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!window);
    QVERIFY(session.window.isVisible());
}

void TestThreeWaysWindow::runShowsThreeWays()
{
    const auto window = opened(6, 0.1);
    QTest::mouseClick(button(*window, u"&Run"_s), Qt::LeftButton);
    QVERIFY(!button(*window, u"&Run"_s)->isEnabled());
    QVERIFY(!window->findChild<QSpinBox *>()->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!conclusionIn(*window).isEmpty(), 30'000);

    QVERIFY(button(*window, u"&Run"_s)->isEnabled());
    QVERIFY(button(*window, u"&Run"_s)->hasFocus());
    const QString conclusion = conclusionIn(*window);
    QVERIFY2(conclusion.contains(u"received the same pictures"_s), qPrintable(conclusion));
    const auto panels = window->findChildren<WayPanel *>();
    QCOMPARE(panels.size(), 3);
    for (const WayPanel *panel : panels) {
        QVERIFY(panel->timeline().hasEnded());
        QCOMPARE(panel->timeline().requests().size(), std::size_t(12));
        for (const Cost cost : allCosts)
            QVERIFY(panel->text(cost) != u"–"_s);
        for (const Figure figure : {Figure::Elapsed, Figure::SpeedUp})
            QVERIFY(panel->text(figure) != u"–"_s);
    }
    QCOMPARE(panels.at(0)->text(Figure::SpeedUp), u"1.0 times"_s); // by itself
    // The bars have the scale of the slowest way, which is the first one.
    QCOMPARE(panels.at(0)->elapsedBar()->value(), panels.at(0)->elapsedBar()->maximum());
    for (const WayPanel *panel : {panels.at(1), panels.at(2)}) {
        QVERIFY(panel->elapsedBar()->value() > 0);
        QVERIFY(panel->elapsedBar()->value() < panel->elapsedBar()->maximum());
    }
    QCOMPARE(panels.at(0)->text(Figure::MostInFlight), u"1"_s);
    QCOMPARE(panels.at(1)->text(Figure::MostInFlight), u"6"_s);
    QCOMPARE(panels.at(1)->text(Cost::Threads), u"6"_s);
    QVERIFY(panels.at(2)->text(Figure::MostInFlight).toInt() > 6);
}

void TestThreeWaysWindow::cancelEndsTheRun()
{
    const auto window = opened(20, 2);
    QTest::mouseClick(button(*window, u"&Run"_s), Qt::LeftButton);
    const auto *panel = window->findChild<WayPanel *>();
    QTRY_VERIFY(!panel->timeline().requests().empty());
    QTest::keyClick(window.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(button(*window, u"&Run"_s)->isEnabled(), 2000);
    QCOMPARE(conclusionIn(*window), u"Cancelled. Run all three ways to compare them."_s);
    QCOMPARE(window->ways().state(), ThreeWays::State::Idle);
}

void TestThreeWaysWindow::operationCancelsTheRun()
{
    WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F1, Qt::ControlModifier);
    const auto *window = session.part<ThreeWaysWindow>();
    QTest::mouseClick(button(*window, u"&Run"_s), Qt::LeftButton);
    QCOMPARE(window->ways().state(), ThreeWays::State::Running);
    session.press();
    QTRY_VERIFY(session.downloads.isRunning());
    QTRY_COMPARE(window->ways().state(), ThreeWays::State::Idle);
    QCOMPARE(conclusionIn(*window), RunningActivity::interruptedText());
    QVERIFY(!button(*window, u"&Run"_s)->isEnabled());
    QVERIFY(window->findChild<RemarkLabel *>()->text().contains(u"operation is running"_s));
    QTest::mouseClick(session.cancel(), Qt::LeftButton);
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(button(*window, u"&Run"_s)->isEnabled());
    QVERIFY(window->findChild<RemarkLabel *>()->text().contains(u"Nothing is saved."_s));
}

void TestThreeWaysWindow::waitsForTheLab()
{
    LabSettings settings;
    settings.delay = 2000;
    settings.store();
    WindowSession session(m_home->options({u"BR"_s}));
    auto *grid = session.part<FlagGrid>();
    QTest::keyClick(grid, Qt::Key_F1, Qt::ControlModifier);
    QTest::keyClick(grid, Qt::Key_F8, Qt::ControlModifier);
    const auto *ways = session.part<ThreeWaysWindow>();
    const QPointer<LabWindow> lab = session.part<LabWindow>();

    QTest::mouseClick(button(*ways, u"&Run"_s), Qt::LeftButton);
    QVERIFY(!button(*lab, u"&Run"_s)->isEnabled());
    const auto remarks = lab->findChildren<RemarkLabel *>();
    QVERIFY(std::ranges::any_of(
        remarks, [](const RemarkLabel *each) { return each->text().startsWith(u"The three ways"_s); }));
    QTest::mouseClick(button(*ways, u"&Cancel"_s), Qt::LeftButton);
    QTRY_VERIFY(button(*lab, u"&Run"_s)->isEnabled());

    QTest::mouseClick(button(*lab, u"&Run"_s), Qt::LeftButton);
    QVERIFY(!button(*ways, u"&Run"_s)->isEnabled());
    QVERIFY(ways->findChild<RemarkLabel *>()->text().startsWith(u"The concurrency lab is measuring."_s));
    lab->close(); // while it measures
    QTRY_VERIFY(!lab);
    QVERIFY(button(*ways, u"&Run"_s)->isEnabled());
}

void TestThreeWaysWindow::activityEndsWithItsOwner()
{
    RunningActivity activity;
    QSignalSpy changed(&activity, &RunningActivity::changed);
    int seenByOwner = 0;
    {
        const QObject owner;
        connect(&activity, &RunningActivity::changed, &owner, [&seenByOwner] { ++seenByOwner; });
        QVERIFY(activity.begin(Activity::LabMeasurement, owner));
        QVERIFY(!activity.begin(Activity::WaysMeasurement, owner));
        QVERIFY(activity.blockedReason(Activity::LabMeasurement).isEmpty());
        QVERIFY(!activity.blockedReason(Activity::WaysMeasurement).isEmpty());
        activity.setOperation(true);
        QCOMPARE(activity.current(), Activity::WindowOperation);
        activity.setOperation(false);
        QCOMPARE(activity.current(), Activity::LabMeasurement); // still ending
        activity.end(Activity::WaysMeasurement); // which does not run
        QCOMPARE(activity.current(), Activity::LabMeasurement);
    }
    QCOMPARE(activity.current(), Activity::None);
    QCOMPARE(changed.size(), 4);
    QCOMPARE(seenByOwner, 3); // not by an object whose class has ended
    activity.setOperation(true);
    QVERIFY(!activity.begin(Activity::LabMeasurement, *this));
}

void TestThreeWaysWindow::canRunAgain()
{
    const auto window = opened(2, 0);
    for (int run = 0; run < 2; ++run) {
        QTest::mouseClick(button(*window, u"&Run"_s), Qt::LeftButton);
        QVERIFY(conclusionIn(*window).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!conclusionIn(*window).isEmpty(), 30'000);
        for (const WayPanel *panel : window->findChildren<WayPanel *>())
            QCOMPARE(panel->timeline().run(), run + 1);
    }
}

void TestThreeWaysWindow::closingInMidRunEndsIt()
{
    for (const Way during : allWays) {
        auto window = opened(10, during == Way::OneAtATime ? 2 : 0.2);
        window->setAttribute(Qt::WA_DeleteOnClose);
        const QPointer<ThreeWaysWindow> guard(window.release());
        bool hasBegun = false;
        connect(&guard->ways(), &ThreeWays::wayStarted, guard,
            [&hasBegun, during](Way way) { hasBegun = hasBegun || way == during; });
        QTest::mouseClick(button(*guard, u"&Run"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(hasBegun, 30'000);
        QElapsedTimer elapsed;
        elapsed.start();
        guard->close();
        QTRY_VERIFY(!guard);
        QVERIFY(elapsed.elapsed() < 10'000);
    }
}

void TestThreeWaysWindow::narrowWindowStacksTheWays()
{
    const auto window = opened(20, 0.5);
    const auto panels = window->findChildren<WayPanel *>();
    const auto left = [&](int number) { return panels.at(number)->mapTo(window.get(), QPoint()).x(); };
    const auto top = [&](int number) { return panels.at(number)->mapTo(window.get(), QPoint()).y(); };
    QTRY_COMPARE(top(0), top(2));
    QVERIFY(left(0) < left(1) && left(1) < left(2));
    window->resize(800, 600);
    QTRY_COMPARE(left(0), left(2));
    QVERIFY(top(0) < top(1) && top(1) < top(2));
    QCOMPARE(window->size(), QSize(800, 600));
}

void TestThreeWaysWindow::everyControlHasANameAndAToolTip()
{
    const auto window = opened(20, 0.5);
    for (const QWidget *field : QList<QWidget *>{window->findChildren<QSpinBox *>().at(0),
             window->findChildren<QSpinBox *>().at(1), window->findChild<QDoubleSpinBox *>()}) {
        QVERIFY(!field->toolTip().isEmpty());
        const auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(field));
        QVERIFY(!interface->text(QAccessible::Name).isEmpty());
    }
    for (const WayPanel *panel : window->findChildren<WayPanel *>())
        QVERIFY(!panel->accessibleName().isEmpty());
    for (const Cost cost : allCosts)
        QVERIFY(explanationOf(cost).endsWith(u'.'));
}

void TestThreeWaysWindow::missingPicturesAreExplained()
{
    ThreeWaysWindow window(m_catalogue, m_slow, m_home->path(u"nowhere"_s), m_activity);
    window.show();
    QTest::mouseClick(button(window, u"&Run"_s), Qt::LeftButton);
    QTRY_VERIFY(!conclusionIn(window).isEmpty());
    QCOMPARE(conclusionIn(window), failureText(picturesMissing(m_home->path(u"nowhere"_s)), {}));
}

void TestThreeWaysWindow::conclusionDependsOnTheResults()
{
    QList<WayResult> results{
        resultOf(Way::OneAtATime, 10s, 2), resultOf(Way::Threads, 1s, 20), resultOf(Way::EventLoop, 1s, 8)};
    QVERIFY(conclusionOf(results).contains(u"is what saves the time"_s));
    QVERIFY(conclusionOf(results).contains(u"The pool needed 20 extra thread"_s));
    QVERIFY(conclusionOf(results).contains(u"The event loop needed 8 extra thread"_s));
    QVERIFY(!conclusionOf(results).contains(u"Of these"_s)); // what they do is not known
    results[2].checkingThreads = 7;
    QVERIFY(conclusionOf(results).contains(u"Of these, 7 check"_s));
    QVERIFY(conclusionOf(results).contains(u"and 1 wait"_s));
    results[2].checkingThreads = 8;
    QVERIFY(!conclusionOf(results).contains(u"Of these"_s));
    results[2].elapsed = 9s;
    QVERIFY(conclusionOf(results).contains(u"differ little"_s));
    results[2].fetched.insert(u"FR"_s, "hash");
    QVERIFY(conclusionOf(results).contains(u"not received the same pictures"_s));
    results[2].wasCancelled = true;
    QVERIFY(conclusionOf(results).startsWith(u"Cancelled."_s));
    QCOMPARE(conclusionOf(results.first(1)), conclusionOf(results));
}

// The window is no dialog, so it has no default button.
void TestThreeWaysWindow::returnRunsAndCancels()
{
    const auto window = opened(20, 2);
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        QTRY_VERIFY(button(*window, u"&Run"_s)->hasFocus());
        QTest::keyClick(window->focusWidget(), key);
        QCOMPARE(window->ways().state(), ThreeWays::State::Running);
        QVERIFY(button(*window, u"&Cancel"_s)->hasFocus());
        QTest::keyClick(window->focusWidget(), key);
        QTRY_COMPARE(window->ways().state(), ThreeWays::State::Idle);
    }
    window->findChild<QSpinBox *>()->setFocus();
    QTest::keyClick(window->focusWidget(), Qt::Key_Return);
    QCOMPARE(window->ways().state(), ThreeWays::State::Running);
}

void TestThreeWaysWindow::timelinesCompare()
{
    const auto window = opened(12, 0.1);
    QTest::mouseClick(button(*window, u"&Run"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!conclusionIn(*window).isEmpty(), 30'000);
    const auto panels = window->findChildren<WayPanel *>();
    const auto perSecond = [&panels](int number) {
        const TimeScale &time = panels.at(number)->view()->layoutOfRows().time();
        return (time.xOf(1s) - time.xOf(0s)) / time.width();
    };
    QCOMPARE(perSecond(1), perSecond(0));
    QCOMPARE(perSecond(2), perSecond(0));
    QTest::keyClick(window.get(), Qt::Key_S, Qt::AltModifier); // its click is animated
    QTRY_VERIFY(perSecond(1) > perSecond(0));
    QTest::keyClick(window.get(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(perSecond(1), perSecond(0));

    QStringList twenty;
    for (const Country &country : twentyThenOthers(m_catalogue).first(12))
        twenty += country.code;
    for (const WayPanel *panel : panels) {
        QStringList codes;
        for (const TimelineLayout::Block &block : panel->view()->layoutOfRows().blocks())
            codes += block.code;
        QCOMPARE(codes, twenty);
    }
}

void TestThreeWaysWindow::legendHasWhatOccurs()
{
    const auto window = opened(12, 0.1);
    const QList<LegendEntry> legend = window->findChild<TimelineLegend *>()->entries();
    const auto isExplained = [&legend](const LegendEntry &entry) { return legend.contains(entry); };
    QTest::mouseClick(button(*window, u"&Run"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!conclusionIn(*window).isEmpty(), 30'000);
    for (const WayPanel *panel : window->findChildren<WayPanel *>()) {
        const Timeline &timeline = panel->timeline();
        for (const RequestRecord &request : timeline.requests()) {
            for (const PhaseSpan &span : spansOf(request, timeline.endOr({})))
                QVERIFY2(isExplained({.what = span.phase}), qPrintable(nameOf(span.phase)));
            for (const MarkedMoment &moment : marksOf(request))
                QVERIFY2(isExplained({.what = moment.mark}), qPrintable(nameOf(moment.mark)));
        }
    }
}

void TestThreeWaysWindow::speedUpNeedsTheFirstWay()
{
    WayPanel panel(Way::Threads, twentyThenOthers(m_catalogue).first(2));
    RequestLog log;
    const SteadyTime start = SteadyTime::clock::now();
    log.begin(start);
    std::ignore = log.add({.code = u"CN"_s, .sourceId = {}, .url = {}, .queued = start});
    panel.setFirstTime(12s);
    panel.follow(log);
    QCOMPARE(panel.text(Figure::SpeedUp), u"–"_s); // it runs
    log.end(start + 2s);
    panel.follow(log);
    panel.end({.way = Way::Threads, .wasCancelled = true});
    QCOMPARE(panel.text(Figure::SpeedUp), u"–"_s);
    panel.end({.way = Way::Threads, .elapsed = 2s});
    QCOMPARE(panel.text(Figure::SpeedUp), u"6.0 times"_s);
    panel.setFirstTime({});
    QCOMPARE(panel.text(Figure::SpeedUp), u"–"_s);
}

FLAGFETCH_TEST(TestThreeWaysWindow, Widgets)
#include "tst_threewayswindow.moc"
