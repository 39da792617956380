#pragma once

#include "app/downloads/freshnesscheck.h"
#include "ui/grid/flagentry.h"
#include "ui/window/sessionclient.h"
#include "ui/window/windowrun.h"
#include "ui/window/windowstate.h"

#include <QObject>

#include <memory>

class ConflictCheck;
class QWidget;
class RequestLog;

/// Creates operations from the user's choices in the window and starts them in the session. Shows the reports
/// of the session in the window. Asks the user before a download replaces existing files. The window owns it;
/// it lives in the GUI thread.
class DownloadCommands final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent. `session` must outlive this object.
    DownloadCommands(
        const WindowParts &parts, SessionClient &session, const WindowOptions &options, QWidget &window);
    Q_DISABLE_COPY_MOVE(DownloadCommands)

    void downloadTicked();
    void downloadCountry(const QString &code);
    void retryFailed();
    /// Starts an operation on a set. The window changes to the folder of the set when the operation is
    /// planned.
    void start(const Operation &operation);

    /// Shows what the set in the folder has, and checks these pictures for old flags. Not during an
    /// operation.
    void showFolder(const QList<FolderFlag> &flags);

    /// Sets why nothing can be downloaded into the folder, as a text for people. If it is not empty, commands
    /// show it and start nothing.
    void setBlockedReason(const QString &text) { m_blockedReason = text; }

    /// How the next operations send requests.
    void setTransfer(const TransferSettings &transfer) { m_transfer = transfer; }
    /// Where the next operations record their requests.
    void setLog(const std::shared_ptr<RequestLog> &log) { m_log = log; }

    /// The demonstration of a blocked event loop, for the next operations. See LoopBlocker.
    void setBlockedLoop(std::chrono::milliseconds perFlag);

Q_SIGNALS:
    /// What the next operations demonstrate, for people; empty: nothing.
    void demonstrationChanged(const QString &text);
    /// The countries of a batch should be shown, so that the user sees their flags arrive. In the full list
    /// they may be far apart.
    void viewOfBatchRequested(FlagCategory category);
    /// Emitted when a command was not executed. The text is for people.
    void refused(const QString &text);
    // Texts for people.
    void notice(const QString &text);
    void error(const QString &text);
    /// Emitted when the session has finished an operation, unless notBegun() is emitted. `isRepair`: it has
    /// restored files of a set.
    void finished(const BatchProgress &progress, bool isRepair);
    /// Emitted when an operation failed before its start or had nothing to do.
    void notBegun();

private:
    void followSession();
    void changeFolder(const QString &folder);
    [[nodiscard]] bool isRefused();
    /// Asks what to do with files that exist, if the user has not decided it.
    void download(const QStringList &codes);
    /// Starts a download without the question about existing files.
    void downloadAgain(const QStringList &codes, ConflictPolicy conflict);
    void retry(const QStringList &codes);
    void startChecked(const Download &download, const QList<FlagResult> &kept);
    void startDownload(const Download &download);
    [[nodiscard]] Download downloadOf(const QStringList &codes) const;
    [[nodiscard]] SessionSettings settings() const;
    void askWhetherToReplace(int flags);
    void showPlan(const OperationOutline &outline);
    void showEnd(const SessionReport &report);
    void reportErrors(const BatchProgress &progress);

    const WindowParts m_parts;
    SessionClient &m_session;
    TransferSettings m_transfer;
    std::shared_ptr<RequestLog> m_log;
    std::chrono::milliseconds m_blockedLoop{0};
    QWidget &m_window;
    ConflictCheck *m_conflicts;
    FreshnessCheck m_freshness;
    QString m_folder; // the folder that the window shows
    bool m_isOnSet = false; // true: the window shows the countries of the operation
    bool m_isRepair = false;
    bool m_isOfTicked = false; // the download that is being checked: its countries are the ticked ones
    ConflictPolicy m_latestConflict = ConflictPolicy::Overwrite; // of the latest download
    QString m_blockedReason;
};
