#pragma once

#include <QByteArray>
#include <QNetworkReply>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkRequest;

/// The validators of a URL's content (RFC 9110, 8.8), as the server sent them. A conditional request sends
/// them back unchanged. Each is empty if the server did not send it.
struct Validators
{
    QByteArray etag;
    QByteArray lastModified;

    [[nodiscard]] bool isEmpty() const { return etag.isEmpty() && lastModified.isEmpty(); }

    friend bool operator==(const Validators &, const Validators &) = default;
};

/// What QNetworkReply reports about a response, as plain values.
struct ReceivedResponse
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText;
    int status = 0; ///< 0: the response had no valid status line
    QString reason; ///< reason phrase of the status line
    QByteArray contentEncoding;
    std::optional<QByteArray> contentLength; ///< raw value of the header
    QByteArray transferEncoding;
    qint64 bodySize = 0; ///< bytes received so far
};

/// Returns the URL without user name and password.
[[nodiscard]] QUrl withoutUserInfo(QUrl url);
/// Returns the value of the Authorization header for the URL's user name and password (RFC 7617). Empty if it
/// has none.
[[nodiscard]] QByteArray basicAuthorization(const QUrl &url);
/// Whether both have the same scheme, host and port (RFC 6454).
[[nodiscard]] bool isSameOrigin(const QUrl &one, const QUrl &other);

/// Returns a request as every server gets it: with the program's name as User-Agent, without compression,
/// and without Qt's handling of cookies and redirects. Empty values of the headers Authorization and Cookie
/// are left out. With validators in `known`, the body is sent only if its own differ.
[[nodiscard]] QNetworkRequest buildRequest(
    const QUrl &url, const QByteArray &authorization, const QByteArray &cookies, const Validators &known);

/// Returns what the reply has received so far.
[[nodiscard]] ReceivedResponse readResponse(const QNetworkReply &reply);

/// Returns the validators that can be sent back unchanged: printable ASCII of at most 256 bytes.
[[nodiscard]] Validators readValidators(const QNetworkReply &reply);

/// Returns how long to wait before the next try, if the server says so.
[[nodiscard]] std::optional<std::chrono::milliseconds> requestedDelay(const QNetworkReply &reply);

/// Whether the reply has a status but no header line. Qt drops the whole header if it cannot parse one line
/// of it, or if it has more than a hundred lines. It then waits for the connection to close, which may never
/// happen.
[[nodiscard]] bool isWithoutHeader(const QNetworkReply &reply);
