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

/// Checks every file of a set, on the pool, and tells what was found. Can have what is missing or altered
/// downloaded again; what is not part of the set is only told. Closing the dialog cancels the check.
class VerifyDialog final : public QDialog
{
    Q_OBJECT

public:
    VerifyDialog(const QString &folder, const Catalogue &catalogue, QWidget *parent);
    Q_DISABLE_COPY_MOVE(VerifyDialog)
    ~VerifyDialog() override;

Q_SIGNALS:
    /// The flags of these codes; the dialog has closed.
    void repairRequested(const QStringList &codes);

private:
    [[nodiscard]] QLayout *buttonRow();
    void verify();
    void showVerification(const Verification &verification);
    void showResult(const QString &text);
    void repair();

    const QString m_folder;
    QHash<QString, QString> m_names; // of countries, by code
    QFutureWatcher<std::variant<LoadedSet, Failure>> m_loading;
    std::stop_source m_stop; // of loading
    QFutureWatcher<Verification> m_verifying;
    QStringList m_badCodes;
    CheckedFilesModel m_model;
    QLabel *m_message;
    QProgressBar *m_progress;
    QTableView *m_files;
    QPushButton *m_repair;
    QPushButton *m_close;
};
