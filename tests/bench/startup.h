#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <optional>

/// From the start of a process to the first paint of its window, in milliseconds.
struct FirstPaint
{
    double wall = 0;
    double cpu = 0; ///< of all threads
};

/// Starts a program until it has painted its window, with `library` (see firstpaint.cpp). Blocks. Returns
/// nothing if that takes more than ten seconds.
[[nodiscard]] std::optional<FirstPaint> measureFirstPaint(
    const QString &program, const QString &library, QProcessEnvironment environment);

/// Starts the program, lets it complete its start, and ends it with SIGTERM, which closes an idle window as
/// Ctrl+Q does. Returns the time until the end of the process, in milliseconds; nothing if it failed.
[[nodiscard]] std::optional<double> measureEnd(
    const QString &program, const QProcessEnvironment &environment);
