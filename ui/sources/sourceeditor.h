#pragma once

#include "app/sources/source.h"
#include "ui/sources/sourcedrafts.h"
#include "ui/sources/sourceproblems.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class ChoiceRow;
class FieldRow;
class QComboBox;
class QFormLayout;
class QSpinBox;

/// The source that SourceEditor shows.
struct EditedSource
{
    QJsonObject saved; ///< the entry in the file; empty for a new source
    std::optional<SourceDraft> draft; ///< what the user has entered already
    QStringList taken; ///< the ids of the user's other sources, which are refused
    QStringList known; ///< all other ids, which are not proposed
    bool isNew = false;
    bool isReadOnly = false;
};

/// The form for one source. Shows a problem below its field when the user leaves the field, or at
/// showProblems(). Emits edited() when the input changes. Keeps the keys of the JSON entry that have no
/// field. Its rows never move. Owned by SourcesDialog.
class SourceEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceEditor(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceEditor)

    /// Emits nothing.
    void edit(const EditedSource &source);

    /// The JSON entry of the current fields. An address that still has to be entered is an empty text.
    [[nodiscard]] QJsonObject entry() const;
    /// Whether the fields differ from the saved entry.
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] SourceDraft draft() const;
    /// The current fields as a source. std::nullopt while a field is invalid.
    [[nodiscard]] const std::optional<Source> &source() const { return m_source; }

    /// Shows the problems of all fields and moves the focus to the first. Returns false if there are none.
    bool showProblems();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] FieldRow *addField(const QString &label, const QString &hint, int hintLines = 0);
    void addBox(const QString &text, QWidget *row, QWidget *field, const QString &toolTip);
    void addFields();
    void showEntry(const QJsonObject &entry);
    void setReadOnly(bool readOnly);
    void updateNamesFields();
    void proposeId();
    void onIdEdited();
    void validate();
    [[nodiscard]] FieldRow *rowOf(SourceField field) const;
    [[nodiscard]] QList<FieldRow *> rows() const;

    EditedSource m_edited;
    QJsonObject m_shown; // the entry in the fields, with the keys that have no field
    QJsonObject m_initial; // the saved entry, as the fields write it
    bool m_followsName = false;
    bool m_isShowing = false; // fields change because of edit(), not because of the user
    std::optional<Source> m_source;
    QFormLayout *m_form;
    FieldRow *m_title = nullptr;
    FieldRow *m_id = nullptr;
    FieldRow *m_image = nullptr;
    QComboBox *m_naming;
    ChoiceRow *m_choice = nullptr; // m_naming or its text
    FieldRow *m_names = nullptr; // address, for both kinds of names
    FieldRow *m_namePath = nullptr;
    FieldRow *m_codePath = nullptr;
    FieldRow *m_licence = nullptr;
    QSpinBox *m_limit;
    QSpinBox *m_pause;
};
