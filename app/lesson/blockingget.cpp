#include "app/lesson/blockingget.h"

#include "app/lesson/blockingconnection.h"

#include <QHostAddress>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximalHeader = 64 << 10; // bytes of all its lines

struct ResponseHead
{
    int status = 0;
    std::optional<qint64> length = {};
    bool isChunked = false;
};

Failure badResponse()
{
    return {FailureKind::BadResponse, 0, {}};
}

/// Reads lines up to an empty one, which is not part of the result.
Result<QList<QByteArray>> readSection(BlockingConnection &connection)
{
    QList<QByteArray> lines;
    qsizetype left = maximalHeader;
    for (;;) {
        const auto line = connection.readLine(left);
        if (!line)
            return unexpected(line.error());
        if (line->isEmpty())
            return lines;
        left -= line->size();
        lines += *line;
    }
}

/// RFC 9112, section 4. Returns 0 for what is not a status line.
int statusIn(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const int status = words.value(1).toInt();
    return words.first().startsWith("HTTP/1.") && status >= 100 && status <= 599 ? status : 0;
}

Result<ResponseHead> parsedHead(const QList<QByteArray> &lines)
{
    ResponseHead head{.status = lines.isEmpty() ? 0 : statusIn(lines.first())};
    if (head.status == 0)
        return unexpected(badResponse());
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return unexpected(badResponse());
        const QByteArray name = line.first(colon).toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (name == "content-length") {
            bool isNumber = false;
            head.length = value.toLongLong(&isNumber);
            if (!isNumber || *head.length < 0)
                return unexpected(badResponse());
        } else if (name == "transfer-encoding") {
            head.isChunked = value.toLower() == "chunked";
            if (!head.isChunked)
                return unexpected(badResponse());
        }
    }
    return head.isChunked && head.length ? Result<ResponseHead>(unexpected(badResponse())) : head;
}

std::optional<Failure> failureOf(int status)
{
    constexpr int ok = 200;
    constexpr int notFound = 404;
    if (status == ok)
        return std::nullopt;
    if (status == notFound)
        return Failure{FailureKind::NotFound, status, {}};
    return Failure{status / 100 == 3 ? FailureKind::Redirect : FailureKind::ServerError, status, {}};
}

/// RFC 9112, section 7.1: the size of a chunk in hexadecimal digits, before extensions.
std::optional<qint64> chunkSizeIn(const QByteArray &line)
{
    bool isNumber = false;
    const qint64 size = line.split(';').first().trimmed().toLongLong(&isNumber, 16);
    return isNumber && size >= 0 ? std::optional(size) : std::nullopt;
}

Result<QByteArray> readChunks(BlockingConnection &connection, qint64 maximalBytes)
{
    QByteArray body;
    for (;;) {
        const auto line = connection.readLine(maximalHeader);
        if (!line)
            return line;
        const auto size = chunkSizeIn(*line);
        if (!size)
            return unexpected(badResponse());
        if (*size == 0)
            break;
        if (*size > maximalBytes - body.size())
            return unexpected(Failure{FailureKind::TooLarge, 0, {}});
        const auto chunk = connection.read(*size);
        if (!chunk)
            return chunk;
        body += *chunk;
        const auto end = connection.readLine(maximalHeader);
        if (!end || !end->isEmpty())
            return end ? unexpected(badResponse()) : end;
    }
    const auto trailer = readSection(connection);
    return trailer ? Result<QByteArray>(body) : unexpected(trailer.error());
}

Result<QByteArray> readBody(BlockingConnection &connection, const ResponseHead &head, qint64 maximalBytes)
{
    if (head.isChunked)
        return readChunks(connection, maximalBytes);
    if (!head.length)
        return connection.readToEnd(maximalBytes);
    if (*head.length > maximalBytes)
        return unexpected(Failure{FailureKind::TooLarge, 0, {}});
    return connection.read(*head.length);
}

QByteArray requestFor(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return "GET " + target + " HTTP/1.1\r\nHost: " + url.authority(QUrl::FullyEncoded).toLatin1()
        + "\r\nConnection: close\r\n\r\n";
}

} // namespace

Result<QByteArray> blockingGet(const QUrl &url, const BlockingGetSettings &settings)
{
    if (url.scheme() != "http"_L1 || !QHostAddress(url.host()).isLoopback())
        return unexpected(Failure{FailureKind::BadResponse, 0, u"not the built-in server"_s});
    BlockingConnection connection(settings.deadline, settings.cancel);
    if (const auto failure = connection.open(url))
        return unexpected(*failure);
    connection.send(requestFor(url));
    const auto lines = readSection(connection);
    if (!lines)
        return unexpected(lines.error());
    const auto head = parsedHead(*lines);
    if (!head)
        return unexpected(head.error());
    if (settings.onHeader)
        settings.onHeader(head->status);
    if (const auto failure = failureOf(head->status))
        return unexpected(*failure);
    return readBody(connection, *head, settings.maximalBytes);
}
