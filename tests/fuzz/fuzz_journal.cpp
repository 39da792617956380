// Reads a journal from arbitrary bytes: a problem, or a batch and flags that are equal after writing and
// reading them again.

#include "app/countries/country.h"
#include "app/sets/journalfile.h"
#include "app/sets/manifestjson.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto read = journalFromLines(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!read) {
        REQUIRE(read.error().isNewer || !read.error().text.isEmpty());
        return 0;
    }
    for (const QString &code : read->spec.codes)
        REQUIRE(isFlagCode(code));
    QByteArray lines = journalLine(read->spec);
    for (const SetFlag &flag : read->flags)
        lines += journalLine(flagToJson(flag));
    for (const QString &code : read->done)
        lines += journalLineForDone(code);
    const auto again = journalFromLines(lines);
    REQUIRE(again);
    REQUIRE(again->spec == read->spec);
    REQUIRE(again->flags == read->flags);
    REQUIRE(again->done == read->done);
    return 0;
}
