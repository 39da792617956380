#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/header/headerfields.h"
#include "ui/sets/setmenu.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QShortcut>

using namespace windowset;

/// Only Cancel stops a batch, and the rest can be continued at once.
class TestStopping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void enterNeverStops();
    void doubleClickStartsOnce();
    void heldKeyDoesNotStartAgain();
    void cancelHasKey();
    void cancelOffersRest_data();
    void cancelOffersRest();
    void filesThatExistAreNotMissing();
    void pressAtTheEndStartsNothing();
    void clickThatBeganBeforeTheEndStartsNothing();

private:
    [[nodiscard]] bool isStillRunning(const WindowSession &session) const;

    const QStringList m_four{u"BR"_s, u"DE"_s, u"FR"_s, u"JP"_s};
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

/// As the keyboard does while a key is held.
void repeatKey(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QKeyEvent press(QEvent::KeyPress, key, modifiers, QString(), true);
    QCoreApplication::sendEvent(widget, &press);
}

void doubleClick(QWidget *button)
{
    const QPointF place(button->width() * 3 / 4.0, button->height() / 2.0); // not between Pause and Cancel
    const QPointF global = button->mapToGlobal(place);
    QWidget *window = button->window();
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease, QEvent::MouseButtonDblClick,
             QEvent::MouseButtonRelease}) {
        // The second click meets what has replaced the first button.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QWidget *there = window->childAt(window->mapFromGlobal(global).toPoint());
        const bool isPressed = type != QEvent::MouseButtonRelease;
        QMouseEvent event(type, there->mapFromGlobal(global), global, Qt::LeftButton,
            isPressed ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(there, &event);
    }
}

} // namespace

void TestStopping::initTestCase()
{
    installTranslation(*qApp);
}

void TestStopping::init()
{
    m_home = std::make_unique<WindowFolders>();
}

bool TestStopping::isStillRunning(const WindowSession &session) const
{
    QTest::qWait(1); // a shortcut may act from the event loop
    return session.downloads.isRunning() && session.count(FlagState::Cancelled) == 0;
}

// Regression: a second Enter cancelled 17 of 20 flags.
void TestStopping::enterNeverStops()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    session.part<DownloadButton>()->setFocus();
    QTest::keyClick(session.part<DownloadButton>(), Qt::Key_Return);
    QTRY_VERIFY(session.downloads.isRunning());
    for (QWidget *widget : std::initializer_list<QWidget *>{QApplication::focusWidget(),
             session.part<FlagGrid>(), session.part<SearchField>(), session.cancel(), session.pause()}) {
        widget->setFocus();
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
            QTest::keyClick(widget, key);
            QTest::keyClick(widget, key, Qt::ControlModifier);
            repeatKey(widget, key);
        }
        QVERIFY2(isStillRunning(session), widget->metaObject()->className());
        QVERIFY(!session.downloads.progress().isPaused);
    }
}

void TestStopping::doubleClickStartsOnce()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    doubleClick(session.part<DownloadButton>());
    QVERIFY(isStillRunning(session));
    doubleClick(session.cancel());
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(session.count(FlagState::Cancelled), 4);
}

// Regression: a held Enter started the next batch as soon as a short one had ended.
void TestStopping::heldKeyDoesNotStartAgain()
{
    const WindowSession session(m_home->options(m_four));
    const QSignalSpy states(&session.downloads, &SessionClient::stateChanged);
    session.part<FlagGrid>()->setFocus();
    repeatKey(session.part<FlagGrid>(), Qt::Key_Return);
    repeatKey(session.part<DownloadButton>(), Qt::Key_Return);
    const auto shortcuts = session.part<BatchButtons>()->findChildren<QShortcut *>();
    QCOMPARE(shortcuts.size(), 4);
    for (const QShortcut *shortcut : shortcuts)
        QVERIFY2(!shortcut->autoRepeat(), qPrintable(shortcut->key().toString()));
    QCOMPARE(states.count(), 0);
}

void TestStopping::cancelHasKey()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(session.downloads.isRunning());
    QVERIFY2(session.cancel()->toolTip().contains(u"Ctrl+."_s), qPrintable(session.cancel()->toolTip()));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(session.count(FlagState::Cancelled), 4);
}

// Regression: the underlined letter did nothing.
void TestStopping::cancelOffersRest_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::newRow("key") << QKeySequence(Qt::CTRL | Qt::Key_R);
    QTest::newRow("mnemonic") << QKeySequence::mnemonic(u"Cont&inue"_s);
}

void TestStopping::cancelOffersRest()
{
    QFETCH(const QKeySequence, key);
    WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Downloading);
    session.press(); // Cancel
    QTRY_VERIFY(session.offer()->isVisible());
    QCOMPARE(session.offer()->text().remove(u'&'), u"Continue"_s);
    QVERIFY2(session.message().contains(u"4 of 4 flags are still missing"_s), qPrintable(session.message()));
    BuiltinServers::Settings fast;
    fast.slow = {};
    session.servers.setSettings(fast);
    QTest::keyClick(session.part<FlagGrid>(), key[0].key(), key[0].keyboardModifiers());
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 4, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(!session.offer()->isVisible());
    QCOMPARE(m_home->files().size(), 4);
}

// Regression: "20 of 20 flags are still missing" after a second download of the same flags was stopped.
void TestStopping::filesThatExistAreNotMissing()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({u"BR"_s, u"FR"_s, u"JP"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Downloading);
    session.press(); // Cancel
    QTRY_VERIFY(session.offer()->isVisible());
    QVERIFY2(session.message().contains(u"1 of 3 flags are still missing"_s), qPrintable(session.message()));
    QVERIFY(QFile::remove(path(*m_home, u"BR-Brazil.svg"_s)));
    QCOMPARE(readSetSummary(m_home->path(u"flags"_s)).pending->missing, 2);
}

// Regression: Cancel was where Download is, so that a click or a key at the end of a batch started the next
// one.
void TestStopping::pressAtTheEndStartsNothing()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.count(FlagState::Downloading), 4);
    session.pause()->setFocus();
    auto *main = session.part<DownloadButton>();
    bool wasPressed = false;
    connect(&session.downloads, &SessionClient::finished, main, [&] { // as soon as the button is there
        QVERIFY(main->isVisible() && !main->isSettled());
        QTest::mouseClick(main, Qt::LeftButton);
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
            QTest::keyClick(main, key);
        wasPressed = true;
    });
    session.downloads.cancel();
    QTRY_VERIFY(wasPressed);
    QVERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(main->isSettled());
    QTest::mouseClick(main, Qt::LeftButton);
    QTRY_VERIFY(session.downloads.isRunning());
}

void TestStopping::clickThatBeganBeforeTheEndStartsNothing()
{
    const WindowSession session(m_home->options(m_four, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.count(FlagState::Downloading), 4);
    auto *main = session.part<DownloadButton>();
    QTest::mousePress(session.cancel(), Qt::LeftButton);
    session.downloads.cancel();
    QTRY_VERIFY(main->isVisible() && main->isSettled());
    QTest::mouseRelease(main, Qt::LeftButton);
    QVERIFY(!session.downloads.isRunning());
}

FLAGFETCH_TEST(TestStopping, Widgets)
#include "tst_stopping.moc"
