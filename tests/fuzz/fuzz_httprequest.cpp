// Reads requests to the embedded server from arbitrary bytes: the same result for portions of any size.

#include "app/builtin/flagservice.h"
#include "app/builtin/httprequestparser.h"
#include "tests/fuzz/require.h"

#include <QList>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

// Small limits, so that a fuzzer reaches them.
const ServerLimits limits{.requestLine = 64, .headerSection = 256, .headerLines = 6, .body = 32};

struct Outcome
{
    int failure = 0;
    QList<QByteArray> requests;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome outcomeOf(QByteArrayView bytes, qsizetype portion)
{
    Outcome outcome;
    HttpRequestParser parser(limits);
    while (!bytes.isEmpty() && parser.state() != HttpRequestParser::State::Failed) {
        const QByteArrayView part = bytes.first(std::min(portion, bytes.size()));
        const qsizetype read = parser.read(part);
        REQUIRE(read > 0 && read <= part.size());
        bytes = bytes.sliced(read);
        const HttpRequest &request = parser.request();
        REQUIRE(request.path.size() <= limits.requestLine && request.host.size() <= limits.headerSection);
        if (parser.state() == HttpRequestParser::State::Complete) {
            outcome.requests.append(request.path + '\n' + request.host + '\n' + request.ifNoneMatch);
            [[maybe_unused]] const bool isOwn = isOwnHost(request.host, 8000);
            parser.reset();
        }
    }
    outcome.failure = parser.failureStatus();
    REQUIRE(outcome.failure == 0 || (outcome.failure >= 400 && outcome.failure < 600));
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Outcome whole = outcomeOf(bytes, std::max<qsizetype>(bytes.size(), 1));
    REQUIRE(outcomeOf(bytes, 1) == whole);
    REQUIRE(outcomeOf(bytes, 7) == whole);
    return 0;
}
