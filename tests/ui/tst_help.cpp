#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/header/headerfields.h"
#include "ui/help/helpmenu.h"
#include "ui/help/helptext.h"
#include "ui/help/helpwindow.h"
#include "ui/help/lessondocument.h"
#include "ui/help/lessontext.h"
#include "ui/help/shortcutlist.h"
#include "ui/lesson/threewayswindow.h"
#include "ui/timeline/timelinepanel.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QShortcut>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTranslator>

namespace {

/// Translates the texts of the shipped sources only.
class MarkedSources final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QLatin1StringView(context) == "ShippedSources"_L1 ? u'<' + QString::fromUtf8(text) + u'>'
                                                                 : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

/// The menu Help: the pages that it opens, and that the page of shortcuts is complete.
class TestHelp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void keysOpenPages_data();
    void keysOpenPages();
    void everyEntryHasKey();
    void shortcutPageIsComplete();
    void lessonNamesTheClasses();
    void lessonOpensWhatItNames();
    void lessonNamesTheInstalledDocument();
    void shortcutsOfFlagsAreMarked();
    void shortcutsHaveClearNames();
    void aboutNamesVersionsAndLicences();
    void aboutTranslatesSources();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

QString plainText(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

} // namespace

void TestHelp::initTestCase()
{
    installTranslation(*qApp);
}

void TestHelp::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestHelp::keysOpenPages_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("F1") << QKeyCombination(Qt::Key_F1).toCombined() << u"continent:africa"_s;
    QTest::newRow("Shift+F1") << (Qt::SHIFT | Qt::Key_F1).toCombined() << u"await"_s;
    QTest::newRow("Ctrl+?") << (Qt::CTRL | Qt::Key_Question).toCombined() << u"Ctrl+Return"_s;
}

void TestHelp::keysOpenPages()
{
    QFETCH(int, key);
    QFETCH(QString, text);
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *search = session.part<SearchField>();
    search->setFocus();
    const auto combination = QKeyCombination::fromCombined(key);
    QTest::keyClick(search, combination.key(), combination.keyboardModifiers());
    auto *page = session.part<HelpWindow>();
    QVERIFY(page != nullptr);
    QTRY_COMPARE(QApplication::activeWindow(), page);
    QVERIFY(page->text().contains(text));
    QVERIFY2(!page->text().contains(u'%'), qPrintable(page->text()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!page->isVisible());
    QVERIFY(session.window.isVisible());
}

void TestHelp::everyEntryHasKey()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    int entries = 0;
    const auto actions = session.part<HelpMenu>()->actions();
    for (const QAction *action : actions) {
        if (action->isSeparator())
            continue;
        ++entries;
        QVERIFY2(!QKeySequence::mnemonic(action->text()).isEmpty(), qPrintable(action->text()));
    }
    QCOMPARE(entries, 5);
}

void TestHelp::shortcutPageIsComplete()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QSet<QString> listed;
    const QList<ShortcutGroup> groups = shortcutsOf(session.window);
    for (const ShortcutGroup &group : groups) {
        QVERIFY(!group.title.isEmpty());
        for (const ListedShortcut &shortcut : group.shortcuts) {
            QVERIFY2(!shortcut.name.contains(u'&'), qPrintable(shortcut.name));
            const QStringList keys = shortcut.key.split(u", "_s);
            listed.unite(QSet<QString>(keys.cbegin(), keys.cend()));
        }
    }
    QStringList missing;
    const auto require = [&](const QKeySequence &key) {
        const QString text = key.toString(QKeySequence::NativeText);
        if (!key.isEmpty() && !listed.contains(text))
            missing.append(text);
    };
    const auto actions = session.window.findChildren<QAction *>();
    for (const QAction *action : actions)
        require(action->shortcut());
    const auto buttons = session.window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        require(button->shortcut());
    const auto shortcuts = session.window.findChildren<QShortcut *>();
    for (const QShortcut *shortcut : shortcuts)
        require(shortcut->key());
    QCOMPARE(missing, QStringList());
    for (const auto *key : {"Ctrl+E", "Ctrl+Q", "F1", "Alt+1", "Ctrl+P", "Alt+F", "Esc", "Space"})
        QVERIFY2(listed.contains(QLatin1StringView(key)), key);
}

void TestHelp::lessonNamesTheClasses()
{
    const QString text = plainText(lessonPage({}));
    for (const QString &part : {u"await"_s, u"finished"_s, u"FlagJob"_s, u"HttpGet"_s, u"TransferPool"_s,
             u"SessionThread"_s, u"DownloadQueue"_s, u"saveFlag"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY2(!text.contains(u"%1"_s), qPrintable(text));

    const WindowSession session(m_home->options({u"BR"_s}));
    const auto actions = session.part<HelpMenu>()->actions();
    for (QAction *action : actions) {
        if (action->text() == u"&Lesson: how programs wait"_s)
            action->trigger();
    }
    QTRY_COMPARE(QApplication::activeWindow(), session.part<HelpWindow>());
    QVERIFY(session.part<HelpWindow>()->text().startsWith(text.left(text.size() / 2)));
    QCOMPARE(text.count(QChar::ObjectReplacementCharacter), 3); // the pictures
}

void TestHelp::lessonOpensWhatItNames()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F1, Qt::ShiftModifier);
    auto *lesson = session.part<HelpWindow>();
    QTRY_COMPARE(QApplication::activeWindow(), lesson);
    const auto *toggle = session.part<TimelinePanel>()->toggle();
    for (int i = 0; i < 2; ++i) { // the second time, it stays shown
        Q_EMIT lesson->linkActivated(QUrl(QString(timelineLink)));
        QVERIFY(toggle->isChecked());
    }
    QTest::keyClick(lesson, Qt::Key_F8);
    QVERIFY(!toggle->isChecked());
    Q_EMIT lesson->linkActivated(QUrl(QString(threeWaysLink)));
    QPointer<ThreeWaysWindow> ways = session.part<ThreeWaysWindow>();
    QVERIFY(ways);
    ways->close();
    QTRY_VERIFY(!ways);
    lesson->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), lesson);
    QTest::keyClick(lesson, Qt::Key_F1, Qt::ControlModifier);
    QVERIFY(session.part<ThreeWaysWindow>() != nullptr);
    for (const auto &link : {threeWaysLink, timelineLink})
        QVERIFY(lessonPage({}).contains(u"href=\"%1\""_s.arg(link)));
}

void TestHelp::lessonNamesTheInstalledDocument()
{
    const QTemporaryDir prefix;
    QCOMPARE(lessonDocument(prefix.filePath(u"bin"_s)), QString());
    const QString folder = prefix.filePath(u"share/doc/flagfetch"_s);
    QVERIFY(QDir().mkpath(folder) && QDir().mkpath(prefix.filePath(u"bin"_s)));
    QFile file(folder + u"/LESSON.md"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString found = lessonDocument(prefix.filePath(u"bin"_s));
    QCOMPARE(found, file.fileName());
    QVERIFY(plainText(lessonPage(found)).contains(found + u" has these exercises"_s));
    QVERIFY(plainText(lessonPage({})).contains(u"docs/LESSON.md in the source code"_s));
}

// The page used to say that they work everywhere.
void TestHelp::shortcutsOfFlagsAreMarked()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const QList<ShortcutGroup> groups = shortcutsOf(session.window);
    QStringList marked;
    for (const ShortcutGroup &group : groups) {
        for (const ListedShortcut &shortcut : group.shortcuts) {
            if (shortcut.isOfFlag)
                marked.append(shortcut.key);
        }
    }
    marked.sort();
    QCOMPARE(marked.join(u' '), u"Ctrl+Alt+C Ctrl+C Ctrl+Shift+C Ctrl+Shift+O Ctrl+Shift+S O"_s);
    const QString page = plainText(shortcutPage(groups));
    QVERIFY(page.contains(u"Ctrl+Shift+O †"_s));
    QVERIFY(!page.contains(u"Ctrl+E †"_s));
}

void TestHelp::shortcutsHaveClearNames()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QStringList names;
    for (const ShortcutGroup &group : shortcutsOf(session.window)) {
        for (const ListedShortcut &shortcut : group.shortcuts) {
            QVERIFY2(
                !shortcut.name.endsWith(u':') && !shortcut.name.endsWith(u'…'), qPrintable(shortcut.name));
            names.append(group.title + u": "_s + shortcut.name);
        }
    }
    QVERIFY(names.contains(u"Window: Do what the message below the flags offers"_s));
    QVERIFY(names.contains(u"Window: Remove the message below the flags"_s));
    for (const QString &name : std::as_const(names))
        QVERIFY2(!name.endsWith("Not now"_L1) && !name.endsWith("Retry failed"_L1), qPrintable(name));
    QCOMPARE(names.removeDuplicates(), 0); // all keys of an action are in one row
}

void TestHelp::aboutNamesVersionsAndLicences()
{
    const QString text = plainText(aboutPage());
    const QStringList parts{QCoreApplication::applicationVersion(),
        u"Qt %1"_s.arg(QLatin1StringView(qVersion())), u"GNU General Public License"_s, u"ICU"_s,
        u"librsvg: LGPL-2.1-or-later"_s, u"cairo"_s, u"flag-icons: MIT"_s};
    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY2(!text.contains(u"%1"_s), qPrintable(text));
}

void TestHelp::aboutTranslatesSources()
{
    MarkedSources translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const QString text = plainText(aboutPage());
    for (const auto *part : {"<Built-in, square>: ", ": <Public domain>", ": <Free of charge>"})
        QVERIFY2(text.contains(QLatin1StringView(part)), part);
}

FLAGFETCH_TEST(TestHelp, Widgets)
#include "tst_help.moc"
