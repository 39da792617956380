#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <optional>

/// A program whose window is open while no one uses it.
struct IdleProcess
{
    double wakeUpsPerSecond = 0; ///< of all its threads
    double residentMiB = 0; ///< of the program, without the processes that it has started
    double closing = 0; ///< ms from SIGTERM, which closes the window like Ctrl+Q, to the end of the process
};

/// Starts a program, lets it settle, and measures it for some seconds. Blocks for about ten seconds. Returns
/// nothing if the program ends by itself or does not end when requested.
[[nodiscard]] std::optional<IdleProcess> measureIdle(
    const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);
