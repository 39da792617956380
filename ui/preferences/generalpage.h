#pragma once

#include "ui/preferences/preferencespage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QRadioButton;

/// Language, folder at the start, question before quitting, and notification.
class GeneralPage final : public PreferencesPage
{
    Q_OBJECT

public:
    explicit GeneralPage(const QStringList &given);
    Q_DISABLE_COPY_MOVE(GeneralPage)

    void setValues(const PreferenceValues &values) override;
    void collect(PreferenceValues &values) const override;
    [[nodiscard]] QString problem() const override;

private:
    void addLanguage();
    void addFolder();
    void chooseFolder();
    /// Absolute; "~" is the home folder.
    [[nodiscard]] QString folder() const;

    QComboBox *m_language;
    QRadioButton *m_lastFolder;
    QRadioButton *m_thisFolder;
    QLineEdit *m_folder;
    QCheckBox *m_asks;
    QCheckBox *m_notifies;
};
