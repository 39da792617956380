#include "app/storage/saveoptions.h"

#include "app/language/wordtable.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto conflictWords = wordTable<ConflictPolicy>({
    {ConflictPolicy::Overwrite, "overwrite"_L1},
    {ConflictPolicy::Skip, "skip"_L1},
    {ConflictPolicy::Rename, "rename"_L1},
});

} // namespace

QString conflictWord(ConflictPolicy policy)
{
    return conflictWords.wordOf(policy);
}

std::optional<ConflictPolicy> conflictPolicyFromWord(const QString &word)
{
    return conflictWords.valueOf(word);
}
