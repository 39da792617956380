#pragma once

#include "app/downloads/flagresult.h"

#include <QHash>

/// What a batch remembers of countries that go from one source to the next, so that their one result tells
/// the whole story.
class FallbackHistory final
{
public:
    /// The source of this result does not give the flag, and the next one is asked.
    void add(const FlagResult &result);

    /// The result of the source that was asked last, made the country's own: with the tries and answers of
    /// all, and queued when the first was asked. Not found is only what no source has; if one of them failed
    /// in another way, that is the result, with this source as its own, and the last one counts if several
    /// did.
    [[nodiscard]] FlagResult withHistory(FlagResult last);

private:
    struct Past
    {
        SteadyTime queued;
        int tries = 0;
        QList<SourceAnswer> answers;
    };

    QHash<QString, Past> m_pastOfCode;
};
