#pragma once

#include "ui/preferences/preferencespage.h"

class QCheckBox;
class QLineEdit;
class QRadioButton;
class QSpinBox;

/// Requests at once, time limit and proxy.
class NetworkPage final : public PreferencesPage
{
    Q_OBJECT

public:
    explicit NetworkPage(const QStringList &given);
    Q_DISABLE_COPY_MOVE(NetworkPage)

    void setValues(const PreferenceValues &values) override;
    void collect(PreferenceValues &values) const override;
    [[nodiscard]] QString problem() const override;

private:
    void addLimit();
    void addDeadline();
    void addProxy();

    QCheckBox *m_isLimited;
    QSpinBox *m_mostAtOnce;
    QSpinBox *m_deadline; // seconds
    QRadioButton *m_systemProxy;
    QRadioButton *m_noProxy;
    QRadioButton *m_givenProxy;
    QLineEdit *m_proxy;
};
