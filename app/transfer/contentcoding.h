#pragma once

#include "app/failures/failure.h"

#include <QByteArray>

#include <variant>

/// Content codings of an answer (RFC 9110, 8.4) although identity was requested. Servers that store objects
/// compressed send them so to every client, and many name a charset or "none" where a coding belongs.

/// Whether the header names a coding that decodedBody() cannot undo, as br or zstd.
[[nodiscard]] bool hasUnreadableCoding(const QByteArray &contentEncoding);

/// Whether the header names gzip or deflate. What is no coding at all does not count.
[[nodiscard]] bool isCompressed(const QByteArray &contentEncoding);

/// The body without its gzip and deflate codings. Fails with Truncated if the compressed data end early, with
/// TooLarge if more than `maximalBytes` come out, and with BadResponse if they are no such data. Memory is
/// bounded by `maximalBytes`, and time by refusing what unpacks to a megabyte and to a hundred times its
/// size.
[[nodiscard]] std::variant<QByteArray, Failure> decodedBody(
    const QByteArray &body, const QByteArray &contentEncoding, qint64 maximalBytes);
