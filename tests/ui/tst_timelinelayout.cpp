#include "tests/support/testprogram.h"
#include "tests/ui/timelinerecords.h"
#include "ui/timeline/inflightgraph.h"
#include "ui/timeline/phase.h"
#include "ui/timeline/timelinelayout.h"

#include <QTest>

#include <chrono>
#include <cmath>

using namespace std::chrono_literals;
using namespace timelinerecords;
using namespace Qt::StringLiterals;

/// Where the parts of a timeline are: phases of a request, the scale of time, rows, bands, and what is
/// visible.
class TestTimelineLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phasesOfRequestFollowEachOther();
    void pauseAndMarksOfRetries();
    void openRequestLastsUntilNow();
    void finalMark_data();
    void finalMark();
    void pictureThatCannotBeSavedIsMarked();
    void fittedScaleShowsWholeRun();
    void runningScaleGrowsInSteps();
    void zoomKeepsTimeUnderPointer_data();
    void zoomKeepsTimeUnderPointer();
    void zoomOutEndsAtWholeRun();
    void movedScaleStaysInTheRun();
    void zoomedScaleFollowsTheEnd();
    void ticksAreRound_data();
    void ticksAreRound();
    void requestsOfCountryAreOneBlock();
    void knownTimesGiveKnownRectangles();
    void bandsDoNotOverlap_data();
    void bandsDoNotOverlap();
    void onlyVisibleBlocksAreFound();
    void pointsFindRows();
    void pointsFindWorkOfThreads();
    void scrollShowsRow();
    void leastSpanMakesRunsComparable();
    void leastSpanKeepsTheZoom();
    void orderIsThatOfTheRequest();
    void lowViewShowsRowsBeforeThreads();
    void wholeHeightShowsAllRows();
    void blockedLoopHasABand();
    void inFlightColumnsKeepThePeak();

private:
    static TimelineLayout layoutOf(const Timeline &timeline, const QSize &size, bool isMirrored = false);
};

namespace {
constexpr QSize plainView(560, 400); // 500 pixels for the times
}

TimelineLayout TestTimelineLayout::layoutOf(const Timeline &timeline, const QSize &size, bool isMirrored)
{
    TimelineLayout layout;
    TimelineSizes sizes;
    sizes.wideNames = 60;
    layout.setSizes(sizes);
    layout.setViewport(size, isMirrored);
    layout.update(timeline, at(0ms));
    return layout;
}

void TestTimelineLayout::phasesOfRequestFollowEachOther()
{
    const Timeline timeline = runOf(1);
    const QList<PhaseSpan> picture{{Phase::Slot, at(0ms), at(10ms)}, {Phase::Server, at(10ms), at(60ms)},
        {Phase::Receiving, at(60ms), at(80ms)}, {Phase::Thread, at(80ms), at(90ms)},
        {Phase::Checking, at(90ms), at(95ms)}, {Phase::Saving, at(95ms), at(105ms)}};
    QCOMPARE(spansOf(timeline.requests()[0], at(1s)), picture);
    QCOMPARE(spansOf(timeline.requests()[1], at(1s)), picture.first(3));
    QCOMPARE(marksOf(timeline.requests()[0]), QList<MarkedMoment>());
}

void TestTimelineLayout::pauseAndMarksOfRetries()
{
    RequestRecord request = record(u"CN"_s, RequestPart::Picture, 0ms);
    request.tries = {{.sent = at(0ms),
                         .isNewConnection = true,
                         .ended = at(20ms),
                         .failure = Failure{FailureKind::RateLimited, 429, {}},
                         .wasThrottled = true},
        {.sent = at(50ms), .ended = at(60ms), .failure = Failure{FailureKind::ServerError, 500, {}}},
        {.sent = at(90ms), .firstByte = at(95ms), .ended = at(99ms)}};
    request.ended = at(99ms);
    const QList<PhaseSpan> spans{{Phase::Server, at(0ms), at(20ms)}, {Phase::Pause, at(20ms), at(50ms)},
        {Phase::Server, at(50ms), at(60ms)}, {Phase::Pause, at(60ms), at(90ms)},
        {Phase::Server, at(90ms), at(95ms)}, {Phase::Receiving, at(95ms), at(99ms)}};
    QCOMPARE(spansOf(request, at(1s)), spans);
    const QList<MarkedMoment> marks{
        {Mark::NewConnection, at(0ms)}, {Mark::Throttled, at(20ms)}, {Mark::Retry, at(60ms)}};
    QCOMPARE(marksOf(request), marks);
}

void TestTimelineLayout::openRequestLastsUntilNow()
{
    RequestRecord request = record(u"CN"_s, RequestPart::Picture, 0ms);
    QCOMPARE(spansOf(request, at(7ms)), QList<PhaseSpan>({{Phase::Slot, at(0ms), at(7ms)}}));
    request.tries = {{.sent = at(10ms)}};
    QCOMPARE(spansOf(request, at(30ms)).last(), (PhaseSpan{Phase::Server, at(10ms), at(30ms)}));
    request.tries.last().ended = at(40ms);
    request.tries.last().failure = Failure{FailureKind::Timeout, 0, {}};
    QCOMPARE(spansOf(request, at(60ms)).last(), (PhaseSpan{Phase::Pause, at(40ms), at(60ms)}));
    request.work = PoolWork{.queued = at(60ms), .started = at(70ms)};
    QCOMPARE(spansOf(request, at(90ms)).last(), (PhaseSpan{Phase::Checking, at(70ms), at(90ms)}));
}

void TestTimelineLayout::finalMark_data()
{
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<Mark>("mark");
    QTest::newRow("404") << FailureKind::NotFound << Mark::NotFound;
    QTest::newRow("timeout") << FailureKind::Timeout << Mark::Failed;
    QTest::newRow("no failure") << FailureKind::Cancelled << Mark::Cancelled;
}

void TestTimelineLayout::finalMark()
{
    QFETCH(const FailureKind, kind);
    QFETCH(const Mark, mark);
    RequestRecord request = record(u"CN"_s, RequestPart::Picture, 0ms);
    request.tries = {{.sent = at(0ms), .ended = at(20ms)}};
    request.ended = at(20ms);
    request.wasCancelled = kind == FailureKind::Cancelled;
    if (!request.wasCancelled) {
        request.failure = Failure{kind, 0, {}};
        request.tries.last().failure = request.failure; // no mark of its own
    }
    QCOMPARE(marksOf(request), QList<MarkedMoment>({{mark, at(20ms)}}));
}

void TestTimelineLayout::pictureThatCannotBeSavedIsMarked()
{
    RequestRecord request = record(u"CN"_s, RequestPart::Picture, 0ms);
    request.tries = {{.sent = at(0ms), .ended = at(20ms)}};
    request.ended = at(20ms);
    request.work = PoolWork{.queued = at(20ms), .started = at(21ms), .ended = at(30ms)};
    QCOMPARE(marksOf(request), QList<MarkedMoment>());
    request.work->failure = Failure{FailureKind::NotAPicture, 0, {}};
    QCOMPARE(marksOf(request), QList<MarkedMoment>({{Mark::Failed, at(30ms)}}));
}

void TestTimelineLayout::fittedScaleShowsWholeRun()
{
    TimeScale scale;
    scale.setWidth(1020);
    scale.setTotal(10s, true);
    QVERIFY(scale.isFitted());
    QCOMPARE(scale.xOf(0s), 0.0);
    QCOMPARE(scale.xOf(10s), 1000.0); // and a margin
    QCOMPARE(scale.timeAt(500), TimeScale::Duration(5s));
    scale.setWidth(510);
    QCOMPARE(scale.xOf(10s), 500.0);
}

void TestTimelineLayout::runningScaleGrowsInSteps()
{
    TimeScale scale;
    scale.setWidth(1000);
    QList<double> places;
    for (auto total = 1000ms; total < 1100ms; total += 10ms) {
        scale.setTotal(total, false);
        const double place = scale.xOf(1s);
        if (places.isEmpty() || places.last() != place)
            places.append(place);
        QVERIFY(scale.xOf(total) < 1000);
    }
    QVERIFY2(places.size() <= 2, qPrintable(QString::number(places.size())));
}

void TestTimelineLayout::zoomKeepsTimeUnderPointer_data()
{
    QTest::addColumn<double>("x");
    QTest::newRow("left edge") << 0.0;
    QTest::newRow("middle") << 300.0;
    QTest::newRow("right") << 770.0;
}

void TestTimelineLayout::zoomKeepsTimeUnderPointer()
{
    QFETCH(const double, x);
    TimeScale scale;
    scale.setWidth(1000);
    scale.setTotal(10s, true);
    const auto before = scale.timeAt(x);
    for (int i = 0; i < 12; ++i) {
        scale.zoomBy(1.25, x);
        QVERIFY(std::abs((scale.timeAt(x) - before).count()) < 1000); // a pixel has more
    }
    QVERIFY(!scale.isFitted());
    for (int i = 0; i < 5; ++i) {
        scale.zoomBy(0.8, x);
        QVERIFY(std::abs((scale.timeAt(x) - before).count()) < 1000);
    }
}

void TestTimelineLayout::zoomOutEndsAtWholeRun()
{
    TimeScale scale;
    scale.setWidth(1000);
    scale.setTotal(10s, true);
    const double end = scale.xOf(10s);
    scale.zoomBy(4, 900);
    scale.zoomBy(0.01, 100);
    QVERIFY(scale.isFitted());
    QCOMPARE(scale.xOf(10s), end);
    scale.zoomBy(1e9, 500); // not finer than a microsecond for each pixel
    QCOMPARE((scale.timeAt(501) - scale.timeAt(500)).count(), 1000);
}

void TestTimelineLayout::movedScaleStaysInTheRun()
{
    TimeScale scale;
    scale.setWidth(1000);
    scale.setTotal(10s, true);
    scale.moveBy(50);
    QCOMPARE(scale.xOf(0s), 0.0); // all is visible
    scale.zoomBy(2, 0);
    scale.moveBy(100);
    QCOMPARE(scale.offset(), 100.0);
    scale.moveBy(100'000);
    QCOMPARE(scale.offset(), scale.contentWidth() - 1000);
    scale.moveBy(-100'000);
    QCOMPARE(scale.offset(), 0.0);
}

void TestTimelineLayout::zoomedScaleFollowsTheEnd()
{
    TimeScale scale;
    scale.setWidth(1000);
    scale.setTotal(10s, false);
    scale.zoomBy(4, scale.xOf(10s));
    scale.setTotal(20s, false);
    QVERIFY(scale.xOf(20s) > 900 && scale.xOf(20s) <= 1000);
    scale.moveBy(-2000); // away from the end
    const double place = scale.xOf(15s);
    scale.setTotal(30s, false);
    QCOMPARE(scale.xOf(15s), place);
}

void TestTimelineLayout::ticksAreRound_data()
{
    QTest::addColumn<int>("total"); // milliseconds
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("short") << 400
                           << QStringList{u"0 ms"_s, u"100 ms"_s, u"200 ms"_s, u"300 ms"_s, u"400 ms"_s};
    QTest::newRow("seconds") << 2000
                             << QStringList{u"0.0 s"_s, u"0.5 s"_s, u"1.0 s"_s, u"1.5 s"_s, u"2.0 s"_s};
    QTest::newRow("long") << 107'000
                          << QStringList{u"0 s"_s, u"20 s"_s, u"40 s"_s, u"60 s"_s, u"80 s"_s, u"100 s"_s};
}

void TestTimelineLayout::ticksAreRound()
{
    QFETCH(const int, total);
    QFETCH(const QStringList, labels);
    TimeScale scale;
    scale.setWidth(600);
    scale.setTotal(std::chrono::milliseconds(total), true);
    QStringList found;
    double before = -1000;
    for (const TimeTick &tick : scale.ticks(90)) {
        found.append(tick.label);
        QVERIFY(scale.xOf(tick.at) - before >= 90);
        before = scale.xOf(tick.at);
    }
    QCOMPARE(found, labels);
}

void TestTimelineLayout::requestsOfCountryAreOneBlock()
{
    RequestLog log;
    log.begin(runStart);
    std::ignore = addRequest(log, u"CN"_s, RequestPart::Picture, 0ms);
    std::ignore = addRequest(log, u"BR"_s, RequestPart::Picture, 5ms);
    std::ignore = addRequest(log, u"CN"_s, RequestPart::Metadata, 10ms); // waited longer for its slot
    std::ignore = addRequest(log, {}, RequestPart::Names, 20ms);
    Timeline timeline;
    timeline.update(log.takeChanges());
    const TimelineLayout layout = layoutOf(timeline, plainView);
    QStringList codes;
    for (const TimelineLayout::Block &block : layout.blocks())
        codes.append(block.code);
    QCOMPARE(codes, QStringList({u"CN"_s, u"BR"_s, QString()}));
    QList<int> requests;
    for (const TimelineLayout::Row &row : layout.rows())
        requests.append(row.request);
    QCOMPARE(requests, QList<int>({0, 2, 1, 3}));
    // Rows touch within a block, and a single row has the space of a name.
    QCOMPARE(layout.rowRect(1).top(), layout.rowRect(0).bottom() + 1);
    QCOMPARE(layout.blockRect(1).top(), layout.blockRect(0).bottom() + 1);
    QVERIFY(layout.blockRect(1).height() >= layout.sizes().text);
}

void TestTimelineLayout::knownTimesGiveKnownRectangles()
{
    const Timeline timeline = runOf(1); // 200 ms
    TimelineLayout layout = layoutOf(timeline, plainView);
    QCOMPARE(layout.names(), QRect(0, 0, 60, 400));
    QCOMPARE(layout.plot(), QRect(60, 0, 500, 400));
    QCOMPARE(layout.axis(), QRect(60, 0, 500, 20));
    QCOMPARE(layout.graph(), QRect(60, 25, 500, 64));
    QCOMPARE(layout.blockRect(0), QRect(0, 94, 560, 23)); // two rows of 9 and the gap
    QCOMPARE(layout.rowRect(0), QRect(0, 96, 560, 9));
    QCOMPARE(layout.rowRect(1), QRect(0, 105, 560, 9));
    layout.time().setTotal(500ms, true); // and a margin of 2 %
    const QRectF bar = layout.barRect(layout.rowRect(0), 7, 51ms, 102ms);
    QCOMPARE(bar, QRectF(60 + 50, 97, 50, 7));
}

void TestTimelineLayout::bandsDoNotOverlap_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isMirrored");
    for (const QSize size : {QSize(300, 160), QSize(560, 200), QSize(1400, 900)}) {
        for (const bool isMirrored : {false, true})
            QTest::addRow("%d x %d%s", size.width(), size.height(), isMirrored ? ", mirrored" : "")
                << size << isMirrored;
    }
}

void TestTimelineLayout::bandsDoNotOverlap()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, isMirrored);
    const TimelineLayout layout = layoutOf(runOf(100), size, isMirrored);
    QCOMPARE(layout.threads(), 2);
    const QRect view({}, size);
    int before = -1;
    for (const QRect &band : {layout.axis(), layout.graph(), layout.rowsArea(), layout.tracks()}) {
        QVERIFY(view.contains(band));
        QVERIFY(band.top() > before);
        QCOMPARE(layout.plot() & band, band);
        before = band.bottom();
    }
    QVERIFY(layout.rowsArea().height() >= 2 * layout.sizes().rowHeight);
    QVERIFY((layout.plot() & layout.names()).isEmpty());
    QCOMPARE(layout.names().left() > layout.plot().left(), isMirrored);
    // Time runs from left to right in both.
    QVERIFY(layout.time().xOf(1s) > layout.time().xOf(0s));
}

void TestTimelineLayout::onlyVisibleBlocksAreFound()
{
    TimelineLayout layout = layoutOf(runOf(676), plainView);
    QCOMPARE(layout.rows().size(), std::size_t(2 * 676));
    for (const int scroll : {0, 1, 22, 23, 1000, layout.contentHeight() - layout.rowsArea().height()}) {
        layout.scrollTo(scroll);
        const auto [first, last] = layout.visibleBlocks();
        QVERIFY(first < last && last - first <= layout.rowsArea().height() / 23 + 2);
        for (int block = 0; block < int(layout.blocks().size()); ++block) {
            const QRect place = layout.blockRect(block);
            const bool isVisible
                = place.bottom() >= layout.rowsArea().top() && place.top() <= layout.rowsArea().bottom();
            QCOMPARE(block >= first && block < last, isVisible);
        }
    }
}

void TestTimelineLayout::pointsFindRows()
{
    TimelineLayout layout = layoutOf(runOf(50), plainView);
    layout.scrollTo(100);
    for (int row = 0; row < int(layout.rows().size()); ++row) {
        const QPoint centre = layout.rowRect(row).center();
        if (layout.rowsArea().contains(centre))
            QCOMPARE(layout.rowAt(centre), std::optional(row));
    }
    QCOMPARE(layout.rowAt(layout.axis().center()), std::optional<int>());
    QCOMPARE(layout.rowAt(layout.graph().center()), std::optional<int>());
    QCOMPARE(layout.rowAt(QPoint(-1, -1)), std::optional<int>());
    layout = layoutOf(runOf(1), plainView);
    QCOMPARE(layout.rowAt(QPoint(100, layout.blockRect(0).bottom() + 2)), std::optional<int>());
}

void TestTimelineLayout::pointsFindWorkOfThreads()
{
    const Timeline timeline = runOf(2);
    const TimelineLayout layout = layoutOf(timeline, plainView);
    for (const int country : {0, 1}) { // its picture is row 2 * country, its thread has the same number
        const QRect track = layout.trackRect(country);
        const QRectF work
            = layout.barRect(track, track.height(), 90ms + country * 10ms, 105ms + country * 10ms);
        const QPoint centre(int(work.center().x()), track.center().y());
        QCOMPARE(layout.rowOnTrackAt(centre, timeline, at(1s)), std::optional(2 * country));
        const QPoint beside(int(work.right()) + 6, track.center().y());
        QCOMPARE(layout.rowOnTrackAt(beside, timeline, at(1s)), std::optional<int>());
    }
}

void TestTimelineLayout::scrollShowsRow()
{
    TimelineLayout layout = layoutOf(runOf(100), plainView);
    QCOMPARE(layout.scrollShowing(0), 0);
    for (const int row : {150, 20, 199, 3}) {
        layout.scrollTo(layout.scrollShowing(row));
        QVERIFY(layout.rowsArea().contains(layout.rowRect(row).center()));
        QCOMPARE(layout.scrollShowing(row), layout.scrollShowing(row ^ 1)); // the other row of the country
    }
}

void TestTimelineLayout::inFlightColumnsKeepThePeak()
{
    TimeScale scale;
    scale.setWidth(102);
    scale.setTotal(100ms, true); // a pixel is a millisecond
    InFlightLine line{.steps = {{at(10ms), 1}, {at(20ms + 100us), 9}, {at(20ms + 200us), 2}, {at(40ms), 0}},
        .started = runStart,
        .until = at(50ms),
        .limit = 9};
    QCOMPARE(line.most(), 9);
    const std::vector<int> columns = columnsOf(line, scale, 102);
    QCOMPARE(columns[5], 0);
    QCOMPARE(columns[15], 1);
    QCOMPARE(columns[20], 9); // for a tenth of the pixel
    QCOMPARE(columns[30], 2);
    QCOMPARE(columns[45], 0);
    QCOMPARE(columns[60], -1); // after the end
    scale.zoomBy(10, 100); // everything is before the visible part
    QCOMPARE(columnsOf(line, scale, 102)[0], -1);
}

void TestTimelineLayout::leastSpanMakesRunsComparable()
{
    TimeScale longer;
    TimeScale shorter;
    longer.setWidth(1000);
    shorter.setWidth(1000);
    longer.setTotal(12s, true);
    shorter.setTotal(1s, true);
    QVERIFY(shorter.xOf(1s) > longer.xOf(1s));
    shorter.setLeastSpan(longer.neededSpan());
    QCOMPARE(shorter.xOf(1s), longer.xOf(1s));
    QVERIFY(shorter.neededSpan() < longer.neededSpan());
    shorter.setTotal(20s, true); // longer than the least span
    QVERIFY(shorter.xOf(20s) < 1000);
    shorter.setTotal(1s, true);
    shorter.setLeastSpan({});
    QVERIFY(shorter.xOf(1s) > 900);
    QCOMPARE(TimeScale::spanFor(12s, true), longer.neededSpan());
}

void TestTimelineLayout::leastSpanKeepsTheZoom()
{
    TimeScale scale;
    scale.setWidth(1000);
    scale.setTotal(10s, true);
    scale.zoomBy(4, 0);
    const double place = scale.xOf(1s);
    scale.setLeastSpan(30s);
    QVERIFY(!scale.isFitted());
    QCOMPARE(scale.xOf(1s), place);
    scale.fit();
    QVERIFY(scale.xOf(10s) < 350);
}

void TestTimelineLayout::orderIsThatOfTheRequest()
{
    RequestLog log;
    log.begin(runStart);
    for (const QString &code : {u"CC"_s, u"AA"_s, u"XX"_s, u"BB"_s})
        addCountry(log, code, 0ms);
    Timeline timeline;
    timeline.update(log.takeChanges());
    TimelineLayout layout;
    layout.setOrder({u"AA"_s, u"BB"_s, u"CC"_s});
    layout.setViewport(plainView, false);
    layout.update(timeline, at(1s));
    QStringList codes;
    for (const TimelineLayout::Block &block : layout.blocks())
        codes += block.code;
    QCOMPARE(codes, (QStringList{u"AA"_s, u"BB"_s, u"CC"_s, u"XX"_s}));
    QCOMPARE(layout.rows().front().request, 2); // the picture of AA
}

void TestTimelineLayout::lowViewShowsRowsBeforeThreads()
{
    const Timeline timeline = runOf(20);
    TimelineLayout layout = layoutOf(timeline, {560, 400});
    QVERIFY(!layout.tracks().isEmpty());
    layout.setViewport({560, layout.leastHeight()}, false);
    QVERIFY(layout.tracks().isEmpty());
    int visible = 0;
    for (int row = 0; row < int(layout.rows().size()); ++row)
        visible += layout.rowsArea().contains(layout.rowRect(row) & layout.plot()) ? 1 : 0;
    QVERIFY2(visible >= 5, qPrintable(QString::number(visible)));
    QVERIFY(!layout.rowOnTrackAt(layout.viewport().center(), timeline, at(1s)).has_value());
}

void TestTimelineLayout::wholeHeightShowsAllRows()
{
    TimelineLayout layout = layoutOf(runOf(20), {560, 1});
    layout.setViewport({560, layout.wholeHeight()}, false);
    QVERIFY(layout.rowsArea().height() >= layout.contentHeight());
    QVERIFY(!layout.tracks().isEmpty());
}

void TestTimelineLayout::blockedLoopHasABand()
{
    QVERIFY(layoutOf(runOf(20), {560, 400}).loop().isEmpty());
    RequestLog log;
    log.begin(runStart);
    addCountry(log, u"AA"_s, 0ms);
    log.addLoopBlock({at(10ms), at(60ms), 50ms});
    log.end(at(200ms));
    Timeline timeline;
    timeline.update(log.takeChanges());
    TimelineLayout layout = layoutOf(timeline, {560, 400});
    QVERIFY(layout.loop().top() > layout.graph().bottom());
    QVERIFY(layout.loop().bottom() < layout.rowsArea().top());
    layout.setViewport({560, layout.wholeHeight()}, false);
    QVERIFY(layout.rowsArea().height() >= layout.contentHeight());
}

FLAGFETCH_TEST(TestTimelineLayout, Core)
#include "tst_timelinelayout.moc"
