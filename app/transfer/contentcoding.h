// Two functions with one topic; what they share is in the .cpp file.
#pragma once

#include "app/failures/result.h"

#include <QByteArray>

/// Content codings of a response (RFC 9110, 8.4). The program requests identity, but servers that store
/// objects compressed send them compressed to every client. Many servers also send a charset or "none" in
/// this header.

/// Whether the header names a registered coding that decodeBody() cannot decode, such as br or zstd.
[[nodiscard]] bool hasUnsupportedCoding(const QByteArray &contentEncoding);

/// Returns the body without its gzip and deflate codings. Values that are no content coding are ignored.
/// Fails with Truncated if the compressed data end early, with TooLarge if the result exceeds `maximalBytes`,
/// and with BadResponse if the data are invalid.
///
/// `maximalBytes` limits the memory. To limit the time, the function also refuses data that expand to more
/// than a mebibyte and more than a hundred times their size.
[[nodiscard]] Result<QByteArray> decodeBody(
    const QByteArray &body, const QByteArray &contentEncoding, qint64 maximalBytes);
