#include "tests/support/testprogram.h"
#include "ui/look/windowstyle.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Tooltips show texts from servers and shared files, which may have tags.
class TestToolTips final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void toolTipsShowPlainText_data();
    void toolTipsShowPlainText();
};

namespace {

QLabel *shownToolTip()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto label = std::ranges::find_if(windows,
        [](const QWidget *window) { return window->windowType() == Qt::ToolTip && window->isVisible(); });
    return label == windows.end() ? nullptr : qobject_cast<QLabel *>(*label);
}

} // namespace

void TestToolTips::initTestCase()
{
    QApplication::setStyle(new WindowStyle);
}

void TestToolTips::cleanup()
{
    QToolTip::hideText();
}

void TestToolTips::toolTipsShowPlainText_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("plain") << u"Built-in"_s;
    QTest::newRow("tag") << u"<b>Built-in</b>"_s;
    QTest::newRow("file") << u"<img src=\"/dev/null\">"_s;
    QTest::newRow("entity") << u"a &lt; b"_s;
}

void TestToolTips::toolTipsShowPlainText()
{
    QFETCH(const QString, text);

    QVERIFY(text.startsWith(u'B') || Qt::mightBeRichText(text));
    QWidget window;
    window.setToolTip(text);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QHelpEvent help(QEvent::ToolTip, {1, 1}, window.mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(&window, &help);
    QTRY_VERIFY(shownToolTip() != nullptr);
    QCOMPARE(shownToolTip()->text(), text);
    QCOMPARE(shownToolTip()->textFormat(), Qt::PlainText);
}

FLAGFETCH_TEST(TestToolTips, Widgets)
#include "tst_tooltips.moc"
