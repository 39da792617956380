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

/// The fields of one source, with what is wrong with a field under it while it is typed. Keys of the entry
/// that have no field stay as they are.
class SourceEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceEditor(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceEditor)

    /// `taken` are ids that it cannot have, because other sources of the person have them.
    void edit(const QJsonObject &entry, const QStringList &taken);
    void setReadOnly(bool readOnly);

    /// As the fields are now.
    [[nodiscard]] QJsonObject entry() const;
    /// The same as a source; nothing while something is wrong.
    [[nodiscard]] const std::optional<Source> &source() const { return m_source; }

Q_SIGNALS:
    void edited();

private:
    /// A field, and the line under it.
    struct Row
    {
        QStringList keys; // whose problems it shows
        QLabel *problem;
    };

    QLineEdit *addLine(const QString &label, const QStringList &keys, const QString &toolTip);
    void addRow(const QString &label, QWidget *field, const QStringList &keys);
    void showNamesFields();
    void validate();
    /// Into m_source; or what is wrong with them.
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
    QLineEdit *m_names; // address, for both ways
    QLineEdit *m_namePath;
    QLineEdit *m_codePath;
    QLineEdit *m_licence;
    QSpinBox *m_limit;
    QSpinBox *m_pause;
};
