#pragma once

#include "app/sets/loadedset.h"
#include "ui/sets/checkedfilesmodel.h"

#include <QDialog>
#include <QFutureWatcher>

#include <stop_token>

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
    ~VerifyDialog() override;

Q_SIGNALS:
    /// The flags to repair. The dialog has closed.
    void repairRequested(const QStringList &codes);

private:
    [[nodiscard]] QLayout *buttonRow();
    void verify();
    void showVerification(const Verification &verification);
    void showResult(const QString &text);
    void repair();

    const QString m_folder;
    QHash<QString, QString> m_names; // of countries by code
    QFutureWatcher<std::variant<LoadedSet, Failure>> m_loading;
    std::stop_source m_stop; // of m_loading
    QFutureWatcher<Verification> m_verifying;
    QStringList m_badCodes;
    CheckedFilesModel m_model;
    QLabel *m_message;
    QProgressBar *m_progress;
    QTableView *m_files;
    QPushButton *m_repair;
    QPushButton *m_close;
};
