#pragma once

#include "app/timeline/requestlog.h"

#include <memory>
#include <utility>

/// One request of a RequestLog, for the objects that send it and use its response. Takes each time from the
/// clock. A copy stands for the same request. A default one is not recorded: its functions do nothing.
class RecordedRequest final
{
public:
    RecordedRequest() = default;
    /// Adds the request to the log.
    RecordedRequest(std::shared_ptr<RequestLog> log, RequestRecord record)
        : m_log(std::move(log))
        , m_id(m_log->add(std::move(record)))
    {
    }

    [[nodiscard]] bool isRecorded() const { return m_log != nullptr; }

    void addTry() const
    {
        if (m_log)
            m_log->addTry(m_id, now());
    }
    void setNewConnection() const
    {
        if (m_log)
            m_log->setNewConnection(m_id);
    }
    void setFirstByte(int status) const
    {
        if (m_log)
            m_log->setFirstByte(m_id, now(), status);
    }
    void failTry(const Failure &failure, bool wasThrottled) const
    {
        if (m_log)
            m_log->failTry(m_id, now(), failure, wasThrottled);
    }
    void finish(qint64 bytes) const
    {
        if (m_log)
            m_log->finish(m_id, now(), bytes);
    }
    void fail(const Failure &failure) const
    {
        if (m_log)
            m_log->fail(m_id, now(), failure);
    }
    /// Does nothing if the request has ended.
    void cancel() const
    {
        if (m_log)
            m_log->cancel(m_id, now());
    }
    void setWork(const PoolWork &work) const
    {
        if (m_log)
            m_log->setWork(m_id, work);
    }
    void setWork(const PoolWork &work, const QThread *thread) const
    {
        if (m_log)
            m_log->setWork(m_id, work, thread);
    }

private:
    [[nodiscard]] static SteadyTime now() { return SteadyTime::clock::now(); }

    std::shared_ptr<RequestLog> m_log; // null: not recorded
    RequestLog::Id m_id = -1;
};
