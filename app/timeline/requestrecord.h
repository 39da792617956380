#pragma once

#include "app/failures/failure.h"
#include "app/tasks/steadytime.h"

#include <QList>
#include <QString>

#include <optional>

/// What a request fetches.
enum class RequestPart {
    Picture,
    Metadata, ///< metadata.json of one country
    Names, ///< one file with the names of all countries; belongs to no country
};

/// One request that was handed to Qt. Another one follows after a failure that may pass, after a redirect,
/// and when the request is repeated because its connection turned out unusable. Only the first is a retry:
/// the other two leave a try without a failure.
struct RequestTry
{
    SteadyTime sent; ///< handed to Qt; from now on it takes a slot
    /// A connection was opened for it; false: one was reused. If another connection becomes free earlier, Qt
    /// sends the request on that one, and a later request uses the new one.
    bool isNewConnection = false;
    std::optional<SteadyTime> firstByte = {}; ///< the header of the response has arrived
    int status = 0; ///< HTTP status in that header; 0: none
    std::optional<SteadyTime> ended = {}; ///< the body was complete, or the try failed; empty: in flight
    std::optional<Failure> failure = {};
    bool wasThrottled = false; ///< the server refused because of too many requests

    [[nodiscard]] bool isInFlight() const { return !ended; }
};

/// The work on a picture after its requests: checked, converted and saved in a thread of the queue's pool.
struct PoolWork
{
    SteadyTime queued; ///< handed to the pool
    std::optional<SteadyTime> started = {}; ///< a thread took it
    std::optional<SteadyTime> checked
        = {}; ///< picture and name are valid; the files are written from here on
    std::optional<SteadyTime> ended = {};
    int thread = -1; ///< number of the thread among those that have worked for this run, from 0; -1: unknown
    std::optional<Failure> failure = {}; ///< why the flag was not saved; set with `ended`
};

/// A time for which the demonstration LoopBlocker made the thread of the requests sleep.
struct LoopBlock
{
    SteadyTime from;
    SteadyTime to;
    std::chrono::milliseconds wanted{0}; ///< the setting; a suspension of the demonstration ends it earlier
};

/// The life of one request: waiting for a slot, its tries, and for a picture the work that follows. Each
/// member is set when it happens, so a record of a running batch has open ends.
struct RequestRecord
{
    QString code; ///< alpha-2; empty for RequestPart::Names
    RequestPart part = RequestPart::Picture;
    QString sourceId;
    QString url; ///< as stored in a set: without secrets
    SteadyTime queued; ///< the first slot was requested
    QList<RequestTry> tries = {};
    std::optional<SteadyTime> ended = {}; ///< of the last try, or when the request was given up
    bool wasCancelled = false;
    std::optional<Failure> failure = {}; ///< why the request ended without its content
    qint64 bytes = 0; ///< of the content
    std::optional<PoolWork> work = {}; ///< of a picture

    /// Whether it has neither ended nor has work left.
    [[nodiscard]] bool isRunning() const { return !ended || (work && !work->ended); }
};
