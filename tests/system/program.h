#pragma once

#include <QProcess>
#include <QStringList>

#include <memory>

/// How a run of the program ended.
struct EndedRun
{
    int status = -1; ///< -1: the program crashed or did not end in time
    QString output;
    QString errors;

    [[nodiscard]] QStringList outputLines() const;
    [[nodiscard]] QStringList errorLines() const;
    [[nodiscard]] QString everything() const { return output + errors; }
};

/// Creates a process for the real program but does not start it: no display, locale C, default handling of
/// SIGINT, working directory `folder`.
[[nodiscard]] std::unique_ptr<QProcess> program(const QStringList &arguments, const QString &folder);

/// Waits for the end of a started program, at most a minute.
[[nodiscard]] EndedRun endOf(QProcess &process);

/// Starts the program and waits for its end.
[[nodiscard]] EndedRun run(const QStringList &arguments, const QString &folder);

/// Waits until the process has written `text` to the channel. Returns false after the timeout.
[[nodiscard]] bool waitFor(QProcess &process, QProcess::ProcessChannel channel, const QByteArray &text);
