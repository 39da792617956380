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

/// Lets a person say how files are named, what becomes of those that are there, and what is made of each
/// flag, and shows while they type what that comes to. Only what can be used is accepted.
class NamesDialog final : public QDialog
{
    Q_OBJECT

public:
    NamesDialog(const FileRules &rules, const NameExamples &examples, QWidget *parent);
    Q_DISABLE_COPY_MOVE(NamesDialog)

    /// What stands in the dialog now; as long as the template cannot be used, with the last one that could.
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
