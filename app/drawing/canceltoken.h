#pragma once

#include <memory>

/// Cancels current and future drawings. Copies share one state, and all functions are thread-safe. A
/// default-constructed token cannot be cancelled.
///
/// Besides the flag it has an eventfd, so that a thread that waits in poll() wakes up at once.
class CancelToken final
{
public:
    CancelToken() = default;
    [[nodiscard]] static CancelToken make();

    void cancel() const;
    [[nodiscard]] bool isCancelled() const;

    /// A descriptor that becomes and stays readable when the token is cancelled; -1 for a default-constructed
    /// token.
    [[nodiscard]] int descriptor() const;

    /// Whether both are copies of the same token.
    friend bool operator==(const CancelToken &, const CancelToken &) = default;

private:
    struct State;

    std::shared_ptr<State> m_state;
};
