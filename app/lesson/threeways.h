#pragma once

#include "app/builtin/builtinservers.h"
#include "app/lesson/wayrun.h"

#include <array>
#include <memory>

inline constexpr std::array allWays{Way::OneAtATime, Way::Threads, Way::EventLoop};

/// The input of ThreeWays.
struct LessonRequest
{
    QList<Country> countries; ///< at least one
    Source source; ///< a built-in one
    BuiltinServers::Settings servers; ///< the delays, and where the pictures are
    int atOnce = 20; ///< as in WayRequest
};

/// Downloads the same flags in each way, one way after another: what a process uses, its threads and its
/// memory, belongs to one way only if the others do not run. Each way has a separate server, which delays
/// the same request by the same time. Lives in the thread of its owner, which must have an event loop. The
/// destructor cancels without a signal.
class ThreeWays final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Cancelling ///< the present way ends, and no other starts
    };

    explicit ThreeWays(QObject *parent = nullptr);
    ~ThreeWays() override;
    Q_DISABLE_COPY_MOVE(ThreeWays)

    /// Call only in the state Idle.
    void start(const LessonRequest &request);
    /// finished() follows within two seconds.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    /// The requests of a way in the latest start().
    [[nodiscard]] const std::shared_ptr<RequestLog> &log(Way way) const
    {
        return m_logs[static_cast<std::size_t>(way)];
    }

Q_SIGNALS:
    void wayStarted(Way way);
    void wayFinished(const WayResult &result);
    /// The last signal, exactly once for each start(). The state is Idle.
    void finished();

private:
    void startNext();
    void endWay(const WayResult &result);

    LessonRequest m_request;
    std::array<std::shared_ptr<RequestLog>, allWays.size()> m_logs;
    State m_state = State::Idle;
    std::size_t m_next = 0; ///< in allWays
    std::unique_ptr<BuiltinServers> m_servers; ///< of m_run, which it outlives
    std::unique_ptr<WayRun> m_run; ///< null: between two ways
};
