#pragma once

#include <QByteArray>

#include <optional>

// How the program and flagfetch-render send each other messages over a SOCK_SEQPACKET pair: short ones in one
// packet, long ones in a memfd that goes with it. Content is copied out of the memfd with pread(), so that a
// peer which shrinks it meanwhile does no harm.

/// No message is larger: 16 MiB for a picture, and what a contact sheet of a thousand flags needs.
inline constexpr qint64 maximalMessageSize = qint64(256) << 20;

/// False if the peer is gone or takes nothing; never waits.
[[nodiscard]] bool sendMessage(int socket, const QByteArray &message);

/// Waits, on a blocking socket, for a message. Nothing if the peer is gone or breaks the rules above.
[[nodiscard]] std::optional<QByteArray> receiveMessage(int socket);
