#pragma once

#include "ui/preferences/preferencespage.h"

#include <QDialog>
#include <QList>

class NameExamples;
class ProblemText;
class QDialogButtonBox;
class QTabWidget;

/// Everything that the user can set once for all downloads, on five pages. Each page and the whole dialog can
/// go back to the defaults; nothing applies before OK, which is disabled while the input is invalid.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `given` are the long names of the options on the command line.
    PreferencesDialog(const PreferenceValues &values, const NameExamples &examples, const QStringList &given,
        QWidget *parent);
    Q_DISABLE_COPY_MOVE(PreferencesDialog)

    /// The current input. Read it after accepted().
    [[nodiscard]] PreferenceValues values() const;

private:
    void addPage(PreferencesPage *page, const QString &title);
    void addButtons();
    void addKeys();
    [[nodiscard]] int missingHeight(int width) const;
    void check();
    void restorePage();
    void restoreAll();

    const PreferenceValues m_values;
    QList<PreferencesPage *> m_pages;
    QTabWidget *m_tabs;
    ProblemText *m_problem;
    QDialogButtonBox *m_buttons;
};
