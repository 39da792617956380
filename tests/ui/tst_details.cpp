#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "ui/details/actionbutton.h"
#include "ui/details/detailspanel.h"
#include "ui/details/detailssplitter.h"
#include "ui/details/factsform.h"
#include "ui/details/flagactions.h"
#include "ui/details/flagdetails.h"
#include "ui/details/pictureview.h"
#include "ui/details/picturewindow.h"
#include "ui/details/valuefield.h"
#include "ui/header/headerfields.h"
#include "ui/window/windowsettings.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDrag>
#include <QElapsedTimer>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>

using namespace windowset;

namespace {
bool hasClipboardImage()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData(); // null if it is empty
    return data != nullptr && data->hasImage();
}
} // namespace

/// The panel with the details of the current flag.
class TestDetails final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isHiddenInNarrowWindow();
    void f9ShowsAndHides();
    void widthAndVisibilityAreRemembered();
    void followsCurrentCell();
    void showsFactsOfSavedFlag();
    void showsTimesOfRequests();
    void showsNamesOfOtherLanguages();
    void territoryNamesTheOwnerOfItsFlag();
    void showsFailureAndTriesAgain();
    void downloadWaitsForTheBatch();
    void buttonsStayWhereTheyAre();
    void hiddenPanelDoesNothing();
    void valuesAreElidedAndCopied();
    void nothingScrollsSideways();
    void openMovesFocusAndEscapeBack();
    void returnOpensWindowOfPicture();
    void keysWorkInGridAndPanel();
    void flagsAreDraggedOutOfTheGrid();
    void everythingIsReachedByTab();
    void accessibilityDescribesTheFlag();
    void followingIsFast();

private:
    struct Panel
    {
        explicit Panel(const WindowSession &session)
            : panel(session.part<DetailsPanel>())
        {
            panel->open();
            details = panel->details();
        }
        [[nodiscard]] QString value(FactKind kind) const
        {
            const ValueField *field = details->facts()->field(kind);
            return field == nullptr ? QString() : field->text();
        }

        DetailsPanel *panel;
        FlagDetails *details;
    };

    static void makeCurrent(const WindowSession &session, const QString &code)
    {
        session.part<FlagGrid>()->setCurrentIndex(session.cell(code));
    }

    std::unique_ptr<WindowFolders> m_home;
};

void TestDetails::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestDetails::isHiddenInNarrowWindow()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QVERIFY(session.window.width() < 1100); // the screen of the tests is narrow
    QVERIFY(!session.part<DetailsPanel>()->isVisible());
    QVERIFY(session.part<DetailsPanel>()->details() == nullptr);
}

void TestDetails::f9ShowsAndHides()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *panel = session.part<DetailsPanel>();
    makeCurrent(session, u"BR"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F9);
    QVERIFY(panel->isVisible());
    QVERIFY(session.part<FlagGrid>()->hasFocus());
    QTRY_VERIFY(panel->details() != nullptr);
    QCOMPARE(panel->details()->picture()->accessibleName(), u"The flag of Brazil is not in the folder"_s);
    panel->open();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
    QVERIFY(!panel->isVisible());
    QVERIFY(session.part<FlagGrid>()->hasFocus());
}

void TestDetails::widthAndVisibilityAreRemembered()
{
    {
        const WindowSession session(m_home->options({u"BR"_s}));
        auto *splitter = session.part<DetailsSplitter>();
        session.part<DetailsPanel>()->toggle()->trigger();
        QTRY_COMPARE(session.part<DetailsPanel>()->width(), DetailsSplitter::usualPanelWidth);
        QTRY_COMPARE(WindowSettings::load().detailsShown, true);
        splitter->setSizes({splitter->width() - 260 - splitter->handleWidth(), 260});
        Q_EMIT splitter->splitterMoved(0, 1);
        QTRY_COMPARE(WindowSettings::load().detailsWidth, 260);
    }
    const WindowSession session(m_home->options({u"BR"_s}));
    QVERIFY(session.part<DetailsPanel>()->isVisible());
    QTRY_COMPARE(session.part<DetailsPanel>()->width(), 260);
}

void TestDetails::followsCurrentCell()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    const Panel panel(session);
    makeCurrent(session, u"BR"_s);
    QCOMPARE(panel.panel->accessibleName(), u"Brazil"_s);
    QTRY_VERIFY(panel.details->picture()->isSharp());
    makeCurrent(session, u"JP"_s);
    QCOMPARE(panel.panel->accessibleName(), u"Japan"_s);
    QCOMPARE(panel.value(FactKind::Codes), u"JP, JPN, 392"_s);
    QTRY_VERIFY(panel.details->picture()->isSharp());
    session.part<SearchField>()->setText(u"qwxy"_s);
    QCOMPARE(panel.panel->accessibleName(), u"Details"_s);
    QVERIFY(!panel.details->downloadButton()->isEnabled());
}

void TestDetails::showsFactsOfSavedFlag()
{
    QVERIFY(download(*m_home, {u"JP"_s}));
    const WindowSession session(m_home->options({}));
    const Panel panel(session);
    makeCurrent(session, u"JP"_s);
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    const QString file = m_home->files().value(0);
    QTRY_COMPARE(panel.value(FactKind::File), file);
    const QByteArray bytes = read(windowset::path(*m_home, file));
    QCOMPARE(panel.value(FactKind::Sha256), QString::fromLatin1(sha256(bytes).toHex()));
    QVERIFY(panel.value(FactKind::Size).contains(QLocale().toString(bytes.size())));
    QVERIFY2(panel.value(FactKind::Pixels).contains(u"640 × 480 (4:3)"_s),
        qPrintable(panel.value(FactKind::Pixels)));
    QCOMPARE(panel.value(FactKind::Source), SourceList::shipped().resolve(u"builtin"_s).value().title);
    QVERIFY(panel.value(FactKind::Address).startsWith(u"builtin"_s));
    QVERIFY(!panel.value(FactKind::Licence).isEmpty());
    QVERIFY(!panel.value(FactKind::Saved).isEmpty());
    QVERIFY(panel.value(FactKind::Continent).startsWith(u"Asia"_s));
    QCOMPARE(panel.details->facts()->field(FactKind::File)->toolTip(),
        QDir::toNativeSeparators(windowset::path(*m_home, file)));
}

void TestDetails::showsTimesOfRequests()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    const Panel panel(session);
    makeCurrent(session, u"JP"_s);
    QVERIFY(panel.value(FactKind::PictureRequest).isEmpty());
    QVERIFY(!session.part<DetailsSplitter>()->actions().open()->isEnabled());
    session.press();
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    QTRY_VERIFY(panel.value(FactKind::PictureRequest).contains(u"waited"_s));
    QVERIFY(panel.details->facts()->field(FactKind::PictureRequest)->toolTip().contains(u"answered in"_s));
    QVERIFY(panel.value(FactKind::Total).contains(u"ms"_s));
    QVERIFY(session.part<DetailsSplitter>()->actions().open()->isEnabled());
    QTRY_VERIFY(!panel.value(FactKind::Licence).isEmpty()); // known when the set is read at the end
}

void TestDetails::showsNamesOfOtherLanguages()
{
    const Catalogue german(u"de"_s);
    FlagEntry entry;
    entry.country = german.countryFor(u"JP"_s);
    const QList<FlagFact> facts = factsOf(entry, german);
    QVERIFY(facts.contains({FactKind::EnglishName, u"Japan"_s}) == (entry.country.displayName != u"Japan"_s));
    QVERIFY(facts.contains({FactKind::NativeName, u"日本"_s}));
    entry.country = german.countryFor(u"FR"_s);
    QVERIFY(factsOf(entry, german).contains({FactKind::EnglishName, entry.country.name}));
    entry.country = german.countryFor(u"GB-ENG"_s);
    const QList<FlagFact> part = factsOf(entry, german);
    QVERIFY(
        std::ranges::none_of(part, [](const FlagFact &fact) { return fact.kind == FactKind::NativeName; }));
    QVERIFY(std::ranges::none_of(part, [](const FlagFact &fact) { return fact.value.isEmpty(); }));
}

void TestDetails::territoryNamesTheOwnerOfItsFlag()
{
    const WindowSession session(m_home->options({u"FR"_s, u"GL"_s, u"RE"_s, u"SH"_s}));
    const Panel panel(session);
    makeCurrent(session, u"RE"_s);
    QCOMPARE(panel.value(FactKind::FlagOf), QString());
    session.press();
    QTRY_COMPARE(panel.value(FactKind::FlagOf), u"France"_s);
    for (const auto &[code, owner] : {std::pair(u"FR"_s, QString()), std::pair(u"GL"_s, QString()),
             std::pair(u"SH"_s, QString()), std::pair(u"RE"_s, u"France"_s)}) { // without GB, SH is not known
        makeCurrent(session, code);
        QCOMPARE(panel.value(FactKind::FlagOf), owner);
    }
}

void TestDetails::showsFailureAndTriesAgain()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-faulty"_s), faultyBy(1));
    const Panel panel(session);
    makeCurrent(session, u"BR"_s);
    QCOMPARE(panel.details->downloadButton()->text(), u"Download"_s);
    session.press();
    QTRY_COMPARE(session.state(u"BR"_s), FlagState::Failed);
    QTRY_COMPARE(panel.details->downloadButton()->text(), u"Try again"_s);
    QVERIFY2(panel.details->report().startsWith(u"Brazil: "_s), qPrintable(panel.details->report()));
    QTRY_VERIFY(panel.details->downloadButton()->isEnabled());
    QSignalSpy started(&session.downloads, &SessionClient::batchStarted);
    QTest::mouseClick(panel.details->downloadButton(), Qt::LeftButton);
    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(started.first().first().toStringList(), QStringList{u"BR"_s});
}

void TestDetails::downloadWaitsForTheBatch()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    const Panel panel(session);
    makeCurrent(session, u"JP"_s);
    QVERIFY(panel.details->downloadButton()->isEnabled());
    session.press();
    QTRY_VERIFY(!panel.details->downloadButton()->isEnabled());
    session.downloads.cancel();
    QTRY_VERIFY(panel.details->downloadButton()->isEnabled());
}

void TestDetails::buttonsStayWhereTheyAre()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-faulty"_s), faultyBy(1));
    const Panel panel(session);
    makeCurrent(session, u"BR"_s);
    const auto places = [&panel] {
        QList<QRect> found;
        const auto buttons = panel.details->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            found.append({button->mapTo(panel.panel, QPoint()), button->size()});
        return found;
    };
    QApplication::processEvents();
    const QList<QRect> before = places();
    QCOMPARE(before.size(), 5);
    session.press();
    QTRY_COMPARE(panel.details->downloadButton()->text(), u"Try again"_s);
    QApplication::processEvents();
    QCOMPARE(places(), before);
}

void TestDetails::hiddenPanelDoesNothing()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    const Panel panel(session);
    makeCurrent(session, u"BR"_s);
    panel.panel->toggle()->setChecked(false);
    makeCurrent(session, u"JP"_s);
    QCOMPARE(panel.panel->accessibleName(), u"Brazil"_s);
    panel.panel->toggle()->setChecked(true);
    QCOMPARE(panel.panel->accessibleName(), u"Japan"_s);
}

void TestDetails::valuesAreElidedAndCopied()
{
    const QString hash(64, u'7');
    ValueField field;
    field.setValue(hash, {});
    field.resize(100, field.sizeHint().height());
    field.show();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    QCOMPARE(field.toolTip(), hash);
    field.clearFocus();
    field.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&field, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), hash);
    QTest::keyClick(&field, Qt::Key_Delete);
    QCOMPARE(field.text(), hash);
    field.clearFocus();
    const QImage elided = field.grab().toImage();
    field.setValue(hash.left(40), {});
    QCOMPARE(field.grab().toImage(), elided); // both are as much of it as fits, with an ellipsis
}

void TestDetails::nothingScrollsSideways()
{
    QVERIFY(download(*m_home, {u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    const Panel panel(session);
    makeCurrent(session, u"JP"_s);
    QApplication::processEvents();
    const auto *area = panel.details->findChild<QScrollArea *>();
    QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(area->widget()->width(), area->viewport()->width());
    const ValueField *hash = panel.details->facts()->field(FactKind::Sha256);
    QVERIFY(hash != nullptr && hash->geometry().right() < area->viewport()->width());
}

void TestDetails::openMovesFocusAndEscapeBack()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    session.press();
    QTRY_COMPARE(session.count(FlagState::Downloading), 1);
    makeCurrent(session, u"BR"_s);
    const Panel panel(session);
    QVERIFY(panel.details->picture()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(session.part<FlagGrid>()->hasFocus());
    QVERIFY(panel.panel->isVisible());
    QVERIFY(session.downloads.isRunning()); // Escape did nothing else
    session.downloads.cancel();
    QTRY_VERIFY(!session.downloads.isRunning());
}

void TestDetails::returnOpensWindowOfPicture()
{
    QVERIFY(download(*m_home, {u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    makeCurrent(session, u"JP"_s);
    const Panel panel(session);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const auto *window = session.part<PictureWindow>();
    QVERIFY(window != nullptr && window->isVisible());
    QCOMPARE(window->windowTitle(), u"Japan"_s);
    QTRY_VERIFY(window->view()->isSharp());
}

void TestDetails::keysWorkInGridAndPanel()
{
    QVERIFY(download(*m_home, {u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    makeCurrent(session, u"JP"_s);
    const auto copies = [](QWidget *widget) {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(widget, Qt::Key_C, Qt::ControlModifier);
        return QTest::qWaitFor([] { return hasClipboardImage(); });
    };
    QVERIFY(copies(session.part<FlagGrid>()));
    const Panel panel(session);
    QVERIFY(copies(panel.details->picture()));
    session.part<SearchField>()->setText(u"japan"_s);
    session.part<SearchField>()->selectAll();
    session.part<SearchField>()->setFocus();
    QTest::keyClick(session.part<SearchField>(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"japan"_s);

    const auto *menu = session.part<CountryMenu>();
    session.part<FlagGrid>()->setFocus();
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_F10, Qt::ShiftModifier);
    const auto actions = session.part<DetailsSplitter>()->actions().all();
    for (QAction *action : actions)
        QCOMPARE(menu->actions().contains(action), action->isEnabled());
}

void TestDetails::flagsAreDraggedOutOfTheGrid()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"FR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({u"BR"_s, u"DE"_s, u"JP"_s}));
    QWidget *viewport = session.part<FlagGrid>()->viewport();
    const auto drag = [&](const QString &code) {
        session.part<FlagGrid>()->scrollTo(session.cell(code));
        const QPoint from = session.part<FlagGrid>()->visualRect(session.cell(code)).center();
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        QTest::mouseMove(viewport, from + QPoint(40, 0));
        const std::unique_ptr<QDrag> begun(viewport->findChild<QDrag *>()); // Qt would delete it later
        QStringList files;
        const auto urls = begun ? begun->mimeData()->urls() : QList<QUrl>();
        for (const QUrl &url : urls)
            files.append(url.fileName());
        return files.join(u' ');
    };
    QTRY_VERIFY(!session.cell(u"FR"_s).data(Qt::DecorationRole).value<QPixmap>().isNull());
    QTRY_VERIFY(!session.cell(u"JP"_s).data(Qt::DecorationRole).value<QPixmap>().isNull());
    QCOMPARE(drag(u"FR"_s), u"FR-France.svg"_s);
    QCOMPARE(drag(u"JP"_s), u"BR-Brazil.svg JP-Japan.svg"_s); // all ticked ones that are in the folder
    QVERIFY(QFile::remove(path(*m_home, u"BR-Brazil.svg"_s)));
    QCOMPARE(drag(u"JP"_s), u"JP-Japan.svg"_s);
    QCOMPARE(session.count(FlagState::Saved), 3); // nothing was moved or imported
}

void TestDetails::everythingIsReachedByTab()
{
    QVERIFY(download(*m_home, {u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    makeCurrent(session, u"JP"_s);
    const Panel panel(session);
    QSet<const QWidget *> reached;
    for (int i = 0; i < 100 && panel.panel->isAncestorOf(QApplication::focusWidget()); ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(!panel.panel->isAncestorOf(QApplication::focusWidget()));
    const auto fields = panel.details->findChildren<ValueField *>();
    for (const ValueField *field : fields)
        QCOMPARE(reached.contains(field), field->isVisible());
    QVERIFY(reached.size() > 10);
    session.part<FlagGrid>()->setFocus();
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_Tab);
    QVERIFY(panel.panel->isAncestorOf(QApplication::focusWidget())); // it follows the grid
    const auto buttons = panel.details->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY2(reached.contains(button) || !button->isEnabled(), qPrintable(button->text()));
}

void TestDetails::accessibilityDescribesTheFlag()
{
    QVERIFY(download(*m_home, {u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    makeCurrent(session, u"JP"_s);
    const Panel panel(session);
    QTRY_VERIFY(panel.details->facts()->field(FactKind::Sha256) != nullptr);
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(panel.panel);
    QCOMPARE(group->role(), QAccessible::Grouping);
    QCOMPARE(group->text(QAccessible::Name), u"Japan"_s);
    QAccessibleInterface *picture = QAccessible::queryAccessibleInterface(panel.details->picture());
    QCOMPARE(picture->role(), QAccessible::Graphic);
    QCOMPARE(picture->text(QAccessible::Name), u"Flag of Japan"_s);
    QVERIFY(!picture->text(QAccessible::Description).isEmpty());
    for (const FactKind kind : allFactKinds) {
        auto *field = const_cast<ValueField *>(panel.details->facts()->field(kind));
        if (field == nullptr)
            continue;
        const auto labels = QAccessible::queryAccessibleInterface(field)->relations(QAccessible::Label);
        QCOMPARE(labels.size(), 1);
        QCOMPARE(labels.first().first->text(QAccessible::Name), labelOf(kind));
    }
}

void TestDetails::followingIsFast()
{
    QVERIFY(download(*m_home, {u"BR"_s, u"JP"_s}));
    const WindowSession session(m_home->options({}));
    QTRY_COMPARE(session.state(u"JP"_s), FlagState::Saved);
    const Panel panel(session);
    makeCurrent(session, u"BR"_s);
    QTRY_VERIFY(panel.details->picture()->isSharp());
    qint64 best = std::numeric_limits<qint64>::max(); // other programs use the processor as well
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer time;
        time.start();
        makeCurrent(session, i % 2 == 0 ? u"JP"_s : u"BR"_s);
        best = std::min(best, time.nsecsElapsed());
        QApplication::processEvents();
    }
    qInfo("following a cell takes %.2f ms", double(best) / 1e6);
    QVERIFY2(best < 10'000'000, qPrintable(QString::number(best)));
}

FLAGFETCH_TEST(TestDetails, Widgets)
#include "tst_details.moc"
