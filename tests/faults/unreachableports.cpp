#include "tests/faults/unreachableports.h"

#include <QTcpServer>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <tuple>

quint16 closedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

FullPort::FullPort()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, any, size) != 0 || ::listen(m_listener, 0) != 0
        || ::getsockname(m_listener, any, &size) != 0)
        qFatal("The backlog of a port cannot be filled");
    m_number = ntohs(address.sin_port);
    for (int &waiting : m_waiting) {
        waiting = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        // The first is established, the others fill the backlog.
        std::ignore = ::connect(waiting, any, size);
    }
}

FullPort::~FullPort()
{
    for (const int waiting : m_waiting)
        ::close(waiting);
    ::close(m_listener);
}
