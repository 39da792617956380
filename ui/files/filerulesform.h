#pragma once

#include "ui/files/filesettings.h"
#include "ui/files/namepreview.h"

#include <QWidget>

class ConflictChoice;
class ConversionChoice;
class NamePreview;
class ProblemText;
class QLineEdit;
class TemplateField;

/// Edits FileRules: the names of files, the policy for files that already exist, and the renditions. Shows
/// example paths while the user types. Part of NamesDialog and of the dialog Preferences.
class FileRulesForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FileRulesForm(const NameExamples &examples);
    Q_DISABLE_COPY_MOVE(FileRulesForm)

    void setRules(const FileRules &rules);
    /// The current input. Has the last valid template while the current one is invalid.
    [[nodiscard]] FileRules rules() const;
    [[nodiscard]] bool isValid() const;
    /// The field of the template.
    [[nodiscard]] QLineEdit *nameField() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QLayout *templateRow();
    void readTemplate(const QString &text);
    void check();

    const NameExamples m_examples;
    NameTemplate m_template;
    bool m_isTemplateUsable = false;
    TemplateField *m_field;
    NamePreview *m_preview;
    ConflictChoice *m_conflict;
    ConversionChoice *m_conversion;
    ProblemText *m_widthProblem;
};
