#pragma once

#include "tests/faults/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

/// One line of the access log.
struct LoggedRequest
{
    QByteArray protocol; ///< "HTTP/1.1"
    int status = 0;
    qint64 bodyBytes = 0; ///< number of body bytes sent
    QByteArray path;
};

/// nginx on a free port of 127.0.0.1. It serves the folder `www` in a temporary folder.
class Nginx final
{
public:
    /// Serves HTTP/2 and HTTP/1.1 over TLS, with these directives in the server block.
    Nginx(const TestCertificate &identity, const QByteArray &directives);
    /// Serves plain HTTP, with these directives in the server block.
    explicit Nginx(const QByteArray &directives);
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    /// Returns whether nginx listens; false if it is not installed.
    [[nodiscard]] bool waitForStart();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool write(const QString &path, const QByteArray &content) const;
    /// Waits until all answered requests are in the log. Plain HTTP only.
    [[nodiscard]] bool waitForLog() const;
    /// All requests since the start.
    [[nodiscard]] QList<LoggedRequest> log() const;

private:
    void start(const QByteArray &serverDirectives);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
