#pragma once

#include "app/sets/loadedset.h"
#include "app/tasks/latestjob.h"
#include "ui/sets/checkedfilesmodel.h"
#include "ui/sets/setsummary.h"

#include <QDialog>

class Catalogue;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

/// Verifies every file of a set on the thread pool and lists the result. Repair downloads missing and altered
/// files again; files that are not part of the set are listed but never changed. Closing the dialog cancels
/// the check.
class VerifyDialog final : public QDialog
{
    Q_OBJECT

public:
    VerifyDialog(const QString &folder, const Catalogue &catalogue, QWidget *parent);
    Q_DISABLE_COPY_MOVE(VerifyDialog)
    ~VerifyDialog() override = default;

Q_SIGNALS:
    /// Every file was checked.
    void verified(const LatestCheck &check);
    /// The flags to repair. The dialog has closed.
    void repairRequested(const QStringList &codes);

private:
    [[nodiscard]] QLayout *buttonRow();
    void verify(const Result<LoadedSet> &set);
    void showVerification(const Verification &verification);
    void showResult(const QString &text);
    void repair();

    const QString m_folder;
    QHash<QString, QString> m_names; // of countries by code
    LatestJob<Result<LoadedSet>> m_loading;
    bool m_isInUse = false; // another program is saving in the folder
    qint64 m_startedAt = 0; // nanoseconds since 1970
    LatestJob<Verification> m_verifying;
    QStringList m_badCodes;
    CheckedFilesModel m_model;
    QLabel *m_message;
    QProgressBar *m_progress;
    QTableView *m_files;
    QPushButton *m_repair;
    QPushButton *m_close;
};
