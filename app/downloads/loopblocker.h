#pragma once

#include <chrono>
#include <memory>

class RequestLog;

/// A demonstration for the lesson: blocks the event loop of the requests for a while at each flag that
/// arrives from a built-in source, so that people see what happens to all other requests meanwhile.
/// A default one blocks nothing. Copies share one state, and all functions may be called in any thread.
class LoopBlocker final
{
    struct State;

public:
    static constexpr std::chrono::milliseconds longest{1000};

    LoopBlocker() = default;
    /// `perFlag` is at most `longest`. Zero blocks nothing. `isInterrupted`, if given, is called in the
    /// thread that sleeps, about every 20 ms.
    explicit LoopBlocker(std::chrono::milliseconds perFlag, bool (*isInterrupted)() = nullptr);

    [[nodiscard]] bool isOn() const { return m_state != nullptr; }
    [[nodiscard]] std::chrono::milliseconds perFlag() const;

    /// Sleeps in the thread of the caller. Returns false if it was suspended or interrupted: something waits
    /// for the event loop, so the caller should return to it before it continues.
    [[nodiscard]] bool block() const;

    /// While it exists, block() returns at once. A thread that waits for the blocked one holds it, so that
    /// the window never waits for the demonstration.
    class Suspension final
    {
    public:
        explicit Suspension(const LoopBlocker &blocker);
        ~Suspension();
        Suspension(const Suspension &) = delete;
        Suspension &operator=(const Suspension &) = delete;

    private:
        void add(int change) const;

        const std::shared_ptr<State> m_state;
    };

private:
    std::shared_ptr<State> m_state; // null: blocks nothing
};

/// Blocks as block() does, and adds the sleep to the log, which may be null. FlagJob::onImage() is the one
/// place where the thread of the requests may sleep. Returns false if something waits for the event loop.
[[nodiscard]] bool blockLoop(const LoopBlocker &blocker, const std::shared_ptr<RequestLog> &log);
