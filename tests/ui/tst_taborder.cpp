#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/compare/comparewindow.h"
#include "ui/details/savecopydialog.h"
#include "ui/exports/exportdialog.h"
#include "ui/files/conflictchoice.h"
#include "ui/files/namepreview.h"
#include "ui/files/namesdialog.h"
#include "ui/header/faultsettingsdialog.h"
#include "ui/header/savedselections.h"
#include "ui/look/windowstyle.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/sets/verifydialog.h"
#include "ui/sources/sourcesdialog.h"

#include <QAbstractButton>
#include <QDialogButtonBox>

/// Tab reaches every control of a dialog that takes the focus.
class TestTabOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tabReachesEveryControl();
    void buttonsFollowFromLeftToRight();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

/// A name for messages.
QString nameOf(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const QString text = button == nullptr ? widget.accessibleName() : button->text();
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + text;
}

/// The controls that Tab reaches, in order, until it comes back to one.
QList<QWidget *> reachedByTab(QWidget &dialog)
{
    QList<QWidget *> reached;
    QWidget *focused = dialog.focusWidget();
    for (; focused != nullptr && !reached.contains(focused); focused = dialog.focusWidget()) {
        reached.append(focused);
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    return reached;
}

QStringList missedByTab(QWidget &dialog)
{
    const QList<QWidget *> reached = reachedByTab(dialog);
    QStringList missed;
    const auto widgets = dialog.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool takesFocus
            = widget->focusPolicy() == Qt::StrongFocus || widget->focusPolicy() == Qt::WheelFocus;
        const bool isPart = widget->focusProxy() != nullptr; // such as the field of a spin box
        if (takesFocus && !isPart && widget->isVisible() && widget->isEnabled() && widget->window() == &dialog
            && !reached.contains(widget))
            missed.append(nameOf(*widget));
    }
    return missed;
}

bool showActive(QWidget &dialog)
{
    dialog.show();
    dialog.activateWindow();
    return QTest::qWaitForWindowActive(&dialog);
}

} // namespace

void TestTabOrder::initTestCase()
{
    installTranslation(*qApp);
    QApplication::setStyle(new WindowStyle);
}

void TestTabOrder::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestTabOrder::tabReachesEveryControl()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const NameExamples examples(session.catalogue, session.sources.sources().first());
    SourceRegistry registry(session.sources, {}, {}, m_home->path(u"sources.json"_s));
    BuiltinServers servers({});
    NamesDialog names({}, examples, nullptr);
    ConflictQuestion question(1, 2, m_home->path(u"flags"_s), nullptr);
    ExportDialog exports(m_home->path(u"flags"_s), {}, nullptr);
    SourcesDialog sources(registry, session.catalogue, servers, {}, nullptr);
    FaultSettingsDialog slow(Embedded::Slow, {}, nullptr);
    SelectionsDialog selections({{u"mine"_s, {u"BR"_s}}}, nullptr);
    VerifyDialog verify(m_home->path(u"flags"_s), session.catalogue, nullptr);
    CompareWindow compare(registry, servers, {}, {}, u"builtin"_s, nullptr);
    PreferencesDialog preferences(defaultPreferenceValues(), examples, {}, nullptr);
    SaveCopyDialog copy({}, nullptr);
    for (QWidget *dialog : std::initializer_list<QWidget *>{&names, &question, &exports, &sources, &slow,
             &selections, &verify, &compare, &preferences, &copy}) {
        QVERIFY2(showActive(*dialog), dialog->metaObject()->className());
        QVERIFY2(!reachedByTab(*dialog).isEmpty(), dialog->metaObject()->className());
        const QStringList missed = missedByTab(*dialog);
        QVERIFY2(missed.isEmpty(),
            qPrintable(u"%1: %2"_s.arg(
                QString::fromLatin1(dialog->metaObject()->className()), missed.join(u", "_s))));
        dialog->close();
    }
}

void TestTabOrder::buttonsFollowFromLeftToRight()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const NameExamples examples(session.catalogue, session.sources.sources().first());
    NamesDialog names({}, examples, nullptr);
    QVERIFY(showActive(names));
    int former = -1;
    int buttons = 0;
    const QList<QWidget *> reached = reachedByTab(names);
    for (const QWidget *widget : reached) {
        if (qobject_cast<const QDialogButtonBox *>(widget->parentWidget()) == nullptr)
            continue;
        QVERIFY2(widget->x() > former, qPrintable(nameOf(*widget)));
        former = widget->x();
        ++buttons;
    }
    QCOMPARE(buttons, 3);
}

FLAGFETCH_TEST(TestTabOrder, Widgets)
#include "tst_taborder.moc"
