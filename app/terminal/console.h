#pragma once

#include <QFile>

/// Standard output and standard error of a program without a window. Text that came from elsewhere cannot
/// command the terminal: unprintable characters are replaced.
class Console final
{
public:
    Console();
    ~Console() = default;
    Q_DISABLE_COPY_MOVE(Console)

    /// A line on standard output: what the program is run for.
    void report(const QString &line);
    void reportRaw(const QByteArray &bytes);

    /// A line on standard error: what is said meanwhile.
    void tell(const QString &line);
    void tellRaw(const QByteArray &bytes);

    /// Columns of the terminal behind standard error, as wide as it is now; 0 where no terminal is.
    [[nodiscard]] int width() const;
    [[nodiscard]] bool outputIsTerminal() const;

    /// What went wrong with writing to standard output, a full disk for example; empty if nothing did.
    [[nodiscard]] QString outputProblem() const;

private:
    QFile m_output;
    QFile m_errors;
};
