#pragma once

#include "app/downloads/flagresult.h"

#include <QPersistentModelIndex>
#include <QString>
#include <QWidget>

class FlagModel;
class FolderRow;
class MessageLine;
class ProgressRow;
class QBoxLayout;

/// The state of the batch, as the footer shows it.
struct BatchState
{
    bool isRunning = false;
    BatchProgress progress = {}; ///< of the running batch, or of the last one
};

/// The area below the grid: the message with its offer, the folder, and the progress of the batch. The
/// progress moves to a separate row in a narrow window. The window calls refresh() when the model or the
/// batch has changed.
class FooterBar final : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the bar.
    explicit FooterBar(const FlagModel &model, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FooterBar)

    [[nodiscard]] FolderRow *folder() const { return m_folder; }

    /// Sets the current cell of the grid. Its failure is shown instead of those of other countries.
    void setCurrentCell(const QModelIndex &cell);
    /// Shows an error instead of every other message, until the next batch or the next current cell.
    void showError(const QString &text);
    /// Shows a success message until the next failure or batch.
    void showNotice(const QString &text);

    /// Sets the problem of the set in the folder. It is shown while no batch runs and no other error is
    /// shown. Empty: none.
    void setFolderProblem(const QString &text);

    /// Sets a notice about the chosen source, which is shown while no batch runs. Empty: none.
    void setSourceNotice(const QString &text);

    /// Offers to resume an interrupted batch while no batch runs. `text` describes the pending work; empty:
    /// none.
    void offerPendingWork(const QString &text);

    // Call refresh() after either of them.
    void beginBatch();
    void endBatch(const BatchProgress &progress);

    /// Updates everything that depends on the model or the batch.
    void refresh(const BatchState &batch);

Q_SIGNALS:
    void retryRequested();
    void continueRequested();
    void resumePendingRequested();
    void changesRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void onFolderChanged(const QString &folder);
    void refreshMessage();
    void refreshOffer();
    [[nodiscard]] QString failure() const;
    [[nodiscard]] QString outcome() const;
    [[nodiscard]] QString newestFailure() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] bool isOfferingPendingWork() const;
    void declinePendingWork();

    const FlagModel &m_model;
    BatchState m_batch;
    QPersistentModelIndex m_cell;
    QString m_problem;
    QString m_notice;
    QString m_failureBefore; // shown when the notice came; a different failure replaces the notice
    QString m_folderProblem;
    QString m_sourceNotice;
    QString m_batchFolder; // of the last batch
    QString m_pendingWork; // of an interrupted batch
    bool m_isNew = true; // no batch has started yet
    MessageLine *m_message;
    FolderRow *m_folder;
    QBoxLayout *m_lowest;
    ProgressRow *m_progress;
};
