#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/footer/folderrow.h"
#include "ui/grid/countrypane.h"
#include "ui/header/headerfields.h"
#include "ui/header/selectmenu.h"
#include "ui/header/sourcechooser.h"
#include "ui/sources/sourcerowdelegate.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>

using namespace std::chrono_literals;

class TestWindowControls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void startsWithTwentyTicked();
    void firstStartWelcomes();
    void secondWindowLeavesItsPlaceOpen();
    void buttonIsDisabledWithoutTicks();
    void selectMenuAffectsOnlyShownCountries();
    void offersToClearEmptySearch();
    void escapeOnlyClearsTheSearch();
    void stateIsRestored();
    void optionsOverrideSettings();
    void limitSaysWhatItCounts();
    void hasRoomAt800x600();
    void longChipKeepsItsNumber();
    void chipsExplainThemselves();
    void limitIsWholeAtItsSmallest();
    void sourcesSayWhatTheyNeed();
    void fileMenuHasTheMainCommands();
    void everyControlHasNameAndFocus();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

/// The class names of controls that are narrower than their minimum or partly outside the window.
QStringList clippedWidgets(const WindowSession &session)
{
    QStringList names;
    const auto widgets = session.window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool isInner = session.part<FlagGrid>()->isAncestorOf(widget)
            || qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr;
        if (!widget->isVisible() || widget->isWindow() || isInner)
            continue;
        const QRect place(widget->mapTo(&session.window, QPoint()), widget->size());
        const int least
            = widget->minimumWidth() > 0 ? widget->minimumWidth() : widget->minimumSizeHint().width();
        if (!session.window.rect().contains(place) || widget->width() < least)
            names.append(QString::fromLatin1(widget->metaObject()->className()));
    }
    return names;
}

} // namespace

void TestWindowControls::initTestCase()
{
    installTranslation(*qApp);
}

void TestWindowControls::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestWindowControls::startsWithTwentyTicked()
{
    const WindowSession session({});
    QCOMPARE(session.buttonText(), u"Download 20 flags"_s);
    QCOMPARE(session.chips(), u"All 250 | Ticked 20"_s);
    QVERIFY(session.part<FolderRow>()->folder().endsWith(u"/Flags"_s));
    QCOMPARE(session.part<SourceChooser>()->source().id, u"builtin"_s);
}

void TestWindowControls::firstStartWelcomes()
{
    {
        WindowSession session({});
        QVERIFY2(session.message().startsWith(u"Welcome!"_s), qPrintable(session.message()));
        session.window.close();
    }
    const WindowSession second({});
    QVERIFY2(!second.message().contains(u"Welcome"_s), qPrintable(second.message()));
    QVERIFY(!second.message().isEmpty());
}

// Two windows would lie on top of each other.
void TestWindowControls::secondWindowLeavesItsPlaceOpen()
{
    WindowSession(m_home->options({u"BR"_s})).window.close(); // stores a place
    const WindowSession first(m_home->options({u"BR"_s}));
    QVERIFY(first.window.testAttribute(Qt::WA_Moved));
    const WindowSession second(m_home->options({u"BR"_s}));
    QVERIFY(!second.window.testAttribute(Qt::WA_Moved));
    QCOMPARE(second.window.size(), first.window.size());
}

void TestWindowControls::buttonIsDisabledWithoutTicks()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    QCOMPARE(session.buttonText(), u"Download 1 flag"_s);
    auto *grid = session.part<FlagGrid>();
    grid->setCurrentIndex(session.cell(u"JP"_s));
    QTest::keyClick(grid, Qt::Key_Space);
    QTRY_VERIFY(!session.part<DownloadButton>()->isEnabled());
    QVERIFY(!session.part<DownloadButton>()->toolTip().isEmpty());
    QTest::keyClick(grid, Qt::Key_Space);
    QTRY_COMPARE(session.buttonText(), u"Download 1 flag"_s);
}

void TestWindowControls::selectMenuAffectsOnlyShownCountries()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const QList<QAction *> actions = session.part<SelectMenu>()->actions();
    session.part<SearchField>()->setText(u"group:benelux"_s);
    const int shown = session.part<FlagGrid>()->model()->rowCount();
    QTRY_VERIFY(actions.first()->text().contains(QString::number(shown)));
    actions.first()->trigger();
    session.part<SearchField>()->clear();
    QTRY_COMPARE(session.buttonText(), u"Download %1 flags"_s.arg(shown + 2));

    actions.at(2)->trigger(); // invert
    QTRY_COMPARE(session.buttonText(), u"Download %1 flags"_s.arg(250 - shown - 2));
    session.part<SearchField>()->setText(u"group:benelux"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    session.part<SearchField>()->setText(u"zzzz"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    session.part<SearchField>()->clear();
    QTRY_COMPARE(session.buttonText(), u"Download %1 flags"_s.arg(shown));
    actions.at(1)->trigger(); // none
    QTRY_VERIFY(!session.part<DownloadButton>()->isEnabled());
    session.part<SelectMenu>()->findChild<QAction *>(u"twenty"_s)->trigger();
    QTRY_COMPARE(session.buttonText(), u"Download 20 flags"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 250 flags"_s);
}

void TestWindowControls::offersToClearEmptySearch()
{
    const WindowSession session({});
    auto *notice = session.part<EmptySearchNotice>();
    QVERIFY(!notice->isVisible());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"qwxy"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->findChild<QLabel *>()->text().contains(u"qwxy"_s));
    QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(!notice->isVisible());
    QCOMPARE(session.part<FlagGrid>()->model()->rowCount(), 250);
}

void TestWindowControls::escapeOnlyClearsTheSearch()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    session.part<SearchField>()->setText(u"bra"_s);
    QTest::keyClick(session.part<SearchField>(), Qt::Key_Escape);
    QCOMPARE(session.part<SearchField>()->text(), QString());
    QVERIFY(session.downloads.isRunning());
    for (QWidget *widget :
        std::initializer_list<QWidget *>{session.part<SearchField>(), session.part<FlagGrid>()})
        QTest::keyClick(widget, Qt::Key_Escape);
    QTest::qWait(1); // a shortcut may act from the event loop
    QVERIFY(session.downloads.isRunning());
    QCOMPARE(session.count(FlagState::Cancelled), 0);
}

void TestWindowControls::stateIsRestored()
{
    QSize size;
    {
        WindowSession session(m_home->options({u"CH"_s, u"NP"_s}, u"builtin-faulty"_s));
        const int usualHeight = session.window.height();
        session.window.resize(session.window.width(), 633);
        size = session.window.size();
        QVERIFY(size.height() != usualHeight);
        session.window.close();
    }
    const WindowSession session({});
    QCOMPARE(session.window.size(), size);
    QCOMPARE(session.part<SourceChooser>()->source().id, u"builtin-faulty"_s);
    QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(u"flags"_s));
    QCOMPARE(session.buttonText(), u"Download 2 flags"_s);
    QCOMPARE(session.cell(u"NP"_s).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
}

void TestWindowControls::optionsOverrideSettings()
{
    WindowSession(m_home->options({u"CH"_s, u"NP"_s}, u"builtin-faulty"_s)).window.close();
    WindowOptions other = m_home->options({u"FR"_s});
    other.folder = m_home->path(u"elsewhere"_s);
    const WindowSession session(other);
    QCOMPARE(session.part<SourceChooser>()->source().id, u"builtin"_s);
    QCOMPARE(session.part<FolderRow>()->folder(), m_home->path(u"elsewhere"_s));
    QCOMPARE(session.buttonText(), u"Download 1 flag"_s);
}

void TestWindowControls::limitSaysWhatItCounts()
{
    LimitBox box;
    box.setSource(SourceList::shipped().resolve(u"builtin"_s).value());
    box.show();
    box.resize(box.sizeHint());
    QCOMPARE(box.text(), u"%1 requests at once"_s.arg(box.value()));
    box.setValue(1);
    QCOMPARE(box.text(), u"1 request at once"_s);
    box.setValue(2);
    QCOMPARE(box.text(), u"2 requests at once"_s);
    QVERIFY2(box.toolTip().contains(u"two requests"_s), qPrintable(box.toolTip()));
    Source withoutNames = box.source();
    withoutNames.metadataTemplate.clear();
    box.setSource(withoutNames);
    QVERIFY2(box.toolTip().contains(u"one request."_s), qPrintable(box.toolTip()));
    box.resize(box.minimumSizeHint());
    QCOMPARE(box.text(), u"%1 requests"_s.arg(box.value()));
}

void TestWindowControls::hasRoomAt800x600()
{
    WindowSession session(m_home->options({u"BR"_s}, u"builtin-faulty"_s));
    session.part<FolderRow>()->setFolder(u"/home/user/a/rather/long/path/that/ends/somewhere"_s);
    BatchProgress crowded;
    crowded.total = 676;
    crowded.saved = 100;
    crowded.skipped = 100;
    crowded.notFound = 376;
    crowded.failed = 100;
    crowded.elapsed = 100s;
    CategoryCounts counts;
    for (int i = 0; i < 169; ++i) {
        for (const auto state :
            {FlagState::Saved, FlagState::NotFound, FlagState::Failed, FlagState::Cancelled})
            counts.add({.state = state, .isTicked = true});
    }
    session.part<CategoryBar>()->setCounts(counts);
    session.part<LimitBox>()->setValue(1000);
    session.part<ProgressRow>()->showRunning(crowded, 0);
    session.part<BatchButtons>()->showRunning(true);
    session.window.resize(800, 600);
    QTRY_COMPARE(clippedWidgets(session), QStringList()); // layouts run in the event loop
    QCOMPARE(session.window.size(), QSize(800, 600));
}

void TestWindowControls::longChipKeepsItsNumber()
{
    CategoryChip chip(u"Regions and organisations"_s, {}, CategoryChip::Length::Shortenable);
    chip.setCount(149);
    const QSize whole = chip.sizeHint();
    QVERIFY(chip.minimumSizeHint().width() < whole.width());
    const QFontMetrics metrics = chip.fontMetrics();
    for (int width = chip.minimumSizeHint().width(); width <= whole.width(); ++width) {
        chip.resize(width, whole.height());
        const QString shown = chip.fittingText();
        QVERIFY2(shown.startsWith(u"Reg"_s), qPrintable(shown));
        const int forNumber = chip.minimumSizeHint().width() + metrics.horizontalAdvance(u" 149"_s);
        QVERIFY2(shown.endsWith(u"149"_s) || width < forNumber, qPrintable(shown));
        const int spare = width - (whole.width() - metrics.horizontalAdvance(chip.shownText()))
            - metrics.horizontalAdvance(shown);
        // As much of the text as fits: a letter and the ellipsis are wider than what is left.
        QVERIFY2(spare >= 0 && spare < 4 * metrics.averageCharWidth(),
            qPrintable(u"%1 at %2: %3 left"_s.arg(shown).arg(width).arg(spare)));
    }
}

void TestWindowControls::chipsExplainThemselves()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto chips = session.part<CategoryBar>()->findChildren<CategoryChip *>();
    for (const CategoryChip *chip : chips) {
        if (chip->text() == "Requested"_L1 || chip->text() == "Unchanged"_L1)
            QVERIFY2(chip->toolTip().contains(u"latest update"_s), qPrintable(chip->toolTip()));
    }
}

void TestWindowControls::limitIsWholeAtItsSmallest()
{
    LimitBox box;
    box.setMaximum(100);
    box.setValue(100);
    for (const QSize &size : {box.sizeHint(), box.minimumSizeHint(), box.minimumSizeHint()}) {
        box.resize(size);
        box.ensurePolished();
        box.show();
        const auto *line = box.findChild<QLineEdit *>();
        QVERIFY2(box.fontMetrics().horizontalAdvance(box.text()) <= line->width(), qPrintable(box.text()));
    }
}

void TestWindowControls::sourcesSayWhatTheyNeed()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto *combo = session.part<SourceChooser>()->findChild<QComboBox *>();
    QHash<QString, QString> secondLines;
    for (int row = 0; row < combo->count(); ++row) {
        const QString line = combo->itemData(row, SourceRowDelegate::secondLineRole).toString();
        QVERIFY2(!line.isEmpty(), qPrintable(combo->itemText(row)));
        QVERIFY(combo->itemData(row, Qt::AccessibleTextRole).toString().contains(line));
        secondLines.insert(combo->itemData(row).value<Source>().id, line);
    }
    QCOMPARE(secondLines.value(u"builtin"_s), u"No network needed"_s);
    QVERIFY(secondLines.value(u"builtin-slow"_s).contains(u"for lessons"_s));
    QVERIFY(secondLines.value(u"builtin-faulty"_s).contains(u"for lessons"_s));
    QVERIFY(secondLines.value(u"flagcdn"_s).contains(u"flagcdn"_s));
}

void TestWindowControls::fileMenuHasTheMainCommands()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    auto *file = session.part<QMenuBar>()->actions().first()->menu();
    Q_EMIT file->aboutToShow();
    QStringList texts;
    const auto actions = file->actions();
    for (const QAction *action : actions)
        texts.append(action->text().section(u'\t', 0, 0).remove(u'&'));
    for (const QString &wanted : {u"Download 2 flags"_s, u"Change folder…"_s, u"Open folder"_s,
             u"Recent folders"_s, u"File names and formats…"_s, u"Print or export…"_s})
        QVERIFY2(texts.contains(wanted), qPrintable(wanted + u" in "_s + texts.join(u", "_s)));
    const QSignalSpy finished(&session.downloads, &SessionClient::finished);
    actions.first()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(m_home->files().filter(u".svg"_s).size(), 2);
}

void TestWindowControls::everyControlHasNameAndFocus()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-faulty"_s));
    const auto widgets = session.window.findChildren<QWidget *>();
    int controls = 0;
    for (const QWidget *widget : widgets) {
        const bool isControl = qobject_cast<const QAbstractButton *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr
            || qobject_cast<const QAbstractSlider *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
            || qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const FlagGrid *>(widget) != nullptr;
        const bool isOurs = widget->parentWidget()->metaObject()->className() != QByteArrayView("QWidget")
            && qobject_cast<const QLineEdit *>(widget->parentWidget()) == nullptr
            && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) == nullptr;
        if (!isControl || !isOurs || !widget->isVisible())
            continue;
        ++controls;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name
            = button != nullptr && !button->text().isEmpty() ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(name));
    }
    QVERIFY2(controls >= 12, qPrintable(QString::number(controls)));
}

FLAGFETCH_TEST(TestWindowControls, Widgets)
#include "tst_windowcontrols.moc"
