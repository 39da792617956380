#include "tests/support/samplepictures.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/compare/comparemodel.h"
#include "ui/compare/comparewindow.h"
#include "ui/header/headerfields.h"
#include "ui/header/sourcechooser.h"
#include "ui/sources/sourceoptionspopup.h"
#include "ui/window/windowmenus.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>

/// Source options, fallbacks and comparison in the real window.
class tst_SourceWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownSourceFallsBackToBuiltin();
    void optionsApplyToNextBatchAndAreStored();
    void fallbacksCanBeReordered();
    void focusStaysOnButtonsOfFallbacks();
    void commandLineOverridesChoice();
    void errorsOfSourcesFileAreReported();
    void comparesFlagsAsTheyArrive();
    void comparisonNeedsACountry();
    void comparisonCanBeClosedWhileRunning();
    void comparisonClosesByKeyboard_data();
    void comparisonClosesByKeyboard();
    void comparedFlagsStaySorted();
};

namespace {

/// A server that only has the flag of Kenya.
Script office(const ScriptedRequest &request)
{
    return request.path == "/ke.gif" ? ok(gifPicture()) : status(404);
}

QJsonObject entryAt(const ScriptedServer &server)
{
    return {{u"id"_s, u"office"_s}, {u"title"_s, u"Office"_s}, {u"image"_s, server.address(u"/{cc}.gif"_s)}};
}

WindowOptions withOffice(const WindowFolders &home, const ScriptedServer &server, const QStringList &ticked)
{
    WindowOptions options = home.options(ticked);
    options.sources.clear();
    options.ownSourcesPath = home.path(u"sources.json"_s);
    options.ownSources
        = changeOwnSources(options.ownSourcesPath, {.replacedId = {}, .entry = entryAt(server)}).value();
    return options;
}

ComparedFlag compared(const QString &code, std::optional<double> distance)
{
    ComparedFlag flag;
    for (FlagResult &result : flag.flags) {
        result.country.code = code;
        result.state = distance ? FlagState::Saved : FlagState::NotFound;
    }
    flag.distance = distance;
    return flag;
}

} // namespace

void tst_SourceWindow::ownSourceFallsBackToBuiltin()
{
    const ScriptedServer server(office);
    const WindowFolders home;
    WindowSession session(withOffice(home, server, {u"KE"_s, u"NG"_s}));
    auto *chooser = session.part<SourceChooser>();
    chooser->setSourceId(u"office"_s);
    chooser->setChoices({{u"office"_s, {.picture = {}, .fallbacks = {u"builtin"_s}}}});

    session.press();

    QTRY_COMPARE(session.count(FlagState::Saved), 2);
    QCOMPARE(home.files(), (QStringList{u"KE-Kenya.gif"_s, u"NG-Nigeria.svg"_s}));
    QCOMPARE(session.cell(u"KE"_s).data(FlagModel::FallbackRole).toString(), QString());
    QCOMPARE(session.cell(u"NG"_s).data(FlagModel::FallbackRole).toString(), u"Built-in"_s);
    const QString toolTip = session.cell(u"NG"_s).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains("from Built-in\nOffice: the source has no such flag"_L1), qPrintable(toolTip));
    QCOMPARE(session.cell(u"NG"_s).data(Qt::AccessibleTextRole).toString(),
        u"Nigeria, NG, saved, from Built-in"_s);
    QVERIFY(session.cell(u"KE"_s).data(Qt::ToolTipRole).toString().contains("from Office"_L1));
}

void tst_SourceWindow::optionsApplyToNextBatchAndAreStored()
{
    const WindowFolders home;
    {
        WindowSession session(home.options({}, u"flagcdn"_s));
        auto *chooser = session.part<SourceChooser>();
        QTest::keyClick(&session.window, Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(session.part<SourceOptionsPopup>() && session.part<SourceOptionsPopup>()->isVisible());
        auto *popup = session.part<SourceOptionsPopup>();

        const auto combos = popup->findChildren<QComboBox *>();
        QCOMPARE(combos.first()->currentText(), u"PNG"_s);
        QTest::keyClick(combos.first(), Qt::Key_Down); // WebP
        combos.at(1)->setFocus();
        QTest::keyClick(combos.at(1), Qt::Key_Down); // the width after the default
        QTest::keyClick(popup, Qt::Key_Escape);

        const Source chosen = chooser->sources().first();
        QCOMPARE(chosen.format, u"webp"_s);
        QCOMPARE(chosen.width, 640);
        QCOMPARE(chosen.imageTemplate, u"https://flagcdn.com/w640/{cc}.webp"_s);
        session.window.close();
    }
    WindowSession session(home.options({}, u"flagcdn"_s));
    QCOMPARE(session.part<SourceChooser>()->sources().first().width, 640);
}

void tst_SourceWindow::fallbacksCanBeReordered()
{
    FallbackList list;
    const QSignalSpy edited(&list, &FallbackList::edited);
    list.show(SourceList::shipped().sources(), {u"flagcdn"_s, u"gone"_s});
    QCOMPARE(list.chosen(), QStringList{u"flagcdn"_s});
    const auto buttons = list.findChildren<QPushButton *>();
    const auto press = [&buttons](const QString &text) {
        for (QPushButton *button : buttons) {
            if (button->text().remove(u'&') == text)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    };

    press(u"Add"_s); // adds the first of the other sources
    QCOMPARE(list.chosen(), (QStringList{u"flagcdn"_s, u"builtin"_s}));
    press(u"Up"_s);
    QCOMPARE(list.chosen(), (QStringList{u"builtin"_s, u"flagcdn"_s}));
    press(u"Up"_s); // moves it to the top
    press(u"Down"_s);
    QCOMPARE(list.chosen(), (QStringList{u"flagcdn"_s, u"builtin"_s}));
    press(u"Remove"_s);
    QCOMPARE(list.chosen(), QStringList{u"flagcdn"_s});
    QCOMPARE(edited.size(), 4);
}

// Up used to lose the focus at the top, so that the next press moved the source down again.
void tst_SourceWindow::focusStaysOnButtonsOfFallbacks()
{
    FallbackList list;
    const QList<Source> shipped = SourceList::shipped().sources();
    list.show(shipped, {shipped.at(1).id, shipped.at(0).id});
    static_cast<QWidget &>(list).show();
    list.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    list.setFocus();
    QVERIFY(qobject_cast<QListWidget *>(QApplication::focusWidget()));
    const auto buttons = list.findChildren<QPushButton *>();
    const auto pressTwice = [&buttons](const QString &text) {
        for (QPushButton *button : buttons) {
            if (button->text().remove(u'&') != text)
                continue;
            button->setFocus();
            for (int presses = 0; presses < 2; ++presses)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            return button == QApplication::focusWidget();
        }
        return false;
    };
    QVERIFY(pressTwice(u"Up"_s));
    QCOMPARE(list.chosen(), (QStringList{shipped.at(0).id, shipped.at(1).id}));
    QVERIFY(pressTwice(u"Down"_s));
    QCOMPARE(list.chosen(), (QStringList{shipped.at(1).id, shipped.at(0).id}));
    QVERIFY(pressTwice(u"Remove"_s));
    QCOMPARE(list.chosen(), QStringList());
}

void tst_SourceWindow::commandLineOverridesChoice()
{
    const WindowFolders home;
    WindowOptions options = home.options({});
    const SourceList shipped = SourceList::shipped();
    options.sources = {shipped.resolve(u"http://127.0.0.1:9/{cc}.png"_s).value(),
        shipped.resolve(u"mledoze"_s).value(), shipped.resolve(u"builtin"_s).value()};
    const WindowSession session(options);

    const QList<Source> requested = session.part<SourceChooser>()->sources();

    QCOMPARE(requested.size(), 3);
    QCOMPARE(requested.first().imageTemplate, u"http://127.0.0.1:9/{cc}.png"_s);
    QCOMPARE(requested.at(1).id, u"mledoze"_s);
    QCOMPARE(requested.last().id, u"builtin"_s);
}

void tst_SourceWindow::errorsOfSourcesFileAreReported()
{
    const WindowFolders home;
    WindowOptions options = home.options({});
    options.ownSources.problems = {u"sources.json, entry 2: what is wrong"_s};
    const WindowSession session(options);
    QCOMPARE(session.message(), u"sources.json, entry 2: what is wrong"_s);
}

void tst_SourceWindow::comparesFlagsAsTheyArrive()
{
    const ScriptedServer server(office);
    const WindowFolders home;
    WindowSession session(withOffice(home, server, {u"KE"_s, u"NG"_s}));
    session.part<SourceChooser>()->setSourceId(u"office"_s);
    auto *menu = session.window.findChild<SourcesMenu *>();
    QTest::keyClick(&session.window, Qt::Key_S, Qt::AltModifier);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_C);
    auto *window = session.part<CompareWindow>();
    QVERIFY(window && window->isVisible());

    const auto buttons = window->findChildren<QPushButton *>();
    QTest::mouseClick(buttons.first(), Qt::LeftButton);

    const auto *table = window->findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto cell = [table](int row, int column) { return table->model()->index(row, column); };
    QVERIFY(cell(0, CompareModel::CountryColumn).data().toString().contains("Kenya"_L1)); // both sources have
                                                                                          // this flag
    QVERIFY(cell(0, CompareModel::DifferenceColumn).data().toString() != u"\u2013"_s);
    QCOMPARE(cell(1, CompareModel::DifferenceColumn).data().toString(), u"\u2013"_s);
    QVERIFY(cell(1, CompareModel::FirstColumn).data().toString().contains("no such flag"_L1));
    QVERIFY(!cell(1, CompareModel::SecondColumn).data(Qt::DecorationRole).isNull());
    QTRY_COMPARE(buttons.first()->text(), u"&Compare"_s);
    QVERIFY(home.files().isEmpty());
}

void tst_SourceWindow::comparisonNeedsACountry()
{
    const WindowFolders home;
    WindowSession session(home.options({}));
    session.part<SearchField>()->setText(u"qwxy"_s); // so that no country is the current one
    auto *menu = session.window.findChild<SourcesMenu *>();
    QTest::keyClick(&session.window, Qt::Key_S, Qt::AltModifier);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_C);
    const auto *window = session.part<CompareWindow>();
    QVERIFY(window != nullptr);
    QVERIFY(!window->findChild<QPushButton *>()->isEnabled());
    QVERIFY(window->findChildren<QLabel *>().last()->text().startsWith("Tick the countries"_L1));
}

void tst_SourceWindow::comparisonCanBeClosedWhileRunning()
{
    const ScriptedServer server([](const ScriptedRequest &) { return Script().stall(); });
    const WindowFolders home;
    WindowSession session(withOffice(home, server, {u"KE"_s, u"NG"_s}));
    session.part<SourceChooser>()->setSourceId(u"office"_s);
    session.window.findChild<SourcesMenu *>()->popup({}); // sets its current source
    session.window.findChild<SourcesMenu *>()->close();
    session.window.findChild<SourcesMenu *>()->compare();
    QPointer<CompareWindow> window = session.part<CompareWindow>();
    QTest::mouseClick(window->findChildren<QPushButton *>().first(), Qt::LeftButton);
    QTRY_VERIFY(server.counts().inFlight > 0);

    window->close();

    QTRY_VERIFY(!window);
    QTRY_COMPARE(server.counts().inFlight, 0);
}

void tst_SourceWindow::comparisonClosesByKeyboard_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::newRow("Escape") << QKeySequence(Qt::Key_Escape);
    QTest::newRow("Ctrl+W") << QKeySequence(Qt::CTRL | Qt::Key_W);
}

void tst_SourceWindow::comparisonClosesByKeyboard()
{
    QFETCH(QKeySequence, keys);
    const WindowFolders home;
    WindowSession session(home.options({u"KE"_s}));
    session.window.findChild<SourcesMenu *>()->compare();
    QPointer<CompareWindow> window = session.part<CompareWindow>();
    // Not qWaitForWindowActive(): it is satisfied while the main window is active.
    QTRY_COMPARE(QApplication::activeWindow(), window.data());
    QTest::keySequence(window->findChild<QTableView *>(), keys); // the table handles some keys itself
    QTRY_VERIFY(!window);
    QVERIFY(session.window.isVisible());
}

void tst_SourceWindow::comparedFlagsStaySorted()
{
    CompareModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.begin(u"One"_s, u"Other"_s, 1, Qt::gray);
    model.add(compared(u"CC"_s, 1.5));
    model.add(compared(u"DD"_s, {}));
    model.add(compared(u"AA"_s, 1.5));
    model.add(compared(u"BB"_s, 60));
    QStringList codes;
    for (int row = 0; row < model.rowCount(); ++row)
        codes += model.index(row, CompareModel::CountryColumn).data().toString().last(3).first(2);
    QCOMPARE(codes, (QStringList{u"BB"_s, u"AA"_s, u"CC"_s, u"DD"_s}));
    QCOMPARE(
        model.headerData(CompareModel::SecondColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Other"_s);
}

FLAGFETCH_TEST(tst_SourceWindow, Widgets)
#include "tst_sourcewindow.moc"
