#include "app/storage/saveoptions.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array conflictWords{
    std::pair{ConflictPolicy::Overwrite, "overwrite"_L1},
    std::pair{ConflictPolicy::Skip, "skip"_L1},
    std::pair{ConflictPolicy::Rename, "rename"_L1},
};

} // namespace

QString conflictWord(ConflictPolicy policy)
{
    return std::ranges::find(conflictWords, policy, [](const auto &entry) { return entry.first; })->second;
}

std::optional<ConflictPolicy> conflictPolicyFromWord(const QString &word)
{
    for (const auto &[policy, known] : conflictWords) {
        if (word == known)
            return policy;
    }
    return std::nullopt;
}
