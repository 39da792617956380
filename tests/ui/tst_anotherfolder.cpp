#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/files/conflictchoice.h"
#include "ui/footer/folderrow.h"
#include "ui/sets/setmenu.h"

using namespace windowset;

/// A change of the folder in the real window: results of the previous folder are cleared.
class TestAnotherFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void asksAboutExistingFiles();
    void savesToNewFolder();
    void sameFolderKeepsResults();

private:
    std::unique_ptr<WindowFolders> m_home;
    QString m_there;
};

void TestAnotherFolder::initTestCase()
{
    installTranslation(*qApp);
}

void TestAnotherFolder::init()
{
    m_home = std::make_unique<WindowFolders>();
    m_there = m_home->path(u"there"_s);
    QVERIFY(QDir().mkpath(m_there));
}

void TestAnotherFolder::asksAboutExistingFiles()
{
    WindowOptions options = m_home->options({u"BR"_s});
    options.conflict.reset();
    const WindowSession session(options);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(session.progress().contains(u"downloaded in"_s)); // the report follows the state
    QVERIFY(write(m_there + u"/BR-Brazil.svg"_s, "drawn by hand"));

    session.part<FolderRow>()->setFolder(m_there);
    QCOMPARE(session.state(u"BR"_s), FlagState::NotAsked);
    QCOMPARE(session.progress(), QString());
    QTRY_COMPARE(session.buttonText(), u"Download 1 flag"_s); // ticks are kept
    QVERIFY(!session.choose(u"BR"_s, u"Download this flag again"_s));
    QVERIFY(session.choose(u"BR"_s, u"Download this flag"_s));
    QTRY_VERIFY(session.part<ConflictQuestion>() != nullptr);
    QCOMPARE(read(m_there + u"/BR-Brazil.svg"_s), "drawn by hand");
}

void TestAnotherFolder::savesToNewFolder()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    const WindowSession session(m_home->options({u"FR"_s}));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
    session.part<SetMenu>()->update()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Unchanged, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QVERIFY(QFile::remove(path(*m_home, u"BR-Brazil.svg"_s)));

    session.part<FolderRow>()->setFolder(m_there);
    QVERIFY(session.choose(u"BR"_s, u"Download this flag"_s));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QVERIFY(QFile::exists(m_there + u"/BR-Brazil.svg"_s));
    QCOMPARE(m_home->files(), QStringList());
}

void TestAnotherFolder::sameFolderKeepsResults()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(session.progress().contains(u"downloaded in"_s)); // the report follows the state
    const QString progress = session.progress();
    session.part<FolderRow>()->setFolder(m_home->path(u"flags/"_s));
    QCOMPARE(session.state(u"BR"_s), FlagState::Saved);
    QCOMPARE(session.progress(), progress);
}

FLAGFETCH_TEST(TestAnotherFolder, Widgets)
#include "tst_anotherfolder.moc"
