#include "tests/faults/nginx.h"

#include "tests/faults/unreachableports.h"

#include <QDir>
#include <QFileInfo>
#include <QSslKey>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// nginx started by root gives its folders to the user named here. A namespace may map only root, so it is
// root.
const QByteArray configuration = R"(
daemon off;
master_process off;
user root;
pid nginx.pid;
error_log stderr;
events { worker_connections 512; }
http {
    log_format short "$server_protocol $status $body_bytes_sent $request_uri";
    access_log access.log short;
    client_body_temp_path tmp;
    proxy_temp_path tmp;
    fastcgi_temp_path tmp;
    uwsgi_temp_path tmp;
    scgi_temp_path tmp;
    server {
        root www;
        location = /logged { access_log off; return 204; }
        DIRECTIVES
    }
}
)";

} // namespace

Nginx::Nginx(const TestCertificate &identity, const QByteArray &directives)
    : m_port(ClosedPort().number())
{
    const bool written = write(u"certificate.pem"_s, identity.server.localCertificate().toPem())
        && write(u"key.pem"_s, identity.server.privateKey().toPem());
    if (written)
        start("listen 127.0.0.1:" + QByteArray::number(m_port)
            + " ssl http2; ssl_certificate certificate.pem; ssl_certificate_key key.pem; " + directives);
}

Nginx::Nginx(const QByteArray &directives)
    : m_port(ClosedPort().number())
{
    start("listen 127.0.0.1:" + QByteArray::number(m_port) + "; " + directives);
}

void Nginx::start(const QByteArray &serverDirectives)
{
    const QString program = QStandardPaths::findExecutable(
        u"nginx"_s, qEnvironmentVariable("PATH").split(u':') + QStringList{u"/usr/sbin"_s});
    if (program.isEmpty()
        || !write(u"nginx.conf"_s, QByteArray(configuration).replace("DIRECTIVES", serverDirectives)))
        return;
    m_process.setStandardErrorFile(m_folder.filePath(u"errors.log"_s)); // nginx logs a 404 as an error
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

// nginx runs in one thread and logs a response before it reads the next request.
bool Nginx::waitForLog() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write("GET /logged HTTP/1.0\r\n\r\n");
    return socket.waitForConnected() && socket.waitForReadyRead();
}

QList<LoggedRequest> Nginx::log() const
{
    QFile file(m_folder.filePath(u"access.log"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<LoggedRequest> requests;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (const QList<QByteArray> words = line.split(' '); words.size() == 4)
            requests.append({words[0], words[1].toInt(), words[2].toLongLong(), words[3]});
    }
    return requests;
}
