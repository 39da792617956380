#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/files/filerulesform.h"
#include "ui/files/filesettings.h"
#include "ui/footer/folderrow.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/look/windowstyle.h"
#include "ui/preferences/appearancepage.h"
#include "ui/preferences/faultspage.h"
#include "ui/preferences/filespage.h"
#include "ui/preferences/generalpage.h"
#include "ui/preferences/networkpage.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/window/preferencescontrol.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>

using namespace std::chrono_literals;

/// The dialog Preferences: each value is stored, applies, and has a way back.
class TestPreferences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyValueIsStoredAndReadAgain();
    void defaultsLeaveNoKeys();
    void invalidValuesBecomeDefaults();
    void shortcutOpensTheDialog();
    void keysTurnThePages();
    void everyPageIsWhollyVisible();
    void cancelChangesNothing();
    void restoreDefaultsIsForThePage();
    void restoreAllIsForEveryPage();
    void startFolderIsUsedAtTheNextStart();
    void languageIsStoredAndNoticed();
    void quitQuestionAndNotificationAreStored();
    void fileRulesApplyAtOnce();
    void limitLowersThatOfTheSource();
    void deadlineAppliesToTheNextDownload();
    void proxyAppliesToTheNextDownload();
    void addressOfProxyIsChecked_data();
    void addressOfProxyIsChecked();
    void coloursAndSizeApplyAtOnce();
    void reducedMotionTurnsAnimationsOff();
    void simulatedFaultsApplyAndAreKept();
    void adjustedFaultsAreKept();
    void blockedLoopIsShownWhileOn();
    void commandLineWinsAndIsNamed();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

Preferences unusual()
{
    Preferences set;
    set.language = u"zh-CN"_s;
    set.startFolder = u"/flags"_s;
    set.asksBeforeQuitting = false;
    set.notifiesOfBatchEnd = false;
    set.mostAtOnce = 7;
    set.deadline = 90s;
    set.proxyChoice = ProxyChoice::Given;
    set.proxy = u"socks5://proxy.example:1080"_s;
    set.colours = ColourScheme::Dark;
    set.reducesMotion = true;
    set.slow.shortestDelay = 250ms;
    set.slow.longestDelay = 1500ms;
    set.slow.seed = 3;
    set.faulty.errorRate = 0.75;
    set.faulty.seed = 4;
    set.blockedLoop = 250ms;
    return set;
}

/// Opens the dialog of a window.
PreferencesDialog *openDialog(const WindowSession &session)
{
    session.part<PreferencesControl>()->open();
    return session.part<PreferencesDialog>();
}

template <typename Widget>
Widget *field(const QWidget *page, int number = 0)
{
    return page->findChildren<Widget *>().value(number);
}

void press(const PreferencesDialog *dialog, const QString &text)
{
    const auto buttons = dialog->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == text)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

/// Accepts the dialog, and waits until what it stores is written.
void accept(const WindowSession &session, const PreferencesDialog *dialog)
{
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(session.part<PreferencesDialog>() == nullptr);
    openDialog(session)->reject(); // waits for the disk before it reads the settings
    QTRY_VERIFY(session.part<PreferencesDialog>() == nullptr);
}

} // namespace

void TestPreferences::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestPreferences::cleanup()
{
    applyColourScheme(ColourScheme::System);
    WindowStyle::setMotionReduced(false);
}

void TestPreferences::everyValueIsStoredAndReadAgain()
{
    unusual().store();
    QVERIFY(Preferences::load() == unusual());
}

void TestPreferences::defaultsLeaveNoKeys()
{
    unusual().store();
    QVERIFY(!QSettings().allKeys().isEmpty());
    Preferences().store();
    QCOMPARE(QSettings().allKeys(), QStringList());
}

void TestPreferences::invalidValuesBecomeDefaults()
{
    unusual().store();
    QSettings settings;
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        settings.setValue(key, u"-1"_s);
    QVERIFY(Preferences::load() == Preferences());
}

void TestPreferences::everyPageIsWhollyVisible()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    auto *tabs = dialog->findChild<QTabWidget *>();
    if (dialog->height() >= dialog->screen()->availableSize().height() - 50)
        QSKIP("The screen is too small");
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QCoreApplication::sendPostedEvents();
        const auto *area = qobject_cast<QAbstractScrollArea *>(tabs->widget(page));
        QVERIFY(area != nullptr);
        QVERIFY2(area->verticalScrollBar()->maximum() == 0, qPrintable(tabs->tabText(page)));
        QVERIFY2(area->horizontalScrollBar()->maximum() == 0, qPrintable(tabs->tabText(page)));
    }
    dialog->reject();
}

void TestPreferences::shortcutOpensTheDialog()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(session.part<PreferencesDialog>() != nullptr);
    QVERIFY(session.part<PreferencesDialog>()->isVisible());
}

// Regression: a combo box of a page took Ctrl+Tab.
void TestPreferences::keysTurnThePages()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    auto *tabs = dialog->findChild<QTabWidget *>();
    for (int page = 0; page < tabs->count(); ++page) {
        QCOMPARE(tabs->currentIndex(), page);
        if (auto *box = tabs->currentWidget()->findChild<QComboBox *>())
            box->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    }
    QCOMPARE(tabs->currentIndex(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(tabs->currentIndex(), tabs->count() - 1);
}

void TestPreferences::cancelChangesNothing()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    QVERIFY(dialog != nullptr);
    field<QSpinBox>(field<NetworkPage>(dialog), 1)->setValue(5);
    field<QCheckBox>(field<GeneralPage>(dialog))->toggle();
    press(dialog, u"Cancel"_s);
    QTRY_VERIFY(session.part<PreferencesDialog>() == nullptr);
    QVERIFY(Preferences::load() == Preferences());
}

void TestPreferences::restoreDefaultsIsForThePage()
{
    unusual().store();
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    constexpr int network = 2;
    field<QTabWidget>(dialog)->setCurrentIndex(network);
    QVERIFY(field<NetworkPage>(dialog)->isVisible());
    press(dialog, u"Defaults for this page"_s);
    accept(session, dialog);
    Preferences expected = unusual();
    expected.mostAtOnce.reset();
    expected.deadline = 30s;
    expected.proxyChoice = ProxyChoice::System;
    expected.proxy.clear();
    QVERIFY(Preferences::load() == expected);
}

void TestPreferences::restoreAllIsForEveryPage()
{
    unusual().store();
    const WindowSession session(m_home->options({u"BR"_s}));
    session.part<FileSettings>()->choose({.conflict = ConflictPolicy::Rename});
    session.part<SizeSlider>()->setPictureWidth(200);
    PreferencesDialog *dialog = openDialog(session);
    press(dialog, u"Defaults for all pages"_s);
    accept(session, dialog);
    QVERIFY(Preferences::load() == Preferences());
    QVERIFY(session.part<FileSettings>()->chosen() == FileRules());
    QCOMPARE(session.part<FlagGrid>()->pictureWidth(), 128);
}

void TestPreferences::startFolderIsUsedAtTheNextStart()
{
    WindowOptions options = m_home->options({u"BR"_s});
    const QString chosen = m_home->path(u"always"_s);
    {
        const WindowSession session(options);
        PreferencesDialog *dialog = openDialog(session);
        auto *path = field<GeneralPage>(dialog)->findChild<QLineEdit *>(u"startFolder"_s);
        path->setFocus();
        QTest::keyClicks(path, u"relative"_s);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        path->clear();
        QTest::keyClicks(path, chosen);
        QVERIFY(ok->isEnabled());
        accept(session, dialog);
        QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(u"flags"_s));
    }
    options.folder.reset();
    const WindowSession next(options);
    QCOMPARE(next.part<FolderRow>()->folder(), chosen);
}

void TestPreferences::languageIsStoredAndNoticed()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    auto *language = field<QComboBox>(field<GeneralPage>(dialog));
    QCOMPARE(language->currentData().toString(), QString());
    language->setCurrentIndex(language->findText(u"简体中文"_s));
    accept(session, dialog);
    QCOMPARE(Preferences::load().language, u"zh-CN"_s);
    QCOMPARE(session.message(), u"The language changes when Flagfetch is started again."_s);
}

void TestPreferences::quitQuestionAndNotificationAreStored()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    for (const int number : {0, 1})
        field<QCheckBox>(field<GeneralPage>(dialog), number)->setChecked(false);
    accept(session, dialog);
    QCOMPARE(QSettings().value("quit/ask"), false);
    QCOMPARE(QSettings().value("notifications/batchEnd"), false);
}

void TestPreferences::fileRulesApplyAtOnce()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    const FileRules rules{
        .nameTemplate = NameTemplate::parse(u"{cc}"_s).value(), .conflict = ConflictPolicy::Skip};
    field<FileRulesForm>(dialog)->setRules(rules);
    accept(session, dialog);
    QVERIFY(session.part<FileSettings>()->chosen() == rules);
    QCOMPARE(session.part<FileSettings>()->rules().nameTemplate.text(), u"{cc}"_s);
    QTRY_VERIFY(WindowSettings::load().files == rules);
}

void TestPreferences::limitLowersThatOfTheSource()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const int usual = session.part<LimitBox>()->value();
    QVERIFY(usual > 2);
    PreferencesDialog *dialog = openDialog(session);
    field<QCheckBox>(field<NetworkPage>(dialog))->setChecked(true);
    field<QSpinBox>(field<NetworkPage>(dialog))->setValue(2);
    accept(session, dialog);
    QCOMPARE(session.part<LimitBox>()->value(), 2);
    QVERIFY(session.part<LimitBox>()->chosen().isEmpty());

    dialog = openDialog(session);
    field<QCheckBox>(field<NetworkPage>(dialog))->setChecked(false);
    accept(session, dialog);
    QCOMPARE(session.part<LimitBox>()->value(), usual);
}

void TestPreferences::deadlineAppliesToTheNextDownload()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    PreferencesDialog *dialog = openDialog(session);
    field<QSpinBox>(field<NetworkPage>(dialog), 1)->setValue(1);
    accept(session, dialog);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Failed, 20'000);
}

void TestPreferences::proxyAppliesToTheNextDownload()
{
    WindowOptions options = m_home->options({u"BR"_s});
    options.sources = {SourceList::shipped().resolve(u"http://flags.example/{cc}.svg"_s).value()};
    const WindowSession session(options);
    PreferencesDialog *dialog = openDialog(session);
    auto *address = field<NetworkPage>(dialog)->findChild<QLineEdit *>(u"proxyAddress"_s);
    address->setFocus();
    QTest::keyClicks(address, u"http://127.0.0.1:1"_s); // no server listens there
    accept(session, dialog);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Failed, 20'000);
    QVERIFY2(session.message().contains(u"127.0.0.1:1"_s), qPrintable(session.message()));
}

void TestPreferences::addressOfProxyIsChecked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isAccepted");

    QTest::newRow("http") << u"http://proxy.example:3128"_s << true;
    QTest::newRow("socks") << u"socks5://[::1]:1080"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("no port") << u"http://proxy.example"_s << false;
    QTest::newRow("other scheme") << u"ftp://proxy.example:21"_s << false;
    QTest::newRow("password") << u"http://me:secret@proxy.example:3128"_s << false;
}

void TestPreferences::addressOfProxyIsChecked()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isAccepted);

    NetworkPage page({});
    PreferenceValues values = defaultPreferenceValues();
    values.preferences.proxyChoice = ProxyChoice::Given;
    values.preferences.proxy = address;
    page.setValues(values);
    QCOMPARE(page.problem().isEmpty(), isAccepted);
    QVERIFY(!page.problem().contains(u"secret"_s));
    page.collect(values);
    QCOMPARE(values.preferences.proxy, isAccepted ? address : QString());
}

void TestPreferences::coloursAndSizeApplyAtOnce()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    PreferencesDialog *dialog = openDialog(session);
    const auto choose = [&session](PreferencesDialog *open, int scheme, int width) {
        field<QComboBox>(field<AppearancePage>(open))->setCurrentIndex(scheme);
        field<QSlider>(field<AppearancePage>(open))->setValue(width);
        accept(session, open);
    };
    choose(dialog, 2, 192);
    QVERIFY(session.window.palette().color(QPalette::Window).lightness() < 80);
    QVERIFY(session.window.palette().color(QPalette::WindowText).lightness() > 200);
    QCOMPARE(session.part<FlagGrid>()->pictureWidth(), 192);
    choose(openDialog(session), 1, 128);
    QVERIFY(session.window.palette().color(QPalette::Window).lightness() > 200);
}

void TestPreferences::reducedMotionTurnsAnimationsOff()
{
    WindowStyle style;
    const auto duration = [&style] {
        return style.styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr, nullptr);
    };
    const int usual = duration();
    QVERIFY(usual > 0);
    Preferences reduced;
    reduced.reducesMotion = true;
    reduced.store();
    const WindowSession session(m_home->options({u"BR"_s}));
    QCOMPARE(duration(), 0);
    PreferencesDialog *dialog = openDialog(session);
    field<QCheckBox>(field<AppearancePage>(dialog))->setChecked(false);
    accept(session, dialog);
    QCOMPARE(duration(), usual);
}

void TestPreferences::simulatedFaultsApplyAndAreKept()
{
    {
        const WindowSession session(m_home->options({u"BR"_s}, u"builtin-faulty"_s));
        PreferencesDialog *dialog = openDialog(session);
        auto *page = field<FaultsPage>(dialog);
        for (QSpinBox *box : page->findChildren<QSpinBox *>()) {
            if (box->maximum() == 100)
                box->setValue(100);
        }
        accept(session, dialog);
        QCOMPARE(session.servers.settings().faulty.errorRate, 1.0);
        session.press();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Failed, 30'000);
    }
    const WindowSession next(m_home->options({u"BR"_s}));
    QCOMPARE(next.servers.settings().faulty.errorRate, 1.0);
}

void TestPreferences::adjustedFaultsAreKept()
{
    WindowSession session(m_home->options({u"BR"_s}));
    BuiltinServers::Settings settings = session.servers.settings();
    settings.slow.longestDelay = 9s;
    session.servers.setSettings(settings);
    Q_EMIT session.part<SourceChooser>()->faultsAdjusted();
    QTRY_COMPARE(Preferences::load().slow.longestDelay, 9s);
}

void TestPreferences::blockedLoopIsShownWhileOn()
{
    const auto setBlockedLoop = [](const WindowSession &session, int time) {
        PreferencesDialog *dialog = openDialog(session);
        for (QSpinBox *box : field<FaultsPage>(dialog)->findChildren<QSpinBox *>()) {
            if (box->maximum() == 1000)
                box->setValue(time);
        }
        accept(session, dialog);
    };
    const QString shown = u"Demonstration: the event loop is blocked for 50 ms"_s;
    {
        const WindowSession session(m_home->options({u"BR"_s}));
        QVERIFY(!session.message().contains(u"Demonstration"_s));
        setBlockedLoop(session, 50);
        QVERIFY2(session.message().startsWith(shown), qPrintable(session.message()));
        QCOMPARE(session.servers.settings().blockedLoop, 50ms);
    }
    const WindowSession next(m_home->options({u"BR"_s}));
    QVERIFY(next.message().startsWith(shown));
    setBlockedLoop(next, 0);
    QVERIFY(!next.message().contains(u"Demonstration"_s));
}

void TestPreferences::commandLineWinsAndIsNamed()
{
    WindowOptions options = m_home->options({u"BR"_s}, u"builtin-slow"_s);
    options.given = {u"timeout"_s, u"conflict"_s};
    options.transfer.deadline = 200ms;
    const WindowSession session(options, verySlow());
    PreferencesDialog *dialog = openDialog(session);
    const auto noteOf = [](const QWidget *page) {
        const auto *note = page->findChild<QLabel *>(u"commandLineNote"_s);
        return note == nullptr ? QString() : note->text();
    };
    QVERIFY(noteOf(field<NetworkPage>(dialog)).contains(u": --timeout."_s));
    QVERIFY(noteOf(field<FilesPage>(dialog)).contains(u": --conflict."_s));
    QCOMPARE(noteOf(field<GeneralPage>(dialog)), QString());
    field<QSpinBox>(field<NetworkPage>(dialog), 1)->setValue(3600);
    field<FileRulesForm>(dialog)->setRules({.conflict = ConflictPolicy::Skip});
    accept(session, dialog);
    QCOMPARE(Preferences::load().deadline, 3600s);
    QVERIFY(session.part<FileSettings>()->rules().conflict == ConflictPolicy::Overwrite);
    QVERIFY(session.part<FileSettings>()->chosen()->conflict == ConflictPolicy::Skip);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"BR"_s), FlagState::Failed, 20'000);
}

FLAGFETCH_TEST(TestPreferences, Widgets)
#include "tst_preferences.moc"
