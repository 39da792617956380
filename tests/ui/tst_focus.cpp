#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/footer/folderrow.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"

#include <QComboBox>
#include <QSignalSpy>

#include <algorithm>

/// The focus is after an operation where it was before, although controls are hidden and disabled meanwhile.
class TestFocus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void downloadButtonKeepsFocus();
    void disabledFieldGetsFocusBack();
    void hiddenRetryDoesNotPassFocusOn();
    void clickLeavesFocus();
    void focusStaysWhereUserWorks();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

QComboBox *shownSource(const WindowSession &session)
{
    const auto combos = session.part<SourceChooser>()->findChildren<QComboBox *>();
    const auto shown = std::ranges::find_if(combos, &QWidget::isVisible);
    return shown == combos.end() ? nullptr : *shown;
}

} // namespace

void TestFocus::initTestCase()
{
    installTranslation(*qApp);
}

void TestFocus::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestFocus::downloadButtonKeepsFocus()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.part<DownloadButton>()->setFocus();
    QTest::keyClick(session.part<DownloadButton>(), Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), session.pause());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_COMPARE(QApplication::focusWidget(), session.part<DownloadButton>());
}

// Regression: the focus jumped into the number "at once" after Ctrl+Return.
void TestFocus::disabledFieldGetsFocusBack()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    QComboBox *source = shownSource(session);
    source->setFocus();
    QCOMPARE(QApplication::focusWidget(), source);
    QTest::keyClick(source, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!source->isEnabled());
    QCOMPARE(QApplication::focusWidget(), session.part<FlagGrid>());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Period, Qt::ControlModifier); // Cancel
    QTRY_VERIFY(source->isEnabled());
    QCOMPARE(QApplication::focusWidget(), source);
}

// Regression: the focus jumped to Open after Retry.
void TestFocus::hiddenRetryDoesNotPassFocusOn()
{
    WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-faulty"_s), faultyBy(1));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY(session.offer()->isVisible());
    session.offer()->setFocus();
    QTest::keyClick(session.offer(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30'000); // all failed again
    QTRY_VERIFY(session.offer()->isVisible());
    QCOMPARE(QApplication::focusWidget(), session.offer());

    session.servers.setSettings(faultyBy(0));
    QTest::keyClick(session.offer(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 2, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QCOMPARE(QApplication::focusWidget(), session.part<FlagGrid>());
}

void TestFocus::clickLeavesFocus()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    auto *search = session.part<SearchField>();
    search->setFocus();
    session.press();
    QCOMPARE(QApplication::focusWidget(), search);
    session.press(); // Cancel
    QTRY_VERIFY(!session.downloads.isRunning());
    QTRY_VERIFY(session.offer()->isVisible());
    QTest::mouseClick(session.offer(), Qt::LeftButton);
    QTRY_VERIFY(session.downloads.isRunning());
    QCOMPARE(QApplication::focusWidget(), search);
}

void TestFocus::focusStaysWhereUserWorks()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    QComboBox *source = shownSource(session);
    source->setFocus();
    QTest::keyClick(source, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), session.part<FlagGrid>());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Right);
    session.press(); // Cancel
    QTRY_VERIFY(source->isEnabled());
    QCOMPARE(QApplication::focusWidget(), session.part<FlagGrid>());
}

FLAGFETCH_TEST(TestFocus, Widgets)
#include "tst_focus.moc"
