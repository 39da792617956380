#include "ui/preferences/faultspage.h"

#include "ui/header/faultfields.h"
#include "ui/look/remarklabel.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FaultsPage::FaultsPage(const QStringList &given)
    : PreferencesPage({u"delay"_s, u"error-rate"_s, u"seed"_s, u"block-loop"_s}, given)
    , m_shortest(newDelayField({}))
    , m_longest(newDelayField({}))
    , m_slowSeed(newSeedField(0))
    , m_errorShare(newShareField(0))
    , m_faultySeed(newSeedField(0))
    , m_blockedLoop(newBlockField())
{
    addRemark(
        tr("Two built-in sources are slow or faulty on purpose, to try how a download behaves. They need "
           "no network."));
    auto *slow = new QGroupBox(tr("Slow source"));
    auto *slowForm = new QFormLayout(slow);
    slowForm->addRow(tr("&Shortest delay:"), m_shortest);
    slowForm->addRow(tr("&Longest delay:"), m_longest);
    slowForm->addRow(tr("Random s&eed:"), m_slowSeed);
    auto *faulty = new QGroupBox(tr("Faulty source"));
    auto *faultyForm = new QFormLayout(faulty);
    faultyForm->addRow(tr("Requests that &fail:"), m_errorShare);
    faultyForm->addRow(tr("Ra&ndom seed:"), m_faultySeed);
    auto *demonstration = new QGroupBox(tr("Demonstration"));
    auto *demonstrationForm = new QFormLayout(demonstration);
    demonstrationForm->addRow(tr("&Block the event loop:"), m_blockedLoop);
    demonstrationForm->addRow(new RemarkLabel(
        tr("At each flag of a built-in source, the program sleeps for this time, and all other responses "
           "have to wait. The timeline shows it. The window does not freeze, because the requests are in "
           "another thread with another event loop. Three ways to download ignores this setting.")));
    content()->addWidget(slow);
    content()->addWidget(faulty);
    content()->addWidget(demonstration);
    content()->addStretch();
    for (const QDoubleSpinBox *field : {m_shortest, m_longest})
        connect(field, &QDoubleSpinBox::valueChanged, this, &PreferencesPage::changed);
    for (const QSpinBox *field : {m_slowSeed, m_errorShare, m_faultySeed, m_blockedLoop})
        connect(field, &QSpinBox::valueChanged, this, &PreferencesPage::changed);
}

void FaultsPage::setValues(const PreferenceValues &values)
{
    const Preferences &shown = values.preferences;
    setDelay(*m_shortest, shown.slow.shortestDelay);
    setDelay(*m_longest, shown.slow.longestDelay);
    setSeed(*m_slowSeed, shown.slow.seed);
    setShare(*m_errorShare, shown.faulty.errorRate);
    setSeed(*m_faultySeed, shown.faulty.seed);
    m_blockedLoop->setValue(static_cast<int>(shown.blockedLoop.count()));
}

void FaultsPage::collect(PreferenceValues &values) const
{
    Preferences &collected = values.preferences;
    readDelays(*m_shortest, *m_longest, collected.slow);
    collected.slow.seed = seedIn(*m_slowSeed);
    collected.faulty.errorRate = shareIn(*m_errorShare);
    collected.faulty.seed = seedIn(*m_faultySeed);
    collected.blockedLoop = std::chrono::milliseconds(m_blockedLoop->value());
}
