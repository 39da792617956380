#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/sets/manifestjson.h"
#include "app/storage/setfiles.h"
#include "app/terminal/console.h"
#include "app/terminal/headlessrun.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Operations that end before the first request; tests/system runs the whole program.
class TestHeadlessRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusReportsWhatCannotBeRequested_data();
    void statusReportsWhatCannotBeRequested();
};

void TestHeadlessRun::statusReportsWhatCannotBeRequested_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<bool>("isInterrupted");
    QTest::addColumn<int>("status");
    const QByteArray set = manifestToJson(someset::manifest({u"DE"_s}));
    Manifest unknown = someset::manifest({u"DE"_s});
    unknown.flags.first().source.clear();
    QTest::newRow("nothing to do") << set << Mode::Resume << false << 0;
    QTest::newRow("a flag of an unknown source") << manifestToJson(unknown) << Mode::Update << false << 1;
    QTest::newRow("no set") << QByteArray() << Mode::Update << false << 1;
    QTest::newRow("interrupted while it was planned") << set << Mode::Resume << true << 130;
    QTest::newRow("interrupted, and no set") << QByteArray() << Mode::Update << true << 130;
}

void TestHeadlessRun::statusReportsWhatCannotBeRequested()
{
    QFETCH(const QByteArray, manifest);
    QFETCH(const Mode, mode);
    QFETCH(const bool, isInterrupted);
    QFETCH(const int, status);
    const QTemporaryDir folder;
    if (!manifest.isEmpty())
        QVERIFY(someset::write(folder.filePath(QLatin1StringView(manifestFileName)), manifest));
    Options options;
    options.mode = mode;
    options.set = folder.path();
    const Catalogue catalogue;
    BuiltinServers servers({});
    Console console;
    HeadlessRun run(options, catalogue, servers, console);
    QSignalSpy finished(&run, &HeadlessRun::finished);

    run.start();
    if (isInterrupted)
        run.interrupt();

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toInt(), status);
}

FLAGFETCH_TEST(TestHeadlessRun, Core)
#include "tst_headlessrun.moc"
