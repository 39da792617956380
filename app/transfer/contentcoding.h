#pragma once

#include "app/failures/result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <utility>

/// Content codings of a response (RFC 9110, 8.4). The program requests identity, but servers that store
/// objects compressed send them compressed to every client. Many servers also send a charset or "none" in
/// this header.

/// Whether the header names a registered coding that BodyDecoder cannot decode, such as br or zstd.
[[nodiscard]] bool hasUnsupportedCoding(const QByteArray &contentEncoding);

/// Removes the gzip and deflate codings of a body, in steps that do not block an event loop. Values of the
/// header that are no content coding are ignored. Fails with Truncated if the compressed data end early, with
/// TooLarge if the result exceeds `maximalBytes`, with BadResponse if the data are invalid or the result is
/// empty, and with Internal if there is no memory.
///
/// `maximalBytes` limits the memory, which is needed from the first step on, and the time.
class BodyDecoder final
{
public:
    BodyDecoder(const QByteArray &body, const QByteArray &contentEncoding, qint64 maximalBytes);
    ~BodyDecoder();
    Q_DISABLE_COPY_MOVE(BodyDecoder)

    /// Whether there is nothing to remove. The only step is then a short one.
    [[nodiscard]] bool isIdentity() const { return m_codings.isEmpty(); }

    /// Reads at most 64 KiB or expands about a mebibyte, which takes a few milliseconds. Returns false if
    /// more is left.
    [[nodiscard]] bool proceed();

    /// The body, or why it cannot be decoded. Call once, after proceed() returned true.
    [[nodiscard]] Result<QByteArray> takeResult() { return std::move(m_result); }

private:
    class Inflater;

    void fail(FailureKind kind);

    const QByteArray m_contentEncoding;
    const qint64 m_maximalBytes;
    QList<QByteArray> m_codings; // not removed yet; the last was applied last
    std::unique_ptr<Inflater> m_inflater; // of the coding that is being removed
    Result<QByteArray> m_result; // until all codings are removed, the data with those that are left
};
