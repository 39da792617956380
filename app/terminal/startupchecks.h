#pragma once

#include "app/terminal/options.h"

#include <QString>

/// Why this process has too few file descriptors or threads for the mode, and what to do; empty if it has
/// enough. Without this check, Qt would abort or wait forever later. Starts some threads and ends them.
[[nodiscard]] QString processLimitProblem(Mode mode);

/// Makes the program exit with a message and status 1 if a thread cannot be started (Qt would wait forever)
/// or if the main thread runs out of memory. Saved files and the journal stay. Call it once, after
/// installTranslation().
void installExhaustionHandlers(Mode mode);

/// What people do after such an end, in one or two sentences. Only a terminal gets an option of the command
/// line, and only after a mode that saves flags.
[[nodiscard]] QString adviceAfterExhaustion(Mode mode);

/// Why no window can be shown, in one line; empty if a display is configured.
[[nodiscard]] QString displayProblem();

/// While it exists, an unreachable display makes the program print one line and exit with status 1, instead
/// of Qt's long message and abort(). Create it before QApplication and destroy it after; one at a time.
class DisplayErrorHandler final
{
public:
    DisplayErrorHandler();
    ~DisplayErrorHandler();
    Q_DISABLE_COPY_MOVE(DisplayErrorHandler)
};
