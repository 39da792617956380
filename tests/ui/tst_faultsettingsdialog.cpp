#include "tests/support/testprogram.h"
#include "ui/header/faultsettingsdialog.h"

#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFaultSettingsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsGivenSettings_data();
    void returnsGivenSettings();
    void acceptsDelaysInAnyOrder();
    void convertsErrorRateFromPercent();
};

void TestFaultSettingsDialog::returnsGivenSettings_data()
{
    QTest::addColumn<Embedded>("kind");
    QTest::newRow("slow") << Embedded::Slow;
    QTest::newRow("faulty") << Embedded::Faulty;
}

void TestFaultSettingsDialog::returnsGivenSettings()
{
    QFETCH(Embedded, kind);
    const FaultSettings faults{
        .shortestDelay = 500ms,
        .longestDelay = 5s,
        .errorRate = 0.25,
        .errorDelay = 30ms,
        .seed = 7,
    };
    QVERIFY(FaultSettingsDialog(kind, faults, nullptr).faults() == faults);
}

void TestFaultSettingsDialog::acceptsDelaysInAnyOrder()
{
    const FaultSettingsDialog dialog(Embedded::Slow, {}, nullptr);
    const auto delays = dialog.findChildren<QDoubleSpinBox *>();
    QCOMPARE(delays.size(), 2);
    delays.first()->setValue(4.5);
    delays.last()->setValue(1.25);
    QCOMPARE(dialog.faults().shortestDelay, 1250ms);
    QCOMPARE(dialog.faults().longestDelay, 4500ms);
}

void TestFaultSettingsDialog::convertsErrorRateFromPercent()
{
    const FaultSettingsDialog dialog(Embedded::Faulty, {}, nullptr);
    const auto numbers = dialog.findChildren<QSpinBox *>();
    QCOMPARE(numbers.size(), 2);
    numbers.first()->setValue(40);
    numbers.last()->setValue(99);
    QCOMPARE(dialog.faults().errorRate, 0.4);
    QCOMPARE(dialog.faults().seed, 99U);
}

FLAGFETCH_TEST(TestFaultSettingsDialog, Widgets)
#include "tst_faultsettingsdialog.moc"
