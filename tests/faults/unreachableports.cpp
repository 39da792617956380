#include "tests/faults/unreachableports.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <tuple>

namespace {

/// Binds the socket to a port that the system chooses, and returns the address.
sockaddr_in bindToLoopback(int socket)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(socket, any, size) != 0 || ::getsockname(socket, any, &size) != 0)
        qFatal("No port can be bound");
    return address;
}

} // namespace

ClosedPort::ClosedPort()
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_number(ntohs(bindToLoopback(m_socket).sin_port))
{
}

ClosedPort::~ClosedPort()
{
    ::close(m_socket);
}

FullPort::FullPort()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const sockaddr_in address = bindToLoopback(m_listener);
    if (::listen(m_listener, 0) != 0)
        qFatal("The backlog of a port cannot be filled");
    m_number = ntohs(address.sin_port);
    for (int &waiting : m_waiting) {
        waiting = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        // The first is established, the others fill the backlog.
        std::ignore = ::connect(waiting, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    }
}

FullPort::~FullPort()
{
    for (const int waiting : m_waiting)
        ::close(waiting);
    ::close(m_listener);
}
