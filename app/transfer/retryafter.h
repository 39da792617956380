#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

/// How long a server asks to be left alone, from the value of a Retry-After header: seconds or an HTTP date.
/// Zero for a date that is past; nothing for a value that is neither.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(
    const QByteArray &value, const QDateTime &now);
