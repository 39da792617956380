#pragma once

#include <QtGlobal>

#include <array>

/// A port of the loopback address where nothing listens.
[[nodiscard]] quint16 closedPort();

/// A port of the loopback address where something listens, but no connection is ever made: as many as may
/// wait to be accepted are waiting already.
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
