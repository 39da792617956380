// Finds countries in arbitrary text: each country of the catalogue at most once, and words of the text.

#include "app/countries/countrytext.h"
#include "app/storage/filereading.h"
#include "tests/fuzz/require.h"

#include <QBuffer>
#include <QSet>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Catalogue catalogue;
    static const NameIndex names = ownNames(catalogue);
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    QBuffer device(&bytes);
    REQUIRE(device.open(QIODevice::ReadOnly));
    const auto text = readText(device);
    if (!text) {
        REQUIRE(!text.error().text.isEmpty());
        return 0;
    }

    const CountryText read = countriesInText(*text, catalogue, names);
    const QSet<QString> codes(read.codes.cbegin(), read.codes.cend());
    REQUIRE(codes.size() == read.codes.size());
    for (const QString &code : codes)
        REQUIRE(catalogue.find(code));
    for (const QString &word : read.unknown)
        REQUIRE(!word.isEmpty());
    return 0;
}
