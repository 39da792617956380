#include "tests/support/testprogram.h"
#include "tests/ui/timelinerecords.h"
#include "ui/timeline/feature.h"
#include "ui/timeline/figuretext.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;
using namespace timelinerecords;
using namespace Qt::StringLiterals;

/// The timeline with mouse and keyboard, and while a run goes on.
class TestTimelineView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keysMoveTheCurrentRequest();
    void clickAndReturnActivateCountry();
    void clickOnThreadActivatesCountry();
    void dragPansAndDoesNotClick();
    void wheelScrollsRowsAndZoomsWithControl();
    void keysZoom();
    void scrollBarMovesTime();
    void scrollBarReachesTheEndOfLongRuns();
    void followsRowsUntilTheUserScrolls();
    void firstRowsAreShownAtTheEnd();
    void comparedRunIsInside();
    void currentRequestStaysWithNewRows();
    void bandsHaveToolTips();
    void toolTipHasTheFigures();
    void sizesHaveThousands();
    void describesFailuresAndRetries();
    void currentRequestIsTheAccessibleName();
    void timeRunsToTheRightInEveryLayout();
    void emptyViewIsHarmless();
    void nextRunStartsAnew();

private:
    void show(const Timeline &timeline);
    void wheel(const QPoint &point, int angle, Qt::KeyboardModifiers modifiers = {}) const;
    [[nodiscard]] QPoint pointOfRow(int row) const;

    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineView::init()
{
    m_view = std::make_unique<TimelineView>();
    m_view->resize(700, 360);
    m_view->setNames({{u"AA"_s, u"Atlantis"_s}});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void TestTimelineView::cleanup()
{
    m_view.reset();
}

void TestTimelineView::show(const Timeline &timeline)
{
    m_view->setTimeline(std::make_shared<const Timeline>(timeline), at(1h));
}

void TestTimelineView::wheel(const QPoint &point, int angle, Qt::KeyboardModifiers modifiers) const
{
    QWheelEvent event(point, m_view->viewport()->mapToGlobal(point), {}, {0, angle}, Qt::NoButton, modifiers,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view->viewport(), &event);
}

QPoint TestTimelineView::pointOfRow(int row) const
{
    return m_view->layoutOfRows().rowRect(row).center();
}

void TestTimelineView::keysMoveTheCurrentRequest()
{
    show(runOf(100));
    QCOMPARE(m_view->currentRow(), std::optional<int>());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), std::optional(0));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), std::optional(1));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Up); // there is none above
    QCOMPARE(m_view->currentRow(), std::optional(0));
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    const int page = m_view->currentRow().value_or(0);
    QVERIFY(page > 5 && page < 50);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentRow(), std::optional(199));
    QVERIFY(m_view->layoutOfRows().rowsArea().contains(pointOfRow(199)));
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QCOMPARE(m_view->currentRow(), std::optional(199 - page));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentRow(), std::optional(0));
    QVERIFY(m_view->layoutOfRows().rowsArea().contains(pointOfRow(0)));
}

void TestTimelineView::clickAndReturnActivateCountry()
{
    show(runOf(20));
    QSignalSpy activated(m_view.get(), &TimelineView::countryActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Return); // nothing is current
    QCOMPARE(activated.count(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOfRow(5));
    QCOMPARE(activated.takeFirst().first().toString(), codeOf(2));
    QCOMPARE(m_view->currentRow(), std::optional(5));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.takeFirst().first().toString(), codeOf(3));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->layoutOfRows().graph().center());
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, pointOfRow(5));
    QCOMPARE(activated.count(), 0);
}

void TestTimelineView::clickOnThreadActivatesCountry()
{
    show(runOf(2));
    const TimelineLayout &layout = m_view->layoutOfRows();
    QSignalSpy activated(m_view.get(), &TimelineView::countryActivated);
    const QRectF work = layout.barRect(layout.trackRect(1), 1, 100ms, 115ms);
    const QPoint point(int(work.center().x()), layout.trackRect(1).center().y());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.takeFirst().first().toString(), codeOf(1));
}

void TestTimelineView::dragPansAndDoesNotClick()
{
    show(runOf(100));
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QSignalSpy activated(m_view.get(), &TimelineView::countryActivated);
    const TimeScale &time = m_view->layoutOfRows().time();
    const double offset = time.offset();
    const int scrolled = m_view->verticalScrollBar()->value();
    QWidget *viewport = m_view->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, {400, 250});
    QTest::mouseMove(viewport, {380, 240});
    QTest::mouseMove(viewport, {350, 200});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {350, 200});
    QCOMPARE(qRound(time.offset() - offset), 50);
    QCOMPARE(m_view->verticalScrollBar()->value() - scrolled, 50);
    QCOMPARE(activated.count(), 0);
    QVERIFY(!viewport->testAttribute(Qt::WA_SetCursor));
}

void TestTimelineView::wheelScrollsRowsAndZoomsWithControl()
{
    show(runOf(100));
    wheel({400, 200}, -120);
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    const TimelineLayout &layout = m_view->layoutOfRows();
    QVERIFY(layout.time().isFitted());
    const int scrolled = m_view->verticalScrollBar()->value();
    const double x = 400 - layout.plot().left();
    const auto before = layout.time().timeAt(x);
    wheel({400, 200}, 240, Qt::ControlModifier);
    QVERIFY(!layout.time().isFitted());
    QVERIFY(std::abs((layout.time().timeAt(x) - before).count()) < 1'000'000); // a pixel has more
    QCOMPARE(m_view->verticalScrollBar()->value(), scrolled);
    wheel({400, 200}, -2400, Qt::ControlModifier);
    QVERIFY(layout.time().isFitted());
}

void TestTimelineView::keysZoom()
{
    show(runOf(10));
    const TimeScale &time = m_view->layoutOfRows().time();
    const double width = time.contentWidth();
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(time.contentWidth() > width * 1.2);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(time.contentWidth(), width);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QVERIFY(time.isFitted());
    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::AltModifier); // not a key of the view
    QVERIFY(time.isFitted());
}

void TestTimelineView::scrollBarMovesTime()
{
    show(runOf(10));
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    QVERIFY(!m_view->horizontalScrollBar()->isVisible());
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QScrollBar *bar = m_view->horizontalScrollBar();
    QVERIFY(bar->maximum() > 100);
    bar->setValue(0);
    QVERIFY(m_view->layoutOfRows().time().offset() < 1);
    bar->setValue(bar->maximum());
    QVERIFY(m_view->layoutOfRows().time().xOf(290ms) <= m_view->layoutOfRows().plot().width());
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(bar->value() < bar->maximum());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(bar->value(), bar->maximum());
}

void TestTimelineView::scrollBarReachesTheEndOfLongRuns()
{
    RequestLog log;
    log.begin(runStart);
    addCountry(log, codeOf(0), 0ms);
    log.end(at(24h));
    Timeline timeline;
    timeline.update(log.takeChanges());
    show(timeline);
    for (int press = 0; press < 100; ++press) // to the finest scale
        m_view->zoomIn();
    const TimeScale &time = m_view->layoutOfRows().time();
    QVERIFY(time.contentWidth() > 2e9); // more than an int
    QScrollBar *bar = m_view->horizontalScrollBar();
    QTRY_VERIFY(bar->isVisible());
    bar->setValue(bar->maximum());
    QVERIFY(time.offset() > 0.999 * (time.contentWidth() - time.width()));
    bar->setValue(0);
    QCOMPARE(time.offset(), 0.0);
    m_view->zoomOut();
    QCOMPARE(bar->value(), 0);
}

void TestTimelineView::followsRowsUntilTheUserScrolls()
{
    RequestLog log;
    log.begin(runStart);
    const auto timeline = std::make_shared<Timeline>();
    timeline->update(log.takeChanges());
    m_view->setTimeline(timeline, runStart);
    QScrollBar *bar = m_view->verticalScrollBar();
    int added = 0;
    const auto grow = [&] {
        for (int i = 0; i < 30; ++i, ++added)
            addCountry(log, codeOf(added), 10ms * added);
        timeline->update(log.takeChanges());
        m_view->refresh(at(10ms * added));
    };
    grow();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    grow();
    QCOMPARE(bar->value(), bar->maximum());
    wheel({400, 200}, 120);
    const int chosen = bar->value();
    QVERIFY(chosen < bar->maximum());
    grow();
    QCOMPARE(bar->value(), chosen);
    bar->setValue(bar->maximum()); // back to the end
    grow();
    QCOMPARE(bar->value(), bar->maximum());
}

void TestTimelineView::firstRowsAreShownAtTheEnd()
{
    for (const bool hasUserScrolled : {false, true}) {
        RequestLog log;
        log.begin(runStart);
        const auto timeline = std::make_shared<Timeline>();
        for (int i = 0; i < 60; ++i)
            addCountry(log, codeOf(i), 10ms * i);
        timeline->update(log.takeChanges());
        m_view->setTimeline(timeline, at(700ms));
        QScrollBar *bar = m_view->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        if (hasUserScrolled)
            wheel({400, 200}, 120);
        const int chosen = bar->value();
        log.end(at(1s));
        timeline->update(log.takeChanges());
        m_view->refresh(at(1s));
        m_view->showFirstRows();
        QCOMPARE(bar->value(), hasUserScrolled ? chosen : 0);
        bar->setValue(bar->maximum());
        m_view->showFirstRows(); // the run has ended long ago
        QCOMPARE(bar->value(), bar->maximum());
    }
}

void TestTimelineView::comparedRunIsInside()
{
    const Timeline longer = runOf(100);
    show(runOf(5));
    const auto place = [this](auto time) { return m_view->layoutOfRows().time().xOf(time); };
    const auto whole = longer.endOr({}) - longer.started();
    QVERIFY(place(whole) > m_view->layoutOfRows().time().width());
    m_view->setCompared(std::make_shared<const Timeline>(longer));
    QVERIFY(place(whole) < m_view->layoutOfRows().time().width());
    m_view->setCompared(nullptr);
    QVERIFY(place(whole) > m_view->layoutOfRows().time().width());
}

void TestTimelineView::currentRequestStaysWithNewRows()
{
    RequestLog log;
    log.begin(runStart);
    const auto timeline = std::make_shared<Timeline>();
    addCountry(log, u"BB"_s, 0ms);
    timeline->update(log.takeChanges());
    m_view->setOrder({u"AA"_s, u"BB"_s});
    m_view->setTimeline(timeline, at(100ms));
    m_view->setCurrentRow(0);
    addCountry(log, u"AA"_s, 10ms);
    timeline->update(log.takeChanges());
    m_view->refresh(at(200ms));
    QCOMPARE(m_view->currentRow(), std::optional(2));
    QCOMPARE(m_view->layoutOfRows().rows()[2].request, 0);
}

void TestTimelineView::bandsHaveToolTips()
{
    RequestLog log;
    log.begin(runStart);
    log.setLimit(30);
    addCountry(log, u"AA"_s, 0ms);
    log.addLoopBlock({at(100ms), at(150ms), 50ms});
    log.end(at(200ms));
    Timeline timeline;
    timeline.update(log.takeChanges());
    show(timeline);
    const TimelineLayout &layout = m_view->layoutOfRows();
    const auto hint = [this](const QPoint &point) {
        QToolTip::hideText();
        QHelpEvent event(QEvent::ToolTip, point, m_view->viewport()->mapToGlobal(point));
        QApplication::sendEvent(m_view->viewport(), &event);
        return QToolTip::text();
    };
    for (const QRect &column : {layout.plot(), layout.names()}) {
        const auto middle
            = [&column](const QRect &band) { return QPoint(column.center().x(), band.center().y()); };
        QVERIFY(hint(middle(layout.graph())).startsWith(explanationOf(Feature::InFlight)));
        QVERIFY(hint(middle(layout.graph())).endsWith(explanationOf(Feature::Limit)));
        QCOMPARE(hint(middle(layout.loop())), explanationOf(Feature::BlockedLoop));
    }
    QCOMPARE(
        hint({layout.names().center().x(), layout.tracks().center().y()}), explanationOf(Feature::Threads));
    const QRect track = layout.trackRect(0);
    const QPoint work = layout.barRect(track, track.height(), 91ms, 91ms).center().toPoint();
    QVERIFY(hint(work).contains(u"Checked in"_s));
    QToolTip::hideText();
}

void TestTimelineView::toolTipHasTheFigures()
{
    show(runOf(1));
    const QPoint point = pointOfRow(0);
    QHelpEvent event(QEvent::ToolTip, point, m_view->viewport()->mapToGlobal(point));
    QApplication::sendEvent(m_view->viewport(), &event);
    const QStringList expected{u"Atlantis (AA): picture"_s, u"Sent 10.0 ms after the start"_s,
        u"Waited 10.0 ms for a free slot"_s, u"Waited 50.0 ms for the server"_s, u"Received in 20.0 ms"_s,
        u"Waited 10.0 ms for the metadata and a thread"_s, u"Checked in 5.00 ms"_s, u"Saved in 10.0 ms"_s,
        u"3.0 kB received"_s, u"Used an open connection again"_s};
    QCOMPARE(QToolTip::text().split(u'\n'), expected);
    QToolTip::hideText();
}

void TestTimelineView::sizesHaveThousands()
{
    QCOMPARE(shortSize(1500), QLocale().formattedDataSize(1500, 1, QLocale::DataSizeSIFormat));
    QVERIFY2(shortSize(1500).contains(u"1.5"_s), qPrintable(shortSize(1500)));
}

void TestTimelineView::describesFailuresAndRetries()
{
    RequestLog log;
    log.begin(runStart);
    const auto id = log.add(record(u"AA"_s, RequestPart::Metadata, 0ms));
    log.addTry(id, at(0ms));
    log.setNewConnection(id);
    log.failTry(id, at(20ms), {FailureKind::RateLimited, 429, {}}, true);
    log.addTry(id, at(1s));
    log.setNewConnection(id);
    log.fail(id, at(1100ms), {FailureKind::NotFound, 404, {}});
    Timeline timeline;
    timeline.update(log.takeChanges());
    const QString text = describedRequest(timeline.requests().front(), u"Atlantis"_s, timeline, at(2s));
    for (const QString &line : {u"Atlantis (AA): metadata"_s, u"Waited 120 ms for the server"_s,
             u"Paused 980 ms before another try"_s, u"Opened a new connection"_s})
        QVERIFY2(text.split(u'\n').contains(line), qPrintable(text));
    QVERIFY2(text.contains(u"404"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Tried 2 time"_s) && text.contains(u"throttled 1 time"_s), qPrintable(text));
}

void TestTimelineView::currentRequestIsTheAccessibleName()
{
    show(runOf(2));
    QCOMPARE(m_view->accessibleName(), u"Timeline"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY2(m_view->accessibleName().startsWith(u"Timeline: Atlantis (AA): picture"_s),
        qPrintable(m_view->accessibleName()));
    QVERIFY(m_view->accessibleName().contains(u"50.0 ms"_s));
}

void TestTimelineView::timeRunsToTheRightInEveryLayout()
{
    show(runOf(50));
    m_view->setLayoutDirection(Qt::RightToLeft);
    const TimelineLayout &layout = m_view->layoutOfRows();
    QVERIFY(layout.isMirrored());
    QVERIFY(layout.names().left() > layout.plot().left());
    QCOMPARE(m_view->horizontalScrollBar()->layoutDirection(), Qt::LeftToRight);
    QSignalSpy activated(m_view.get(), &TimelineView::countryActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOfRow(2));
    QCOMPARE(activated.takeFirst().first().toString(), codeOf(1));
    const QPoint pointer(100, 200);
    const auto before = layout.time().timeAt(pointer.x());
    wheel(pointer, 240, Qt::ControlModifier);
    QVERIFY(std::abs((layout.time().timeAt(pointer.x()) - before).count()) < 2'000'000);
}

void TestTimelineView::emptyViewIsHarmless()
{
    for (const bool isNull : {true, false}) {
        if (isNull)
            m_view->setTimeline(nullptr, runStart);
        else
            show(Timeline());
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_End, Qt::Key_Return, Qt::Key_Plus, Qt::Key_0})
            QTest::keyClick(m_view.get(), key);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(m_view->viewport(), {310, 210});
        QVERIFY(!m_view->grab().isNull());
        QCOMPARE(m_view->currentRow(), std::optional<int>());
    }
}

void TestTimelineView::nextRunStartsAnew()
{
    show(runOf(100));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    show(runOf(3));
    QCOMPARE(m_view->currentRow(), std::optional<int>());
    QVERIFY(m_view->layoutOfRows().time().isFitted());
    QCOMPARE(m_view->layoutOfRows().rows().size(), std::size_t(6));
    QVERIFY(!m_view->grab().isNull());
}

FLAGFETCH_TEST(TestTimelineView, Widgets)
#include "tst_timelineview.moc"
