#pragma once

#include "ui/files/filesettings.h"
#include "ui/files/namepreview.h"

#include <QDialog>

class ConflictChoice;
class ConversionChoice;
class NamePreview;
class ProblemText;
class QDialogButtonBox;
class TemplateField;

/// Edits FileRules: the names of files, the policy for files that already exist, and the renditions. Shows
/// example paths while the user types. OK is disabled while the input is invalid.
class NamesDialog final : public QDialog
{
    Q_OBJECT

public:
    NamesDialog(const FileRules &rules, const NameExamples &examples, QWidget *parent);
    Q_DISABLE_COPY_MOVE(NamesDialog)

    /// The current input. Has the last valid template while the current one is invalid.
    [[nodiscard]] FileRules rules() const;

private:
    [[nodiscard]] QLayout *templateRow();
    void setRules(const FileRules &rules);
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
    QDialogButtonBox *m_buttons;
};
