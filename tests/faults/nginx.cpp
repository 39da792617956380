#include "tests/faults/nginx.h"

#include "tests/faults/deadends.h"

#include <QDir>
#include <QFileInfo>
#include <QSslKey>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray configuration = R"(
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events { worker_connections 512; }
http {
    log_format short "$server_protocol $status";
    access_log access.log short;
    client_body_temp_path tmp;
    proxy_temp_path tmp;
    fastcgi_temp_path tmp;
    uwsgi_temp_path tmp;
    scgi_temp_path tmp;
    server {
        listen 127.0.0.1:PORT ssl http2;
        ssl_certificate certificate.pem;
        ssl_certificate_key key.pem;
        keepalive_requests REQUESTS;
        root www;
    }
}
)";

} // namespace

Nginx::Nginx(const TestCertificate &identity, int requestsPerConnection)
    : m_port(closedPort())
{
    const bool written = write(u"certificate.pem"_s, identity.server.localCertificate().toPem())
        && write(u"key.pem"_s, identity.server.privateKey().toPem())
        && write(u"nginx.conf"_s,
            QByteArray(configuration)
                .replace("PORT", QByteArray::number(m_port))
                .replace("REQUESTS", QByteArray::number(requestsPerConnection)));
    const QString program = QStandardPaths::findExecutable(
        u"nginx"_s, qEnvironmentVariable("PATH").split(u':') + QStringList{u"/usr/sbin"_s});
    if (!written || program.isEmpty())
        return;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, {u"-p"_s, m_folder.path(), u"-c"_s, u"nginx.conf"_s, u"-e"_s, u"stderr"_s});
}

Nginx::~Nginx()
{
    m_process.terminate();
    m_process.waitForFinished();
}

bool Nginx::waitForStart()
{
    return QTest::qWaitFor([this] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(100);
    });
}

bool Nginx::write(const QString &path, const QByteArray &content) const
{
    QFile file(m_folder.filePath(path));
    return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size();
}

QList<QByteArray> Nginx::log() const
{
    QFile file(m_folder.filePath(u"access.log"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().trimmed().split('\n');
}
