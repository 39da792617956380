#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/servedset.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

/// Updates with the real program. nginx counts the requests.
class tst_SetUpdates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transfersAndWritesOnlyChangedFlags_data();
    void transfersAndWritesOnlyChangedFlags();
    void comparesPicturesByHash();
    void newValidatorsOfAnUnchangedPictureAreStored();
    void keepsFlagsThatTheSourceRemoved();
    void requestsOnlyTheGivenCodes();
    void reportsCodesThatAreNotInTheSet_data();
    void reportsCodesThatAreNotInTheSet();
    void downloadsMissingAndAlteredFilesAgain_data();
    void downloadsMissingAndAlteredFilesAgain();
    void rendersDerivedPicturesOfChangedFlags();
};

void tst_SetUpdates::transfersAndWritesOnlyChangedFlags_data()
{
    QTest::addColumn<Served>("served");
    QTest::newRow("ETag and Last-Modified") << Served::WithTag;
    QTest::newRow("Last-Modified alone") << Served::WithTime;
}

void tst_SetUpdates::transfersAndWritesOnlyChangedFlags()
{
    QFETCH(const Served, served);
    ServedSet set(served);
    QVERIFY(set.start());
    const EndedRun first = set.download(u"flags"_s);
    QVERIFY2(first.status == 0, qPrintable(first.everything()));
    QCOMPARE(set.codes().size(), 250);
    QCOMPARE(set.requestedCodes(200), set.codes());
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    QCOMPARE(downloaded.size(), 250 + 2);

    const EndedRun second = set.run({u"--update"_s, u"flags"_s});
    QVERIFY2(second.status == 0, qPrintable(second.everything()));
    QCOMPARE(set.requestedCodes(304), set.codes());
    QCOMPARE(set.requests().size(), set.codes().size());
    QCOMPARE(set.bodyBytes(), 0);
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), QString());
    QVERIFY2(second.output.contains(u"250 unchanged."_s), qPrintable(second.output));
    QVERIFY2(!second.output.contains(u"Changed"_s), qPrintable(second.output));

    set.change(u"NG"_s);
    const EndedRun third = set.run({u"--update"_s, u"flags"_s});
    QVERIFY2(third.status == 0, qPrintable(third.everything()));
    QCOMPARE(set.requestedCodes(200), QStringList{u"NG"_s});
    QCOMPARE(set.requestedCodes(304).size(), 249);
    QCOMPARE(set.bodyBytes(), set.picture(u"NG"_s).size());
    QVERIFY2(third.output.contains(u", 1 changed, 249 unchanged."_s), qPrintable(third.output));
    QVERIFY2(third.outputLines().contains(u"Changed: NG"_s), qPrintable(third.output));
    const auto updated = tracesIn(set.path(u"flags"_s));
    QCOMPARE(touched(downloaded, updated), u"NG-Nigeria.svg flags.json"_s);
    QCOMPARE(updated.value(u"NG-Nigeria.svg"_s).bytes, set.picture(u"NG"_s));
    QCOMPARE(set.run({u"--verify"_s, u"flags"_s}).status, 0);
}

void tst_SetUpdates::comparesPicturesByHash()
{
    ServedSet set(fiveCodes(), Served::WithNothing);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    set.change(u"ZA"_s);
    const EndedRun ended = set.run({u"--update"_s, u"flags"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(set.requestedCodes(200), fiveCodes()); // there is no validator to send
    QVERIFY2(ended.output.contains(u", 1 changed, 4 unchanged."_s), qPrintable(ended.output));
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), u"ZA-South_Africa.svg flags.json"_s);
}

// Otherwise every update would transfer it again.
void tst_SetUpdates::newValidatorsOfAnUnchangedPictureAreStored()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    set.setModified(u"KE"_s, QDateTime({2026, 6, 1}, {0, 0}, QTimeZone::utc()));
    const EndedRun ended = set.run({u"--update"_s, u"flags"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(set.requestedCodes(200), QStringList{u"KE"_s});
    QVERIFY2(ended.output.contains(u", 5 unchanged."_s), qPrintable(ended.output));
    const auto updated = tracesIn(set.path(u"flags"_s));
    QCOMPARE(touched(downloaded, updated), u"flags.json"_s);
    QVERIFY(updated.value(u"flags.json"_s).bytes.contains("Mon, 01 Jun 2026 00:00:00 GMT"));

    QCOMPARE(set.run({u"--update"_s, u"flags"_s}).status, 0);
    QCOMPARE(set.requestedCodes(304), fiveCodes());
    QCOMPARE(touched(updated, tracesIn(set.path(u"flags"_s))), QString());
}

void tst_SetUpdates::keepsFlagsThatTheSourceRemoved()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    set.remove(u"FR"_s);
    const EndedRun ended = set.run({u"--update"_s, u"flags"_s});
    QVERIFY2(ended.status == 1, qPrintable(ended.everything()));
    QVERIFY2(ended.output.contains(u", 4 unchanged, 1 not found."_s), qPrintable(ended.output));
    QVERIFY2(ended.outputLines().contains(u"Not found: FR"_s), qPrintable(ended.output));
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), QString());
}

void tst_SetUpdates::requestsOnlyTheGivenCodes()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    set.change(u"DE"_s);
    set.change(u"FR"_s);
    const EndedRun ended = set.run({u"--update"_s, u"flags"_s, u"DE"_s, u"KE"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(set.requestedCodes(), QStringList({u"DE"_s, u"KE"_s}));
    QVERIFY2(ended.output.contains(u", 1 changed, 1 unchanged."_s), qPrintable(ended.output));
    const auto updated = tracesIn(set.path(u"flags"_s));
    QCOMPARE(touched(downloaded, updated), u"DE-Germany.svg flags.json"_s);

    const EndedRun filtered = set.run({u"--update"_s, u"flags"_s, u"continent:africa"_s});
    QVERIFY2(filtered.status == 0, qPrintable(filtered.everything()));
    QCOMPARE(set.requestedCodes(), QStringList({u"KE"_s, u"NG"_s, u"ZA"_s}));
    QCOMPARE(touched(updated, tracesIn(set.path(u"flags"_s))), QString());
}

void tst_SetUpdates::reportsCodesThatAreNotInTheSet_data()
{
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QStringList>("requested");
    QTest::newRow("beside others") << QStringList{u"DE"_s, u"JP"_s} << QStringList{u"DE"_s};
    QTest::newRow("alone") << QStringList{u"JP"_s} << QStringList();
    QTest::newRow("beside a filter with more than it has")
        << QStringList{u"group:g7,"_s, u"japan,"_s, u"continent:europe"_s} << QStringList{u"DE"_s, u"FR"_s};
}

void tst_SetUpdates::reportsCodesThatAreNotInTheSet()
{
    QFETCH(const QStringList, codes);
    QFETCH(const QStringList, requested);
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    const EndedRun ended = set.run(QStringList{u"--update"_s, u"flags"_s} + codes);
    QVERIFY2(ended.status == 1, qPrintable(ended.everything()));
    QVERIFY2(ended.errors.contains(u"JP"_s)
            && ended.errors.contains(u"Download their flags into the folder first."_s),
        qPrintable(ended.errors));
    QCOMPARE(set.requestedCodes(), requested);
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), QString());
}

void tst_SetUpdates::downloadsMissingAndAlteredFilesAgain_data()
{
    QTest::addColumn<QByteArray>("content"); // null: the file is missing
    QTest::newRow("gone") << QByteArray();
    QTest::newRow("altered") << QByteArray("<svg/>");
    QTest::newRow("emptied") << QByteArray("");
}

void tst_SetUpdates::downloadsMissingAndAlteredFilesAgain()
{
    QFETCH(const QByteArray, content);
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    const QString file = set.path(u"flags/KE-Kenya.svg"_s);
    QVERIFY(content.isNull() ? QFile::remove(file) : writeFile(file, content));

    const EndedRun ended = set.run({u"--update"_s, u"flags"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(set.requestedCodes(200), QStringList{u"KE"_s});
    QCOMPARE(set.requestedCodes(304).size(), 4);
    QCOMPARE(readFile(file), set.picture(u"KE"_s));
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), u"KE-Kenya.svg"_s);
    QVERIFY2(ended.output.contains(u"1 flag downloaded"_s), qPrintable(ended.output));
    QVERIFY2(!ended.output.contains(u"hanged: "_s),
        qPrintable(ended.output)); // the picture of the source is unchanged
}

void tst_SetUpdates::rendersDerivedPicturesOfChangedFlags()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16,8"_s}).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    QCOMPARE(downloaded.size(), 3 * 5 + 2);
    QCOMPARE(set.run({u"--update"_s, u"flags"_s}).status, 0);
    QCOMPARE(set.bodyBytes(), 0);
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), QString());

    set.change(u"ZA"_s);
    const EndedRun ended = set.run({u"--update"_s, u"flags"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))),
        u"ZA-South_Africa-16.png ZA-South_Africa-8.png ZA-South_Africa.svg flags.json"_s);
    QCOMPARE(set.run({u"--verify"_s, u"flags"_s}).status, 0);
}

FLAGFETCH_TEST(tst_SetUpdates, Core)
#include "tst_setupdates.moc"
