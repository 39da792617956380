#pragma once

#include "app/timeline/requestrecord.h"

#include <QList>

#include <mutex>
#include <vector>

class QThread;

/// The requests that a reader has not seen yet in their present state.
struct RequestChanges
{
    struct Changed
    {
        int id = 0; ///< number of the request in its run, from 0
        RequestRecord record;
    };

    QList<Changed> changed; ///< in the order of the ids; a new request has the next id
    int run = 0; ///< the number of calls of RequestLog::begin() so far; a new run starts with an empty list
    SteadyTime started = {}; ///< of the run
    std::optional<SteadyTime> ended = {}; ///< of the run; empty: it has not ended
    int limit = 0; ///< of requests in flight, of all sources of the run together; 0: unknown
    QList<LoopBlock> loopBlocks = {}; ///< all of the run, in order of time
};

/// Records what happens to the requests of one run: an operation of the window or of the terminal. The
/// thread of the requests writes, and one reader polls with takeChanges(). All functions may be called in any
/// thread. A record costs about 300 bytes, so nothing is recorded without a reader: a null pointer to the
/// log means "not recorded".
class RequestLog final
{
public:
    /// Numbers all requests of this log from 0, in the order in which they are queued. A request that
    /// outlives its run changes nothing in the next one.
    using Id = int;

    /// Starts the next run and drops the requests of the one before.
    void begin(SteadyTime now);
    /// The run is complete. Requests that have not ended were cancelled; they do not change any more.
    void end(SteadyTime now);
    void setLimit(int limit);
    /// The thread of the requests has slept. Does nothing after the end of the run.
    void addLoopBlock(const LoopBlock &block);

    /// Adds a request that waits for its slot. `record` has no tries.
    [[nodiscard]] Id add(RequestRecord record);
    void addTry(Id id, SteadyTime sent);
    void setNewConnection(Id id);
    void setFirstByte(Id id, SteadyTime at, int status = 0);
    void failTry(Id id, SteadyTime at, const Failure &failure, bool wasThrottled);
    /// Ends the last try, too.
    void finish(Id id, SteadyTime at, qint64 bytes);
    void fail(Id id, SteadyTime at, const Failure &failure);
    /// Does nothing if the request has ended.
    void cancel(Id id, SteadyTime at);
    void setWork(Id id, const PoolWork &work);
    /// The same, and numbers the threads of a run in the order of their first work.
    void setWork(Id id, PoolWork work, const QThread *thread);

    /// Returns what has changed since the last call.
    [[nodiscard]] RequestChanges takeChanges();

private:
    struct Entry
    {
        RequestRecord record;
        bool isChanged = false;
    };

    /// Changes a request that has not ended.
    template <typename Change>
    void change(Id id, Change &&change);
    // These need m_mutex.
    /// Returns null if the request belongs to an earlier run.
    [[nodiscard]] Entry *find(Id id);
    void markChanged(Entry &entry);

    std::mutex m_mutex; // guards the members below
    Id m_firstId = 0; // of the run
    std::vector<Entry> m_entries; // by number in the run
    std::vector<int> m_changed; // numbers in the run
    std::vector<const QThread *> m_threads; // by number; only compared
    RequestChanges m_run; // without `changed`
};
