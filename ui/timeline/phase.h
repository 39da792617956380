#pragma once

#include "app/timeline/requestrecord.h"

#include <QList>
#include <QString>

#include <array>

/// What a request, or the picture that it has fetched, does during a part of its time.
enum class Phase {
    Slot, ///< waits until a slot is free
    Server, ///< waits for the first byte of the response
    Receiving,
    Pause, ///< waits before the next try
    Thread, ///< waits for the metadata and for a thread of the pool
    Checking,
    Saving,
};

inline constexpr std::array allPhases{Phase::Slot, Phase::Server, Phase::Receiving, Phase::Pause,
    Phase::Thread, Phase::Checking, Phase::Saving};

/// What happens to a request at one moment.
enum class Mark {
    NewConnection,
    Retry, ///< a try has failed, and another one follows
    Throttled, ///< the same, because the server refused too many requests
    NotFound,
    Failed,
    Cancelled,
};

inline constexpr std::array allMarks{
    Mark::NewConnection, Mark::Retry, Mark::Throttled, Mark::NotFound, Mark::Failed, Mark::Cancelled};

struct PhaseSpan
{
    Phase phase = Phase::Slot;
    SteadyTime from;
    SteadyTime to;

    friend bool operator==(const PhaseSpan &, const PhaseSpan &) = default;
};

struct MarkedMoment
{
    Mark mark = Mark::NewConnection;
    SteadyTime at;

    friend bool operator==(const MarkedMoment &, const MarkedMoment &) = default;
};

/// The life of a request in order of time, without the phases that took no time. What has not ended lasts
/// until `now`.
[[nodiscard]] QList<PhaseSpan> spansOf(const RequestRecord &request, SteadyTime now);

/// Checking and Saving only, as the thread of the pool has done them.
[[nodiscard]] QList<PhaseSpan> spansOf(const PoolWork &work, SteadyTime now);

/// The marks of a request in order of time.
[[nodiscard]] QList<MarkedMoment> marksOf(const RequestRecord &request);

// Texts for people: a name of one or two words, and one plain sentence.
[[nodiscard]] QString nameOf(Phase phase);
[[nodiscard]] QString explanationOf(Phase phase);
[[nodiscard]] QString nameOf(Mark mark);
[[nodiscard]] QString explanationOf(Mark mark);
