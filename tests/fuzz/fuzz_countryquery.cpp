// Reads a query from arbitrary text: valid codes, or a problem whose position is inside the query.

#include "app/countries/countrysearch.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Catalogue catalogue;
    static const CountrySearch search(
        catalogue, ownNames(catalogue), {{u"state"_s, u"failed"_s}, {u"state"_s, u"saved"_s}});
    const QString query = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QueryPart &part : parseQuery(query)) {
        REQUIRE(!part.isEmpty());
        for (const QueryTerm &term : part)
            REQUIRE(term.length > 0 && term.position + term.length <= query.size());
    }

    const auto named = search.codesNamedBy(query);
    if (!named) {
        REQUIRE(named.error().position >= 0 && named.error().position < query.size());
        REQUIRE(!named.error().advice.isEmpty());
    } else {
        const auto &[codes, individually] = *named;
        REQUIRE(std::is_sorted(codes.cbegin(), codes.cend()));
        REQUIRE(codes.size() <= 676);
        for (const QString &code : codes)
            REQUIRE(code.size() == 2 && code == code.toUpper());
        for (const QString &code : individually)
            REQUIRE(codes.contains(code));
    }

    const SearchMatches matches = search.find(query);
    for (const QString &code : matches.codes)
        REQUIRE(catalogue.find(code));
    return 0;
}
