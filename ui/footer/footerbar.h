#pragma once

#include "app/downloads/flagresult.h"
#include "ui/footer/messagelist.h"

#include <QPersistentModelIndex>
#include <QString>
#include <QStringList>
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

/// The area below the grid: the messages with their offers, the folder, and the progress of the batch. The
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

    /// Sets the current cell of the grid. If its flag failed, this failure is shown.
    void setCurrentCell(const QModelIndex &cell);
    /// Adds a message that something failed. It stays until the user dismisses it, or until the next batch.
    void showError(const QString &text);
    /// Adds a message about what was done. It stays until the next one, or until the next batch.
    void showNotice(const QString &text);
    /// The same for what reads countries from a text. A newer text replaces the problem of an older one,
    /// which would otherwise hide that the new one could be read.
    void showImportError(const QString &text);
    void showImport(const QString &text);
    /// Shows a welcome, as the hint of the first start.
    void showWelcome();

    // States. An empty text removes the message.
    /// Sets the problem of the set in the folder.
    void setFolderProblem(const QString &text);
    /// Sets a notice about the chosen source, which is shown while no batch runs.
    void setSourceNotice(const QString &text);
    /// Sets what the operations demonstrate.
    void setDemonstration(const QString &text);
    /// Offers to resume an interrupted batch. `text` describes the pending work. What the user has dismissed
    /// is not offered again, until the next batch or another folder. While the failed flags of the last batch
    /// are that work, their message offers to retry them instead.
    void offerPendingWork(const QString &text);
    /// Sets a hint that the view does not show everything because of a batch. It replaces the other hints.
    void setViewNotice(const QString &text);

    // Call refresh() after either of them.
    void beginBatch();
    /// `repaired` are the names of the countries whose files a repair has restored.
    void endBatch(const BatchProgress &progress, const QStringList &repaired = {});
    /// Removes the sentence about the latest batch, because another operation has a result now.
    void clearResult();

    /// Updates everything that depends on the model or the batch.
    void refresh(const BatchState &batch);

Q_SIGNALS:
    void retryRequested();
    void continueRequested();
    void resumePendingRequested();
    void changesRequested();
    void repairRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void onFolderChanged(const QString &folder);
    void dismissMessage();
    void showPreviousMessage();
    void showNextMessage();
    void refreshMessages();
    /// Sets the message of a state and shows it, if it is the most important one.
    void setMessage(MessageList::Topic topic, const Message &message);
    void showMessage();
    [[nodiscard]] QString changedText() const;
    [[nodiscard]] int flagsInFlight() const;
    [[nodiscard]] bool isPendingWorkFailed() const;

    const FlagModel &m_model;
    BatchState m_batch;
    QPersistentModelIndex m_cell;
    MessageList m_messages;
    QString m_hint; // shown if there is no message and no notice about the view
    QString m_viewNotice;
    QString m_sourceNotice;
    QString m_dismissedFaults; // the text about files that the user does not want to see again
    QString m_batchFolder; // of the last batch
    QString m_declinedWork; // the offer that the user has dismissed
    MessageLine *m_message;
    FolderRow *m_folder;
    QBoxLayout *m_lowest;
    ProgressRow *m_progress;
};
