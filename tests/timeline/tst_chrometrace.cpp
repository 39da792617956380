#include "app/timeline/chrometrace.h"
#include "app/timeline/tracerows.h"
#include "tests/support/testprogram.h"
#include "tests/support/tracecheck.h"
#include "tests/timeline/replay.h"

#include <QTest>

using namespace replay;

class TestChromeTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkerFindsProblems_data();
    void checkerFindsProblems();
    void everythingIsValid();
    void slicesOfARequest();
    void marksShowFailures();
    void countersAreTheStepsInFlight();
    void poolThreadsHaveTracks();
    void blockedLoopHasATrack();
    void tracksHaveNames();
    void argumentsOfARequest();
    void textsAreEscaped();
    void openEndsReachNow();
    void emptyRunIsValid();
    void rowsAreReused();
    void manyRequestsNeverOverlap();
};

namespace {

QByteArray trace(RequestLog &log)
{
    return chromeTrace(timelineOf(log), at(2s));
}

QByteArray traceOfEverything()
{
    RequestLog log;
    addEverything(log);
    return trace(log);
}

/// "name ts+dur" of the slices of a track.
QStringList slicesIn(const QByteArray &json, int group, int track)
{
    QStringList slices;
    for (const QJsonObject &event : eventsOf(json, u"X"_s)) {
        if (event.value(u"pid"_s) == group && event.value(u"tid"_s) == track)
            slices += u"%1 %2+%3"_s.arg(event.value(u"name"_s).toString())
                          .arg(event.value(u"ts"_s).toInteger())
                          .arg(event.value(u"dur"_s).toInteger());
    }
    return slices;
}

QJsonObject eventNamed(const QByteArray &json, const QString &phase, const QString &name)
{
    for (const QJsonObject &event : eventsOf(json, phase)) {
        if (event.value(u"name"_s) == name)
            return event;
    }
    return {};
}

} // namespace

void TestChromeTrace::checkerFindsProblems_data()
{
    QTest::addColumn<QByteArray>("events");
    const auto row = [](const char *name, const QByteArray &events) { QTest::newRow(name) << events; };
    const QByteArray names = R"({"ph":"M","pid":1,"tid":0,"name":"process_name","args":{"name":"a"}},
        {"ph":"M","pid":1,"tid":1,"name":"thread_name","args":{"name":"b"}},)";
    const QByteArray first = R"({"ph":"X","pid":1,"tid":1,"name":"a","ts":0,"dur":10,"args":{}})";
    row("no name of the track", first);
    row("no duration", names + R"({"ph":"X","pid":1,"tid":1,"name":"a","ts":0,"args":{}})");
    row("negative duration", names + R"({"ph":"X","pid":1,"tid":1,"name":"a","ts":5,"dur":-1,"args":{}})");
    row("negative time", names + R"({"ph":"X","pid":1,"tid":1,"name":"a","ts":-5,"dur":1,"args":{}})");
    row("no arguments", names + R"({"ph":"X","pid":1,"tid":1,"name":"a","ts":0,"dur":1})");
    row("unknown phase", names + R"({"ph":"Z","pid":1,"tid":1,"name":"a","ts":0,"args":{}})");
    row("overlap", names + first + R"(,{"ph":"X","pid":1,"tid":1,"name":"b","ts":5,"dur":10,"args":{}})");
    row("overlap of children",
        names + first + R"(,{"ph":"X","pid":1,"tid":1,"name":"b","ts":0,"dur":6,"args":{}},
        {"ph":"X","pid":1,"tid":1,"name":"c","ts":5,"dur":5,"args":{}})");
    row("count out of order", R"({"ph":"C","pid":1,"tid":0,"name":"c","ts":5,"args":{"n":1}},
        {"ph":"C","pid":1,"tid":0,"name":"c","ts":4,"args":{"n":0}})");
    row("negative count", R"({"ph":"C","pid":1,"tid":0,"name":"c","ts":5,"args":{"n":-1}})");
    row("mark without a scope", names + R"({"ph":"i","pid":1,"tid":1,"name":"a","ts":0,"args":{}})");
}

void TestChromeTrace::checkerFindsProblems()
{
    QFETCH(const QByteArray, events);
    const QByteArray json = R"({"displayTimeUnit":"ms","traceEvents":[)" + events + "]}";
    QVERIFY(!eventsOf(json, u"M"_s).isEmpty() || !events.contains("\"M\"")); // it is JSON
    QVERIFY(!problemInTrace(json).isEmpty());
}

void TestChromeTrace::everythingIsValid()
{
    QCOMPARE(problemInTrace(traceOfEverything()), QString());
}

void TestChromeTrace::slicesOfARequest()
{
    const QByteArray json = traceOfEverything();
    const QStringList first{u"CN picture 0+80500"_s, u"waiting for a slot 0+10000"_s,
        u"waiting for the server 10000+40000"_s, u"receiving 50000+30500"_s,
        // the next request in this row
        u"US picture 80500+129500"_s, u"waiting for a slot 80500+500"_s,
        u"waiting for the server 81000+99000"_s, u"pause before a retry 180000+20000"_s,
        u"waiting for the server 200000+10000"_s, u"receiving 210000+0"_s};
    QCOMPARE(slicesIn(json, 1, 1), first);
    const QStringList second{u"CN metadata 0+40000"_s, u"waiting for a slot 0+10000"_s,
        u"waiting for the server 10000+20000"_s, u"receiving 30000+0"_s,
        u"waiting for the server 30000+5000"_s, u"receiving 35000+5000"_s, u"names 90000+5000"_s,
        u"waiting for a slot 90000+5000"_s, u"BR picture 100000+900000"_s,
        u"waiting for a slot 100000+10000"_s, u"waiting for the server 110000+10000"_s,
        u"pause before a retry 120000+880000"_s};
    QCOMPARE(slicesIn(json, 1, 2), second);
}

void TestChromeTrace::marksShowFailures()
{
    QStringList marks;
    for (const QJsonObject &event : eventsOf(traceOfEverything(), u"i"_s))
        marks += u"%1 %2 %3"_s.arg(event.value(u"name"_s).toString())
                     .arg(event.value(u"tid"_s).toInt())
                     .arg(event.value(u"ts"_s).toInteger());
    const QStringList expected{u"throttled 3 60000"_s, u"retry 1 180000"_s, u"failed 1 210000"_s,
        u"cancelled 2 95000"_s, u"retry 2 120000"_s, u"cancelled 2 1000000"_s, u"failed 2 620000"_s};
    QCOMPARE(marks, expected);
}

void TestChromeTrace::countersAreTheStepsInFlight()
{
    RequestLog log;
    addEverything(log);
    const Timeline timeline = timelineOf(log);
    QList<InFlightStep> counted;
    QList<int> limits;
    for (const QJsonObject &event : eventsOf(chromeTrace(timeline, at(2s)), u"C"_s)) {
        const int requests = event.value(u"args"_s).toObject().value(u"requests"_s).toInt(-1);
        if (event.value(u"name"_s) == u"in flight"_s)
            counted += {at(std::chrono::microseconds(event.value(u"ts"_s).toInteger())), requests};
        else
            limits += requests;
    }
    QCOMPARE(counted, inFlightSteps(timeline));
    QCOMPARE(limits, (QList<int>{3, 3}));
}

void TestChromeTrace::poolThreadsHaveTracks()
{
    const QByteArray json = traceOfEverything();
    QCOMPARE(slicesIn(json, 2, 1),
        (QStringList{u"CN 81000+9000"_s, u"checking 81000+4000"_s, u"saving 85000+5000"_s}));
    QCOMPARE(slicesIn(json, 2, 2), (QStringList{u"IN 610000+10000"_s, u"checking 610000+10000"_s}));
    QCOMPARE(
        eventNamed(json, u"X"_s, u"CN"_s).value(u"args"_s).toObject().value(u"waited_us"_s).toInt(), 400);
}

void TestChromeTrace::blockedLoopHasATrack()
{
    RequestLog log;
    addEverything(log);
    QVERIFY(slicesIn(chromeTrace(timelineOf(log), at(1s)), 3, 1).isEmpty());
    log.begin(at(0ms));
    addRequest(log, u"CN"_s, 0ms, 50ms);
    log.addLoopBlock({at(50ms), at(251ms), 200ms});
    log.addLoopBlock({at(251ms), at(451ms), 200ms});
    log.end(at(500ms));
    const QByteArray json = chromeTrace(timelineOf(log), at(1s));
    QCOMPARE(problemInTrace(json), QString());
    QCOMPARE(slicesIn(json, 3, 1), (QStringList{u"blocked 50000+201000"_s, u"blocked 251000+200000"_s}));
    QCOMPARE(eventNamed(json, u"X"_s, u"blocked"_s).value(u"args"_s).toObject().value(u"wanted_ms"_s).toInt(),
        200);
}

void TestChromeTrace::tracksHaveNames()
{
    QStringList names;
    for (const QJsonObject &event : eventsOf(traceOfEverything(), u"M"_s)) {
        if (const QJsonValue name = event.value(u"args"_s).toObject().value(u"name"_s); name.isString())
            names += u"%1.%2 %3"_s.arg(event.value(u"pid"_s).toInt())
                         .arg(event.value(u"tid"_s).toInt())
                         .arg(name.toString());
    }
    const QStringList expected{u"1.0 Requests"_s, u"1.1 row 1"_s, u"1.2 row 2"_s, u"1.3 row 3"_s,
        u"2.0 Pool threads"_s, u"2.1 pool thread 1"_s, u"2.2 pool thread 2"_s};
    QCOMPARE(names, expected);
}

void TestChromeTrace::argumentsOfARequest()
{
    const QByteArray json = traceOfEverything();
    const QJsonObject picture{{u"code"_s, u"CN"_s}, {u"part"_s, u"picture"_s}, {u"source"_s, u"test"_s},
        {u"url"_s, u"http://test/CN"_s}, {u"tries"_s, 1}, {u"bytes"_s, 1000}, {u"status"_s, 200},
        {u"result"_s, u"received"_s}};
    QCOMPARE(eventNamed(json, u"X"_s, u"CN picture"_s).value(u"args"_s).toObject(), picture);
    const QJsonObject tried{
        {u"try"_s, 1}, {u"connection"_s, u"new"_s}, {u"status"_s, 200}, {u"outcome"_s, u"received"_s}};
    QCOMPARE(eventNamed(json, u"X"_s, u"receiving"_s).value(u"args"_s).toObject(), tried);
}

void TestChromeTrace::textsAreEscaped()
{
    RequestLog log;
    log.begin(at(0ms));
    RequestRecord record = queued(u"CN"_s, 0ms);
    record.sourceId = u"a \"b\" \\ \n c"_s;
    record.url = u"http://test/旗"_s;
    log.cancel(log.add(record), at(1ms));
    const QByteArray json = trace(log);
    QCOMPARE(problemInTrace(json), QString());
    const QJsonObject arguments = eventNamed(json, u"X"_s, u"CN picture"_s).value(u"args"_s).toObject();
    QCOMPARE(arguments.value(u"source"_s).toString(), record.sourceId);
    QCOMPARE(arguments.value(u"url"_s).toString(), record.url);
}

void TestChromeTrace::openEndsReachNow()
{
    RequestLog log;
    log.begin(at(0ms));
    const auto waiting = log.add(queued(u"CN"_s, 0ms));
    log.addTry(waiting, at(10ms));
    std::ignore = log.add(queued(u"IN"_s, 20ms));
    addRequest(log, u"US"_s, 1ms, 2ms);
    log.setWork(2, {.queued = at(2ms), .started = at(3ms), .checked = {}, .ended = {}, .thread = 0});

    const QByteArray json = trace(log); // 2 s after the start
    QCOMPARE(problemInTrace(json), QString());
    QVERIFY(slicesIn(json, 1, 1).contains(u"waiting for the server 10000+1990000"_s));
    QVERIFY(slicesIn(json, 1, 2).contains(u"waiting for a slot 20000+1980000"_s));
    QCOMPARE(slicesIn(json, 2, 1).last(), u"checking 3000+1997000"_s);
}

void TestChromeTrace::emptyRunIsValid()
{
    RequestLog log;
    log.begin(at(0ms));
    log.end(at(1ms));
    QCOMPARE(problemInTrace(trace(log)), QString());
    QVERIFY(eventsOf(trace(log), u"X"_s).isEmpty());
}

void TestChromeTrace::rowsAreReused()
{
    RequestLog log;
    log.begin(at(0ms));
    const auto add = [&log](std::chrono::milliseconds begin, std::chrono::milliseconds end) {
        log.finish(log.add(queued(u"CN"_s, begin)), at(end), 1);
    };
    add(0ms, 10ms);
    add(0ms, 5ms);
    add(5ms, 20ms); // at the moment at which the second one ends
    add(7ms, 8ms);
    add(10ms, 11ms);
    QCOMPARE(rowsOf(timelineOf(log), at(1s)), (std::vector<int>{0, 1, 1, 2, 0}));
}

// With times below a microsecond, which are rounded.
void TestChromeTrace::manyRequestsNeverOverlap()
{
    RequestLog log;
    log.begin(runStart);
    quint32 state = 1;
    const auto random = [&state](int below) {
        state = state * 1664525 + 1013904223;
        return std::chrono::nanoseconds((state >> 8) % quint32(below));
    };
    SteadyTime now = runStart;
    for (int i = 0; i < 500; ++i) {
        now += random(3000);
        RequestRecord record = queued(u"CN"_s, 0ms);
        record.queued = now;
        const auto id = log.add(record);
        SteadyTime step = now + random(2000);
        log.addTry(id, step);
        step += random(5000);
        log.setFirstByte(id, step, 200);
        step += random(20'000);
        log.finish(id, step, 1);
    }
    log.end(now + 1s);
    QCOMPARE(problemInTrace(trace(log)), QString());
}

FLAGFETCH_TEST(TestChromeTrace, Core)
#include "tst_chrometrace.moc"
