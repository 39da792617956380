#pragma once

#include "app/exports/exportrequest.h"
#include "ui/exports/exporttarget.h"

#include <QWidget>

class LanguageChoice;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

/// Asks what is made of the flags and how it looks. What has no meaning for the kind is hidden. Remembers
/// what was chosen.
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

    /// How many flags there are to choose between; where none is ticked, all are taken.
    void setTicked(qsizetype count);
    void saveSettings() const;

Q_SIGNALS:
    void kindChanged();
    void flagsChanged(); ///< which, or in whose language
    void lookChanged();

private:
    void restoreSettings();
    void updateVisibleFields();

    QFormLayout *m_form;
    QComboBox *m_kind;
    QComboBox *m_flags;
    LanguageChoice *m_language;
    QLineEdit *m_title;
    QSpinBox *m_columns;
    QComboBox *m_paper;
    QSpinBox *m_cell;
};
