#pragma once

#include "app/sources/source.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

/// The form for one source. Shows an error below the field while the user types, and emits edited(). Keeps
/// the keys of the JSON entry that have no field. Owned by SourcesDialog.
class SourceEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceEditor(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceEditor)

    /// `taken` are the ids of the user's other sources.
    void edit(const QJsonObject &entry, const QStringList &taken);
    void setReadOnly(bool readOnly);

    /// The JSON entry of the current fields.
    [[nodiscard]] QJsonObject entry() const;
    /// The current fields as a source. std::nullopt while a field is invalid.
    [[nodiscard]] const std::optional<Source> &source() const { return m_source; }

Q_SIGNALS:
    void edited();

private:
    /// The error line below a field.
    struct Row
    {
        QStringList keys; // JSON keys whose errors it shows
        QLabel *problem;
    };

    QLineEdit *addLine(const QString &label, const QStringList &keys, const QString &toolTip);
    void addRow(const QString &label, QWidget *field, const QStringList &keys);
    void showNamesFields();
    void validate();
    /// Updates m_source. Returns the error, or an empty text.
    [[nodiscard]] QString readFields();

    QJsonObject m_entry;
    QStringList m_taken;
    std::optional<Source> m_source;
    QFormLayout *m_form;
    QList<Row> m_rows;
    QLineEdit *m_title;
    QLineEdit *m_id;
    QLineEdit *m_image;
    QComboBox *m_naming;
    QLineEdit *m_names = nullptr; // address, for both kinds of names
    QLineEdit *m_namePath = nullptr;
    QLineEdit *m_codePath = nullptr;
    QLineEdit *m_licence = nullptr;
    QSpinBox *m_limit;
    QSpinBox *m_pause;
};
