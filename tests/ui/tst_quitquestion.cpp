#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/preferences/preferences.h"
#include "ui/window/windowrun.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTimer>

#include <csignal>

class TestQuitQuestion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void idleWindowClosesAtOnce();
    void asksInMidBatch();
    void enterKeepsDownloading();
    void doesNotAskAgain();
    void countFollowsTheBatch();
    void endOfBatchEndsQuestion();
    void signalNeverAsks();

private:
    [[nodiscard]] static QMessageBox *question(const WindowSession &session);
    static void answer(const QMessageBox &question, QMessageBox::ButtonRole role);

    std::unique_ptr<WindowFolders> m_home;
};

void TestQuitQuestion::initTestCase()
{
    installTranslation(*qApp);
}

void TestQuitQuestion::init()
{
    m_home = std::make_unique<WindowFolders>();
}

QMessageBox *TestQuitQuestion::question(const WindowSession &session)
{
    return session.window.findChild<QMessageBox *>();
}

void TestQuitQuestion::answer(const QMessageBox &question, QMessageBox::ButtonRole role)
{
    const auto buttons = question.buttons();
    for (QAbstractButton *button : buttons) {
        if (question.buttonRole(button) == role)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

void TestQuitQuestion::idleWindowClosesAtOnce()
{
    WindowSession session(m_home->options({u"BR"_s}));
    const QSignalSpy closing(&session.window, &MainWindow::closing);
    QVERIFY(session.window.close());
    QCOMPARE(closing.size(), 1);
    QVERIFY(question(session) == nullptr);
}

void TestQuitQuestion::asksInMidBatch()
{
    WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-slow"_s), verySlow());
    const QSignalSpy closing(&session.window, &MainWindow::closing);
    session.press();
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Downloading);
    QVERIFY(!session.window.close());
    QCOMPARE(closing.size(), 0);
    QVERIFY(session.downloads.isRunning());
    QPointer<QMessageBox> box = question(session);
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->text().startsWith(u"2 "_s), qPrintable(box->text()));
    QVERIFY(box->informativeText().contains(u"next start"_s));
    answer(*box, QMessageBox::RejectRole);
    QTRY_VERIFY(!box);
    QVERIFY(session.window.isVisible());
    QVERIFY(session.downloads.isRunning());

    QVERIFY(!session.window.close());
    answer(*question(session), QMessageBox::AcceptRole);
    QTRY_VERIFY(!session.window.isVisible());
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(closing.size(), 1);
    QVERIFY(Preferences::load().asksBeforeQuitting);
}

void TestQuitQuestion::enterKeepsDownloading()
{
    WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    for (const auto key : {Qt::Key_Return, Qt::Key_Escape}) {
        session.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&session.window));
        QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(question(session) != nullptr);
        QTest::keyClick(question(session), key);
        QTRY_VERIFY(question(session) == nullptr);
        QVERIFY(session.downloads.isRunning());
        QVERIFY(session.window.isVisible());
    }
}

void TestQuitQuestion::doesNotAskAgain()
{
    for (int run = 0; run < 2; ++run) {
        WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
        session.press();
        QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
        QCOMPARE(session.window.close(), run == 1);
        if (run == 1)
            return;
        question(session)->checkBox()->setChecked(true);
        answer(*question(session), QMessageBox::AcceptRole);
        QTRY_VERIFY(!session.window.isVisible());
    }
}

void TestQuitQuestion::countFollowsTheBatch()
{
    BuiltinServers::Settings scattered;
    scattered.slow.shortestDelay = std::chrono::milliseconds(300);
    scattered.slow.longestDelay = std::chrono::seconds(2);
    const QStringList codes{
        u"BR"_s, u"CN"_s, u"DE"_s, u"EG"_s, u"FR"_s, u"IN"_s, u"JP"_s, u"KE"_s, u"KR"_s, u"MX"_s};
    WindowSession session(m_home->options(codes, u"builtin-slow"_s), scattered);
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    QVERIFY(!session.window.close());
    const QPointer<QMessageBox> box = question(session);
    QVERIFY(box);
    const QString before = box->text();
    QTRY_VERIFY(!box || box->text() != before);
    QVERIFY(box);
}

void TestQuitQuestion::endOfBatchEndsQuestion()
{
    WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    QVERIFY(!session.window.close());
    session.downloads.cancel();
    QTRY_VERIFY(question(session) == nullptr);
    QVERIFY(session.window.isVisible());
}

void TestQuitQuestion::signalNeverAsks()
{
    WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Downloading);
    QTimer::singleShot(0, &session.window, [] { ::raise(SIGTERM); });
    QCOMPARE(runUntilClosed(session.window), 128 + SIGTERM);
    QVERIFY(question(session) == nullptr);
}

FLAGFETCH_TEST(TestQuitQuestion, Widgets)
#include "tst_quitquestion.moc"
