#include "app/language/translation.h"
#include "tests/support/testprogram.h"
#include "tests/ui/somecountries.h"
#include "ui/grid/flagmodel.h"
#include "ui/grid/tickhistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTickHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp); }
    void init();
    void undoesAndRedoesEachStep();
    void recordsWhatHasChanged();
    void recordOfNothingIsNoStep();
    void unrecordedChangeBecomesStep();
    void newStepForgetsUndoneOnes();
    void reportsChanges();
    void emitsOnlyChangedRows();

private:
    [[nodiscard]] QString ticked() const { return m_model->codesIn(FlagCategory::Ticked).join(u' '); }
    void tick(int row, Qt::CheckState state = Qt::Checked) const
    {
        m_model->setData(m_model->index(row), state, Qt::CheckStateRole);
    }

    std::unique_ptr<FlagModel> m_model;
    std::unique_ptr<TickHistory> m_history;
    QList<TickChange> m_changes; // of reportsChanges()
};

void TestTickHistory::init()
{
    m_history.reset();
    m_model = std::make_unique<FlagModel>(someCountries());
    m_model->setTicked({u"JP"_s});
    m_history = std::make_unique<TickHistory>(*m_model);
}

void TestTickHistory::undoesAndRedoesEachStep()
{
    m_history->undo();
    QCOMPARE(ticked(), u"JP"_s); // what the window has started with
    m_history->replace({u"GB"_s, u"BR"_s}, u"tick only some"_s);
    QCOMPARE(m_history->add({u"AX"_s, u"BR"_s, u"ZZ"_s}, u"add some"_s), 1);
    QCOMPARE(ticked(), u"AX BR GB"_s);
    QCOMPARE(m_history->steps().undoText(), u"add some"_s);
    m_history->undo();
    QCOMPARE(ticked(), u"BR GB"_s);
    m_history->undo();
    QCOMPARE(ticked(), u"JP"_s);
    QVERIFY(!m_history->steps().canUndo());
    m_history->redo();
    m_history->redo();
    m_history->redo();
    QCOMPARE(ticked(), u"AX BR GB"_s);
}

void TestTickHistory::recordsWhatHasChanged()
{
    tick(0);
    m_history->record();
    QCOMPARE(m_history->steps().undoText(), u"tick Åland Islands"_s);
    tick(0, Qt::Unchecked);
    m_history->record();
    QCOMPARE(m_history->steps().undoText(), u"untick Åland Islands"_s);
    for (const int row : {0, 1, 2}) // as with a rubber band
        tick(row);
    m_history->record();
    QCOMPARE(m_history->steps().undoText(), u"tick 3 countries"_s);
    QCOMPARE(m_history->steps().count(), 3);
    m_history->undo();
    QCOMPARE(ticked(), u"JP"_s);
    m_history->undo();
    QCOMPARE(ticked(), u"AX JP"_s);
}

void TestTickHistory::recordOfNothingIsNoStep()
{
    m_history->record();
    tick(0);
    tick(0, Qt::Unchecked);
    m_history->record();
    m_history->replace({u"JP"_s}, u"the same"_s);
    QCOMPARE(m_history->steps().count(), 0);
    m_history->clear();
    QVERIFY(!m_history->steps().canUndo());
}

void TestTickHistory::unrecordedChangeBecomesStep()
{
    tick(0);
    m_history->add({u"BR"_s}, u"add"_s);
    tick(5);
    m_history->undo();
    QCOMPARE(ticked(), u"AX BR JP"_s);
    m_history->undo();
    QCOMPARE(ticked(), u"AX JP"_s);
    m_history->undo();
    QCOMPARE(ticked(), u"JP"_s);
}

void TestTickHistory::newStepForgetsUndoneOnes()
{
    m_history->add({u"BR"_s}, u"add"_s);
    m_history->undo();
    m_history->add({u"GB"_s}, u"add"_s);
    QVERIFY(!m_history->steps().canRedo());
    m_history->redo();
    QCOMPARE(ticked(), u"JP GB"_s);
}

void TestTickHistory::reportsChanges()
{
    connect(m_history.get(), &TickHistory::changed, this,
        [this](const TickChange &change) { m_changes.append(change); });
    m_history->replace({u"GB"_s, u"BR"_s}, u"only"_s);
    m_history->add({u"BR"_s, u"AX"_s}, u"add"_s);
    m_history->undo();
    m_history->redo();
    tick(3);
    m_history->record();
    QCOMPARE(m_changes.size(), 4);
    QVERIFY(m_changes.at(0).kind == TickChange::Kind::Replaced);
    QCOMPARE(m_changes.at(0).codes, (QStringList{u"BR"_s, u"GB"_s}));
    QCOMPARE(m_changes.at(0).before, 1);
    QCOMPARE(m_changes.at(0).after, 2);
    QVERIFY(m_changes.at(1).kind == TickChange::Kind::Added);
    QCOMPARE(m_changes.at(1).codes, QStringList{u"AX"_s});
    QVERIFY(m_changes.at(2).kind == TickChange::Kind::Undone);
    QCOMPARE(m_changes.at(2).step, u"add"_s);
    QCOMPARE(m_changes.at(2).after, 2);
    QVERIFY(m_changes.at(3).kind == TickChange::Kind::Redone);
}

void TestTickHistory::emitsOnlyChangedRows()
{
    tick(1);
    m_history->record();
    QSignalSpy rows(m_model.get(), &QAbstractItemModel::dataChanged);
    m_history->undo();
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(rows.first().at(1).toModelIndex().row(), 1);
}

FLAGFETCH_TEST(TestTickHistory, Widgets)
#include "tst_tickhistory.moc"
