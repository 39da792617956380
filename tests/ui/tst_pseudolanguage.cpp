#include "app/countries/countrygroups.h"
#include "app/countries/countrynames.h"
#include "tests/support/testprogram.h"
#include "tests/ui/pseudolanguage.h"
#include "tests/ui/windowset.h"
#include "tests/ui/windowtexts.h"
#include "ui/compare/comparewindow.h"
#include "ui/exports/exportdialog.h"
#include "ui/files/conflictchoice.h"
#include "ui/files/namepreview.h"
#include "ui/files/namesdialog.h"
#include "ui/header/faultsettingsdialog.h"
#include "ui/header/savedselections.h"
#include "ui/lab/labwindow.h"
#include "ui/lesson/threewayswindow.h"
#include "ui/look/windowstyle.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/sets/changeswindow.h"
#include "ui/sets/verifydialog.h"
#include "ui/sources/sourceoptionspopup.h"
#include "ui/sources/sourcesdialog.h"
#include "ui/timeline/timelinepage.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTabWidget>

#include <algorithm>
#include <functional>

/// In a language whose texts are 40 % longer than English, every text is translated and none is cut off: in
/// the main window before, during and after a download, in its menus, and in each dialog. See windowtexts.h
/// for the widgets that are looked at. Names of countries and sources, paths and codes are data.
class TestPseudoLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void bracketsAreFound();
    void cutOffTextIsFound();
    void mainWindow_data();
    void mainWindow();
    void timeline();
    void dialogs_data();
    void dialogs();

private:
    void check(const QWidget &window, const WindowSession &session) const;

    std::unique_ptr<WindowFolders> m_home;
    const PseudoLanguage m_language;
};

namespace {

/// Whether the rest of a text without its translated parts is data.
bool isData(const QString &rest, const WindowSession &session)
{
    static const QRegularExpression letters(u"\\p{L}"_s);
    // Paths, addresses, templates, names of options and of formats, keys, codes, units.
    static const QRegularExpression technical(
        u"^[~/]|://"
        u"|\\{|--[a-z]|^(SVG|PNG|WebP|GIF|JPEG|JPG|PDF|CSS|CSV|JSON|HTML|A[34]|Letter|Ctrl|F[0-9]+|kB|B|s|"
        "ms|px)\\b|^&?[A-Z0-9]{1,3}$|^\\S+\\.(svg|png|gif|json|md)$"_s);
    const QString text = rest.simplified();
    if (!text.contains(letters) || text.contains(technical))
        return true;
    for (const Country &country : session.catalogue.countries() + session.catalogue.extras()) {
        if (text.contains(country.displayName) || text.contains(nativeName(country.code)))
            return true;
    }
    for (const Source &source : session.sources.sources()) {
        if (text.contains(source.title) || (!source.licence.isEmpty() && text.contains(source.licence)))
            return true;
    }
    for (const InterfaceLanguage &language : interfaceLanguages()) {
        if (text == language.name)
            return true;
    }
    const auto places = continentPresets(session.catalogue);
    return std::ranges::any_of(places, [&text](const Preset &place) { return place.title == text; });
}

/// Creates a dialog with its parent, which deletes it.
using MakeDialog = std::function<QWidget *(WindowSession &, const WindowFolders &)>;

/// Pages of the first tab widget; one if there is none.
int pagesOf(const QWidget &dialog)
{
    const auto *tabs = dialog.findChild<QTabWidget *>();
    return tabs == nullptr ? 1 : tabs->count();
}

} // namespace

Q_DECLARE_METATYPE(MakeDialog)

void TestPseudoLanguage::initTestCase()
{
    QApplication::setStyle(new WindowStyle); // as in the program
}

void TestPseudoLanguage::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestPseudoLanguage::check(const QWidget &window, const WindowSession &session) const
{
    QStringList hardCoded;
    for (const ShownText &shown : textsShownIn(window)) {
        const QString rest = PseudoLanguage::untranslated(shown.text);
        if (!isData(rest, session))
            hardCoded.append(shown.owner + u": "_s + shown.text);
    }
    QVERIFY2(hardCoded.isEmpty(), qPrintable(hardCoded.join(u'\n')));
    const QStringList cutOff = textsCutOffIn(window);
    QVERIFY2(cutOff.isEmpty(), qPrintable(cutOff.join(u'\n')));
}

void TestPseudoLanguage::bracketsAreFound()
{
    const QString text = QCoreApplication::translate("TestPseudoLanguage", "&Open %1");
    QCOMPARE(text, u"[&Open %1~~]"_s);
    QCOMPARE(PseudoLanguage::untranslated(u"[a [b] c] of [d]"_s), u" of "_s);
}

void TestPseudoLanguage::cutOffTextIsFound()
{
    QWidget window;
    auto *label = new QLabel(u"a text that needs more than this"_s, &window);
    label->resize(label->sizeHint());
    window.resize(400, 100);
    window.show();
    QCOMPARE(textsCutOffIn(window), QStringList());
    label->resize(20, label->height());
    QCOMPARE(textsCutOffIn(window).size(), 1);
    label->resize(label->sizeHint());
    label->move(390, 0);
    QCOMPARE(textsCutOffIn(window).size(), 1);
}

void TestPseudoLanguage::mainWindow_data()
{
    QTest::addColumn<QSize>("size");

    QTest::newRow("default size") << QSize();
    QTest::newRow("smallest size") << QSize(800, 600);
}

void TestPseudoLanguage::mainWindow()
{
    QFETCH(const QSize, size);

    BuiltinServers::Settings faulty = faultyBy(1);
    WindowSession session(m_home->options({u"BR"_s, u"CI"_s}, u"builtin-faulty"_s), faulty);
    if (size.isValid())
        session.window.resize(size);
    // The longer texts need a wider window than the real ones, see tst_interfacelanguage.
    constexpr int narrowScreen = 1024;
    QVERIFY2(!size.isValid()
            || (session.window.width() <= narrowScreen && session.window.height() == size.height()),
        qPrintable(
            u"the window is at least %1 x %2"_s.arg(session.window.width()).arg(session.window.height())));
    QCoreApplication::sendPostedEvents();
    check(session.window, session);
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QCoreApplication::sendPostedEvents(); // the buttons of the batch take the place of Download
    check(session.window, session);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY(session.offer()->isVisible());
    check(session.window, session);
}

void TestPseudoLanguage::timeline()
{
    WindowSession session(m_home->options({u"BR"_s, u"CI"_s}));
    auto *panel = session.part<TimelinePanel>();
    panel->toggle()->setChecked(true);
    QTRY_VERIFY(panel->page() != nullptr);
    QCoreApplication::sendPostedEvents();
    check(session.window, session);
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY(!panel->page()->view()->layoutOfRows().rows().empty());
    QCoreApplication::sendPostedEvents();
    check(session.window, session);
}

void TestPseudoLanguage::dialogs_data()
{
    QTest::addColumn<MakeDialog>("make");

    const auto add = [](const char *name, const MakeDialog &make) { QTest::newRow(name) << make; };
    add("names", [](WindowSession &session, const WindowFolders &) {
        const NameExamples examples(session.catalogue, session.sources.sources().first());
        return new NamesDialog({}, examples, &session.window);
    });
    add("preferences", [](WindowSession &session, const WindowFolders &) {
        const NameExamples examples(session.catalogue, session.sources.sources().first());
        return new PreferencesDialog(
            defaultPreferenceValues(), examples, {u"timeout"_s, u"delay"_s, u"output"_s}, &session.window);
    });
    add("three ways", [](WindowSession &session, const WindowFolders &) {
        auto *activity = new RunningActivity(&session.window);
        return new ThreeWaysWindow(
            session.catalogue, session.sources.sources().first(), {}, *activity, &session.window);
    });
    add("lab", [](WindowSession &session, const WindowFolders &home) {
        auto *registry
            = new SourceRegistry(session.sources, {}, {}, home.path(u"sources.json"_s), &session.window);
        auto *activity = new RunningActivity(&session.window);
        return new LabWindow({.catalogue = session.catalogue,
                                 .registry = *registry,
                                 .picturesFolder = {},
                                 .transfer = {},
                                 .activity = *activity},
            &session.window);
    });
    add("conflict", [](WindowSession &session, const WindowFolders &home) {
        return new ConflictQuestion(1, 2, home.path(u"flags"_s), &session.window);
    });
    add("export", [](WindowSession &session, const WindowFolders &home) {
        return new ExportDialog(home.path(u"flags"_s), {}, &session.window);
    });
    add("sources", [](WindowSession &session, const WindowFolders &home) {
        auto *registry
            = new SourceRegistry(session.sources, {}, {}, home.path(u"sources.json"_s), &session.window);
        return new SourcesDialog(*registry, session.catalogue, session.servers, {}, &session.window);
    });
    add("slow source", [](WindowSession &session, const WindowFolders &) {
        return new FaultSettingsDialog(Embedded::Slow, {}, &session.window);
    });
    add("faulty source", [](WindowSession &session, const WindowFolders &) {
        return new FaultSettingsDialog(Embedded::Faulty, {}, &session.window);
    });
    add("selections", [](WindowSession &session, const WindowFolders &) {
        return new SelectionsDialog({{u"42"_s, {u"BR"_s}}}, &session.window);
    });
    add("verify", [](WindowSession &session, const WindowFolders &home) {
        return new VerifyDialog(home.path(u"flags"_s), session.catalogue, &session.window);
    });
    add("compare", [](WindowSession &session, const WindowFolders &home) {
        auto *registry
            = new SourceRegistry(session.sources, {}, {}, home.path(u"sources.json"_s), &session.window);
        return new CompareWindow(*registry, session.servers, {}, {}, u"builtin"_s, &session.window);
    });
    add("source options", [](WindowSession &session, const WindowFolders &) {
        auto *popup = new SourceOptionsPopup(&session.window);
        popup->open(session.sources.sources().first(), session.sources.sources().mid(1), {}, {});
        return popup;
    });
    add("changes", [](WindowSession &session, const WindowFolders &) {
        return new ChangesWindow(session.window.parts().model, &session.window);
    });
}

void TestPseudoLanguage::dialogs()
{
    QFETCH(const MakeDialog, make);

    WindowSession session(m_home->options({u"BR"_s}));
    QWidget *dialog = make(session, *m_home);
    dialog->show();
    for (int page = 0; page < pagesOf(*dialog); ++page) {
        if (auto *tabs = dialog->findChild<QTabWidget *>())
            tabs->setCurrentIndex(page);
        QCoreApplication::sendPostedEvents();
        check(*dialog, session);
    }
    delete dialog;
}

FLAGFETCH_TEST(TestPseudoLanguage, Widgets)
#include "tst_pseudolanguage.moc"
