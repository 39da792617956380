#include "app/transfer/replyreading.h"

#include <QNetworkReply>

#include <algorithm>

ReceivedAnswer receivedFrom(const QNetworkReply &reply)
{
    ReceivedAnswer answer;
    answer.error = reply.error();
    answer.errorText = reply.error() == QNetworkReply::NoError ? QString() : reply.errorString();
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.reason = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    answer.contentEncoding = reply.rawHeader("Content-Encoding");
    answer.transferEncoding = reply.rawHeader("Transfer-Encoding");
    if (reply.hasRawHeader("Content-Length"))
        answer.contentLength = reply.rawHeader("Content-Length");
    answer.bodySize = reply.bytesAvailable();
    return answer;
}

Validators validatorsOf(const QNetworkReply &reply)
{
    constexpr qsizetype longest = 256;
    const auto header = [&reply](const char *name) {
        const QByteArray value = reply.rawHeader(name).trimmed();
        const bool isPlain = std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; });
        return isPlain && value.size() <= longest ? value : QByteArray();
    };
    return {.etag = header("ETag"), .lastModified = header("Last-Modified")};
}

bool isWithoutHeader(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()
        && reply.rawHeaderPairs().isEmpty();
}
