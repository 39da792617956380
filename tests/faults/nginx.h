#pragma once

#include "tests/faults/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

/// A request as the access log has it.
struct LoggedRequest
{
    QByteArray protocol; ///< "HTTP/1.1"
    int status = 0;
    qint64 bodyBytes = 0; ///< that were sent
    QByteArray path;
};

/// nginx on a free port of 127.0.0.1 that serves a folder of its own: what is below `www`.
class Nginx final
{
public:
    /// With TLS and HTTP/2; ends every connection after a few requests.
    Nginx(const TestCertificate &identity, int requestsPerConnection);
    /// Over plain HTTP, with these directives in its server block.
    explicit Nginx(const QByteArray &directives);
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    /// Whether it listens; false also where there is no nginx.
    [[nodiscard]] bool waitForStart();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool write(const QString &path, const QByteArray &content) const;
    /// Until what was answered is in the log; plain HTTP only.
    [[nodiscard]] bool waitForLog() const;
    /// Everything since the start.
    [[nodiscard]] QList<LoggedRequest> log() const;

private:
    void start(const QByteArray &serverDirectives);

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
