#pragma once

#include <memory>

/// Cancels drawings that are under way or still to come, from any thread. Copies share one state. One that is
/// constructed by default is never cancelled.
class CancelToken final
{
public:
    CancelToken() = default;
    [[nodiscard]] static CancelToken make();

    void cancel() const;
    [[nodiscard]] bool isCancelled() const;

    /// Becomes readable when it is cancelled, and stays so; -1 if there is none.
    [[nodiscard]] int descriptor() const;

private:
    struct State;

    std::shared_ptr<State> m_state;
};
