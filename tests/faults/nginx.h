#pragma once

#include "tests/faults/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

/// nginx on a free port of 127.0.0.1, with TLS and HTTP/2, that serves a folder and ends every connection
/// after a few requests.
class Nginx final
{
public:
    Nginx(const TestCertificate &identity, int requestsPerConnection);
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    /// Whether it listens; false also where there is no nginx.
    [[nodiscard]] bool waitForStart();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool write(const QString &path, const QByteArray &content) const;
    /// One line a request: protocol and status.
    [[nodiscard]] QList<QByteArray> log() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};
