#include "app/transfer/retryafter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray trimmed = value.trimmed();
    const bool isDigits = !trimmed.isEmpty()
        && std::ranges::all_of(trimmed, [](char digit) { return digit >= '0' && digit <= '9'; });
    if (isDigits) {
        constexpr qlonglong aDay = 24 * 60 * 60; // far beyond any cap, and safe to count in milliseconds
        bool fits = false;
        const qlonglong seconds = trimmed.toLongLong(&fits);
        return std::chrono::seconds(fits ? std::min(seconds, aDay) : aDay);
    }
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(trimmed), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}
