#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/flagsearch.h"

#include <memory>

using namespace Qt::StringLiterals;

/// The grid shows what the folder has, whichever run of the program saved it.
class TestAlbum final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void savedFlagsAreShownAfterRestart();
    void savedFlagsAreShownWhileAnotherProgramHoldsTheFolder();
    void savedFlagsStayWhileTheyAreReplacedAndAfterCancel();
    void deletedFilesAreMissingWhenTheWindowIsUsedAgain_data();
    void deletedFilesAreMissingWhenTheWindowIsUsedAgain();
    void anotherFolderShowsItsOwnFlags();
    void hiddenPicturesAreDrawnWhenNothingRuns();

private:
    /// Downloads the flags in another window, which is closed afterwards.
    void download(const QStringList &codes) const;
    [[nodiscard]] static bool hasPicture(const WindowSession &session, const QString &code)
    {
        return session.cell(code).data(Qt::DecorationRole).isValid();
    }

    std::unique_ptr<WindowFolders> m_home;
};

void TestAlbum::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestAlbum::download(const QStringList &codes) const
{
    const WindowSession session(m_home->options(codes));
    session.press();
    QTRY_COMPARE(session.count(FlagState::Saved), codes.size());
    QTRY_VERIFY(!session.downloads.isRunning());
}

void TestAlbum::savedFlagsAreShownAfterRestart()
{
    download({u"BR"_s, u"JP"_s});
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    QCOMPARE(session.state(u"JP"_s), FlagState::Saved);
    QCOMPARE(session.state(u"FR"_s), FlagState::NotAsked);
    QTRY_VERIFY(hasPicture(session, u"BR"_s) && hasPicture(session, u"JP"_s));
    QTRY_VERIFY2(session.chips().contains(u"Saved 2"_s), qPrintable(session.chips()));
    const QString toolTip = session.cell(u"BR"_s).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"BR-Brazil"_s), qPrintable(toolTip));

    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"BR"_s));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F10, Qt::ShiftModifier);
    QStringList entries;
    const auto actions = session.part<CountryMenu>()->actions();
    for (const QAction *action : actions)
        entries.append(action->text().remove(u'&'));
    QVERIFY2(entries.contains(u"Open file"_s), qPrintable(entries.join(u'|')));
}

void TestAlbum::savedFlagsAreShownWhileAnotherProgramHoldsTheFolder()
{
    download({u"BR"_s});
    const WindowSession other(m_home->options({u"BR"_s, u"FR"_s}, u"builtin-slow"_s), verySlow());
    other.press();
    QTRY_COMPARE(other.count(FlagState::Downloading), 2);

    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    QTRY_VERIFY(hasPicture(session, u"BR"_s));
    other.downloads.cancel();
    QTRY_VERIFY(!other.downloads.isRunning());
}

void TestAlbum::savedFlagsStayWhileTheyAreReplacedAndAfterCancel()
{
    download({u"BR"_s});
    const WindowSession session(m_home->options({u"BR"_s, u"FR"_s}, u"builtin-slow"_s), verySlow());
    QTRY_VERIFY(hasPicture(session, u"BR"_s));
    session.press();
    QTRY_COMPARE(session.count(FlagState::Downloading), 2);
    QVERIFY(hasPicture(session, u"BR"_s));

    session.downloads.cancel();
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(session.state(u"BR"_s), FlagState::Saved);
    QVERIFY(hasPicture(session, u"BR"_s));
    QCOMPARE(session.state(u"FR"_s), FlagState::Cancelled);
}

void TestAlbum::deletedFilesAreMissingWhenTheWindowIsUsedAgain_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<bool>("isFolder");

    QTest::newRow("deleted") << false << false;
    QTest::newRow("deleted, after a download that kept it") << true << false;
    QTest::newRow("replaced by a folder") << false << true;
}

void TestAlbum::deletedFilesAreMissingWhenTheWindowIsUsedAgain()
{
    QFETCH(const bool, isKept);
    QFETCH(const bool, isFolder);

    download({u"BR"_s, u"JP"_s});
    WindowOptions options = m_home->options({u"BR"_s});
    options.conflict = ConflictPolicy::Skip;
    WindowSession session(options);
    QTRY_VERIFY(hasPicture(session, u"BR"_s) && hasPicture(session, u"JP"_s));
    if (isKept) {
        session.press();
        QTRY_COMPARE(session.state(u"BR"_s), FlagState::Skipped);
        QTRY_VERIFY(!session.downloads.isRunning());
        session.part<CategoryBar>()->choose(FlagCategory::All);
    }

    QWidget other;
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    const QStringList files = m_home->files();
    const QString file = m_home->path(u"flags/"_s) + files.filter(u"BR-"_s).value(0);
    QVERIFY(QFile::remove(file));
    QVERIFY(!isFolder || QDir().mkdir(file));
    other.close();
    session.window.activateWindow();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::NotAsked);
    QVERIFY(!hasPicture(session, u"BR"_s));
    QCOMPARE(session.state(u"JP"_s), FlagState::Saved);
}

void TestAlbum::anotherFolderShowsItsOwnFlags()
{
    download({u"BR"_s});
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    auto *folder = session.window.findChild<FolderRow *>();
    folder->setFolder(m_home->path(u"empty"_s));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::NotAsked);
    QVERIFY(!hasPicture(session, u"BR"_s));
    folder->setFolder(m_home->path(u"flags"_s));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    QTRY_VERIFY(hasPicture(session, u"BR"_s));
}

void TestAlbum::hiddenPicturesAreDrawnWhenNothingRuns()
{
    download({u"AF"_s, u"ZW"_s});
    WindowSession session(m_home->options({u"FR"_s}, u"builtin-slow"_s), verySlow());
    session.window.resize(800, 400);
    auto *grid = session.part<FlagGrid>();
    QTRY_VERIFY(hasPicture(session, u"AF"_s) && hasPicture(session, u"ZW"_s));

    session.press();
    session.part<CategoryBar>()->choose(FlagCategory::All);
    QTRY_COMPARE(session.count(FlagState::Downloading), 1);
    QVERIFY(!grid->isInView(session.cell(u"ZW"_s)));
    grid->setPictureWidth(2 * grid->pictureWidth());
    const auto isSharp = [grid](const QString &code) {
        const auto *filter = qobject_cast<const FlagFilter *>(grid->model());
        const auto *model = qobject_cast<const FlagModel *>(filter->sourceModel());
        return model->entryOf(code)->drawn.box == grid->pictureBox();
    };
    QTRY_VERIFY(isSharp(u"AF"_s));
    QVERIFY(!isSharp(u"ZW"_s));
    session.downloads.cancel();
    QTRY_VERIFY(isSharp(u"ZW"_s));
}

FLAGFETCH_TEST(TestAlbum, Widgets)
#include "tst_album.moc"
