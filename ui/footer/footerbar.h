#pragma once

#include <QPersistentModelIndex>
#include <QString>
#include <QWidget>

struct BatchProgress;
class BatchControl;
class FlagModel;
class FolderRow;
class MessageLine;
class ProgressRow;
class QBoxLayout;

/// What stands under the grid: what happened and what to do about it, where flags are saved, and how far the
/// batch is. Where all of that does not fit one row, the batch has a row of its own, which is kept for it.
class FooterBar final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    FooterBar(const FlagModel &model, const BatchControl &batch, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FooterBar)

    [[nodiscard]] FolderRow *folder() const { return m_folder; }

    /// The country that a person looks at is told of before all others.
    void setCurrentCell(const QModelIndex &cell);
    /// Stands before everything else until the next batch or the next current cell.
    void showProblem(const QString &text);
    /// Shows that something went well, until the next failure or batch.
    void showNotice(const QString &text);

    /// What is wrong with the set in the folder, told while no batch runs and there is nothing else that went
    /// wrong; empty: nothing.
    void setFolderProblem(const QString &text);

    /// What a person should know of the chosen source while no batch runs; empty: nothing.
    void setSourceNotice(const QString &text);

    /// What an interrupted batch has left to do, which is offered while no batch runs; empty: nothing.
    void offerPendingWork(const QString &text);

    /// To be followed by refresh(), both of them.
    void beginBatch();
    void endBatch(const BatchProgress &progress);

    /// Brings everything that sums up the model and the batch up to date.
    void refresh();

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
    const BatchControl &m_batch;
    QPersistentModelIndex m_cell;
    QString m_problem;
    QString m_notice;
    QString m_failureBefore; // shown when the notice came; another failure replaces the notice
    QString m_folderProblem;
    QString m_sourceNotice;
    QString m_batchFolder; // of the batch that has ended
    QString m_pendingWork; // of an interrupted batch
    bool m_isNew = true; // nothing was downloaded yet
    MessageLine *m_message;
    FolderRow *m_folder;
    QBoxLayout *m_lowest;
    ProgressRow *m_progress;
};
