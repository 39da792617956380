#pragma once

#include "app/terminal/commandline.h"

#include <functional>

class Catalogue;

// What main() calls for everything but the window. Each int is the exit status of the process: 0 if
// everything succeeded, 1 if something failed, 128 and the number of the signal after an interruption. main()
// itself returns 2 for a usage error.

/// Runs the mode, any but Window and List, until it has finished or Ctrl-C has interrupted it. Creates the
/// application object and the console.
[[nodiscard]] int runInTerminal(int argc, char **argv, const Options &options, const Catalogue &catalogue);

/// Prints the text on standard output, and its remarks on standard error.
[[nodiscard]] int printInformation(const Information &information);

/// Prints each line on standard error, after the name of the program.
void printProblems(const QStringList &problems);

/// Returns what `run` returns, after all pool threads have ended. A server that sends without end keeps the
/// thread of its connection busy; after one second this function ends the process without waiting for it.
[[nodiscard]] int runAndWaitForThreads(const std::function<int()> &run);
