#include "tests/support/testprogram.h"
#include "ui/header/mannersdialog.h"

#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMannersDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void takesDelaysInAnyOrder();
    void takesTheShareOfErrorsInPerCent();
};

void TestMannersDialog::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<Embedded>("kind");
    QTest::newRow("slow") << Embedded::Slow;
    QTest::newRow("faulty") << Embedded::Faulty;
}

void TestMannersDialog::givesBackWhatItWasGiven()
{
    QFETCH(Embedded, kind);
    const FaultSettings manners{
        .shortestDelay = 500ms,
        .longestDelay = 5s,
        .errorRate = 0.25,
        .errorDelay = 30ms,
        .seed = 7,
    };
    QVERIFY(MannersDialog(kind, manners, nullptr).manners() == manners);
}

void TestMannersDialog::takesDelaysInAnyOrder()
{
    const MannersDialog dialog(Embedded::Slow, {}, nullptr);
    const auto delays = dialog.findChildren<QDoubleSpinBox *>();
    QCOMPARE(delays.size(), 2);
    delays.first()->setValue(4.5);
    delays.last()->setValue(1.25);
    QCOMPARE(dialog.manners().shortestDelay, 1250ms);
    QCOMPARE(dialog.manners().longestDelay, 4500ms);
}

void TestMannersDialog::takesTheShareOfErrorsInPerCent()
{
    const MannersDialog dialog(Embedded::Faulty, {}, nullptr);
    const auto numbers = dialog.findChildren<QSpinBox *>();
    QCOMPARE(numbers.size(), 2);
    numbers.first()->setValue(40);
    numbers.last()->setValue(99);
    QCOMPARE(dialog.manners().errorRate, 0.4);
    QCOMPARE(dialog.manners().seed, 99U);
}

FLAGFETCH_TEST(TestMannersDialog, Widgets)
#include "tst_mannersdialog.moc"
