#include "app/countries/sharedflags.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Countries and the territories for which sources use their flag, and independent countries with the same
/// design.
constexpr auto groups = std::to_array<QLatin1StringView>({
    "FR BL CP GF GP MF MQ NC PM RE TF WF YT"_L1,
    "NO BV SJ"_L1,
    "US UM"_L1,
    "AU HM"_L1,
    "NL BQ"_L1,
    "SH AC TA"_L1,
    "GB SH"_L1, // Ascension and Tristan da Cunha fly their own flags
    "IO DG"_L1,
    "ID MC"_L1,
    "RO TD"_L1,
});

} // namespace

bool haveSameFlag(const QString &one, const QString &other)
{
    return std::ranges::any_of(
        groups, [&](QLatin1StringView group) { return group.contains(one) && group.contains(other); });
}
