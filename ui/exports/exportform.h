#pragma once

#include "app/exports/exportrequest.h"
#include "ui/exports/exporttarget.h"

#include <QWidget>

class LanguageChoice;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

/// The options of an export. Hides the fields that the chosen kind does not use. Restores the options from
/// the settings. Owned by ExportDialog.
class ExportForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ExportForm(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ExportForm)

    [[nodiscard]] ExportKind kind() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] bool isTickedOnly() const;
    [[nodiscard]] decltype(ExportRequest::what) what() const;

    /// Sets the number of ticked countries. With 0, only all flags can be exported.
    void setTicked(qsizetype count);
    void saveSettings() const;

Q_SIGNALS:
    void kindChanged();
    void flagsChanged(); ///< the choice of flags, or the language of their names
    void lookChanged();

private:
    void restoreSettings();
    void updateVisibleFields();

    QFormLayout *m_form;
    QComboBox *m_kind;
    QComboBox *m_flags;
    LanguageChoice *m_language;
    const QString m_usualLanguage; // that of the interface
    QLineEdit *m_title;
    QSpinBox *m_columns;
    QComboBox *m_paper;
    QSpinBox *m_cell;
};
