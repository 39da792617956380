#pragma once

#include "ui/files/filesettings.h"

#include <QDialog>

class FileRulesForm;
class NameExamples;
class QDialogButtonBox;

/// Edits FileRules in a FileRulesForm. OK is disabled while the input is invalid.
class NamesDialog final : public QDialog
{
    Q_OBJECT

public:
    NamesDialog(const FileRules &rules, const NameExamples &examples, QWidget *parent);
    Q_DISABLE_COPY_MOVE(NamesDialog)

    /// The current input. Has the last valid template while the current one is invalid.
    [[nodiscard]] FileRules rules() const;

private:
    void check();

    FileRulesForm *m_form;
    QDialogButtonBox *m_buttons;
};
