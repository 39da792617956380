#include "app/language/translation.h"
#include "tests/support/testprogram.h"
#include "tests/ui/somecountries.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/tickhistory.h"
#include "ui/header/savedselections.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSavedSelections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp); }
    void init();
    void keepsOrder();
    void wrongSizeIsIgnored();
    void replacesSelectionOfSameName();
    void savesAndRestoresTicks();
    void dialogRenamesAndRemoves();
    void cancelledDialogChangesNothing();
    void dialogsBelongToTheWindow();

private:
    [[nodiscard]] static QStringList names(const QList<SavedSelection> &selections)
    {
        QStringList names;
        for (const SavedSelection &selection : selections)
            names.append(selection.name);
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSavedSelections::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCoreApplication::setOrganizationName(u"flagfetch"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
}

void TestSavedSelections::keepsOrder()
{
    QCOMPARE(loadSelections(), QList<SavedSelection>());
    const QList<SavedSelection> selections{
        {u"Zoo"_s, {u"FR"_s, u"DE"_s}}, {u"a/b = c, \u4e2d"_s, {u"JP"_s}}, {u"None"_s, {}}};
    storeSelections(selections);
    QCOMPARE(loadSelections(), selections);
    storeSelections(selections.first(1));
    QCOMPARE(loadSelections(), selections.first(1));
}

void TestSavedSelections::wrongSizeIsIgnored()
{
    const QList<SavedSelection> selections{{u"Zoo"_s, {u"FR"_s}}, {u"None"_s, {}}};
    storeSelections(selections);
    for (const int size : {1'000'000'000, -1}) {
        QSettings().setValue("selections/size"_L1, size);
        QCOMPARE(loadSelections(), size < 0 ? QList<SavedSelection>() : selections);
    }
}

void TestSavedSelections::replacesSelectionOfSameName()
{
    const QList<SavedSelection> before{{u"A"_s, {u"FR"_s}}, {u"B"_s, {u"DE"_s}}};
    const QList<SavedSelection> after = withSelection(before, {u"A"_s, {u"JP"_s}});
    QCOMPARE(names(after), (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(after.first().codes, QStringList{u"JP"_s});
    QCOMPARE(withSelection(before, {u"C"_s, {}}).size(), 3);
}

void TestSavedSelections::savesAndRestoresTicks()
{
    FlagModel model(someCountries());
    model.setTicked({u"JP"_s, u"BR"_s});
    TickHistory ticks(model);
    QWidget window;
    auto *menu = new SelectionsMenu(ticks, &window);
    const QSignalSpy noticeSpy(menu, &SelectionsMenu::notice);
    menu->actions().at(menu->actions().size() - 2)->trigger();
    auto *question = window.findChild<QInputDialog *>();
    QVERIFY(question);
    QVERIFY(!question->isHidden());
    question->setTextValue(u" My trip & more "_s);
    question->accept();
    QCOMPARE(names(loadSelections()), QStringList{u"My trip & more"_s});
    QVERIFY(noticeSpy.value(0).value(0).toString().contains("My trip & more"_L1));

    model.setTicked({u"GB"_s});
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().first()->text(), u"My trip && more (2 countries)"_s);
    const QList<QAction *> ways = menu->actions().first()->menu()->actions();
    QCOMPARE(ways.at(1)->text(), u"&Add to the ticks"_s);
    ways.at(1)->trigger();
    QCOMPARE(model.codesIn(FlagCategory::Ticked), (QStringList{u"BR"_s, u"JP"_s, u"GB"_s}));
    QCOMPARE(ways.at(0)->text(), u"&Tick only these"_s);
    ways.at(0)->trigger();
    QCOMPARE(model.codesIn(FlagCategory::Ticked), (QStringList{u"BR"_s, u"JP"_s}));
    QCOMPARE(ticks.steps().undoText(), u"tick only “My trip & more”"_s);
    ticks.undo();
    QCOMPARE(model.codesIn(FlagCategory::Ticked).size(), 3);
    ticks.undo();
    QCOMPARE(model.codesIn(FlagCategory::Ticked), QStringList{u"GB"_s});
}

void TestSavedSelections::dialogRenamesAndRemoves()
{
    SelectionsDialog dialog({{u"A"_s, {u"FR"_s}}, {u"B"_s, {u"DE"_s}}, {u"C"_s, {u"JP"_s}}}, nullptr);
    auto *list = dialog.findChild<QListWidget *>();
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto buttons = dialog.findChildren<QPushButton *>();
    QTest::mouseClick(buttons.at(0), Qt::LeftButton); // rename
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"First"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    list->setCurrentRow(1);
    QTest::mouseClick(buttons.at(1), Qt::LeftButton); // remove
    QCOMPARE(names(dialog.selections()), (QStringList{u"First"_s, u"C"_s}));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(dialog.selections(), (QList<SavedSelection>{{u"First"_s, {u"FR"_s}}}));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(dialog.selections().isEmpty());
    QVERIFY(!buttons.at(0)->isEnabled() && !buttons.at(1)->isEnabled());
}

void TestSavedSelections::cancelledDialogChangesNothing()
{
    storeSelections({{u"A"_s, {u"FR"_s}}});
    FlagModel model(someCountries());
    TickHistory ticks(model);
    QWidget window;
    auto *menu = new SelectionsMenu(ticks, &window);
    menu->actions().last()->trigger();
    auto *dialog = window.findChild<SelectionsDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QListWidget *>()->item(0)->setText(u"B"_s);
    dialog->reject();
    QCOMPARE(names(loadSelections()), QStringList{u"A"_s});

    menu->actions().last()->trigger();
    const auto dialogs = window.findChildren<SelectionsDialog *>();
    dialogs.last()->findChild<QListWidget *>()->item(0)->setText(u"B"_s);
    dialogs.last()->accept();
    QCOMPARE(names(loadSelections()), QStringList{u"B"_s});
}

// Regression: their parent was the menu, so that they did not block the window and were not placed over it.
void TestSavedSelections::dialogsBelongToTheWindow()
{
    storeSelections({{u"A"_s, {u"FR"_s}}});
    FlagModel model(someCountries());
    model.setTicked({u"JP"_s});
    TickHistory ticks(model);
    QWidget window;
    QMenu select(&window);
    const SelectionsMenu menu(ticks, &select);
    const QList<QAction *> entries = menu.actions();
    entries.at(entries.size() - 2)->trigger();
    entries.last()->trigger();
    const auto dialogs = window.findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 2);
    for (const QDialog *dialog : dialogs)
        QCOMPARE(dialog->parentWidget(), &window);
}

FLAGFETCH_TEST(TestSavedSelections, Widgets)
#include "tst_savedselections.moc"
