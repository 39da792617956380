#pragma once

#include <QString>

/// QSettings reads its file whole, whatever it is: it blocks on a pipe, and never ends on a device. If the
/// settings file is no regular file of a sensible size, the window starts without settings and stores none.
/// Returns the reason; empty if the settings can be used. Call it before anything uses QSettings.
[[nodiscard]] QString avoidUnreadableSettings();
