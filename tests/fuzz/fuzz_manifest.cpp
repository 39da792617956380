// Reads a manifest from arbitrary bytes: a problem, or a set that is equal after writing and reading it
// again. Its texts contain no control characters for a terminal, table or document.

#include "app/sets/flagindex.h"
#include "app/sets/manifestfiles.h"
#include "app/sets/manifestjson.h"
#include "app/sources/untrustedtext.h"
#include "app/storage/filereading.h"
#include "tests/fuzz/require.h"

#include <QSet>

#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto read = manifestFromJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!read) {
        REQUIRE(!read.error().text.isEmpty());
        return 0;
    }
    const Manifest &manifest = read->manifest;
    QSet<QString> files;
    for (const SetFlag &flag : manifest.flags) {
        REQUIRE(plainText(flag.country) == flag.country);
        REQUIRE(plainText(flag.licence) == flag.licence);
        for (const QString &file : flag.filesOnDisk()) {
            REQUIRE(isSafeRelativePath(file));
            REQUIRE(!files.contains(file));
            files.insert(file);
        }
    }
    for (const Source &source : manifest.sources)
        REQUIRE(plainText(source.title) == source.title);
    REQUIRE(FlagIndex(manifest.flags).flags() == manifest.flags);
    REQUIRE(isAttributionText(attributionText(manifest)));
    if (read->isNewer)
        return 0;
    const auto again = manifestFromJson(manifestToJson(manifest));
    REQUIRE(again);
    REQUIRE(again->manifest == manifest);
    return 0;
}
