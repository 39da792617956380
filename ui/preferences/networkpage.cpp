#include "ui/preferences/networkpage.h"

#include "ui/look/textwidgets.h"

#include <QCheckBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

NetworkPage::NetworkPage(const QStringList &given)
    : PreferencesPage({u"max-req"_s, u"timeout"_s, u"proxy"_s}, given)
    , m_isLimited(new QCheckBox(tr("Send at &most")))
    , m_mostAtOnce(new QSpinBox)
    , m_deadline(new QSpinBox)
    , m_systemProxy(new QRadioButton(tr("The proxy of the &system")))
    , m_noProxy(new QRadioButton(tr("&No proxy")))
    , m_givenProxy(new QRadioButton(tr("&This proxy:")))
    , m_proxy(new QLineEdit)
{
    addLimit();
    addDeadline();
    addProxy();
    content()->addStretch();
}

void NetworkPage::addLimit()
{
    m_isLimited->setToolTip(tr("Fewer requests at once than a source is known to accept"));
    m_mostAtOnce->setRange(1, TransferSettings::maximalLimit);
    m_mostAtOnce->setStepType(QSpinBox::AdaptiveDecimalStepType);
    m_mostAtOnce->setSuffix(tr(" requests at once"));
    m_mostAtOnce->setAccessibleName(tr("Most requests at once"));
    m_mostAtOnce->setToolTip(m_isLimited->toolTip());
    auto *row = new QHBoxLayout;
    row->addWidget(m_isLimited);
    row->addWidget(m_mostAtOnce);
    row->addStretch();
    content()->addLayout(row);
    addRemark(tr("A number that you have chosen for a source in the window stays as it is."));
    connect(m_isLimited, &QCheckBox::toggled, m_mostAtOnce, &QWidget::setEnabled);
    connect(m_isLimited, &QCheckBox::toggled, this, &PreferencesPage::changed);
    connect(m_mostAtOnce, &QSpinBox::valueChanged, this, &PreferencesPage::changed);
}

void NetworkPage::addDeadline()
{
    m_deadline->setRange(1, int(Preferences::longestDeadline.count()));
    m_deadline->setStepType(QSpinBox::AdaptiveDecimalStepType);
    m_deadline->setSuffix(tr(" s"));
    m_deadline->setToolTip(tr("From the start of a request to its last byte. A request that takes longer is "
                              "sent again."));
    auto *label = new QLabel(tr("Time &limit for one request:"));
    label->setBuddy(m_deadline);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_deadline);
    row->addStretch();
    content()->addLayout(row);
    connect(m_deadline, &QSpinBox::valueChanged, this, &PreferencesPage::changed);
}

void NetworkPage::addProxy()
{
    m_systemProxy->setToolTip(
        tr("http_proxy, https_proxy, all_proxy and no_proxy, otherwise the proxy of the desktop"));
    m_noProxy->setToolTip(tr("Connect to every source directly"));
    m_givenProxy->setToolTip(tr("Send every request through this proxy"));
    m_proxy->setObjectName(u"proxyAddress"_s);
    m_proxy->setPlaceholderText(u"http://proxy.example:3128"_s);
    keepPlaceholderReadable(m_proxy);
    m_proxy->setAccessibleName(tr("Address of the proxy"));
    m_proxy->setToolTip(tr("http://host:port or socks5://host:port, without a password"));
    auto *box = new QGroupBox(tr("Proxy"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_givenProxy);
    row->addWidget(m_proxy, 1);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(m_systemProxy);
    layout->addWidget(m_noProxy);
    layout->addLayout(row);
    content()->addWidget(box);
    connect(m_proxy, &QLineEdit::textEdited, m_givenProxy, [this] { m_givenProxy->setChecked(true); });
    connect(m_proxy, &QLineEdit::textChanged, this, &PreferencesPage::changed);
    for (const QRadioButton *button : {m_systemProxy, m_noProxy, m_givenProxy})
        connect(button, &QRadioButton::toggled, this, &PreferencesPage::changed);
}

void NetworkPage::setValues(const PreferenceValues &values)
{
    const Preferences &shown = values.preferences;
    m_isLimited->setChecked(shown.mostAtOnce.has_value());
    m_mostAtOnce->setValue(shown.mostAtOnce.value_or(TransferSettings().limit));
    m_mostAtOnce->setEnabled(shown.mostAtOnce.has_value());
    m_deadline->setValue(int(std::chrono::duration_cast<std::chrono::seconds>(shown.deadline).count()));
    m_proxy->setText(shown.proxy);
    switch (shown.proxyChoice) {
    case ProxyChoice::System:
        return m_systemProxy->setChecked(true);
    case ProxyChoice::None:
        return m_noProxy->setChecked(true);
    case ProxyChoice::Given:
        return m_givenProxy->setChecked(true);
    }
}

void NetworkPage::collect(PreferenceValues &values) const
{
    Preferences &collected = values.preferences;
    collected.mostAtOnce = m_isLimited->isChecked() ? std::optional(m_mostAtOnce->value()) : std::nullopt;
    collected.deadline = std::chrono::seconds(m_deadline->value());
    collected.proxyChoice = m_givenProxy->isChecked() ? ProxyChoice::Given
        : m_noProxy->isChecked()                      ? ProxyChoice::None
                                                      : ProxyChoice::System;
    const QString address = m_proxy->text().trimmed();
    collected.proxy = proxyProblem(address).isEmpty() ? address : QString(); // never a password
}

QString NetworkPage::problem() const
{
    return m_givenProxy->isChecked() ? proxyProblem(m_proxy->text().trimmed()) : QString();
}
