#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/compare/comparewindow.h"
#include "ui/details/detailspanel.h"
#include "ui/details/savecopydialog.h"
#include "ui/exports/exportdialog.h"
#include "ui/files/conflictchoice.h"
#include "ui/files/namepreview.h"
#include "ui/files/namesdialog.h"
#include "ui/header/faultsettingsdialog.h"
#include "ui/header/savedselections.h"
#include "ui/lab/labwindow.h"
#include "ui/lesson/threewayswindow.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/sets/verifydialog.h"
#include "ui/sources/sourceoptionspopup.h"
#include "ui/sources/sourcesdialog.h"
#include "ui/timeline/timelinepanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QMenuBar>

/// Mnemonics are unique: no two controls of a window and no two entries of a menu have the same letter.
class TestMnemonics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void windowMnemonicsAreUnique();
    void menuMnemonicsAreUnique();
    void dialogMnemonicsAreUnique();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {
/// Fixed texts of the standard buttons, because their mnemonics depend on the platform.
const QHash<QDialogButtonBox::StandardButton, QString> standardTexts{{QDialogButtonBox::Ok, u"&OK"_s},
    {QDialogButtonBox::Cancel, u"&Cancel"_s}, {QDialogButtonBox::Close, u"&Close"_s},
    {QDialogButtonBox::Save, u"&Save"_s}};

QString textOf(const QAbstractButton &button)
{
    const auto *box = qobject_cast<const QDialogButtonBox *>(button.parentWidget());
    const auto *standard = box == nullptr ? nullptr : &button;
    const auto which = standard == nullptr ? QDialogButtonBox::NoButton
                                           : box->standardButton(const_cast<QAbstractButton *>(standard));
    return standardTexts.value(which, button.text());
}

/// The texts of all widgets in the window, visible or hidden.
QStringList textsIn(const QWidget &window)
{
    QStringList texts;
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->window() != window.window())
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(textOf(*button));
        if (const auto *label = qobject_cast<const QLabel *>(widget); label != nullptr && label->buddy())
            texts.append(label->text());
        if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            texts.append(box->title());
        if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            const auto actions = bar->actions();
            for (const QAction *action : actions)
                texts.append(action->text());
        }
    }
    texts.removeDuplicates(); // the same text in different states
    return texts;
}

/// Two texts with the same letter, such as "&Help and C&hange…". Empty if there are none.
QString collision(const QStringList &texts)
{
    QHash<QString, QString> textOfKey;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        if (textOfKey.contains(key))
            return textOfKey.value(key) + u" and "_s + text;
        textOfKey.insert(key, text);
    }
    return {};
}
} // namespace

void TestMnemonics::initTestCase()
{
    installTranslation(*qApp);
}

void TestMnemonics::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestMnemonics::windowMnemonicsAreUnique()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.part<DetailsPanel>()->open();
    session.part<TimelinePanel>()->toggle()->setChecked(true);
    QTRY_VERIFY(session.part<TimelinePanel>()->page() != nullptr);
    QStringList texts = textsIn(session.window);
    session.press();
    QTRY_VERIFY(session.pause()->isVisible());
    texts += textsIn(session.window);
    for (const auto offer :
        {Offer::RetryFailed, Offer::Continue, Offer::ResumePending, Offer::ShowChanges, Offer::Repair}) {
        session.part<MessageLine>()->setMessage(
            {.text = u"x"_s, .offer = offer, .canBeDismissed = true}, 0, 2);
        texts += textsIn(session.window);
    }
    texts.removeDuplicates();
    QVERIFY(texts.contains(u"&Retry failed"_s));
    QCOMPARE(collision(texts), QString());
}

void TestMnemonics::menuMnemonicsAreUnique()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto menus = session.window.findChildren<QMenu *>();
    QVERIFY(menus.size() >= 5);
    for (const QMenu *menu : menus) {
        QStringList texts;
        const auto actions = menu->actions();
        for (const QAction *action : actions)
            texts.append(action->text());
        QVERIFY2(collision(texts).isEmpty(), qPrintable(collision(texts)));
    }
}

void TestMnemonics::dialogMnemonicsAreUnique()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const NameExamples examples(session.catalogue, session.sources.sources().first());
    SourceRegistry registry(session.sources, {}, {}, m_home->path(u"sources.json"_s));
    BuiltinServers servers({});
    const NamesDialog names({}, examples, nullptr);
    const ConflictQuestion question(1, 2, m_home->path(u"flags"_s), nullptr);
    ExportDialog exports(m_home->path(u"flags"_s), {}, nullptr);
    const SourcesDialog sources(registry, session.catalogue, servers, {}, nullptr);
    const FaultSettingsDialog slow(Embedded::Slow, {}, nullptr);
    const FaultSettingsDialog faulty(Embedded::Faulty, {}, nullptr);
    const SelectionsDialog selections({{u"mine"_s, {u"BR"_s}}}, nullptr);
    const VerifyDialog verify(m_home->path(u"flags"_s), session.catalogue, nullptr);
    const CompareWindow compare(registry, servers, {}, {}, u"builtin"_s, nullptr);
    RunningActivity activity;
    const ThreeWaysWindow ways(session.catalogue, session.sources.sources().first(), {}, activity, nullptr);
    const LabWindow lab({.catalogue = session.catalogue,
        .registry = registry,
        .picturesFolder = {},
        .transfer = {},
        .activity = activity});
    const SourceOptionsPopup popup(nullptr);
    const PreferencesDialog preferences(defaultPreferenceValues(), examples, {}, nullptr);
    // The mnemonics of hidden pages do nothing.
    const auto pages = preferences.findChildren<PreferencesPage *>();
    QCOMPARE(pages.size(), 5);
    for (const PreferencesPage *page : pages) {
        const QStringList texts = textsIn(*page) + textsIn(*preferences.findChild<QDialogButtonBox *>());
        QVERIFY2(collision(texts).isEmpty(), qPrintable(collision(texts)));
    }
    const SaveCopyDialog copy({}, nullptr);
    for (const QWidget *dialog : std::initializer_list<const QWidget *>{&names, &question, &exports, &sources,
             &slow, &faulty, &selections, &verify, &compare, &ways, &lab, &popup, &copy}) {
        const QStringList texts = textsIn(*dialog);
        QVERIFY2(!texts.isEmpty(), dialog->metaObject()->className());
        QVERIFY2(collision(texts).isEmpty(), qPrintable(collision(texts)));
    }
}

FLAGFETCH_TEST(TestMnemonics, Widgets)
#include "tst_mnemonics.moc"
