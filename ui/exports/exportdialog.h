#pragma once

#include "app/exports/exportjob.h"
#include "app/exports/setflags.h"
#include "app/tasks/latestjob.h"

#include <QDialog>

class DestinationRow;
class ExportForm;
class PreviewPane;
class QLabel;
class QProgressBar;
class QPushButton;

/// Exports the flags of a folder: options on the left, preview on the right. Reads, draws and writes on the
/// thread pool. Closing the dialog cancels this. Stores the options in the settings when it is destroyed.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `ticked` are the codes to which the user can restrict the export.
    ExportDialog(const QString &folder, const QStringList &ticked, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ExportDialog)
    ~ExportDialog() override;

private:
    [[nodiscard]] QLayout *buttonRow();
    void load();
    void onFlagsLoaded(const Result<SetFlags> &set);
    void changeKind();
    void updatePreview();
    void updateButtons();
    void startOrCancel();
    void askWhetherToReplace();
    void start();
    void showProgress(int done, int total);
    void finish(const ExportOutcome &outcome);
    void clearOutcome();
    void openResult();
    [[nodiscard]] ExportRequest request() const;

    const QString m_folder;
    const QStringList m_ticked;
    LatestJob<Result<SetFlags>> m_loading;
    ExportJob m_job;
    QList<ExportFlag> m_flags;
    QString m_damage; // of the set, see SetFlags
    QString m_result; // path; empty: none yet
    QString m_outcome; // of the latest export, for people; cleared by the next change

    ExportForm *m_form;
    DestinationRow *m_destination;
    PreviewPane *m_preview;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_export;
    QPushButton *m_open;
    QPushButton *m_close;
};
