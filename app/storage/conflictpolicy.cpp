#include "app/storage/conflictpolicy.h"

using namespace Qt::StringLiterals;

QString conflictWord(ConflictPolicy policy)
{
    switch (policy) {
    case ConflictPolicy::Overwrite:
        return u"overwrite"_s;
    case ConflictPolicy::Skip:
        return u"skip"_s;
    case ConflictPolicy::Rename:
        return u"rename"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ConflictPolicy> conflictPolicyCalled(const QString &word)
{
    for (const auto policy : {ConflictPolicy::Overwrite, ConflictPolicy::Skip, ConflictPolicy::Rename}) {
        if (word == conflictWord(policy))
            return policy;
    }
    return std::nullopt;
}
