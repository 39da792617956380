#pragma once

#include "app/downloads/flagresult.h"

#include <QHash>

#include <optional>

/// Stores the earlier results of countries that move from one source to the next, or whose job is dropped, so
/// that the final result of a country contains the answers of all sources and all requests.
class FallbackHistory final
{
public:
    /// Call when the source of this result cannot deliver the flag and the next source gets the request.
    void add(const FlagResult &result);
    /// Adds the requests of a job without an answer that counts: it was destroyed, or the disk is full.
    /// Another job for the country may follow.
    void addRequests(const FlagResult &result);

    /// Converts the result of the last source into the result of the country, and removes its history. The
    /// result has the tries and answers of all sources, and the queue time of the first one. It is NotFound
    /// only if no source has the flag. If `last` is NotFound but another source failed differently, the
    /// result has the failure, the name and the address of that source. If several did, the last of them
    /// counts. If the last source got no request, the times are those of the latest request.
    [[nodiscard]] FlagResult completeResult(FlagResult last);

private:
    struct Past
    {
        SteadyTime queued;
        int tries = 0;
        QList<SourceAnswer> answers = {};
        // Of the latest request.
        QString url = {};
        RequestTimings image = {};
        std::optional<RequestTimings> metadata = {};
    };

    Past &pastWith(const FlagResult &result);

    QHash<QString, Past> m_pastOfCode;
};
