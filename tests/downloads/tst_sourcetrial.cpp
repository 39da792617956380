#include "app/downloads/sourcetrial.h"
#include "tests/downloads/flagland.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_SourceTrial final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsPictureAndName();
    void showsTheReasonOfAFailure_data();
    void showsTheReasonOfAFailure();
    void triesOnce();
    void newTrialReplacesTheOldOne();
    void canBeCancelledInsideFinished();
    void writesNoFile();

private:
    static void start(SourceTrial &trial, const Source &source)
    {
        TransferSettings transfer;
        transfer.deadline = 5s;
        trial.start(source, flagland::countryOf(u"BR"_s), transfer, {80, 60});
    }
};

void tst_SourceTrial::showsPictureAndName()
{
    ScriptedServer server(flagland::answer);
    SourceTrial trial;
    QSignalSpy finished(&trial, &SourceTrial::finished);

    start(trial, flagland::sourceAt(server));

    QTRY_COMPARE(finished.size(), 1);
    const auto result = finished.first().first().value<FlagResult>();
    QCOMPARE(result.state, FlagState::Fetched);
    QCOMPARE(result.name, u"Land BR"_s);
    QCOMPARE(result.thumbnail.size(), QSize(12, 9));
    QCOMPARE(result.bytes, flagland::pictureOf(u"BR"_s).size());
    QVERIFY(result.path.isEmpty());
    QVERIFY(result.ended);
}

void tst_SourceTrial::showsTheReasonOfAFailure_data()
{
    QTest::addColumn<Script>("answer");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("not there") << status(404) << FailureKind::NotFound;
    QTest::newRow("refused") << status(403) << FailureKind::AccessDenied;
    QTest::newRow("a page") << ok("<html>Welcome</html>") << FailureKind::NotAPicture;
}

void tst_SourceTrial::showsTheReasonOfAFailure()
{
    QFETCH(Script, answer);
    ScriptedServer server([answer](const ScriptedRequest &request) {
        return flagland::isForPicture(request) ? answer : flagland::answer(request);
    });
    SourceTrial trial;
    QSignalSpy finished(&trial, &SourceTrial::finished);

    start(trial, flagland::sourceAt(server));

    QTRY_COMPARE(finished.size(), 1);
    QTEST(finished.first().first().value<FlagResult>().failure.kind, "kind");
}

void tst_SourceTrial::triesOnce()
{
    ScriptedServer server([](const ScriptedRequest &) { return status(503); });
    SourceTrial trial;
    QSignalSpy finished(&trial, &SourceTrial::finished);

    start(trial, flagland::sourceAt(server));

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(server.hits("/br/br.gif"), 1);
}

void tst_SourceTrial::newTrialReplacesTheOldOne()
{
    ScriptedServer stalled([](const ScriptedRequest &) { return Script().stall(); });
    ScriptedServer server(flagland::answer);
    SourceTrial trial;
    QSignalSpy finished(&trial, &SourceTrial::finished);
    start(trial, flagland::sourceAt(stalled));
    QTRY_VERIFY(stalled.counts().inFlight > 0);

    start(trial, flagland::sourceAt(server));

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<FlagResult>().state, FlagState::Fetched);
    QTRY_COMPARE(stalled.counts().inFlight, 0);
    QCOMPARE(finished.size(), 1);
}

void tst_SourceTrial::canBeCancelledInsideFinished()
{
    ScriptedServer server(flagland::answer);
    SourceTrial trial;
    int ends = 0;
    connect(&trial, &SourceTrial::finished, this, [&] {
        if (++ends == 1)
            start(trial, flagland::sourceAt(server));
    });

    start(trial, flagland::sourceAt(server));

    QTRY_COMPARE(ends, 2);
}

void tst_SourceTrial::writesNoFile()
{
    const QStringList before = flagland::namesIn(QDir::currentPath());
    showsPictureAndName();
    QCOMPARE(flagland::namesIn(QDir::currentPath()), before);
}

FLAGFETCH_TEST(tst_SourceTrial, Core)
#include "tst_sourcetrial.moc"
