#pragma once

#include <QtGlobal>

#include <array>

/// A port of the loopback address that refuses connections: it is bound, so no server can get it meanwhile,
/// but no socket listens on it.
class ClosedPort final
{
public:
    ClosedPort();
    ~ClosedPort();
    Q_DISABLE_COPY_MOVE(ClosedPort)

    [[nodiscard]] quint16 number() const { return m_number; }

private:
    int m_socket = -1;
    quint16 m_number = 0;
};

/// A port of the loopback address on which a socket listens, but no connection is ever established: its
/// backlog is already full.
class FullPort final
{
public:
    FullPort();
    ~FullPort();
    Q_DISABLE_COPY_MOVE(FullPort)

    [[nodiscard]] quint16 number() const { return m_number; }

private:
    int m_listener = -1;
    std::array<int, 4> m_waiting{};
    quint16 m_number = 0;
};
