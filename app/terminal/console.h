#pragma once

#include "app/terminal/streamwriter.h"

#include <QString>

/// Standard output and standard error of a program without a window. Text that came from elsewhere cannot
/// command the terminal: unprintable characters are replaced. Nothing here waits for who reads it, but
/// waitForWritten().
class Console final
{
public:
    Console() = default;
    ~Console() = default;
    Q_DISABLE_COPY_MOVE(Console)

    /// A line on standard output: what the program is run for.
    void print(const QString &line);
    void printRaw(const QByteArray &bytes);

    /// A line on standard error: what is said meanwhile.
    void printError(const QString &line);
    void printErrorRaw(const QByteArray &bytes);

    /// Columns of the terminal behind standard error, as wide as it is now; 0 where no terminal is.
    [[nodiscard]] int width() const;
    [[nodiscard]] bool outputIsTerminal() const;

    /// See StreamWriter.
    bool waitForWritten(std::optional<std::chrono::milliseconds> limit)
    {
        return m_writer.waitForWritten(limit);
    }
    /// What went wrong with writing to standard output so far, a full disk for example; empty if nothing did.
    [[nodiscard]] QString outputProblem() const;

private:
    StreamWriter m_writer;
};
