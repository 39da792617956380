#include "app/timeline/requestlog.h"

#include <algorithm>
#include <utility>

namespace {

void endTry(RequestRecord &record, SteadyTime at)
{
    if (!record.tries.isEmpty() && !record.tries.last().ended)
        record.tries.last().ended = at;
}

/// Closes the ends that are open.
void cancelRest(RequestRecord &record, SteadyTime now)
{
    endTry(record, now);
    if (!record.ended) {
        record.ended = now;
        record.wasCancelled = true;
    }
    if (record.work && !record.work->ended)
        record.work->ended = now;
}

} // namespace

void RequestLog::begin(SteadyTime now)
{
    const std::lock_guard lock(m_mutex);
    m_firstId += static_cast<Id>(m_entries.size());
    m_entries.clear();
    m_changed.clear();
    m_threads.clear();
    m_run = {.changed = {}, .run = m_run.run + 1, .started = now};
}

void RequestLog::end(SteadyTime now)
{
    const std::lock_guard lock(m_mutex);
    m_run.ended = now;
    for (Entry &entry : m_entries) {
        if (!entry.record.isRunning())
            continue;
        cancelRest(entry.record, now);
        markChanged(entry);
    }
}

void RequestLog::setLimit(int limit)
{
    const std::lock_guard lock(m_mutex);
    m_run.limit = limit;
}

void RequestLog::addLoopBlock(const LoopBlock &block)
{
    const std::lock_guard lock(m_mutex);
    if (!m_run.ended)
        m_run.loopBlocks += block;
}

RequestLog::Id RequestLog::add(RequestRecord record)
{
    const std::lock_guard lock(m_mutex);
    const auto number = static_cast<int>(m_entries.size());
    m_entries.push_back({std::move(record), true});
    m_changed.push_back(number);
    return m_firstId + number;
}

RequestLog::Entry *RequestLog::find(Id id)
{
    const int number = id - m_firstId;
    if (number < 0 || static_cast<std::size_t>(number) >= m_entries.size())
        return nullptr;
    return &m_entries[static_cast<std::size_t>(number)];
}

void RequestLog::markChanged(Entry &entry)
{
    if (!std::exchange(entry.isChanged, true))
        m_changed.push_back(static_cast<int>(&entry - m_entries.data()));
}

template <typename Change>
void RequestLog::change(Id id, Change &&change)
{
    const std::lock_guard lock(m_mutex);
    Entry *entry = find(id);
    if (!entry || entry->record.ended)
        return;
    change(entry->record);
    markChanged(*entry);
}

void RequestLog::addTry(Id id, SteadyTime sent)
{
    change(id, [&](RequestRecord &record) {
        endTry(record, sent); // the request was sent again although it had not failed
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

void RequestLog::setFirstByte(Id id, SteadyTime at, int status)
{
    change(id, [&](RequestRecord &record) {
        if (record.tries.isEmpty())
            return;
        record.tries.last().firstByte = at;
        record.tries.last().status = status;
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
    const std::lock_guard lock(m_mutex);
    Entry *entry = find(id);
    if (!entry || m_run.ended)
        return;
    entry->record.work = work;
    markChanged(*entry);
}

void RequestLog::setWork(Id id, PoolWork work, const QThread *thread)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = std::ranges::find(m_threads, thread);
        work.thread = static_cast<int>(known - m_threads.begin());
        if (known == m_threads.end())
            m_threads.push_back(thread);
    }
    setWork(id, work);
}

RequestChanges RequestLog::takeChanges()
{
    const std::lock_guard lock(m_mutex);
    RequestChanges changes = m_run;
    std::ranges::sort(m_changed);
    changes.changed.reserve(static_cast<qsizetype>(m_changed.size()));
    for (const int number : std::exchange(m_changed, {})) {
        Entry &entry = m_entries[static_cast<std::size_t>(number)];
        entry.isChanged = false;
        changes.changed += {number, entry.record};
    }
    return changes;
}
