#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/sources/sourcesdialog.h"
#include "ui/window/windowmenus.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>

using namespace windowset;

/// Ctrl+Q in the other windows of the program.
class TestQuitKey final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void quitsFromEveryWindow_data();
    void quitsFromEveryWindow();
    void quitsFromWindowOfMenu_data();
    void quitsFromWindowOfMenu();
    void unsavedSourceIsAskedAbout();
    void questionWaitsForItsAnswer();

private:
    /// The window that has become active besides the main window; null if none has.
    [[nodiscard]] static QWidget *otherWindow(const WindowSession &session);
    static void pressQuit();

    std::unique_ptr<WindowFolders> m_home;
};

void TestQuitKey::initTestCase()
{
    installTranslation(*qApp);
}

void TestQuitKey::init()
{
    m_home = std::make_unique<WindowFolders>();
}

QWidget *TestQuitKey::otherWindow(const WindowSession &session)
{
    const bool isThere = QTest::qWaitFor([&session] {
        const QWidget *active = QApplication::activeWindow();
        return active != nullptr && active != &session.window;
    });
    return isThere ? QApplication::activeWindow() : nullptr;
}

void TestQuitKey::pressQuit()
{
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(
        focused != nullptr ? focused : QApplication::activeWindow(), Qt::Key_Q, Qt::ControlModifier);
}

void TestQuitKey::quitsFromEveryWindow_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("lab") << (Qt::CTRL | Qt::Key_F8).toCombined();
    QTest::newRow("three ways") << (Qt::CTRL | Qt::Key_F1).toCombined();
    QTest::newRow("lesson") << (Qt::SHIFT | Qt::Key_F1).toCombined();
    QTest::newRow("help") << int(Qt::Key_F1);
    QTest::newRow("shortcuts") << (Qt::CTRL | Qt::Key_Question).toCombined();
    QTest::newRow("verification of a set") << int(Qt::Key_F7);
    QTest::newRow("export") << (Qt::CTRL | Qt::Key_E).toCombined();
    QTest::newRow("names") << (Qt::CTRL | Qt::Key_N).toCombined();
    QTest::newRow("preferences") << (Qt::CTRL | Qt::Key_Comma).toCombined();
}

void TestQuitKey::quitsFromEveryWindow()
{
    QFETCH(const int, key);
    QVERIFY(download(*m_home, {u"BR"_s}));
    const WindowSession session(m_home->options({u"BR"_s}));
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Saved);
    const auto combination = QKeyCombination::fromCombined(key);
    QTest::keyClick(session.part<FlagGrid>(), combination.key(), combination.keyboardModifiers());
    QVERIFY(otherWindow(session) != nullptr);
    pressQuit();
    QTRY_VERIFY(!session.window.isVisible());
}

void TestQuitKey::quitsFromWindowOfMenu_data()
{
    QTest::addColumn<bool>("compares");
    QTest::newRow("compare") << true;
    QTest::newRow("sources") << false;
}

void TestQuitKey::quitsFromWindowOfMenu()
{
    QFETCH(const bool, compares);
    const WindowSession session(m_home->options({u"BR"_s}));
    if (compares)
        session.part<SourcesMenu>()->compare();
    else
        session.part<SourcesMenu>()->manage();
    QVERIFY(otherWindow(session) != nullptr);
    pressQuit();
    QTRY_VERIFY(!session.window.isVisible());
}

void TestQuitKey::unsavedSourceIsAskedAbout()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    session.part<SourcesMenu>()->manage();
    auto *dialog = session.part<SourcesDialog>();
    QCOMPARE(otherWindow(session), dialog);
    QTest::keyClick(dialog, Qt::Key_A, Qt::AltModifier); // Add
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
    QTest::keyClicks(QApplication::focusWidget(), u"My flags"_s);
    pressQuit();
    QTRY_VERIFY(dialog->findChild<QMessageBox *>() != nullptr);
    QVERIFY(session.window.isVisible());
    QVERIFY(dialog->isVisible());
}

void TestQuitKey::questionWaitsForItsAnswer()
{
    WindowSession session(m_home->options({u"BR"_s}));
    QMessageBox question(
        QMessageBox::Question, u"Title"_s, u"Text"_s, QMessageBox::Ok | QMessageBox::Cancel, &session.window);
    question.open();
    QCOMPARE(otherWindow(session), &question);
    pressQuit();
    QCoreApplication::sendPostedEvents();
    QVERIFY(question.isVisible());
    QVERIFY(session.window.isVisible());
}

FLAGFETCH_TEST(TestQuitKey, Widgets)
#include "tst_quitkey.moc"
