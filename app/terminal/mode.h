#pragma once

#include <QFlags>

/// What the program is started as.
enum class Mode {
    Window = 1,
    Headless = 2,
    Serve = 4,
    List = 8, ///< only prints what there is
    Compare = 16, ///< two sources
    Export = 64, ///< a folder of flags as something else
};
Q_DECLARE_FLAGS(Modes, Mode)
Q_DECLARE_OPERATORS_FOR_FLAGS(Modes)

inline constexpr Modes downloadModes = Mode::Window | Mode::Headless;
inline constexpr Modes askingModes = downloadModes | Mode::Compare; ///< that ask sources
inline constexpr Modes everyMode = askingModes | Mode::Serve | Mode::Export;
