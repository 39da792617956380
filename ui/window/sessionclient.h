#pragma once

#include "app/session/downloadsession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

/// What the window sees of the session, which runs in another thread: its functions, its signals and its
/// state. Lives in the GUI thread. The signals follow in their order, some of them for each frame, so that a
/// burst of flags never blocks the window; the state is that of the latest signal. Owned by MainWindow.
class SessionClient final : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive the client.
    explicit SessionClient(DownloadSession &session, QObject *parent = nullptr);
    ~SessionClient() override;
    Q_DISABLE_COPY_MOVE(SessionClient)

    // See DownloadSession. These functions wait for its thread. When they return, their signals and all
    // before them have been delivered, so that the window shows at once what a click has done.
    void start(const Operation &operation, const SessionSettings &settings);
    void retry(const QStringList &codes, const SessionSettings &settings);
    [[nodiscard]] bool canRetry(const QString &folder, const QStringList &codes);

    void forgetLatest();
    void confirm();
    void cancel();
    void interrupt();
    void pause();
    void unpause();
    void setLimit(int limit);
    void holdCountry(const QString &code);
    void releaseCountry(const QString &code);
    void cancelCountry(const QString &code);

    [[nodiscard]] bool isRunning() const { return m_status.state != DownloadSession::State::Idle; }
    [[nodiscard]] BatchProgress progress() const;
    [[nodiscard]] QString folder() const { return m_status.folder; }
    [[nodiscard]] QList<Source> sources() const { return m_status.sources; }

Q_SIGNALS:
    // See DownloadSession.
    void stateChanged(DownloadSession::State state);
    void confirmationRequired(int flags);
    void planned(const OperationOutline &outline);
    void batchStarted(const QStringList &codes);
    void flagStateChanged(const QString &code, FlagState state);
    void retryScheduled(const QString &code, std::chrono::milliseconds duration);
    void flagFinished(const FlagResult &result);
    void pauseChanged();
    void finished(const SessionReport &report);

private:
    /// The state of the session at a moment.
    struct Status
    {
        DownloadSession::State state = DownloadSession::State::Idle;
        QString folder;
        QList<Source> sources;
        BatchProgress progress;
        SteadyTime at; ///< of `progress`
    };

    struct Event
    {
        Status status;
        std::function<void()> send; ///< emits the signal; called in the GUI thread
    };

    struct Mailbox;

    [[nodiscard]] static Status statusOf(const DownloadSession &session);
    template <typename... Parameters, typename... Arguments>
    void forward(void (DownloadSession::*signal)(Parameters...), void (SessionClient::*own)(Arguments...));
    /// Delivers the status without a signal.
    void requestStatus();
    void setStatus(const Status &status);
    void call(const std::function<void(DownloadSession &)> &function);
    void scheduleDelivery();
    void deliverSome();
    bool deliverNext();

    DownloadSession &m_session;
    Status m_status;
    LoopBlocker m_blocker; // of the latest operation
    const std::shared_ptr<Mailbox> m_mailbox;
    QTimer m_delivery;
    QTimer m_statusTimer; // active while an operation runs
};
