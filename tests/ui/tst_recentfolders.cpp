#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/footer/folderrow.h"
#include "ui/footer/recentfolders.h"

#include <QMenu>
#include <QSettings>
#include <QSignalSpy>

#include <algorithm>

/// The menu of recent folders.
class TestRecentFolders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newestFolderIsFirst();
    void onlyTenAreKept();
    void listSurvivesTheWindow();
    void missingFolderCannotBeChosen();
    void listCanBeCleared();
    void chosenFolderIsShown();
    void arrowOpensTheMenu();
    void folderCannotChangeDuringABatch();
    void ampersandIsNoMnemonic();

private:
    [[nodiscard]] QString folder(const QString &name) const;

    std::unique_ptr<WindowFolders> m_home;
};

namespace {

/// The folders of the entries, from top to bottom.
QStringList foldersIn(const QMenu &menu)
{
    QStringList folders;
    const auto entries = menu.actions();
    for (const QAction *entry : entries) {
        if (!entry->data().toString().isEmpty())
            folders.append(entry->data().toString());
    }
    return folders;
}

QAction *entryOf(const QMenu &menu, const QString &folder)
{
    const auto entries = menu.actions();
    for (QAction *entry : entries) {
        if (entry->data().toString() == folder)
            return entry;
    }
    return nullptr;
}

void open(RecentFoldersMenu &menu)
{
    Q_EMIT menu.aboutToShow();
}

} // namespace

void TestRecentFolders::init()
{
    m_home = std::make_unique<WindowFolders>();
}

QString TestRecentFolders::folder(const QString &name) const
{
    const QString path = m_home->path(name);
    QDir().mkpath(path);
    return path;
}

void TestRecentFolders::newestFolderIsFirst()
{
    RecentFoldersMenu menu;
    const QString one = folder(u"one"_s);
    const QString other = folder(u"other"_s);
    for (const QString &each : {one, other, one})
        menu.add(each);
    open(menu);
    QCOMPARE(foldersIn(menu), (QStringList{one, other}));
    QVERIFY(entryOf(menu, one)->isChecked());
    QVERIFY(!entryOf(menu, other)->isChecked());
}

void TestRecentFolders::onlyTenAreKept()
{
    RecentFoldersMenu menu;
    for (int number = 0; number < 12; ++number)
        menu.add(folder(QString::number(number)));
    open(menu);
    QCOMPARE(foldersIn(menu).size(), 10);
    QCOMPARE(foldersIn(menu).first(), folder(u"11"_s));
    QCOMPARE(foldersIn(menu).last(), folder(u"2"_s));
    QVERIFY(entryOf(menu, folder(u"2"_s))->text().startsWith(u"&0 "_s));
}

void TestRecentFolders::listSurvivesTheWindow()
{
    const QString other = folder(u"other"_s);
    {
        const WindowSession session(m_home->options({u"BR"_s}));
        session.part<FolderRow>()->setFolder(other);
    }
    const WindowSession next(m_home->options({u"BR"_s}));
    open(*next.part<RecentFoldersMenu>());
    QCOMPARE(foldersIn(*next.part<RecentFoldersMenu>()), (QStringList{m_home->path(u"flags"_s), other}));
}

void TestRecentFolders::missingFolderCannotBeChosen()
{
    RecentFoldersMenu menu;
    const QString gone = folder(u"gone"_s);
    const QString there = folder(u"there"_s);
    menu.add(gone);
    menu.add(there);
    QVERIFY(QDir().rmdir(gone));
    open(menu);
    QTRY_VERIFY(!entryOf(menu, gone)->isEnabled());
    QVERIFY(entryOf(menu, gone)->text().endsWith(u"(does not exist)"_s));
    QVERIFY(entryOf(menu, gone)->toolTip().contains(u"removed or renamed"_s));
    QVERIFY(entryOf(menu, there)->isEnabled());
    QVERIFY(QDir().mkpath(gone));
    open(menu);
    QVERIFY(entryOf(menu, gone)->isEnabled());
}

void TestRecentFolders::listCanBeCleared()
{
    {
        RecentFoldersMenu menu;
        menu.add(folder(u"one"_s));
        open(menu);
        menu.actions().constLast()->trigger();
        open(menu);
        QCOMPARE(foldersIn(menu), QStringList());
        QVERIFY(!menu.actions().constLast()->isEnabled());
    }
    QVERIFY(!QSettings().contains("download/recentFolders"));
    QVERIFY(QFileInfo(folder(u"one"_s)).isDir());
}

void TestRecentFolders::chosenFolderIsShown()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *row = session.part<FolderRow>();
    const QString before = row->folder();
    row->setFolder(folder(u"other"_s));
    QVERIFY(QDir().mkpath(before));
    open(*row->recent());
    QSignalSpy changed(row, &FolderRow::folderChanged);
    entryOf(*row->recent(), before)->trigger();
    QCOMPARE(row->folder(), before);
    QCOMPARE(changed.count(), 1);
    open(*row->recent());
    QCOMPARE(foldersIn(*row->recent()).first(), before);
}

void TestRecentFolders::arrowOpensTheMenu()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto buttons = session.part<FolderRow>()->findChildren<QToolButton *>();
    const auto arrow = std::ranges::find(buttons, u"Recent folders"_s, &QWidget::accessibleName);
    QVERIFY(arrow != buttons.cend());
    (*arrow)->setFocus();
    QTest::keyClick(*arrow, Qt::Key_Space);
    QTRY_VERIFY(session.part<FolderRow>()->recent()->isVisible());
    session.part<FolderRow>()->recent()->close();
}

void TestRecentFolders::folderCannotChangeDuringABatch()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    auto *menu = session.part<RecentFoldersMenu>();
    QVERIFY(menu->menuAction()->isEnabled());
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    QVERIFY(!menu->menuAction()->isEnabled());
    Q_EMIT menu->chosen(folder(u"other"_s)); // the menu was open when the batch started
    QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(u"flags"_s));
}

void TestRecentFolders::ampersandIsNoMnemonic()
{
    RecentFoldersMenu menu;
    menu.add(folder(u"black & white"_s));
    open(menu);
    QVERIFY(menu.actions().constFirst()->text().contains(u"black && white"_s));
}

FLAGFETCH_TEST(TestRecentFolders, Widgets)
#include "tst_recentfolders.moc"
