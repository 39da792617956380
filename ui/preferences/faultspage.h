#pragma once

#include "ui/preferences/preferencespage.h"

class QDoubleSpinBox;
class QSpinBox;

/// The delays and errors of the built-in sources that simulate them.
class FaultsPage final : public PreferencesPage
{
    Q_OBJECT

public:
    explicit FaultsPage(const QStringList &given);
    Q_DISABLE_COPY_MOVE(FaultsPage)

    void setValues(const PreferenceValues &values) override;
    void collect(PreferenceValues &values) const override;

private:
    QDoubleSpinBox *m_shortest; // seconds
    QDoubleSpinBox *m_longest;
    QSpinBox *m_slowSeed;
    QSpinBox *m_errorShare; // per cent
    QSpinBox *m_faultySeed;
    QSpinBox *m_blockedLoop; // milliseconds
};
