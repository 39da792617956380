// Reads a sources file from arbitrary bytes: a problem that names the file, or valid sources.

#include "app/sources/sourcelist.h"
#include "tests/fuzz/require.h"

#include <QSet>

#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto read = SourceList::fromJson(json, u"mine.json"_s);
    if (!read) {
        REQUIRE(read.error().text.contains("mine.json"_L1));
        return 0;
    }
    QSet<QString> ids;
    for (const Source &source : read->sources()) {
        REQUIRE(!source.id.isEmpty());
        REQUIRE(!ids.contains(source.id));
        ids.insert(source.id);
        REQUIRE(source.limit >= 1);
        if (source.embedded == Embedded::No)
            REQUIRE(source.imageUrl({.code = u"DE"_s, .iso3 = u"DEU"_s, .name = {}, .displayName = {}}));
    }
    return 0;
}
