#include "app/timeline/requestlog.h"

#include <algorithm>
#include <utility>

namespace {

void endTry(RequestRecord &record, SteadyTime at)
{
    if (!record.tries.isEmpty() && !record.tries.last().ended)
        record.tries.last().ended = at;
}

} // namespace

void RequestLog::begin(SteadyTime now)
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_changed.clear();
    m_run = {.changed = {}, .run = m_run.run + 1, .started = now};
}

void RequestLog::end(SteadyTime now)
{
    const std::lock_guard lock(m_mutex);
    m_run.ended = now;
    for (Id id = 0; Entry & entry : m_entries) {
        if (!entry.record.ended) {
            endTry(entry.record, now);
            entry.record.ended = now;
            entry.record.wasCancelled = true;
            if (!std::exchange(entry.isChanged, true))
                m_changed.push_back(id);
        }
        ++id;
    }
}

void RequestLog::setLimit(int limit)
{
    const std::lock_guard lock(m_mutex);
    m_run.limit = limit;
}

RequestLog::Id RequestLog::add(RequestRecord record)
{
    const std::lock_guard lock(m_mutex);
    const auto id = static_cast<Id>(m_entries.size());
    m_entries.push_back({std::move(record), true});
    m_changed.push_back(id);
    return id;
}

/// A request of the run before, whose records are gone, has an id that is unknown or, at worst, that of
/// another request; a queue ends its requests before the next run begins.
template <typename Change>
void RequestLog::change(Id id, Change &&change)
{
    const std::lock_guard lock(m_mutex);
    if (id < 0 || static_cast<std::size_t>(id) >= m_entries.size())
        return;
    Entry &entry = m_entries[static_cast<std::size_t>(id)];
    change(entry.record);
    if (!std::exchange(entry.isChanged, true))
        m_changed.push_back(id);
}

void RequestLog::addTry(Id id, SteadyTime sent)
{
    change(id, [&](RequestRecord &record) {
        endTry(record, sent); // a request that was sent again without a failure of its own
        record.tries.emplaceBack().sent = sent;
    });
}

void RequestLog::setNewConnection(Id id)
{
    change(id, [](RequestRecord &record) {
        if (!record.tries.isEmpty())
            record.tries.last().isNewConnection = true;
    });
}

void RequestLog::setFirstByte(Id id, SteadyTime at)
{
    change(id, [&](RequestRecord &record) {
        if (!record.tries.isEmpty())
            record.tries.last().firstByte = at;
    });
}

void RequestLog::failTry(Id id, SteadyTime at, const Failure &failure, bool wasThrottled)
{
    change(id, [&](RequestRecord &record) {
        endTry(record, at);
        if (record.tries.isEmpty())
            return;
        record.tries.last().failure = failure;
        record.tries.last().wasThrottled = wasThrottled;
    });
}

void RequestLog::finish(Id id, SteadyTime at, qint64 bytes)
{
    change(id, [&](RequestRecord &record) {
        endTry(record, at);
        record.ended = at;
        record.bytes = bytes;
    });
}

void RequestLog::fail(Id id, SteadyTime at, const Failure &failure)
{
    change(id, [&](RequestRecord &record) {
        endTry(record, at);
        if (!record.tries.isEmpty())
            record.tries.last().failure = failure;
        record.ended = at;
        record.failure = failure;
    });
}

void RequestLog::cancel(Id id, SteadyTime at)
{
    change(id, [&](RequestRecord &record) {
        endTry(record, at);
        record.ended = at;
        record.wasCancelled = true;
    });
}

void RequestLog::setWork(Id id, const PoolWork &work)
{
    change(id, [&](RequestRecord &record) { record.work = work; });
}

RequestChanges RequestLog::takeChanges()
{
    const std::lock_guard lock(m_mutex);
    RequestChanges changes = m_run;
    std::ranges::sort(m_changed);
    changes.changed.reserve(static_cast<qsizetype>(m_changed.size()));
    for (const Id id : std::exchange(m_changed, {})) {
        Entry &entry = m_entries[static_cast<std::size_t>(id)];
        entry.isChanged = false;
        changes.changed += {id, entry.record};
    }
    return changes;
}
