#pragma once

#include <QString>

/// Why no window can be shown here, in one line; empty if there is a display to try.
[[nodiscard]] QString displayProblem();

/// While it lives, the end that Qt makes of a program whose display cannot be reached (many lines and an
/// abort) is one line on standard error and exit status 1. To be held while QApplication is made. At most one
/// at a time.
class PlainDisplayError final
{
public:
    PlainDisplayError();
    ~PlainDisplayError();
    Q_DISABLE_COPY_MOVE(PlainDisplayError)
};
