#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/terminal/console.h"
#include "app/terminal/verifyrun.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// Tests without the whole program; tests/system/tst_setchecks runs it.
class TestVerifyRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeInterruptedWhileLoading();
};

void TestVerifyRun::canBeInterruptedWhileLoading()
{
    const QTemporaryDir folder;
    Options options;
    options.mode = Mode::Verify;
    options.set = folder.path(); // not a set: without the interruption the status would be 1
    const Catalogue catalogue;
    BuiltinServers servers({});
    Console console;
    VerifyRun run(options, catalogue, servers, console);
    QSignalSpy finished(&run, &VerifyRun::finished);

    run.start();
    run.interrupt();

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toInt(), 130);
}

FLAGFETCH_TEST(TestVerifyRun, Core)
#include "tst_verifyrun.moc"
