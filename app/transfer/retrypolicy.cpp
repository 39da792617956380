#include "app/transfer/retrypolicy.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double secondsPerDay = 24 * 60 * 60; // far above any limit, and safe to count in milliseconds

std::optional<int> monthNumber(const QString &name)
{
    static const QStringList names{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s, u"jul"_s,
        u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    const qsizetype index = names.indexOf(name.toLower());
    return index < 0 ? std::nullopt : std::optional(int(index) + 1);
}

int fullYear(const QString &digits, const QDateTime &now)
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    const int century = now.date().year() / 100 * 100;
    return century + year - now.date().year() >= 50 ? century + year - 100 : century + year;
}

} // namespace

bool isTransient(const Failure &failure)
{
    // 520 to 530 are used by Cloudflare and other proxies for failures of the server behind them.
    static constexpr std::array transientStatuses{
        408, 420, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530};
    switch (failure.kind) {
    case FailureKind::ConnectionLost:
    case FailureKind::Timeout:
    case FailureKind::Truncated:
    case FailureKind::TooManyOpen:
        return true;
    case FailureKind::ServerError:
        return std::ranges::find(transientStatuses, failure.status) != transientStatuses.end();
    default:
        return false;
    }
}

std::optional<std::chrono::milliseconds> RetryPolicy::delayAfter(int failedTries, const Failure &failure,
    double chance, std::optional<std::chrono::milliseconds> requested) const
{
    if (failedTries >= tries || !isTransient(failure))
        return std::nullopt;
    if (requested && requested->count() > 0) // otherwise many clients would return at the same time
        return std::min(*requested, longestRequestedDelay);
    const double doubled = double(firstDelay.count()) * std::exp2(failedTries - 1);
    const double longest = std::min(doubled, double(longestDelay.count()));
    return std::chrono::milliseconds(std::llround(longest * chance));
}

// Built from its parts. QDateTime would first parse the text as local time, in which one hour a year is
// missing.
std::optional<QDateTime> httpDate(const QByteArray &text, const QDateTime &now)
{
    static const QRegularExpression dayFirst(
        u"^[A-Za-z]+, (\\d\\d)[ -]([A-Za-z]{3})[ -](\\d\\d|\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d) GMT$"_s);
    static const QRegularExpression monthFirst( // format of asctime()
        u"^[A-Za-z]{3} ([A-Za-z]{3}) ([ \\d]\\d) (\\d\\d):(\\d\\d):(\\d\\d) (\\d{4})$"_s);
    const QString value = QString::fromLatin1(text.trimmed());
    const auto made = [&now](const QString &year, const QString &month, const QString &day,
                          const QRegularExpressionMatch &match, int hourAt) -> std::optional<QDateTime> {
        const auto number = monthNumber(month);
        const QDate date(fullYear(year, now), number.value_or(0), day.trimmed().toInt());
        const int second = std::min(match.captured(hourAt + 2).toInt(), 59); // 60 is a leap second
        const QTime time(match.captured(hourAt).toInt(), match.captured(hourAt + 1).toInt(), second);
        if (!number || !date.isValid() || !time.isValid())
            return std::nullopt;
        return QDateTime(date, time, QTimeZone::utc());
    };
    if (const auto match = dayFirst.match(value); match.hasMatch())
        return made(match.captured(3), match.captured(2), match.captured(1), match, 4);
    if (const auto match = monthFirst.match(value); match.hasMatch())
        return made(match.captured(6), match.captured(1), match.captured(2), match, 3);
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> retryAfter(
    const QByteArray &value, const QByteArray &serverDate, const QDateTime &now)
{
    static const QRegularExpression number(u"^\\d+(\\.\\d*)?$"_s);
    const QByteArray trimmed = value.trimmed();
    if (number.match(QString::fromLatin1(trimmed)).hasMatch()) {
        const double seconds = std::min(trimmed.toDouble(), secondsPerDay);
        return std::chrono::milliseconds(std::llround(std::ceil(seconds * 1000)));
    }
    const auto date = httpDate(trimmed, now);
    if (!date)
        return std::nullopt;
    const QDateTime from = httpDate(serverDate, now).value_or(now);
    return std::chrono::milliseconds(std::max<qint64>(0, from.msecsTo(*date)));
}
