#pragma once

#include "app/exports/exportjob.h"
#include "ui/exports/exportflags.h"

#include <QDialog>

class DestinationRow;
class ExportForm;
class MessageArea;
class PageRow;
class PreviewPane;
class QProgressBar;
class QPushButton;

/// Exports the flags of a folder: options on the left, preview on the right. Reads, draws and writes on the
/// thread pool. Closing the dialog cancels this. Says before the export which flags it would lack. Stores the
/// options in the settings when it is destroyed.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `ticked` are the codes to which the user can restrict the export.
    ExportDialog(const QString &folder, const QStringList &ticked, QWidget *parent);
    Q_DISABLE_COPY_MOVE(ExportDialog)
    ~ExportDialog() override;

Q_SIGNALS:
    /// The user wants the ticked flags, of which the folder has none. The dialog has closed.
    void downloadRequested();
    /// The dialog shows the result of an export.
    void exported();

private:
    [[nodiscard]] QLayout *buttonRow();
    void load();
    void onFlagsLoaded();
    void chooseFlags();
    void explainMissingFlags();
    void changeKind();
    void showDrawn();
    void updatePreview();
    void updateButtons();
    /// What is wrong with the input, or would be with the result, for people. Empty if nothing is.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString leftOutWarning() const;
    [[nodiscard]] QString notice() const;
    void download();
    void startOrCancel();
    void askWhetherToReplace();
    void start();
    void showProgress(int done, int total);
    void finish(const ExportOutcome &outcome);
    void clearOutcome();
    void openResult();
    [[nodiscard]] ExportRequest request() const;

    const QString m_folder;
    const int m_ticked; // number of countries
    ExportFlags m_folderFlags;
    ExportJob m_job;
    QList<ExportFlag> m_flags; // to export
    std::optional<ExportOutcome> m_outcome; // of the latest export; cleared by the next change
    QString m_openProblem; // why the result could not be opened

    ExportForm *m_form;
    DestinationRow *m_destination;
    PreviewPane *m_preview;
    PageRow *m_pages;
    MessageArea *m_message;
    QProgressBar *m_progress;
    QPushButton *m_download;
    QPushButton *m_export;
    QPushButton *m_open;
    QPushButton *m_close;
};
