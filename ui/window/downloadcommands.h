#pragma once

#include "app/downloads/freshnesscheck.h"
#include "app/session/downloadsession.h"
#include "ui/window/windowrun.h"
#include "ui/window/windowstate.h"

#include <QObject>

class ConflictCheck;
class QWidget;

/// Makes operations of what a person chose in the parts of the window, starts them in the session, and shows
/// in the parts what the session reports. Asks first where existing files would be replaced.
class DownloadCommands final : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent; the session must outlive it.
    DownloadCommands(
        const WindowParts &parts, DownloadSession &session, const WindowOptions &options, QWidget &window);
    Q_DISABLE_COPY_MOVE(DownloadCommands)

    void downloadTicked();
    void downloadCountry(const QString &code);
    void retryFailed();
    /// An operation on a set. The window changes to its folder once it is planned.
    void start(const Operation &operation);

    /// Why nothing can be downloaded into the folder, for people; empty if it can. Shown instead of starting
    /// anything.
    void setBlockedReason(const QString &text) { m_blockedReason = text; }

    /// The size that pictures of the latest operation are fitted to.
    [[nodiscard]] const QSize &pictureBox() const { return m_pictureBox; }

Q_SIGNALS:
    /// A command was not performed; the text is for people.
    void refused(const QString &text);
    // For people.
    void notice(const QString &text);
    void error(const QString &text);
    /// The session has ended an operation that had something to do.
    void finished(const BatchProgress &progress);
    /// It ended without having begun.
    void notBegun();

private:
    void followSession();
    void changeFolder(const QString &folder);
    [[nodiscard]] bool isRefused();
    void download(const QStringList &codes);
    /// Without the question about existing files.
    void downloadAgain(const QStringList &codes, ConflictPolicy conflict);
    void retry(const QStringList &codes);
    void startDownload(const Download &download);
    [[nodiscard]] Download downloadOf(const QStringList &codes) const;
    [[nodiscard]] SessionSettings settings();
    void askWhetherToReplace(int flags);
    void showPlan(const OperationOutline &outline);
    void showEnd(const SessionReport &report);
    void reportErrors(const BatchProgress &progress);

    const WindowParts m_parts;
    DownloadSession &m_session;
    const TransferSettings m_transfer;
    QWidget &m_window;
    ConflictCheck *m_conflicts;
    FreshnessCheck m_freshness;
    QString m_folder; // of the window
    bool m_isOnSet = false; // the window changes to the countries of the operation
    ConflictPolicy m_latestConflict = ConflictPolicy::Overwrite; // of the latest download
    QString m_blockedReason;
    QSize m_pictureBox;
};
