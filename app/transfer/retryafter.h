#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

/// A date of HTTP in any of its three formats (RFC 9110, 5.6.7), in UTC; nothing for anything else. A year of
/// two digits is the one that is less than 50 years after `now`.
[[nodiscard]] std::optional<QDateTime> httpDate(const QByteArray &text, const QDateTime &now);

/// How long a server asks to be left alone, from the value of a Retry-After header: seconds, also with a
/// fraction, or an HTTP date. A date counts from `serverDate`, the answer's Date header, since the server's
/// clock need not be right; from `now` where that is missing. Zero for a date that is past; nothing for a
/// value that is neither.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(
    const QByteArray &value, const QByteArray &serverDate, const QDateTime &now);
