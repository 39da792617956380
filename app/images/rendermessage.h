#pragma once

#include "app/images/renderrequest.h"

#include <QByteArray>

#include <optional>

// Messages between the program and flagfetch-render: their encoding, and their transport over a
// SOCK_SEQPACKET socket pair. Short messages go in one packet, long ones in a memfd that is passed with a
// packet. The content of a memfd is copied with pread(), so that a peer that truncates it meanwhile has no
// effect.

[[nodiscard]] QByteArray messageOf(const RenderRequest &request);
[[nodiscard]] QByteArray messageOf(const RenderAnswer &answer);

/// Decodes a message. Nothing if it is malformed or a value exceeds its documented limits.
[[nodiscard]] std::optional<RenderRequest> requestIn(const QByteArray &message);
[[nodiscard]] std::optional<RenderAnswer> answerIn(const QByteArray &message);

/// The limit for one message: 16 MiB for a picture, and enough for a contact sheet of a thousand flags.
inline constexpr qint64 maximalMessageSize = qint64(256) << 20;

/// Never blocks. Returns false if the peer has closed the socket or its buffer is full.
[[nodiscard]] bool sendMessage(int socket, const QByteArray &message);

/// Waits for a message if the socket blocks. Nothing if the peer has closed the socket or violates the
/// protocol.
[[nodiscard]] std::optional<QByteArray> receiveMessage(int socket);
