#pragma once

#include "ui/preferences/preferencespage.h"

class FileRulesForm;
class NameExamples;

/// The names of files, existing files, and formats.
class FilesPage final : public PreferencesPage
{
    Q_OBJECT

public:
    FilesPage(const NameExamples &examples, const QStringList &given);
    Q_DISABLE_COPY_MOVE(FilesPage)

    void setValues(const PreferenceValues &values) override;
    void collect(PreferenceValues &values) const override;
    [[nodiscard]] QString problem() const override;

private:
    FileRulesForm *m_form;
};
