// Reads a Retry-After header from arbitrary bytes: nothing, or a duration that is not negative.

#include "app/transfer/retrypolicy.h"
#include "tests/fuzz/require.h"

#include <QTimeZone>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray value(reinterpret_cast<const char *>(data), qsizetype(size));
    const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc());
    const auto requestedDelay = retryAfter(value, {}, now);
    const auto sinceThen = retryAfter("Thu, 01 Jan 2026 01:00:00 GMT", value, now);
    REQUIRE(sinceThen && sinceThen->count() >= 0);
    REQUIRE(!requestedDelay || requestedDelay->count() >= 0);

    const RetryPolicy policy;
    const auto waited = policy.delayAfter(1, {FailureKind::ServerError, 503, {}}, 0.5, requestedDelay);
    REQUIRE(waited && waited->count() >= 0 && *waited <= policy.longestRequestedDelay);
    return 0;
}
