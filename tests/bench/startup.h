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
