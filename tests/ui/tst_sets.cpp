#include "app/sets/setlock.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/footer/folderrow.h"
#include "ui/sets/changeswindow.h"
#include "ui/sets/setcontrol.h"
#include "ui/sets/setmenu.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QTableView>
#include <QThreadPool>

using namespace windowset;

/// The window's operations on the set in its folder.
class TestSets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void offersNothingWithoutSet();
    void updateKeepsUnchangedFlags();
    void updateMarksChangedFlags();
    void changesWithoutPictureSaySo();
    void readsSetOfNewFolder();
    void setIsNotReadDuringOperation();
    void doesNotChangeNewerSet();
    void reportsDamagedManifest();
    void reportsDamagedJournal();
    void offersPendingWorkAfterClosing();
    void declinedWorkIsOfferedAtNextStart();
    void cancelKeepsPendingWork();
    void doesNotOfferWorkOfRunningProcess();
    void updatesBothFilesOfCountry();
    void cancelEndsAllBatchesOfUpdate();
    void cancelBetweenBatchesDiscardsPendingWork();

private:
    std::unique_ptr<WindowFolders> m_home;
};

void TestSets::initTestCase()
{
    installTranslation(*qApp);
}

void TestSets::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestSets::offersNothingWithoutSet()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto *menu = session.part<SetMenu>();
    QVERIFY(!menu->update()->isEnabled());
    QVERIFY(!menu->verify()->isEnabled());
    QVERIFY2(menu->update()->toolTip().contains(u"Download flags"_s), qPrintable(menu->update()->toolTip()));
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(menu->update()->isEnabled(), 30'000);
    QVERIFY(menu->verify()->isEnabled());
}

void TestSets::updateKeepsUnchangedFlags()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(session.state(u"BR"_s), FlagState::Unchanged);
    QCOMPARE(session.state(u"JP"_s), FlagState::Unchanged);
    QCOMPARE(session.state(u"FR"_s), FlagState::NotAsked);
    QTRY_VERIFY(session.cell(u"BR"_s).data(Qt::DecorationRole).isValid());
    QTRY_COMPARE(session.chips(), u"All 250 | Ticked 1 | Saved 2 | Unchanged 2 | Requested 2"_s);
    QVERIFY2(session.progress().endsWith(u", 2 unchanged."_s), qPrintable(session.progress()));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
}

void TestSets::updateMarksChangedFlags()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    QVERIFY(makeOlder(*m_home, u"BR-Brazil.svg"_s));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QTRY_COMPARE(session.chips(), u"All 250 | Ticked 1 | Saved 2 | Changed 1 | Unchanged 1 | Requested 2"_s);
    QVERIFY(session.cell(u"BR"_s).data(Qt::AccessibleTextRole).toString().contains(u"changed"_s));
    QTRY_VERIFY2(session.progress().endsWith(u", 1 changed, 1 unchanged."_s), qPrintable(session.progress()));
    QTRY_COMPARE(session.offer()->text().remove(u'&'), u"Show changes"_s);
    QCOMPARE(session.message(), u"1 flag has another picture now."_s);
    QTest::mouseClick(session.offer(), Qt::LeftButton);
    const auto *changes = session.part<ChangesWindow>();
    QVERIFY(changes != nullptr && changes->isVisible());
    const auto *table = changes->findChild<QTableView *>()->model();
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->index(0, 0).data().toString(), u"Brazil (BR)"_s);
    const auto picture = [table](int column) {
        return table->index(0, column).data(Qt::DecorationRole).value<QIcon>().pixmap(128, 96).toImage();
    };
    QVERIFY(!picture(1).isNull());
    QVERIFY(!picture(2).isNull());
    QVERIFY(picture(1) != picture(2));
}

void TestSets::changesWithoutPictureSaySo()
{
    FlagModel model({Country{u"JP"_s, u"JPN"_s, u"Japan"_s, u"Japan"_s}});
    FlagResult result;
    result.state = FlagState::Saved;
    result.country = model.entries().front().country;
    result.isChanged = true;
    model.setResult(result);
    QTest::failOnWarning(QRegularExpression(u"QPainter|QPixmap"_s));
    const ChangesWindow window(model, nullptr);
    const auto *table = window.findChild<QTableView *>()->model();
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->index(0, 1).data().toString(), u"could not be read"_s);
    QCOMPARE(table->index(0, 2).data().toString(), u"not drawn yet"_s);
    QCOMPARE(table->index(0, 2).data(Qt::AccessibleTextRole).toString(), u"Japan (JP), now, not drawn yet"_s);
}

void TestSets::readsSetOfNewFolder()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    WindowOptions elsewhere = m_home->options({u"BR"_s});
    elsewhere.folder = m_home->path(u"elsewhere"_s);
    const WindowSession session(elsewhere);
    QSignalSpy changed(session.part<SetMenu>()->update(), &QAction::changed);
    session.part<FolderRow>()->setFolder(m_home->path(u"flags"_s));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.part<FolderRow>()->setFolder(m_home->path(u"elsewhere"_s));
    QTRY_VERIFY(!session.part<SetMenu>()->update()->isEnabled());
}

// A summary that was read before the flags arrived would mark them as gone, and their times would be lost.
void TestSets::setIsNotReadDuringOperation()
{
    const WindowSession session(m_home->options({u"JP"_s}, u"builtin-slow"_s), verySlow());
    auto *set = session.part<SetControl>();
    const QSignalSpy read(set, &SetControl::summaryRead);
    QTRY_COMPARE(read.count(), 1); // after the start
    set->refresh(); // its result arrives only when the event loop runs
    session.press();
    QVERIFY(session.downloads.isRunning());
    set->refresh(); // as when the window becomes active
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(read.count(), 1);
    session.press();
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_COMPARE(read.count(), 2);
}

void TestSets::doesNotChangeNewerSet()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    const QString manifest = path(*m_home, u"flags.json"_s);
    QVERIFY(write(manifest, read(manifest).replace("\"version\": 1", "\"version\": 99")));
    const WindowSession session(m_home->options({u"BR"_s}));
    QTRY_VERIFY2(session.message().contains(u"later version"_s), qPrintable(session.message()));
    QVERIFY(!session.part<SetMenu>()->update()->isEnabled());
    QVERIFY(session.part<SetMenu>()->verify()->isEnabled());
}

void TestSets::reportsDamagedManifest()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    QVERIFY(write(path(*m_home, u"flags.json"_s), "{ this is no manifest"));
    const WindowSession session(m_home->options({u"BR"_s}));
    QTRY_VERIFY2(session.message().contains(u"flags.json"_s), qPrintable(session.message()));
    QVERIFY(!session.part<SetMenu>()->update()->isEnabled());
    session.press();
    QTRY_VERIFY2(
        session.message().contains(u"was backed up as flags.json.damaged"_s), qPrintable(session.message()));
}

// Regression: the folder looked as if it had no set, and a download would start a new one.
void TestSets::reportsDamagedJournal()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    QVERIFY(write(path(*m_home, QLatin1StringView(journalFileName)), "{ this is no journal\n"));
    const WindowSession session(m_home->options({u"BR"_s}));
    QTRY_VERIFY2(
        session.message().contains(QLatin1StringView(journalFileName)), qPrintable(session.message()));
    const QAction *update = session.part<SetMenu>()->update();
    QVERIFY(!update->isEnabled());
    QVERIFY2(update->toolTip().contains(QLatin1StringView(journalFileName)), qPrintable(update->toolTip()));
}

void TestSets::offersPendingWorkAfterClosing()
{
    {
        WindowSession session(m_home->options({u"BR"_s, u"JP"_s, u"FR"_s}, u"builtin-slow"_s), verySlow());
        session.press();
        QTRY_COMPARE(session.state(u"JP"_s), FlagState::Downloading);
        session.window.closeAtOnce();
    }
    BuiltinServers::Settings faster;
    faster.slow = {};
    const WindowSession session(m_home->options({u"IT"_s}), faster);
    QTRY_VERIFY(session.offer()->isVisible());
    QCOMPARE(session.offer()->text().remove(u'&'), u"Continue"_s);
    QVERIFY2(session.message().contains(u"3 of 3 flags are still missing"_s), qPrintable(session.message()));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 3, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(m_home->files().size(), 3);
    QTRY_VERIFY(!session.offer()->isVisible());
}

void TestSets::declinedWorkIsOfferedAtNextStart()
{
    {
        WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
        session.press();
        QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
        session.window.closeAtOnce();
    }
    for (int start = 0; start < 2; ++start) {
        const WindowSession session(m_home->options({u"IT"_s}));
        QTRY_VERIFY(session.offer()->isVisible());
        const auto buttons = session.part<MessageLine>()->findChildren<QPushButton *>();
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        QVERIFY(!session.offer()->isVisible());
        QVERIFY(!session.message().contains(u"missing"_s));
    }
}

void TestSets::cancelKeepsPendingWork()
{
    QSemaphore disk;
    {
        QAtomicInt saves;
        WindowSession session(
            m_home->options({u"BR"_s, u"JP"_s}), {}, [&disk, &saves](const SaveRequest &order) {
                saves.ref();
                disk.tryAcquire(1, 10'000);
                return saveFlag(order);
            });
        // In the thread of the session, before the job starts.
        DownloadSession &engine = session.thread.session();
        connect(&engine, &DownloadSession::flagStateChanged, &engine,
            [&engine](const QString &code, FlagState state) {
                if (code == "JP"_L1 && state == FlagState::Waiting)
                    engine.holdCountry(code);
            });
        session.press();
        QTRY_COMPARE(saves.loadAcquire(), 1);
        session.press();
        session.window.closeAtOnce(); // while a flag is still being saved
        disk.release();
        QTRY_VERIFY(!session.downloads.isRunning());
        QCOMPARE(session.count(FlagState::Cancelled), 1);
    }
    const auto loaded = loadSet(m_home->path(u"flags"_s));
    QVERIFY(loaded && loaded->pendingWork());
    QCOMPARE(loaded->pendingWork()->missing, QStringList{u"JP"_s});
}

void TestSets::doesNotOfferWorkOfRunningProcess()
{
    {
        WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
        session.press();
        QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
        session.window.closeAtOnce();
    }
    auto other = std::make_unique<SetLock>(m_home->path(u"flags"_s));
    QVERIFY(!other->take());
    QVERIFY(!readSetSummary(m_home->path(u"flags"_s)).pending);
    other.reset();
    QVERIFY(readSetSummary(m_home->path(u"flags"_s)).pending);
}

void TestSets::updatesBothFilesOfCountry()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    WindowOptions both = m_home->options({u"BR"_s});
    both.conflict = ConflictPolicy::Rename;
    const WindowSession session(both);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QCOMPARE(m_home->files().size(), 3);
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY2(session.progress().endsWith(u", 3 unchanged."_s), qPrintable(session.progress()));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QCOMPARE(session.buttonText(), u"Download 1 again"_s);
}

void TestSets::cancelEndsAllBatchesOfUpdate()
{
    WindowOptions slow = m_home->options({u"BR"_s, u"JP"_s}, u"builtin-slow"_s);
    slow.conflict = ConflictPolicy::Rename;
    BuiltinServers::Settings fast;
    fast.slow = {};
    WindowSession session(slow, fast);
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    for (int batch = 1; batch <= 2; ++batch) {
        QTRY_VERIFY(session.part<DownloadButton>()->text().startsWith(u"Download"_s));
        session.press();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), batch, 30'000);
    }
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.servers.setSettings(verySlow());
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Downloading);
    QTRY_VERIFY2(session.progress().startsWith(u"0 of 4"_s), qPrintable(session.progress()));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 3, 30'000);
    QTRY_COMPARE(session.buttonText(), u"Download 2 again"_s);
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QCOMPARE(finished.count(), 3);
    QTRY_COMPARE(session.offer()->text().remove(u'&'), u"Continue"_s); // all files are here
    QVERIFY2(session.message().contains(u"All its flags are here"_s), qPrintable(session.message()));
}

// Regression: the first batch had closed the set, whose journal had the second batch as pending work.
void TestSets::cancelBetweenBatchesDiscardsPendingWork()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    WindowOptions both = m_home->options({u"BR"_s});
    both.conflict = ConflictPolicy::Rename;
    WindowSession session(both);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    // In the thread of the session, before a flag of the second batch is requested.
    DownloadSession &engine = session.thread.session();
    connect(&engine, &DownloadSession::batchStarted, &engine, [&engine, batches = 0]() mutable {
        if (++batches == 2)
            engine.cancel();
    });
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    QVERIFY2(session.progress().contains(u"1 cancelled"_s), qPrintable(session.progress()));
    QVERIFY(!loadSet(m_home->path(u"flags"_s)).value().interrupted);
}

FLAGFETCH_TEST(TestSets, Widgets)
#include "tst_sets.moc"
