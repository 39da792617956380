#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/ui/activeaccessibility.h"
#include "tests/ui/openedsources.h"
#include "tests/ui/windowsession.h"
#include "ui/details/detailspanel.h"
#include "ui/header/headerbar.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>

/// What the window reports to screen readers, as Qt passes it to them.
class TestAccessibility final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void windowIsNamedWindow();
    void everyFocusableControlHasName();
    void controlsHaveTheirLabels();
    void chipsAreRadioButtons();
    void menuButtonHasItsMenu();
    void cellReportsStates();
    void cellHasActions();
    void tickIsReported();
    void cellsFollowTheFilter();
    void emptySearchIsInTheTree();
    void serverWaitDoesNotChatter();
    void batchReportsArrivalsWithoutChatter();
    void detailsReportOnlyChanges();
    void typingReportsOnlyItsField();
    void failureIsAnnounced();
    void gridHasSelection();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

struct Report
{
    QAccessible::Event type = QAccessible::InvalidEvent;
    QAccessible::Role role = QAccessible::NoRole;
    QString name;
    bool isChecked = false;
};

QList<Report> &reports()
{
    static QList<Report> all;
    return all;
}

void record(QAccessibleEvent *event)
{
    const QAccessibleInterface *of = event->accessibleInterface();
    const bool isState = event->type() == QAccessible::StateChanged;
    if (of == nullptr
        || (isState && !static_cast<QAccessibleStateChangeEvent *>(event)->changedStates().checked))
        return;
    reports().append({event->type(), of->role(), of->text(QAccessible::Name), bool(of->state().checked)});
}

QList<Report> reportsOf(QAccessible::Event type, QAccessible::Role role)
{
    QList<Report> found = reports();
    found.removeIf([=](const Report &report) { return report.type != type || report.role != role; });
    return found;
}

QAccessibleInterface *interfaceOf(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object);
}

QAccessibleInterface *cellOf(const WindowSession &session, const QString &code)
{
    return interfaceOf(session.part<FlagGrid>())->child(session.cell(code).row());
}

QStringList labelsOf(QObject *control)
{
    QStringList labels;
    const auto relations = interfaceOf(control)->relations(QAccessible::Label);
    for (const auto &[other, relation] : relations)
        labels.append(other->text(QAccessible::Name));
    return labels;
}

/// Calls `visit` for each object of the tree that is visible.
template <typename Visit>
void walk(QAccessibleInterface *from, const Visit &visit)
{
    if (from == nullptr || from->state().invisible)
        return;
    visit(*from);
    for (int i = 0; i < from->childCount(); ++i)
        walk(from->child(i), visit);
}

} // namespace

void TestAccessibility::initTestCase()
{
    installTranslation(*qApp);
    // Before the window exists, as with a screen reader that runs already.
    if (!activateAccessibility())
        QSKIP("needs qt6-base-private-dev");
}

void TestAccessibility::init()
{
    m_home = std::make_unique<WindowFolders>();
    reports().clear();
    QAccessible::installUpdateHandler(&record);
}

void TestAccessibility::cleanup()
{
    QAccessible::installUpdateHandler(nullptr);
}

void TestAccessibility::windowIsNamedWindow()
{
    WindowSession session(m_home->options({u"BR"_s}));
    const QAccessibleInterface *window = interfaceOf(&session.window);
    QCOMPARE(window->role(), QAccessible::Window); // "frame" in AT-SPI
    QCOMPARE(window->text(QAccessible::Name), session.window.windowTitle());
}

void TestAccessibility::everyFocusableControlHasName()
{
    WindowSession session(m_home->options({u"BR"_s}));
    int controls = 0;
    QStringList nameless;
    walk(interfaceOf(&session.window), [&](QAccessibleInterface &each) {
        if (!each.state().focusable || each.role() == QAccessible::Window)
            return;
        ++controls;
        if (each.text(QAccessible::Name).isEmpty())
            nameless.append(QLatin1StringView(qAccessibleRoleString(each.role())));
    });
    QCOMPARE(nameless, QStringList());
    QVERIFY2(controls > 260, qPrintable(QString::number(controls))); // with the cells
}

void TestAccessibility::controlsHaveTheirLabels()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    const auto source = [&session] {
        const auto boxes = session.part<SourceChooser>()->findChildren<QComboBox *>();
        return *std::ranges::find_if(boxes, &QWidget::isVisible);
    };
    QCOMPARE(labelsOf(source()), QStringList{u"Source"_s});
    QCOMPARE(labelsOf(session.part<QSlider>()), QStringList{u"Size"_s});
    session.press();
    QTRY_VERIFY(session.pause()->isVisible());
    QCOMPARE(labelsOf(source()), QStringList{u"Source"_s});
}

void TestAccessibility::chipsAreRadioButtons()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    const auto chips = session.part<CategoryBar>()->findChildren<CategoryChip *>();
    for (CategoryChip *chip : chips)
        QCOMPARE(interfaceOf(chip)->role(), QAccessible::RadioButton);
    const QAccessibleInterface *ticked = interfaceOf(chips.at(1));
    QCOMPARE(ticked->text(QAccessible::Name), u"Ticked"_s);
    QTRY_VERIFY(ticked->text(QAccessible::Description).contains(u"2"_s));
    QVERIFY(!ticked->state().checked);
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    QVERIFY(ticked->state().checked);
}

void TestAccessibility::menuButtonHasItsMenu()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    const auto buttons = session.part<HeaderBar>()->findChildren<QPushButton *>();
    const auto select = std::ranges::find_if(buttons, &QPushButton::menu);
    QAccessibleInterface *button = interfaceOf(*select);
    QCOMPARE(button->role(), QAccessible::ButtonMenu);
    QCOMPARE(button->text(QAccessible::Name), u"Select"_s);
    QCOMPARE(button->childCount(), 1);
    QVERIFY(button->child(0)->childCount() > 5);
    button->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY((*select)->menu()->isVisible()); // the call must not wait until the menu is closed
    (*select)->menu()->close();
}

void TestAccessibility::cellReportsStates()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *grid = session.part<FlagGrid>();
    grid->setFocus();
    grid->setCurrentIndex(session.cell(u"BR"_s));
    QAccessibleInterface *cell = cellOf(session, u"BR"_s);
    QCOMPARE(cell->text(QAccessible::Name), u"Brazil, BR"_s);
    QCOMPARE(cell->role(), QAccessible::ListItem);
    QVERIFY(cell->state().checkable && cell->state().checked && cell->state().selected);
    QVERIFY(cell->state().focusable && cell->state().focused);
    QCOMPARE(interfaceOf(grid)->focusChild(), cell);
    QCOMPARE(interfaceOf(grid)->indexOfChild(cell), session.cell(u"BR"_s).row());
    QCOMPARE(interfaceOf(grid)->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
    const QAccessibleInterface *other = cellOf(session, u"JP"_s);
    QVERIFY(other->state().checkable && !other->state().checked && !other->state().selected);
}

void TestAccessibility::cellHasActions()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QAccessibleActionInterface *cell = cellOf(session, u"JP"_s)->actionInterface();
    cell->doAction(QAccessibleActionInterface::toggleAction());
    QTRY_COMPARE(session.buttonText(), u"Download 2 flags"_s);
    cell->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(session.part<FlagGrid>()->currentIndex(), session.cell(u"JP"_s));
    cell->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY(session.part<CountryMenu>()->isVisible());
    session.part<CountryMenu>()->close();
}

void TestAccessibility::tickIsReported()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *grid = session.part<FlagGrid>();
    grid->setFocus();
    grid->setCurrentIndex(session.cell(u"JP"_s));
    reports().clear();
    QTest::keyClick(grid, Qt::Key_Space);
    QList<Report> ticks = reportsOf(QAccessible::StateChanged, QAccessible::ListItem);
    QCOMPARE(ticks.size(), 1);
    QCOMPARE(ticks.first().name, u"Japan, JP"_s);
    QVERIFY(ticks.first().isChecked);
    QTest::keyClick(grid, Qt::Key_Space);
    ticks = reportsOf(QAccessible::StateChanged, QAccessible::ListItem);
    QCOMPARE(ticks.size(), 2);
    QVERIFY(!ticks.last().isChecked);

    // Of many ticks, those of cells that have been requested.
    std::ignore = cellOf(session, u"AO"_s);
    reports().clear();
    QTest::keyClick(grid, Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 250 flags"_s);
    ticks = reportsOf(QAccessible::StateChanged, QAccessible::ListItem);
    QVERIFY2(ticks.size() >= 2 && ticks.size() <= 3, qPrintable(QString::number(ticks.size())));
    QVERIFY(std::ranges::any_of(ticks, [](const Report &tick) { return tick.name == u"Angola, AO"_s; }));
}

void TestAccessibility::cellsFollowTheFilter()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QAccessibleInterface *grid = interfaceOf(session.part<FlagGrid>());
    const QAccessibleInterface *japan = cellOf(session, u"JP"_s);
    std::ignore = cellOf(session, u"BR"_s);
    session.part<SearchField>()->setText(u"japan"_s);
    QCOMPARE(grid->childCount(), 1);
    QCOMPARE(grid->child(0), japan);
    QCOMPARE(grid->child(1), nullptr);
    session.part<SearchField>()->clear();
    QCOMPARE(grid->childCount(), 250);
    QCOMPARE(cellOf(session, u"BR"_s)->text(QAccessible::Name), u"Brazil, BR"_s);
}

void TestAccessibility::emptySearchIsInTheTree()
{
    WindowSession session(m_home->options({u"BR"_s}));
    const auto namesWith = [&session](QAccessible::Role role) {
        QStringList names;
        walk(interfaceOf(&session.window), [&](const QAccessibleInterface &each) {
            if (each.role() == role)
                names.append(each.text(QAccessible::Name));
        });
        return names;
    };
    QVERIFY(!namesWith(QAccessible::Button).contains(u"Clear search"_s));
    session.part<SearchField>()->setText(u"state:failed"_s);
    QVERIFY(namesWith(QAccessible::Button).contains(u"Clear search"_s));
    const QStringList texts = namesWith(QAccessible::StaticText);
    QVERIFY2(texts.contains(u"No country here matches “state:failed”."_s), qPrintable(texts.join(u'|')));
}

// The number of seconds changes, but not what a screen reader reads out.
void TestAccessibility::serverWaitDoesNotChatter()
{
    const ScriptedServer server([](const ScriptedRequest &) { return status(503, {"Retry-After: 40"}); });
    WindowOptions options = m_home->options({u"JP"_s});
    options.sources = {SourceList::shipped().resolve(server.address(u"/"_s)).value()};
    options.transfer.proxyChoice = ProxyChoice::None;
    const WindowSession session(options);
    auto *grid = session.part<FlagGrid>();
    grid->setFocus();
    grid->setCurrentIndex(session.cell(u"JP"_s));
    session.press();
    QTRY_VERIFY2(session.message().startsWith(u"Japan: waiting 40 s"_s), qPrintable(session.message()));
    QTRY_VERIFY(session.cell(u"JP"_s).data(FlagModel::ServerWaitRole).toInt() == 39);
    reports().clear();
    QTRY_VERIFY2(session.message().startsWith(u"Japan: waiting 38 s"_s), qPrintable(session.message()));
    for (const auto role : {QAccessible::StaticText, QAccessible::ListItem}) {
        const QList<Report> names = reportsOf(QAccessible::NameChanged, role);
        QVERIFY2(names.isEmpty(), qPrintable(names.value(0).name));
    }
    const QAccessibleInterface *message
        = interfaceOf(session.part<MessageLine>()->findChildren<QLabel *>().at(1));
    QCOMPARE(message->text(QAccessible::Name), u"Japan: waiting because the server limits requests."_s);
    QCOMPARE(cellOf(session, u"JP"_s)->text(QAccessible::Name),
        u"Japan, JP, waiting because the server limits requests"_s);
    session.downloads.cancel();
    QTRY_VERIFY(message->text(QAccessible::Name) != u"Japan: waiting because the server limits requests."_s);
}

void TestAccessibility::batchReportsArrivalsWithoutChatter()
{
    WindowSession session(m_home->options({u"AD"_s}));
    session.window.resize(800, 600);
    auto *grid = session.part<FlagGrid>();
    grid->setFocus();
    grid->setCurrentIndex(session.cell(u"AF"_s));
    QTest::keyClick(grid, Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 250 flags"_s);
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    reports().clear();
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QTRY_COMPARE(session.count(FlagState::Saved), 250);

    QStringList named;
    const QList<Report> cells = reportsOf(QAccessible::NameChanged, QAccessible::ListItem);
    for (const Report &report : cells)
        named.append(report.name);
    QVERIFY2(named.contains(u"Afghanistan, AF, saved"_s), qPrintable(named.join(u'\n')));
    int inView = 0;
    for (int row = 0; row < grid->model()->rowCount(); ++row)
        inView += grid->isInView(grid->model()->index(row, 0)) ? 1 : 0;
    const int ofCurrent = int(
        std::ranges::count_if(named, [](const QString &name) { return name.startsWith(u"Afghanistan"_s); }));
    QVERIFY(ofCurrent <= 3);
    QVERIFY(named.size() - ofCurrent < inView);
    QCOMPARE(reportsOf(QAccessible::NameChanged, QAccessible::RadioButton).size(), 0);
    // Announced once; before Qt 6.8 as an alert and a change of the name.
    const QList<Report> labels = reportsOf(QAccessible::NameChanged, QAccessible::StaticText);
    QVERIFY2(labels.size() <= 2, qPrintable(QString::number(labels.size())));
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    const QList<Report> ends = reportsOf(QAccessible::Alert, QAccessible::StaticText);
    QCOMPARE(ends.size(), 1);
    QCOMPARE(ends.first().name, session.progress());
#endif
}

void TestAccessibility::detailsReportOnlyChanges()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    auto *panel = session.part<DetailsPanel>();
    panel->open();
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"BR"_s));
    QCOMPARE(interfaceOf(panel)->text(QAccessible::Name), u"Brazil"_s);
    const auto names = [] {
        return reportsOf(QAccessible::NameChanged, QAccessible::Grouping).size()
            + reportsOf(QAccessible::NameChanged, QAccessible::Graphic).size()
            + reportsOf(QAccessible::DescriptionChanged, QAccessible::Graphic).size();
    };
    reports().clear();
    panel->refresh(); // as for each state of a download
    QCOMPARE(names(), 0);
    session.part<FlagGrid>()->setCurrentIndex(session.cell(u"JP"_s));
    QCOMPARE(names(), 2); // of the panel and of the picture
}

// Each key used to report every field of the form, some of them twice.
void TestAccessibility::typingReportsOnlyItsField()
{
    OpenedSources opened;
    opened.open();
    opened.press(u"Add"_s);
    opened.press(u"Save"_s); // shows what is missing
    reports().clear();
    QTest::keyClick(opened.line(OpenedSources::PictureAddress), Qt::Key_X);
    const QList<Report> fields = reportsOf(QAccessible::DescriptionChanged, QAccessible::EditableText);
    QCOMPARE(fields.size(), 1); // another problem
    reports().clear();
    QTest::keyClick(opened.line(OpenedSources::PictureAddress), Qt::Key_Y);
    QCOMPARE(reportsOf(QAccessible::DescriptionChanged, QAccessible::EditableText).size(), 0);
    QCOMPARE(reportsOf(QAccessible::NameChanged, QAccessible::StaticText).size(), 0);
}

void TestAccessibility::failureIsAnnounced()
{
    const WindowSession session(m_home->options({u"BR"_s}, u"builtin-faulty"_s), faultyBy(1));
    session.press();
    QTRY_COMPARE(session.count(FlagState::Failed), 1);
    QTRY_VERIFY(!session.downloads.isRunning());
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    QStringList announced;
    const QList<Report> alerts = reportsOf(QAccessible::Alert, QAccessible::StaticText);
    for (const Report &alert : alerts)
        announced.append(alert.name);
    QVERIFY2(announced.contains(session.message()), qPrintable(announced.join(u'\n')));
#endif
}

void TestAccessibility::gridHasSelection()
{
    const WindowSession session(m_home->options({u"BR"_s}));
    QAccessibleInterface *grid = interfaceOf(session.part<FlagGrid>());
    QCOMPARE(grid->role(), QAccessible::List);
    QCOMPARE(grid->tableInterface()->selectedRows(), QList<int>{session.cell(u"BR"_s).row()});
    const QSignalSpy steps(session.part<FlagGrid>(), &FlagGrid::ticked);
    QVERIFY(grid->tableInterface()->selectRow(session.cell(u"FR"_s).row()));
    QCOMPARE(grid->tableInterface()->selectedRowCount(), 2);
    QVERIFY(grid->tableInterface()->unselectRow(session.cell(u"FR"_s).row()));
    QVERIFY(!grid->tableInterface()->selectRow(-1));
    QCOMPARE(steps.count(), 2); // to undo
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QAccessibleSelectionInterface *selection = grid->selectionInterface();
    QVERIFY(selection != nullptr);
    QCOMPARE(selection->selectedItemCount(), 1);
    QVERIFY(selection->select(cellOf(session, u"JP"_s)));
    QCOMPARE(selection->selectedItemCount(), 2);
    QVERIFY(selection->clear());
    QCOMPARE(selection->selectedItemCount(), 0);
#endif
}

FLAGFETCH_TEST(TestAccessibility, Widgets)
#include "tst_accessibility.moc"
