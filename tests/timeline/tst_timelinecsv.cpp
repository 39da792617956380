#include "app/timeline/timelinecsv.h"
#include "tests/support/testprogram.h"
#include "tests/timeline/replay.h"

#include <QTest>

using namespace replay;

class TestTimelineCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTryHasALine();
    void openEndsAreEmpty();
    void fieldsAreQuoted();
    void emptyRunHasOnlyHeadings();
};

namespace {

const QByteArray headingLine = "request,code,part,source,url,result,queued_ms,try,sent_ms,connection,"
                               "first_byte_ms,ended_ms,status,outcome,bytes,work_queued_ms,work_started_ms,"
                               "checked_ms,work_ended_ms,thread\r\n";

} // namespace

void TestTimelineCsv::everyTryHasALine()
{
    RequestLog log;
    addEverything(log);

    const QByteArray expected = headingLine
        + "0,CN,picture,test,http://test/CN,received,0.000,1,10.000,new,50.000,80.500,200,received,1000,"
          "80.600,81.000,85.000,90.000,0\r\n"
          "1,CN,metadata,test,http://test/CN,received,0.000,1,10.000,reused,30.000,30.000,302,redirected,,"
          ",,,,\r\n"
          "1,CN,metadata,test,http://test/CN,received,0.000,2,30.000,reused,35.000,40.000,200,received,20,"
          ",,,,\r\n"
          "2,IN,picture,test,http://test/IN,received,1.000,1,20.000,reused,60.000,60.000,429,throttled,,"
          ",,,,\r\n"
          "2,IN,picture,test,http://test/IN,received,1.000,2,560.000,reused,580.000,600.000,200,received,"
          "1000,600.000,610.000,,620.000,1\r\n"
          "3,US,picture,test,http://test/US,not_found,80.500,1,81.000,reused,,180.000,,timeout,,,,,,\r\n"
          "3,US,picture,test,http://test/US,not_found,80.500,2,200.000,reused,210.000,210.000,404,"
          "not_found,,,,,,\r\n"
          "4,,names,test,http://test/,cancelled,90.000,,,,,,,,,,,,,\r\n"
          "5,BR,picture,test,http://test/BR,cancelled,100.000,1,110.000,reused,,120.000,,connection_lost,,"
          ",,,,\r\n";
    QCOMPARE(timelineCsv(timelineOf(log)), expected);
}

void TestTimelineCsv::openEndsAreEmpty()
{
    RequestLog log;
    log.begin(at(0ms));
    const auto sent = log.add(queued(u"CN"_s, 0ms));
    log.addTry(sent, at(1'234us));
    std::ignore = log.add(queued(u"IN"_s, 2ms));

    QCOMPARE(timelineCsv(timelineOf(log)),
        headingLine
            + "0,CN,picture,test,http://test/CN,,0.000,1,1.234,reused,,,,,,,,,,\r\n"
              "1,IN,picture,test,http://test/IN,,2.000,,,,,,,,,,,,,\r\n");
}

void TestTimelineCsv::fieldsAreQuoted()
{
    RequestLog log;
    log.begin(at(0ms));
    RequestRecord record = queued(u"CN"_s, 0ms);
    record.sourceId = u"=a"_s;
    record.url = u"http://test/?a=1,\"2\""_s;
    std::ignore = log.add(record);

    QCOMPARE(timelineCsv(timelineOf(log)),
        headingLine + "0,CN,picture,'=a,\"http://test/?a=1,\"\"2\"\"\",,0.000,,,,,,,,,,,,,\r\n");
}

void TestTimelineCsv::emptyRunHasOnlyHeadings()
{
    RequestLog log;
    log.begin(at(0ms));
    QCOMPARE(timelineCsv(timelineOf(log)), headingLine);
}

FLAGFETCH_TEST(TestTimelineCsv, Core)
#include "tst_timelinecsv.moc"
