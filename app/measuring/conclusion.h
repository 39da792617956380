#pragma once

#include "app/language/wordtable.h"
#include "app/measuring/measurement.h"

#include <QString>

/// Why a higher limit does not help any more.
enum class Bottleneck {
    Server, ///< it takes longer for each response
    Refusals, ///< the server refuses requests because there are too many
    Pause, ///< the source requires a pause between two requests
    Flags, ///< all requests are in flight at once already
    SlowestResponse, ///< the run takes as long as its slowest response
    OpenFiles, ///< this process may open no more connections
    Unknown,
};

/// The member "bottleneck" of the JSON output.
inline constexpr auto bottleneckWords = wordTable<Bottleneck>({
    {Bottleneck::Server, QLatin1StringView("server")},
    {Bottleneck::Refusals, QLatin1StringView("refusals")},
    {Bottleneck::Pause, QLatin1StringView("pause")},
    {Bottleneck::Flags, QLatin1StringView("flags")},
    {Bottleneck::SlowestResponse, QLatin1StringView("slowest_response")},
    {Bottleneck::OpenFiles, QLatin1StringView("open_files")},
    {Bottleneck::Unknown, QLatin1StringView("unknown")},
});

/// What a measurement shows. A value.
struct Conclusion
{
    enum class Kind {
        TooFewRuns, ///< less than two are complete
        Unreliable, ///< too many flags failed, with the lowest limit already
        Overloaded, ///< with more than `limit`, too many flags fail
        StillFaster, ///< the highest limit is the fastest, so a higher one may help more
        Saturated, ///< at `limit`, the fastest run with a higher one is hardly faster
    };

    Kind kind = Kind::TooFewRuns;
    Bottleneck bottleneck = Bottleneck::Unknown; ///< of Saturated
    int limit = 0; ///< of Saturated the one from which on, of StillFaster the highest; see Overloaded
    double speedUp = 0; ///< at this limit
    int requests = 0; ///< of one run
    int failed = 0; ///< the most flags of a run that failed

    friend bool operator==(const Conclusion &, const Conclusion &) = default;
};

/// The member "conclusion" of the JSON output.
inline constexpr auto conclusionWords = wordTable<Conclusion::Kind>({
    {Conclusion::Kind::TooFewRuns, QLatin1StringView("too_few_runs")},
    {Conclusion::Kind::Unreliable, QLatin1StringView("unreliable")},
    {Conclusion::Kind::Overloaded, QLatin1StringView("overloaded")},
    {Conclusion::Kind::StillFaster, QLatin1StringView("still_faster")},
    {Conclusion::Kind::Saturated, QLatin1StringView("saturated")},
});

[[nodiscard]] Conclusion conclude(const Measurement &measurement);

/// One or two sentences for people, in the language of the interface.
[[nodiscard]] QString conclusionText(const Conclusion &conclusion);
