#include "app/sets/setlock.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/footer/folderrow.h"
#include "ui/sets/setmenu.h"

#include <QFileDialog>
#include <QMessageBox>

using namespace windowset;

/// Rebuilding a set from a manifest with the dialogs of the window.
class TestSetRebuild final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void rebuildsSetInOtherFolder();
    void startsInParentOfManifestFolder();
    void reportsDifferentPicture();
    void asksBeforeReplacingOtherSet_data();
    void asksBeforeReplacingOtherSet();
    void refusesFolderOfManifest();
    void refusesInvalidManifest();
    void cancelChangesNothing();
    void reportsProcessThatLocksFolder();

private:
    /// Answers the two file dialogs.
    [[nodiscard]] static bool choose(const WindowSession &session, const QString &path);
    [[nodiscard]] bool rebuild(
        const WindowSession &session, const QString &manifest, const QString &to) const;
    [[nodiscard]] WindowOptions options() const;

    std::unique_ptr<WindowFolders> m_home;
};

void TestSetRebuild::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    installTranslation(*qApp);
}

void TestSetRebuild::init()
{
    m_home = std::make_unique<WindowFolders>();
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    QVERIFY(QDir().mkpath(m_home->path(u"copy"_s)));
}

WindowOptions TestSetRebuild::options() const
{
    WindowOptions options = m_home->options({u"FR"_s});
    options.folder = m_home->path(u"elsewhere"_s);
    return options;
}

bool TestSetRebuild::choose(const WindowSession &session, const QString &path)
{
    QFileDialog *dialog = nullptr;
    const auto isOpen = [&session, &dialog] {
        const auto dialogs = session.window.findChildren<QFileDialog *>();
        for (QFileDialog *each : dialogs)
            dialog = each->isVisible() ? each : dialog;
        return dialog != nullptr;
    };
    if (!QTest::qWaitFor(isOpen))
        return false;
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    return !dialog->isVisible();
}

bool TestSetRebuild::rebuild(const WindowSession &session, const QString &manifest, const QString &to) const
{
    for (QAction *action : session.part<SetMenu>()->actions()) {
        if (action->text().contains(u"flags.json"_s))
            action->trigger();
    }
    return choose(session, manifest) && choose(session, to);
}

void TestSetRebuild::rebuildsSetInOtherFolder()
{
    const WindowSession session(options());
    QVERIFY(rebuild(session, path(*m_home, u"flags.json"_s), m_home->path(u"copy"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 2, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(u"copy"_s));
    for (const QString &file : {u"BR-Brazil.svg"_s, u"JP-Japan.svg"_s})
        QCOMPARE(read(m_home->path(u"copy/"_s + file)), read(path(*m_home, file)));
    QTRY_VERIFY(session.part<SetMenu>()->update()->isEnabled());
}

void TestSetRebuild::reportsDifferentPicture()
{
    QVERIFY(makeOlder(*m_home, u"BR-Brazil.svg"_s));
    const WindowSession session(options());
    const QSignalSpy finished(&session.downloads, &SessionClient::finished);
    QVERIFY(rebuild(session, path(*m_home, u"flags.json"_s), m_home->path(u"copy"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(session.state(u"BR"_s), FlagState::Failed);
    QCOMPARE(session.state(u"JP"_s), FlagState::Saved);
    QTRY_VERIFY2(session.message().startsWith(u"Brazil: the source now has another picture"_s),
        qPrintable(session.message()));
    QVERIFY(session.choose(u"BR"_s, u"Try again"_s)); // still requests the picture of the set
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30'000);
    QCOMPARE(session.state(u"BR"_s), FlagState::Failed);
    QCOMPARE(session.state(u"JP"_s), FlagState::Saved);
    QVERIFY(!QFile::exists(m_home->path(u"copy/BR-Brazil.svg"_s)));
}

void TestSetRebuild::asksBeforeReplacingOtherSet_data()
{
    QTest::addColumn<bool>("isWanted");
    QTest::newRow("replace") << true;
    QTest::newRow("cancel") << false;
}

void TestSetRebuild::asksBeforeReplacingOtherSet()
{
    QFETCH(const bool, isWanted);
    const QString there = m_home->path(u"copy/BR-Brazil.svg"_s);
    QVERIFY(makeOlder(*m_home, u"BR-Brazil.svg"_s));
    for (const QString &file : {u"BR-Brazil.svg"_s, u"flags.json"_s})
        QVERIFY(QFile::copy(path(*m_home, file), m_home->path(u"copy/"_s + file)));
    const QByteArray older = read(there);
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(options());
    QVERIFY(rebuild(session, path(*m_home, u"flags.json"_s), m_home->path(u"copy"_s)));
    QTRY_VERIFY(session.part<QMessageBox>() != nullptr);
    auto *question = session.part<QMessageBox>();
    QVERIFY2(question->text().endsWith(u"has a set of flags already, and 1 of them would be replaced."_s),
        qPrintable(question->text()));
    const auto buttons = question->buttons();
    for (QAbstractButton *button : buttons) {
        if ((question->buttonRole(button) == QMessageBox::AcceptRole) == isWanted)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    if (isWanted)
        QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(session.part<QMessageBox>() == nullptr);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(read(there) == older, !isWanted);
    QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(isWanted ? u"copy"_s : u"elsewhere"_s));
}

void TestSetRebuild::refusesFolderOfManifest()
{
    const WindowSession session(options());
    QVERIFY(rebuild(session, path(*m_home, u"flags.json"_s), m_home->path(u"flags"_s)));
    QVERIFY2(
        session.message().contains(u"the folder of this flags.json itself"_s), qPrintable(session.message()));
    QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(u"elsewhere"_s));
}

void TestSetRebuild::refusesInvalidManifest()
{
    QVERIFY(write(path(*m_home, u"flags.json"_s), "{}"));
    const WindowSession session(options());
    QVERIFY(rebuild(session, path(*m_home, u"flags.json"_s), m_home->path(u"copy"_s)));
    QTRY_VERIFY2(session.message().contains(u"flags.json"_s), qPrintable(session.message()));
    QVERIFY(!session.downloads.isRunning());
    QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(u"elsewhere"_s));
}

void TestSetRebuild::cancelChangesNothing()
{
    const WindowSession session(options());
    const QString before = session.message();
    session.part<SetMenu>()->actions().at(2)->trigger();
    QVERIFY(choose(session, path(*m_home, u"flags.json"_s)));
    QTRY_VERIFY(session.part<QFileDialog>() != nullptr);
    const auto dialogs = session.window.findChildren<QFileDialog *>();
    QTest::keyClick(dialogs.last(), Qt::Key_Escape);
    QTRY_VERIFY(session.part<QFileDialog>() == nullptr);
    QCOMPARE(session.message(), before);
    QVERIFY(!session.downloads.isRunning());
}

void TestSetRebuild::startsInParentOfManifestFolder()
{
    QVERIFY(download(*m_home, {u"BR"_s}));
    const WindowSession session(m_home->options({u"BR"_s}));
    session.part<SetMenu>()->actions().at(2)->trigger();
    QVERIFY(choose(session, path(*m_home, u"flags.json"_s)));
    QTRY_COMPARE(session.window.findChildren<QFileDialog *>().size(), 1);
    const QDir shown = session.part<QFileDialog>()->directory();
    QCOMPARE(shown.canonicalPath(), QDir(m_home->path(u"."_s)).canonicalPath());
}

void TestSetRebuild::reportsProcessThatLocksFolder()
{
    SetLock other(m_home->path(u"flags"_s));
    QVERIFY(!other.take());
    const WindowSession session(m_home->options({u"BR"_s}));
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(
        session.message().startsWith(u"Another program is saving flags in this folder ("_s), 30'000);
    QVERIFY2(session.message().contains(QString::number(QCoreApplication::applicationPid())),
        qPrintable(session.message()));
    QTRY_VERIFY(!session.downloads.isRunning());
}

FLAGFETCH_TEST(TestSetRebuild, Widgets)
#include "tst_setrebuild.moc"
