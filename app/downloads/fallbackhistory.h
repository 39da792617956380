#pragma once

#include "app/downloads/flagresult.h"

#include <QHash>

/// Stores the earlier results of countries that move from one source to the next, so that the final result of
/// a country contains the answers of all sources.
class FallbackHistory final
{
public:
    /// Call when the source of this result cannot deliver the flag and the next source gets the request.
    void add(const FlagResult &result);

    /// Converts the result of the last source into the result of the country, and removes its history. The
    /// result has the tries and answers of all sources, and the queue time of the first one. It is NotFound
    /// only if no source has the flag. If `last` is NotFound but another source failed differently, the
    /// result has the failure and the name of that source. If several did, the last of them counts.
    [[nodiscard]] FlagResult completeResult(FlagResult last);

private:
    struct Past
    {
        SteadyTime queued;
        int tries = 0;
        QList<SourceAnswer> answers;
    };

    QHash<QString, Past> m_pastOfCode;
};
