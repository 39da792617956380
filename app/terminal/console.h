#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

/// Writes to standard output and standard error on a separate thread, in the order of the write() calls. A
/// full pipe or a stopped terminal therefore blocks neither downloads nor signals. If no thread can be
/// started, write() writes synchronously. Owned by Console and used by one thread.
class StreamWriter final
{
public:
    StreamWriter();
    /// Waits at most one second for the reader; later output is lost.
    ~StreamWriter();
    StreamWriter(const StreamWriter &) = delete;
    StreamWriter &operator=(const StreamWriter &) = delete;

    /// `descriptor` is STDOUT_FILENO or STDERR_FILENO.
    void write(int descriptor, const QByteArray &bytes);

    /// Waits until all output is written or has failed, at most `limit`; without a limit, until the reader
    /// has read it. Returns whether nothing is left.
    bool waitForWritten(std::optional<std::chrono::milliseconds> limit);

    /// The errno of the first failed write to standard output; 0 if none failed.
    [[nodiscard]] int outputError() const;

private:
    struct State;

    std::shared_ptr<State>
        m_state; // shared: the thread may be blocked in a write when this object is destroyed
    bool m_hasThread = true;
    bool m_hasGivenUp = false; // on the reader: waitForWritten() timed out
};

/// Standard output and standard error. print() and printError() replace control characters, so that text from
/// a server cannot send commands to the terminal. Only waitForWritten() waits for the reader.
class Console final
{
public:
    Console() = default;
    ~Console() = default;
    Q_DISABLE_COPY_MOVE(Console)

    /// Prints a line on standard output: the result.
    void print(const QString &line);
    void printRaw(const QByteArray &bytes);

    /// Prints a line on standard error: progress, notices and errors.
    void printError(const QString &line);
    void printErrorRaw(const QByteArray &bytes);

    /// The current width in columns of the terminal on standard error; 0 if it is not a terminal.
    [[nodiscard]] int width() const;
    [[nodiscard]] bool isOutputTerminal() const;

    /// See StreamWriter::waitForWritten().
    bool waitForWritten(std::optional<std::chrono::milliseconds> limit)
    {
        return m_writer.waitForWritten(limit);
    }
    /// Why a write to standard output failed, for example because the disk is full; empty if none failed.
    [[nodiscard]] QString outputProblem() const;

private:
    StreamWriter m_writer;
};

/// Quotes the text if necessary, so that a shell reads it as one word. For commands that a user can paste.
[[nodiscard]] QString shellWord(const QString &text);
