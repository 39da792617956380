// The limits that are measured, as people write them.
#pragma once

#include <QList>
#include <QString>

#include <tl/expected.hpp>

/// Limits of requests in flight at which the differences show well, from one at a time to more than a server
/// usually accepts.
[[nodiscard]] QList<int> defaultLimits();

/// Reads "1,2,5" or "1 2 5". Returns the limits in ascending order, each once, or what is allowed, without a
/// full stop, for people.
[[nodiscard]] tl::expected<QList<int>, QString> readLimits(const QString &text);

/// "1, 2, 5": a text that readLimits() reads.
[[nodiscard]] QString limitsText(const QList<int> &limits);
