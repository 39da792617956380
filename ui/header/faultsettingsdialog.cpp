#include "ui/header/faultsettingsdialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace {
constexpr double maximumDelay = 60; // seconds; enough for manual tests

double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

std::chrono::milliseconds milliseconds(double time)
{
    return std::chrono::milliseconds(qRound64(time * 1000));
}

QDoubleSpinBox *secondsBox(std::chrono::milliseconds value)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(0, maximumDelay);
    box->setSingleStep(0.5);
    box->setSuffix(FaultSettingsDialog::tr(" s"));
    box->setValue(seconds(value));
    return box;
}
} // namespace

FaultSettingsDialog::FaultSettingsDialog(Embedded kind, const FaultSettings &faults, QWidget *parent)
    : QDialog(parent)
    , m_faults(faults)
{
    auto *form = new QFormLayout;
    if (kind == Embedded::Slow) {
        setWindowTitle(tr("Adjust the slow source"));
        addDelay(form);
    } else {
        setWindowTitle(tr("Adjust the faulty source"));
        addErrorShare(form);
    }
    addSeed(form);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

FaultSettings FaultSettingsDialog::faults() const
{
    FaultSettings faults = m_faults;
    if (m_shortest != nullptr) {
        const auto [shortest, longest] = std::minmax({m_shortest->value(), m_longest->value()});
        faults.shortestDelay = milliseconds(shortest);
        faults.longestDelay = milliseconds(longest);
    }
    if (m_errorShare != nullptr)
        faults.errorRate = m_errorShare->value() / 100.0;
    faults.seed = static_cast<quint32>(m_seed->value());
    return faults;
}

void FaultSettingsDialog::addDelay(QFormLayout *form)
{
    m_shortest = secondsBox(m_faults.shortestDelay);
    m_longest = secondsBox(m_faults.longestDelay);
    form->addRow(tr("&Shortest delay:"), m_shortest);
    form->addRow(tr("&Longest delay:"), m_longest);
}

void FaultSettingsDialog::addErrorShare(QFormLayout *form)
{
    m_errorShare = new QSpinBox;
    m_errorShare->setRange(0, 100);
    m_errorShare->setSingleStep(5);
    m_errorShare->setSuffix(tr(" %"));
    m_errorShare->setValue(qRound(m_faults.errorRate * 100));
    form->addRow(tr("&Requests that fail:"), m_errorShare);
}

void FaultSettingsDialog::addSeed(QFormLayout *form)
{
    m_seed = new QSpinBox;
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(static_cast<int>(std::min<quint32>(m_faults.seed, std::numeric_limits<int>::max())));
    m_seed->setToolTip(tr("The same number gives the same delays and errors again"));
    form->addRow(tr("S&eed:"), m_seed);
}
