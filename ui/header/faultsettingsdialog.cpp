#include "ui/header/faultsettingsdialog.h"

#include "ui/header/faultfields.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

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
    if (m_shortest != nullptr)
        readDelays(*m_shortest, *m_longest, faults);
    if (m_errorShare != nullptr)
        faults.errorRate = shareIn(*m_errorShare);
    faults.seed = seedIn(*m_seed);
    return faults;
}

void FaultSettingsDialog::addDelay(QFormLayout *form)
{
    m_shortest = newDelayField(m_faults.shortestDelay);
    m_longest = newDelayField(m_faults.longestDelay);
    form->addRow(tr("&Shortest delay:"), m_shortest);
    form->addRow(tr("&Longest delay:"), m_longest);
}

void FaultSettingsDialog::addErrorShare(QFormLayout *form)
{
    m_errorShare = newShareField(m_faults.errorRate);
    form->addRow(tr("&Requests that fail:"), m_errorShare);
}

void FaultSettingsDialog::addSeed(QFormLayout *form)
{
    m_seed = newSeedField(m_faults.seed);
    form->addRow(tr("S&eed:"), m_seed);
}
