#include "tests/support/scriptedconnection.h"

#include "tests/support/scriptedserver.h"

#include <QTcpSocket>

#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace {

constexpr qint64 maximalUnsentBytes = 256 << 10;
constexpr std::chrono::milliseconds pauseOfHold{5}; // between two looks at the number of requests

ScriptedRequest parsedHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    ScriptedRequest request;
    request.path = lines.first().split(' ').value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return request;
}

} // namespace

ScriptedConnection::ScriptedConnection(QTcpSocket *socket, ScriptedServer &server, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_server(server)
{
    server.count([this](ServerCounts &counts) { m_number = ++counts.connections; });
    socket->setParent(nullptr);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // sends each step as a separate packet
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer);
    connect(&m_wait, &QTimer::timeout, this, &ScriptedConnection::play);
    connect(socket, &QTcpSocket::readyRead, this, &ScriptedConnection::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &ScriptedConnection::onBytesWritten);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

ScriptedConnection::~ScriptedConnection()
{
    m_socket->disconnect(this); // closing it would emit signals to this object
    endScript();
}

void ScriptedConnection::read()
{
    m_received += m_socket->readAll();
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (m_isPlaying || end < 0)
        return;
    ScriptedRequest request = parsedHead(m_received.first(end));
    m_received.remove(0, end + 4);
    request.connection = m_number;
    m_isPlaying = true;
    m_server.count([&request](ServerCounts &counts) {
        counts.paths.append(request.path);
        counts.peak = std::max(counts.peak, ++counts.inFlight);
        request.hit = int(counts.paths.count(request.path));
    });
    m_steps = m_server.m_options.handler(request).steps();
    m_wait.start(m_server.m_options.pause);
}

void ScriptedConnection::play()
{
    while (!m_steps.isEmpty()) {
        m_isFull = m_socket->bytesToWrite() > maximalUnsentBytes;
        if (m_isFull)
            return; // onBytesWritten() continues
        ScriptStep step = m_steps.takeFirst();
        switch (step.kind) {
        case ScriptStep::Kind::Send:
            m_socket->write(step.bytes);
            if (--step.times > 0)
                m_steps.prepend(step);
            break;
        case ScriptStep::Kind::Wait:
            return m_wait.start(step.time);
        case ScriptStep::Kind::Hold:
            if (m_server.counts().paths.size() >= step.times)
                break;
            m_steps.prepend(step);
            return m_wait.start(pauseOfHold);
        case ScriptStep::Kind::Close:
            return m_socket->disconnectFromHost();
        case ScriptStep::Kind::Drop:
            return dropConnection();
        case ScriptStep::Kind::Reset:
            return resetConnection();
        case ScriptStep::Kind::Stall:
            return;
        }
    }
    endScript();
    read();
}

void ScriptedConnection::onBytesWritten()
{
    if (std::exchange(m_isFull, false))
        play();
}

void ScriptedConnection::endScript()
{
    if (std::exchange(m_isPlaying, false))
        m_server.count([](ServerCounts &counts) { --counts.inFlight; });
}

void ScriptedConnection::dropConnection()
{
    while (m_socket->bytesToWrite() > 0 && m_socket->flush()) { }
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void ScriptedConnection::resetConnection()
{
    while (m_socket->bytesToWrite() > 0 && m_socket->flush()) { }
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket->abort();
}
