#include "tests/support/testprogram.h"
#include "ui/look/windowplacement.h"
#include "ui/look/windowstyle.h"

#include <QApplication>
#include <QDialog>
#include <QMessageBox>
#include <QScreen>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// Dialogs and other windows with a parent appear over it.
class TestWindowPlacement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void windowsAppearOverTheirParent_data();
    void windowsAppearOverTheirParent();
    void windowIsPlacedAgainEachTime();
    void windowStaysOnTheScreen();
    void windowIsNoLargerThanTheScreen();

private:
    std::unique_ptr<QWidget> m_parent;
};

namespace {
bool isOver(const QWidget &window, const QWidget &parent)
{
    const QPoint distance = window.frameGeometry().center() - parent.frameGeometry().center();
    return distance.manhattanLength() <= 2;
}
} // namespace

void TestWindowPlacement::initTestCase()
{
    QApplication::setStyle(new WindowStyle);
    m_parent = std::make_unique<QWidget>();
    m_parent->setGeometry(120, 90, 500, 400);
    m_parent->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_parent.get()));
}

void TestWindowPlacement::windowsAppearOverTheirParent_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("dialog") << int(Qt::Dialog);
    QTest::newRow("window") << int(Qt::Window);
}

void TestWindowPlacement::windowsAppearOverTheirParent()
{
    QFETCH(const int, flags);
    QWidget window(m_parent.get(), Qt::WindowFlags(flags));
    window.resize(200, 100);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(isOver(window, *m_parent));
    // The place belongs to the window, so that a change of its size does not lose it.
    QVERIFY(window.testAttribute(Qt::WA_Moved));

    QMessageBox question(QMessageBox::Question, u"Title"_s, u"A text that decides the size."_s,
        QMessageBox::Ok, m_parent.get());
    question.open();
    QVERIFY(QTest::qWaitForWindowExposed(&question));
    QVERIFY(isOver(question, *m_parent));
}

void TestWindowPlacement::windowIsPlacedAgainEachTime()
{
    QDialog dialog(m_parent.get());
    dialog.resize(100, 80);
    dialog.open();
    dialog.close();
    m_parent->move(180, 110);
    dialog.open();
    QVERIFY(isOver(dialog, *m_parent));
    m_parent->move(120, 90);
}

void TestWindowPlacement::windowStaysOnTheScreen()
{
    const QRect screen = m_parent->screen()->availableGeometry();
    m_parent->move(screen.bottomRight() - QPoint(100, 100));
    QDialog dialog(m_parent.get());
    dialog.resize(300, 300);
    dialog.open();
    QVERIFY(screen.contains(dialog.frameGeometry()));
    m_parent->move(screen.topLeft() - QPoint(450, 350));
    dialog.close();
    dialog.open();
    QVERIFY(screen.contains(dialog.frameGeometry()));
}

void TestWindowPlacement::windowIsNoLargerThanTheScreen()
{
    const QRect screen = m_parent->screen()->availableGeometry();
    QDialog dialog(m_parent.get());
    dialog.resize(screen.size() + QSize(400, 200));
    dialog.open();
    QVERIFY(screen.contains(dialog.frameGeometry()));
}

FLAGFETCH_TEST(TestWindowPlacement, Widgets)
#include "tst_windowplacement.moc"
