#pragma once

#include <QProcess>
#include <QStringList>

#include <memory>

/// How a run of the program ended.
struct EndedRun
{
    int status = -1; ///< -1: it crashed, or did not end in time
    QString output;
    QString errors;

    [[nodiscard]] QStringList outputLines() const;
    [[nodiscard]] QStringList errorLines() const;
    [[nodiscard]] QString everything() const { return output + errors; }
};

/// The real program, set up but not started: no display, no locale, SIGINT with its usual effect, `folder` as
/// its working directory.
[[nodiscard]] std::unique_ptr<QProcess> program(const QStringList &arguments, const QString &folder);

/// Waits for the end of a program that was started, at most a minute.
[[nodiscard]] EndedRun endOf(QProcess &process);

/// Both in one.
[[nodiscard]] EndedRun run(const QStringList &arguments, const QString &folder);

/// Waits until the process has written `text` on one of its channels; whether it has.
[[nodiscard]] bool waitFor(QProcess &process, QProcess::ProcessChannel channel, const QByteArray &text);
