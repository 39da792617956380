#pragma once

#include "app/session/downloadsession.h"

#include <QThread>

#include <memory>

/// Runs a DownloadSession in its own thread, so that requests and results do not delay the window. Owned by
/// main().
class SessionThread final
{
public:
    /// See DownloadSession. Blocks until the session exists.
    SessionThread(const Catalogue &catalogue, BuiltinServers &servers, const SaveTask &save = &saveFlag);
    /// Destroys the session in its thread, which waits for the saves that have begun.
    ~SessionThread();
    Q_DISABLE_COPY_MOVE(SessionThread)

    /// Call its functions only in its thread, or through QMetaObject::invokeMethod().
    [[nodiscard]] DownloadSession &session() const { return *m_session; }

private:
    QThread m_thread;
    QObject m_inThread; // receives calls in the thread
    std::unique_ptr<DownloadSession> m_session;
};
