#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

/// A line of input with room below it for a hint or, instead of it, the problem of the input. Nothing moves
/// when a problem appears. The problem appears when the user leaves the field after an edit, or with
/// showProblem(). Owned by SourceEditor.
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    /// `label` has a mnemonic; labelWidget() shows it. `hintLines` is the number of lines below the field
    /// that are reserved; without any, the hint is only a tooltip, and the field cannot have a problem.
    FieldRow(const QString &label, const QString &hint, int hintLines, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FieldRow)

    /// The label, for the layout that owns it.
    [[nodiscard]] QLabel *labelWidget() const { return m_label; }
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// Without spaces around it.
    [[nodiscard]] QString text() const;
    /// Keeps the cursor if the text is the same.
    void setText(const QString &text);
    /// A read-only field looks like a text, not like a field.
    void setReadOnly(bool readOnly);
    /// Whether the field plays a part in the form. Its label follows.
    void setUsed(bool used);

    /// The problem of the current input, or an empty text.
    void setProblem(const QString &problem);
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }
    /// Shows the problem now, and from now on while the user types.
    void showProblem();
    /// Forgets that the field was edited, because it now shows another source.
    void hideProblem();

Q_SIGNALS:
    /// The user has typed. setText() does not emit it.
    void edited();
    void textChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void onEditingFinished();
    void updateHint();
    void updateColours();
    void keepHeight();

    const QString m_hintText;
    const int m_hintLines;
    QString m_problem;
    bool m_isEdited = false;
    bool m_isProblemShown = false;
    QLabel *m_label;
    QLineEdit *m_line;
    QLabel *m_hint = nullptr;
    QAction *m_mark; // in the field, so that the problem is marked by a shape
};

/// Makes a spin box look like text, or like a field.
void showReadOnly(QSpinBox *box, bool readOnly);

/// A combo box, or its current text if the choice is read-only. Both are equally high.
class ChoiceRow final : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of the combo box.
    explicit ChoiceRow(QComboBox *combo, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChoiceRow)

    void setReadOnly(bool readOnly);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateAppearance();

    QComboBox *m_combo;
    QLineEdit *m_text;
};
