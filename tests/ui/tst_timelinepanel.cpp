#include "tests/support/testprogram.h"
#include "tests/ui/timelinerecords.h"
#include "tests/ui/windowset.h"
#include "tests/ui/windowtexts.h"
#include "ui/details/detailspanel.h"
#include "ui/footer/messageline.h"
#include "ui/header/headerfields.h"
#include "ui/timeline/figurespanel.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/runchooser.h"
#include "ui/timeline/timelineexplanation.h"
#include "ui/timeline/timelinepage.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelinesplitter.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/windowsettings.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

using namespace windowset;
using namespace std::chrono_literals;

/// The panel with the timeline in the window.
class TestTimelinePanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isHiddenAtFirstAndF8ShowsIt();
    void heightAndVisibilityAreRemembered();
    void saysWhatWillAppear();
    void showsRequestsOfDownload();
    void hiddenPanelKeepsTheRun();
    void panelShownInMidRunFollows();
    void nothingIsPaintedAfterTheRun();
    void clickChoosesCountryInGrid();
    void hiddenCountryIsShownInGrid();
    void escapeGoesBackToGrid();
    void closeButtonHides();
    void earlierRunsAreChosenAndCompared();
    void historyKeepsTenRuns();
    void runWithoutRequestIsLeftOut();
    void figuresHaveNamesAndSentences();
    void legendWrapsAndExplains();
    void explanationHasEverySentence();
    void everythingIsReachedByTab();
    void fitsIntoSmallWindow();
    void smallWindowShowsFiveRows();
    void blockedRunIsMarked();

private:
    struct Shown
    {
        explicit Shown(const WindowSession &session)
            : panel(session.part<TimelinePanel>())
        {
            panel->toggle()->setChecked(true);
            if (!QTest::qWaitFor([this] { return panel->page() != nullptr; }))
                qFatal("The timeline is not created");
            page = panel->page();
            view = page->view();
        }
        [[nodiscard]] std::size_t rows() const { return view->layoutOfRows().rows().size(); }
        [[nodiscard]] QList<QComboBox *> boxes() const { return page->runs()->findChildren<QComboBox *>(); }

        TimelinePanel *panel;
        TimelinePage *page = nullptr;
        TimelineView *view = nullptr;
    };

    static bool run(const WindowSession &session)
    {
        QSignalSpy finished(&session.downloads, &SessionClient::finished);
        session.press();
        return QTest::qWaitFor([&finished] { return finished.count() == 1; }, 30'000);
    }

    std::unique_ptr<WindowFolders> m_home;
};

namespace {

RequestChanges changesOf(int run, int countries)
{
    RequestLog log;
    log.begin(timelinerecords::runStart);
    for (int i = 0; i < countries; ++i)
        timelinerecords::addCountry(log, timelinerecords::codeOf(i), 10ms * i);
    log.end(timelinerecords::at(500ms));
    RequestChanges changes = log.takeChanges();
    changes.run = run;
    return changes;
}

/// Counts the paint events of a widget.
class PaintsOf final : public QObject
{
public:
    explicit PaintsOf(QWidget *widget) { widget->installEventFilter(this); }
    int count = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

void TestTimelinePanel::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestTimelinePanel::isHiddenAtFirstAndF8ShowsIt()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *panel = session.part<TimelinePanel>();
    QVERIFY(!panel->isVisible());
    QVERIFY(panel->page() == nullptr);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F8);
    QVERIFY(panel->isVisible());
    QVERIFY(session.part<FlagGrid>()->hasFocus());
    QTRY_VERIFY(panel->page() != nullptr);
    QVERIFY(session.part<FlagGrid>()->hasFocus());
    panel->page()->view()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
    QVERIFY(!panel->isVisible());
    QVERIFY(session.part<FlagGrid>()->hasFocus());
}

void TestTimelinePanel::heightAndVisibilityAreRemembered()
{
    {
        const WindowSession session(m_home->options({u"BR"_s}));
        auto *splitter = session.part<TimelineSplitter>();
        const Shown timeline(session);
        QTRY_COMPARE(WindowSettings::load().timelineShown, true);
        splitter->setSizes({splitter->height() - 200 - splitter->handleWidth(), 200});
        Q_EMIT splitter->splitterMoved(0, 1);
        QTRY_COMPARE(WindowSettings::load().timelineHeight, 200);
    }
    const WindowSession session(m_home->options({u"BR"_s}));
    QVERIFY(session.part<TimelinePanel>()->isVisible());
    QTRY_COMPARE(session.part<TimelinePanel>()->height(), 200);
}

void TestTimelinePanel::saysWhatWillAppear()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const Shown timeline(session);
    QVERIFY(timeline.view->accessibleDescription().startsWith(u"Start a download"_s));
    QCOMPARE(timeline.page->figures()->text(Figure::Elapsed), u"–"_s);
    const QImage shown = timeline.view->viewport()->grab().toImage();
    const QImage middle = shown.copy(shown.rect().adjusted(0, shown.height() / 3, 0, -shown.height() / 3));
    int written = 0; // pixels of a text
    for (int y = 0; y < middle.height(); ++y) {
        for (int x = 0; x < middle.width(); ++x)
            written += qGray(middle.pixel(x, y)) < 160 ? 1 : 0;
    }
    QVERIFY2(written > 200, qPrintable(QString::number(written)));
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.view->accessibleDescription(), QString());
}

void TestTimelinePanel::showsRequestsOfDownload()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s, u"FR"_s}));
    const Shown timeline(session);
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.rows(), std::size_t(6));
    QVERIFY(timeline.view->isVisible());
    QVERIFY2(timeline.boxes().first()->currentText().contains(u"Built-in"_s),
        qPrintable(timeline.boxes().first()->currentText()));
    QCOMPARE(timeline.view->layoutOfRows().blocks().size(), std::size_t(3));
    const FiguresPanel *figures = timeline.page->figures();
    QVERIFY(figures->text(Figure::SpeedUp).contains(u"times"_s));
    QCOMPARE(figures->text(Figure::Failures), u"0"_s);
    QVERIFY(figures->text(Figure::InFlight).startsWith(u"0"_s));
    QVERIFY(figures->text(Figure::MostInFlight).toInt() >= 2);
    QVERIFY(figures->text(Figure::NewConnections).toInt() >= 1);
    const Timeline shown = timeline.page->picture().timeline;
    QVERIFY(shown.hasEnded());
    QCOMPARE(countriesIn(shown), 3);
    int saved = 0;
    for (const RequestRecord &request : shown.requests())
        saved += request.work && request.work->ended ? 1 : 0;
    QCOMPARE(saved, 3);
}

void TestTimelinePanel::hiddenPanelKeepsTheRun()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    QVERIFY(run(session));
    QTRY_COMPARE(session.part<TimelinePanel>()->history().runs().size(), 1);
    const Shown timeline(session);
    QCOMPARE(timeline.rows(), std::size_t(4));
    timeline.panel->toggle()->setChecked(false);
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.panel->history().runs().size(), 2);
    timeline.panel->toggle()->setChecked(true);
    QTRY_COMPARE(timeline.page->runs()->shown(), timeline.panel->history().runs().first().id);
}

void TestTimelinePanel::panelShownInMidRunFollows()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.count(FlagState::Downloading), 2);
    const Shown timeline(session);
    QTRY_COMPARE(timeline.rows(), std::size_t(4));
    PaintsOf paints(timeline.view->viewport());
    QTRY_VERIFY(paints.count > 3); // bars that grow
    QVERIFY(timeline.boxes().first()->currentText().startsWith(u"running"_s));
    session.downloads.cancel();
    QTRY_VERIFY(timeline.page->picture().timeline.hasEnded());
    QVERIFY(!timeline.boxes().first()->currentText().startsWith(u"running"_s));
    QVERIFY(timeline.page->picture().timeline.requests().front().wasCancelled);
}

void TestTimelinePanel::nothingIsPaintedAfterTheRun()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const Shown timeline(session);
    QVERIFY(run(session));
    QTRY_VERIFY(timeline.page->picture().timeline.hasEnded());
    PaintsOf paints(timeline.view->viewport());
    const auto isQuiet = [&paints] {
        constexpr int tenFrames = 330; // milliseconds
        paints.count = 0;
        QTest::qWait(tenFrames);
        return paints.count == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), 20'000); // paints may be due at first
}

void TestTimelinePanel::clickChoosesCountryInGrid()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const Shown timeline(session);
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.rows(), std::size_t(4));
    const TimelineLayout &layout = timeline.view->layoutOfRows();
    for (const int block : {1, 0}) {
        const int row = layout.blocks()[std::size_t(block)].firstRow;
        QTest::mouseClick(timeline.view->viewport(), Qt::LeftButton, {}, layout.rowRect(row).center());
        QCOMPARE(session.part<FlagGrid>()->currentIndex().data(FlagModel::CodeRole).toString(),
            layout.blocks()[std::size_t(block)].code);
    }
    QVERIFY(timeline.view->hasFocus());
}

void TestTimelinePanel::hiddenCountryIsShownInGrid()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const Shown timeline(session);
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.rows(), std::size_t(4));
    session.part<SearchField>()->setText(u"france"_s);
    QVERIFY(!session.cell(u"BR"_s).isValid());
    timeline.view->setFocus();
    QTest::keyClick(timeline.view, Qt::Key_Home);
    QTest::keyClick(timeline.view, Qt::Key_Return);
    QCOMPARE(session.part<FlagGrid>()->currentIndex().data(FlagModel::CodeRole).toString(),
        timeline.view->layoutOfRows().blocks().front().code);
    QCOMPARE(session.part<SearchField>()->text(), QString());
}

void TestTimelinePanel::escapeGoesBackToGrid()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.part<SearchField>()->setText(u"b"_s);
    const Shown timeline(session);
    session.press();
    QTRY_COMPARE(timeline.rows(), std::size_t(2));
    timeline.view->setFocus();
    QTest::keyClick(timeline.view, Qt::Key_Escape);
    QVERIFY(session.part<FlagGrid>()->hasFocus());
    QVERIFY(timeline.panel->isVisible());
    QCOMPARE(session.part<SearchField>()->text(), u"b"_s);
    QVERIFY(session.downloads.isRunning());
    session.downloads.cancel();
    QTRY_VERIFY(!session.downloads.isRunning());
}

void TestTimelinePanel::closeButtonHides()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const Shown timeline(session);
    const auto buttons = timeline.page->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
        if (button->accessibleName() == u"Hide the timeline"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(!timeline.panel->isVisible());
    QVERIFY(!session.part<TimelineSplitter>()->isPanelShown());
}

void TestTimelinePanel::earlierRunsAreChosenAndCompared()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const Shown timeline(session);
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.boxes().first()->count(), 1);
    QVERIFY(!timeline.boxes().last()->isEnabled()); // there is nothing to compare with
    QVERIFY2(timeline.boxes().first()->currentText().contains(u"2 flag"_s),
        qPrintable(timeline.boxes().first()->currentText()));
    const int first = timeline.page->runs()->shown();
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.boxes().first()->count(), 2);
    QVERIFY(timeline.page->runs()->shown() != first);

    timeline.boxes().last()->setCurrentIndex(1);
    QCOMPARE(timeline.page->runs()->compared(), first);
    const FiguresPanel *figures = timeline.page->figures();
    QVERIFY(!figures->text(Figure::Elapsed, true).isEmpty());
    const QString elapsed = figures->text(Figure::Elapsed, true);
    timeline.boxes().first()->setCurrentIndex(1);
    QCOMPARE(timeline.page->runs()->shown(), first);
    QCOMPARE(figures->text(Figure::Elapsed), elapsed);
    QCOMPARE(timeline.page->runs()->compared(), 0); // not with itself
    QVERIFY(run(session)); // a new run is shown
    QTRY_COMPARE(timeline.page->runs()->shown(), timeline.panel->history().runs().first().id);
}

void TestTimelinePanel::historyKeepsTenRuns()
{
    RunHistory history;
    for (int id = 1; id <= 13; ++id)
        QVERIFY(history.update(changesOf(id, 2), {{u"test"_s, u"Test"_s}}));
    QCOMPARE(history.runs().size(), 10);
    QCOMPARE(history.runs().first().id, 13);
    QVERIFY(history.find(3) == nullptr);
    QVERIFY(history.find(4) != nullptr);
    const QString text = history.runs().first().text;
    QVERIFY2(text.contains(u"Test, 2 flag"_s) && text.contains(u"500 ms"_s), qPrintable(text));
}

void TestTimelinePanel::runWithoutRequestIsLeftOut()
{
    RunHistory history;
    QVERIFY(history.update(changesOf(1, 1), {}));
    QVERIFY(!history.update(changesOf(2, 0), {}));
    QCOMPARE(history.runs().size(), 1);
    QVERIFY(!history.update(changesOf(1, 1), {})); // the same run goes on
}

void TestTimelinePanel::figuresHaveNamesAndSentences()
{
    FiguresPanel panel;
    const RunFigures run = runFiguresOf(timelinerecords::runOf(20), timelinerecords::at(1h));
    panel.setFigures(run, {});
    QCOMPARE(panel.text(Figure::Elapsed), u"390 ms"_s);
    QCOMPARE(panel.text(Figure::OneAtATime), u"3.10 s"_s); // 40 times 70 ms, and 20 times 15 ms
    QCOMPARE(panel.text(Figure::SpeedUp), u"7.9 times"_s);
    QCOMPARE(panel.text(Figure::MedianWait), u"50.0 ms"_s);
    QCOMPARE(panel.text(Figure::InFlight), u"0 of 30"_s);
    for (const Figure figure : allFigures) {
        QVERIFY(!nameOf(figure).isEmpty());
        QVERIFY2(explanationOf(figure).endsWith(u'.'), qPrintable(explanationOf(figure)));
    }
    const auto values = panel.findChildren<FigureValue *>();
    for (FigureValue *value : values) {
        QVERIFY(!value->toolTip().isEmpty());
        const auto *accessible = QAccessible::queryAccessibleInterface(value);
        QCOMPARE(accessible->role(), QAccessible::StaticText);
        QVERIFY(accessible->text(QAccessible::Name).endsWith(value->text()));
    }
}

void TestTimelinePanel::legendWrapsAndExplains()
{
    TimelineLegend legend;
    const QFontMetrics metrics = legend.fontMetrics();
    for (const bool isMirrored : {false, true}) {
        for (const int width : {300, 700, 2000}) {
            const QList<LegendEntry> entries = placedLegend(legendOf({}, false), metrics, width, isMirrored);
            QCOMPARE(std::size_t(entries.size()), allPhases.size() + allMarks.size());
            if (width == 700) { // the last line is not much shorter
                const int lastLine = entries.last().place.top();
                const auto inLast = std::ranges::count_if(
                    entries, [lastLine](const LegendEntry &entry) { return entry.place.top() == lastLine; });
                QVERIFY2(inLast >= 3, qPrintable(QString::number(inLast)));
            }
            for (qsizetype i = 0; i < entries.size(); ++i) {
                const QRect place = entries.at(i).place;
                QVERIFY(place.left() >= 0 && place.right() < width);
                for (qsizetype j = 0; j < i; ++j)
                    QVERIFY(!place.intersects(entries.at(j).place));
                QVERIFY(entries.at(i).explanation().endsWith(u'.'));
            }
            QCOMPARE(heightOfLegend(entries) == metrics.height(), width == 2000);
        }
    }
    QVERIFY(legend.accessibleDescription().contains(explanationOf(Phase::Server)));
}

void TestTimelinePanel::explanationHasEverySentence()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const Shown timeline(session);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F8, Qt::ShiftModifier);
    auto *explanation = session.window.findChild<TimelineExplanation *>();
    QTRY_VERIFY(explanation != nullptr || (explanation = session.window.findChild<TimelineExplanation *>()));
    QTRY_COMPARE(QApplication::activeWindow(), explanation);
    for (const Phase phase : allPhases)
        QVERIFY(explanation->text().contains(explanationOf(phase)));
    for (const Mark mark : allMarks)
        QVERIFY(explanation->text().contains(explanationOf(mark)));
    for (const Feature feature : allFeatures)
        QVERIFY(explanation->text().contains(explanationOf(feature)));
    for (const Figure figure : allFigures)
        QVERIFY(explanation->text().contains(explanationOf(figure)));
    auto *close = explanation->findChild<QPushButton *>();
    QVERIFY(close != nullptr);
    close->click();
    QVERIFY(!explanation->isVisible());
    explanation->open();
    QTRY_COMPARE(QApplication::activeWindow(), explanation);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!explanation->isVisible());
}

void TestTimelinePanel::everythingIsReachedByTab()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const Shown timeline(session);
    QVERIFY(run(session));
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.boxes().first()->count(), 2);
    timeline.boxes().first()->setFocus();
    QSet<const QWidget *> reached;
    for (int i = 0; i < 50 && timeline.panel->isAncestorOf(QApplication::focusWidget()); ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(!timeline.panel->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(reached.contains(timeline.view));
    const auto buttons = timeline.page->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            QVERIFY2(reached.contains(button), qPrintable(button->accessibleName() + button->text()));
    }
}

void TestTimelinePanel::fitsIntoSmallWindow()
{
    WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const Shown timeline(session);
    session.window.resize(800, 600);
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.rows(), std::size_t(4));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(session.window.size(), QSize(800, 600));
    QCOMPARE(textsCutOffIn(session.window), QStringList());
    QVERIFY(timeline.view->layoutOfRows().rowsArea().height()
        >= 4 * timeline.view->layoutOfRows().sizes().rowHeight);
    QVERIFY(session.part<FlagGrid>()->viewport()->height() >= 60);
}

void TestTimelinePanel::smallWindowShowsFiveRows()
{
    QStringList codes;
    for (const Country &country : Catalogue().countries().first(20))
        codes += country.code;
    WindowSession session(m_home->options(codes));
    const Shown timeline(session);
    session.window.resize(800, 600);
    session.part<DetailsPanel>()->toggle()->setChecked(true);
    QTRY_VERIFY(session.part<DetailsPanel>()->details() != nullptr);
    QVERIFY(run(session));
    QTRY_COMPARE(timeline.rows(), std::size_t(40));
    QTRY_COMPARE(session.window.size(), QSize(800, 600));
    QCOMPARE(timeline.view->verticalScrollBar()->value(), 0); // the run has ended
    const TimelineLayout &layout = timeline.view->layoutOfRows();
    int visible = 0;
    for (int row = 0; row < int(layout.rows().size()); ++row)
        visible += layout.rowsArea().contains(layout.rowRect(row) & layout.plot()) ? 1 : 0;
    QVERIFY2(visible >= 5, qPrintable(QString::number(visible)));
    QTRY_COMPARE(textsCutOffIn(session.window), QStringList()); // the header has another button now
}

void TestTimelinePanel::blockedRunIsMarked()
{
    RequestLog log;
    log.begin(timelinerecords::runStart);
    timelinerecords::addCountry(log, u"BR"_s, 0ms);
    log.addLoopBlock({timelinerecords::at(10ms), timelinerecords::at(211ms), 200ms});
    log.end(timelinerecords::at(500ms));
    RunHistory history;
    QVERIFY(history.update(log.takeChanges(), {}));
    const QString text = history.runs().first().text;
    QVERIFY2(text.endsWith(u"loop blocked 200 ms"_s) && !text.contains(u"times"_s), qPrintable(text));

    const Timeline &timeline = *history.runs().first().timeline;
    const RunFigures run = runFiguresOf(timeline, timelinerecords::at(1h));
    FiguresPanel panel;
    panel.setFigures(run, runFiguresOf(timelinerecords::runOf(2), timelinerecords::at(1h)));
    for (const Figure figure : {Figure::OneAtATime, Figure::SpeedUp}) {
        QCOMPARE(panel.text(figure), u"–"_s);
        QVERIFY(panel.text(figure, true) != u"–"_s);
        const QString why = explanationOf(figure, run);
        QVERIFY(why.contains(u"the event loop was blocked"_s));
        int shown = 0;
        for (const FigureValue *value : panel.findChildren<FigureValue *>())
            shown += value->toolTip() == why ? 1 : 0;
        QCOMPARE(shown, 1); // not the run that it is compared with
    }
    QCOMPARE(explanationOf(Figure::Elapsed, run), explanationOf(Figure::Elapsed));

    const auto features = [](const QList<LegendEntry> &entries) {
        QStringList names;
        for (const LegendEntry &entry : entries.sliced(qsizetype(allPhases.size() + allMarks.size())))
            names += entry.name();
        return names;
    };
    QCOMPARE(features(legendOf({}, false)), QStringList());
    QCOMPARE(features(legendOf(timeline, false)), QStringList{u"Event loop blocked"_s});
    QCOMPARE(features(legendOf({}, true)), QStringList{u"Compared run"_s});
}

FLAGFETCH_TEST(TestTimelinePanel, Widgets)
#include "tst_timelinepanel.moc"
