#pragma once

#include "app/sets/openset.h"
#include "app/tasks/latestjob.h"

#include <QObject>

#include <memory>

class QThreadPool;

/// Records batches in the set of their operation, one batch at a time. Writes on the thread pool. The
/// DownloadQueue owns it. A batch that saves nothing has no set; the signals are still emitted.
class BatchRecord final : public QObject
{
    Q_OBJECT

public:
    explicit BatchRecord(QThreadPool &pool, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BatchRecord)
    ~BatchRecord() override = default;

    /// `set` may be null. Emits begun() later.
    void begin(const std::shared_ptr<OpenSet> &set, const BatchSpec &spec);
    /// See OpenSet::markDone(). Returns at once; the write finishes before ended().
    void markDone(const QString &code);
    /// Call once, after begun(). Emits ended() when all writes have finished.
    void end();

    /// True from begin() to begun(), and from end() to ended().
    [[nodiscard]] bool isBusy() const { return m_state == State::Beginning || m_state == State::Ending; }
    /// Null from ended() to begun(), and for a batch without a set.
    [[nodiscard]] const std::shared_ptr<OpenSet> &set() const { return m_set; }

Q_SIGNALS:
    void begun(const std::optional<Failure> &failure);
    void ended();

private:
    enum class State {
        Idle,
        Beginning,
        Open,
        Ending
    };

    void onBegun(const std::optional<Failure> &failure);
    void onEnded(const std::optional<Failure> &failure);

    QThreadPool &m_pool;
    State m_state = State::Idle;
    std::shared_ptr<OpenSet> m_set;
    LatestJob<std::optional<Failure>> m_beginning;
    QList<QFuture<void>> m_marks;
    LatestJob<std::optional<Failure>> m_ending;
};
