#pragma once

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

/// Writes to standard output and standard error on a thread of its own, in the order in which write() was
/// called. So a pipe that is full or a terminal that is stopped holds up neither downloads nor signals.
/// Where no thread can be started it writes at once. Used by one thread.
class StreamWriter final
{
public:
    StreamWriter();
    /// Waits a second at most: what is not read by then is lost.
    ~StreamWriter();
    StreamWriter(const StreamWriter &) = delete;
    StreamWriter &operator=(const StreamWriter &) = delete;

    /// `descriptor` is STDOUT_FILENO or STDERR_FILENO.
    void write(int descriptor, const QByteArray &bytes);

    /// Whether everything is written, or failed to be, at the latest after `limit`. Without a limit it waits
    /// for the reader.
    bool waitForWritten(std::optional<std::chrono::milliseconds> limit);

    /// The errno of the first failure on standard output; 0 if there was none.
    [[nodiscard]] int outputError() const;

private:
    struct State;

    std::shared_ptr<State> m_state; // outlives this object while the thread is stuck in a write
    bool m_hasThread = true;
    bool m_hasGivenUp = false; // to wait for the reader
};
