#pragma once

#include "app/exports/exportrequest.h"
#include "ui/exports/exportflags.h"
#include "ui/exports/exporttarget.h"

#include <QWidget>

class ColumnsField;
class LanguageChoice;
class QComboBox;
class QFormLayout;
class QSpinBox;
class TitleField;

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
    [[nodiscard]] ExportFlags::Choice flags() const;
    [[nodiscard]] decltype(ExportRequest::what) what() const;

    /// Sets how many flags the folder has, and how many of them are ticked. Keeps the choice of the user;
    /// without one, prefers the ticked flags where they are fewer.
    void setCounts(int all, int ticked);
    /// The countries of the result, which the title belongs to.
    void setCountries(const QStringList &codes);
    [[nodiscard]] QString title() const;
    /// The columns of the result.
    void showColumns(int columns);
    void saveSettings() const;

Q_SIGNALS:
    void kindChanged();
    void languageChanged();
    void flagsChanged(); ///< the choice of flags
    void lookChanged();

private:
    void restoreSettings();
    void rememberFlags();
    void updateVisibleFields();

    QFormLayout *m_form;
    QComboBox *m_kind;
    QComboBox *m_flags;
    LanguageChoice *m_language;
    const QString m_usualLanguage; // that of the interface
    std::optional<ExportFlags::Choice> m_wanted; // of the user
    TitleField *m_title;
    ColumnsField *m_columns;
    QComboBox *m_paper;
    QSpinBox *m_cell;
};
