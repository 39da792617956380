#pragma once

#include "app/exports/exportjob.h"
#include "app/exports/setflags.h"

#include <QDialog>
#include <QFutureWatcher>

#include <stop_token>
#include <variant>

class DestinationRow;
class ExportForm;
class PreviewPane;
class QLabel;
class QProgressBar;
class QPushButton;

/// Makes something of a folder of flags: what, how and where is asked on the left, and how it will look is
/// shown on the right. Reading, drawing and writing happen in the background; closing the dialog cancels
/// them.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `ticked` are the codes that a person may restrict the export to.
    ExportDialog(const QString &folder, const QStringList &ticked, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ExportDialog)
    ~ExportDialog() override;

private:
    [[nodiscard]] QLayout *buttonRow();
    void load();
    void onFlagsLoaded();
    void changeKind();
    void updatePreview();
    void updateButtons();
    void startOrCancel();
    void showProgress(int done, int total);
    void finish(const ExportOutcome &outcome);
    void clearOutcome();
    void openResult();
    [[nodiscard]] ExportRequest request() const;

    const QString m_folder;
    const QStringList m_ticked;
    QFutureWatcher<std::variant<SetFlags, Failure>> m_loading;
    std::stop_source m_stop; // of loading
    ExportJob m_job;
    QList<ExportFlag> m_flags;
    QString m_damage; // of the set, see SetFlags
    QString m_result; // path; empty: none yet
    QString m_outcome; // what became of the latest export, for people, until something else is asked for

    ExportForm *m_form;
    DestinationRow *m_destination;
    PreviewPane *m_preview;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_export;
    QPushButton *m_open;
    QPushButton *m_close;
};
