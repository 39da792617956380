#pragma once

#include "ui/preferences/preferencespage.h"

class QCheckBox;
class QComboBox;
class QSlider;

/// Size of the flags, colours and motion.
class AppearancePage final : public PreferencesPage
{
    Q_OBJECT

public:
    AppearancePage();
    Q_DISABLE_COPY_MOVE(AppearancePage)

    void setValues(const PreferenceValues &values) override;
    void collect(PreferenceValues &values) const override;

private:
    QComboBox *m_colours;
    QSlider *m_size;
    QCheckBox *m_reducesMotion;
};
