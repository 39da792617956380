#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/terminal/console.h"
#include "app/terminal/verifyrun.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// What does not need the whole program; tests/system/tst_setchecks runs that.
class TestVerifyRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeInterruptedWhileTheSetIsRead();
};

void TestVerifyRun::canBeInterruptedWhileTheSetIsRead()
{
    const QTemporaryDir folder;
    Options options;
    options.mode = Mode::Verify;
    options.set = folder.path(); // which is no set: had it been told, the status would be 1
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
