#include "app/terminal/startupchecks.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_StartupChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adviceFitsTheMode_data();
    void adviceFitsTheMode();
};

void tst_StartupChecks::adviceFitsTheMode_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<bool>("savesFlags");
    QTest::addColumn<bool>("namesResume");
    QTest::newRow("window") << Mode::Window << true << false;
    QTest::newRow("download") << Mode::Headless << true << true;
    QTest::newRow("update") << Mode::Update << true << true;
    QTest::newRow("repair") << Mode::Verify << true << true;
    QTest::newRow("rebuild") << Mode::Rebuild << true << true;
    QTest::newRow("resume") << Mode::Resume << true << true;
    QTest::newRow("measurement") << Mode::Measure << false << false;
    QTest::newRow("comparison") << Mode::Compare << false << false;
    QTest::newRow("export") << Mode::Export << false << false;
    QTest::newRow("server") << Mode::Serve << false << false;
}

void tst_StartupChecks::adviceFitsTheMode()
{
    QFETCH(const Mode, mode);
    QFETCH(const bool, savesFlags);
    QFETCH(const bool, namesResume);
    const QString advice = adviceAfterExhaustion(mode);
    QVERIFY(advice.endsWith(u'.'));
    QCOMPARE(advice.contains(u"Saved files stay"_s), savesFlags);
    QCOMPARE(advice.contains(u"--resume"_s), namesResume);
}

FLAGFETCH_TEST(tst_StartupChecks, Core)
#include "tst_startupchecks.moc"
