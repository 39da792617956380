#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/terminal/console.h"
#include "app/terminal/headlessrun.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// Plans that need no request. tests/system runs the whole program.
class TestHeadlessRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitStatusFollowsThePlan_data();
    void exitStatusFollowsThePlan();
};

void TestHeadlessRun::exitStatusFollowsThePlan_data()
{
    QTest::addColumn<SetPlanOrFailure>("plan");
    QTest::addColumn<bool>("isInterrupted");
    QTest::addColumn<int>("status");
    const SetPlanOrFailure nothing = SetPlan();
    const SetPlanOrFailure unasked = SetPlan{.batches = {}, .unasked = {u"DE"_s}};
    const SetPlanOrFailure failure = Failure{FailureKind::NoSet, 0, {}};
    QTest::newRow("nothing to do") << nothing << false << 0;
    QTest::newRow("a flag of unknown origin") << unasked << false << 1;
    QTest::newRow("no set") << failure << false << 1;
    QTest::newRow("interrupted while planning") << nothing << true << 130;
    QTest::newRow("interrupted, no set") << failure << true << 130;
}

void TestHeadlessRun::exitStatusFollowsThePlan()
{
    QFETCH(const SetPlanOrFailure, plan);
    QFETCH(const bool, isInterrupted);
    QFETCH(const int, status);
    Options options;
    options.mode = Mode::Update;
    const Catalogue catalogue;
    BuiltinServers servers({});
    Console console;
    HeadlessRun run(options, catalogue, servers, console);
    QSignalSpy finished(&run, &HeadlessRun::finished);

    if (isInterrupted)
        run.interrupt();
    run.startPlanned(plan, u"flags"_s);

    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toInt(), status);
}

FLAGFETCH_TEST(TestHeadlessRun, Core)
#include "tst_headlessrun.moc"
