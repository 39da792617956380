#pragma once

#include <QString>

/// QSettings reads whatever has the settings file's name, whole, and would wait for who writes into a pipe.
/// Where that is no file of a sensible size, the window goes without: nothing is read or remembered, and the
/// reason is returned. Empty if all is well. To be called before anything uses QSettings.
[[nodiscard]] QString avoidUnreadableSettings();
