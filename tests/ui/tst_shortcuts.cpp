#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/keys.h"

#include <QAction>
#include <QComboBox>
#include <QRegularExpression>
#include <QShortcut>
#include <QShortcutEvent>

/// The keys of the window: each works from every field, and the tooltips name the keys that work.
class TestShortcuts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void allWorkFromEveryField_data();
    void allWorkFromEveryField();
    void fieldsLeaveKeysToShortcuts();
    void toolTipsNameWorkingKeys();
    void chipsShowTheirCategory();
    void newTextKeepsKey();
    void editingKeysStayWithTheText();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

struct Key
{
    QKeySequence key;
    const QObject *owner = nullptr;
};

/// The available keys of the window and of its menus.
QList<Key> keysOf(const QWidget &window)
{
    QList<Key> keys;
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        const auto shortcuts
            = action->isEnabled() && action->isVisible() ? action->shortcuts() : QList<QKeySequence>();
        for (const QKeySequence &key : shortcuts)
            keys.append({key, action});
    }
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && button->isEnabled() && !button->shortcut().isEmpty())
            keys.append({button->shortcut(), button});
    }
    const auto shortcuts = window.findChildren<QShortcut *>();
    for (const QShortcut *shortcut : shortcuts) {
        const bool isForAll
            = shortcut->context() == Qt::WindowShortcut || shortcut->context() == Qt::ApplicationShortcut;
        if (shortcut->isEnabled() && isForAll)
            keys.append({shortcut->key(), shortcut});
    }
    return keys;
}

/// Records the shortcut that a key press has reached, and lets none of them act.
class ShortcutRecorder final : public QObject
{
public:
    ShortcutRecorder() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Shortcut)
            return false;
        if (!static_cast<const QShortcutEvent *>(event)->isAmbiguous())
            m_reached = watched;
        return true;
    }

    [[nodiscard]] const QObject *reachedBy(const QKeySequence &key, QWidget *focus)
    {
        m_reached = nullptr;
        QTest::keyClick(focus, key[0].key(), key[0].keyboardModifiers());
        return m_reached;
    }

private:
    const QObject *m_reached = nullptr;
};

/// Makes every chip and the offer of the message line visible, so that their keys are available.
void showEverything(const WindowSession &session)
{
    QCoreApplication::processEvents(); // the refresh that the start has scheduled
    CategoryCounts counts;
    for (const auto state : {FlagState::Saved, FlagState::Unchanged, FlagState::NotFound, FlagState::Failed,
             FlagState::Cancelled})
        counts.add({.state = state, .isTicked = true, .isChanged = true, .isRequested = true});
    for (const auto file : {FileCondition::Whole, FileCondition::Damaged})
        counts.add({.file = file});
    counts.add({.isCountry = false});
    session.part<CategoryBar>()->setCounts(counts);
    session.part<MessageLine>()->setMessage({.kind = Message::Kind::FailedFlags,
                                                .text = u"A flag failed."_s,
                                                .offer = Offer::RetryFailed,
                                                .canBeDismissed = true},
        0, 2);
}

} // namespace

void TestShortcuts::initTestCase()
{
    installTranslation(*qApp);
}

void TestShortcuts::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestShortcuts::allWorkFromEveryField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("editsText");
    QTest::newRow("search") << QByteArray("SearchField") << true;
    QTest::newRow("limit") << QByteArray("LimitBox") << true;
    QTest::newRow("source") << QByteArray("QComboBox") << false;
    QTest::newRow("size") << QByteArray("QSlider") << false;
    QTest::newRow("countries") << QByteArray("FlagGrid") << false;
}

void TestShortcuts::allWorkFromEveryField()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, editsText);
    const WindowSession session(m_home->options({u"BR"_s}));
    showEverything(session);
    const auto widgets = session.window.findChildren<QWidget *>();
    const auto focus = std::ranges::find_if(widgets, [&field](const QWidget *widget) {
        return widget->isVisible() && widget->metaObject()->className() == field;
    });
    QVERIFY(focus != widgets.end());
    (*focus)->setFocus();
    QVERIFY((*focus)->hasFocus());

    const QList<Key> keys = keysOf(session.window);
    QVERIFY2(keys.size() > 25, qPrintable(QString::number(keys.size())));
    ShortcutRecorder recorder;
    QStringList dead;
    for (const Key &key : keys) {
        if (!(editsText && isTextEditingKey(key.key)) && recorder.reachedBy(key.key, *focus) != key.owner)
            dead.append(key.key.toString());
    }
    QCOMPARE(dead, QStringList());
}

// QLineEdit takes this key on every platform, and Ctrl+E only on X11 and Wayland.
void TestShortcuts::fieldsLeaveKeysToShortcuts()
{
    WindowSession session(m_home->options({u"BR"_s}));
    const QShortcut taken(QKeySequence(Qt::CTRL | Qt::Key_Home), &session.window);
    ShortcutRecorder recorder;
    for (QWidget *field : {static_cast<QWidget *>(session.part<SearchField>()),
             static_cast<QWidget *>(session.part<LimitBox>())}) {
        field->setFocus();
        QCOMPARE(recorder.reachedBy(taken.key(), field), &taken);
    }
}

void TestShortcuts::toolTipsNameWorkingKeys()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    static const QRegularExpression inBrackets(u"\\(([^()]+)\\)"_s);
    for (const bool isRunning : {false, true}) {
        if (isRunning) {
            session.press();
            QTRY_VERIFY(session.pause()->isVisible());
        }
        showEverything(session);
        QSet<QKeySequence> known;
        const QList<Key> keys = keysOf(session.window);
        for (const Key &key : keys)
            known.insert(key.key);
        int named = 0;
        const auto widgets = session.window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || !widget->isEnabled())
                continue;
            for (const auto &match : inBrackets.globalMatch(widget->toolTip())) {
                const auto key = QKeySequence::fromString(match.captured(1), QKeySequence::NativeText);
                if (key.toString(QKeySequence::NativeText) != match.captured(1)
                    || key[0].key() == Qt::Key_unknown)
                    continue; // not a key
                ++named;
                QVERIFY2(known.contains(key), qPrintable(widget->toolTip()));
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                if (button != nullptr && !button->shortcut().isEmpty()
                    && button->shortcut() != QKeySequence::mnemonic(button->text()))
                    QCOMPARE(button->shortcut(), key);
            }
        }
        QVERIFY2(named >= 12, qPrintable(QString::number(named)));
        const auto chips = session.part<CategoryBar>()->findChildren<CategoryChip *>();
        for (const CategoryChip *chip : chips)
            QVERIFY2(chip->toolTip().contains(u"(Alt+"_s), qPrintable(chip->toolTip()));
    }
}

void TestShortcuts::chipsShowTheirCategory()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    auto *search = session.part<SearchField>();
    search->setFocus();
    QTest::keyClick(search, Qt::Key_2, Qt::AltModifier);
    // A button that is pressed by its key acts after a moment.
    QTRY_COMPARE(session.part<CategoryBar>()->category(), FlagCategory::Ticked);
    QCOMPARE(session.part<FlagGrid>()->model()->rowCount(), 2);
    QTest::keyClick(search, Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);
}

void TestShortcuts::newTextKeepsKey()
{
    QPushButton button;
    setButtonTexts(button, {u"Pause"_s, u"Pause it"_s, QKeySequence(Qt::CTRL | Qt::Key_P)});
    setButtonTexts(button, {u"&Continue"_s, u"Continue it"_s, QKeySequence(Qt::CTRL | Qt::Key_P)});
    QCOMPARE(button.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_P));
    QCOMPARE(button.toolTip(), u"Continue it (Ctrl+P)"_s);
    setButtonTexts(button, {u"&Stop"_s, u"Stop it"_s});
    QCOMPARE(button.shortcut(), QKeySequence(Qt::ALT | Qt::Key_S));
    QCOMPARE(button.toolTip(), u"Stop it"_s);
}

void TestShortcuts::editingKeysStayWithTheText()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *search = session.part<SearchField>();
    search->setFocus();
    QTest::keyClicks(search, u"bra"_s);
    QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(search->selectedText(), u"bra"_s);
    QTest::keyClick(search, Qt::Key_Delete);
    QTest::keyClick(search, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(search->text(), u"bra"_s);
    QCOMPARE(session.buttonText(), u"Download 1 flag"_s); // nothing else was ticked
}

FLAGFETCH_TEST(TestShortcuts, Widgets)
#include "tst_shortcuts.moc"
