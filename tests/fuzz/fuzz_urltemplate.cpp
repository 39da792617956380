// Reads a URL template from arbitrary text: it is refused, or it gives a different web address for every
// country.

#include "app/sources/urltemplate.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString urlTemplate = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto problem = urlTemplateProblem(urlTemplate)) {
        REQUIRE(!problem->isEmpty());
        return 0;
    }
    const auto one
        = expandUrlTemplate(urlTemplate, {.code = u"DE"_s, .iso3 = u"DEU"_s, .name = {}, .displayName = {}});
    const auto other
        = expandUrlTemplate(urlTemplate, {.code = u"FR"_s, .iso3 = u"FRA"_s, .name = {}, .displayName = {}});
    REQUIRE(one && other);
    REQUIRE(one->isValid() && other->isValid());
    REQUIRE(one->scheme() == "http"_L1 || one->scheme() == "https"_L1);
    REQUIRE(!one->host().isEmpty());
    REQUIRE(one->userInfo().isEmpty());
    REQUIRE(*one != *other);
    return 0;
}
