#pragma once

#include <QFlags>

/// What the program is started as.
enum class Mode {
    Window = 1,
    Headless = 2,
    Serve = 4,
    List = 8, ///< only prints what there is
    Compare = 16, ///< two sources
    Update = 32, ///< the flags of a set that have changed
    Verify = 64, ///< the files of a set, and repair them
    Rebuild = 128, ///< a set from its manifest
    Resume = 256, ///< a batch that was interrupted
    Export = 512, ///< a folder of flags as something else
};
Q_DECLARE_FLAGS(Modes, Mode)
Q_DECLARE_OPERATORS_FOR_FLAGS(Modes)

inline constexpr Modes downloadModes = Mode::Window | Mode::Headless;
inline constexpr Modes setModes = Mode::Update | Mode::Verify | Mode::Rebuild | Mode::Resume;
inline constexpr Modes askingModes = downloadModes | Mode::Compare; ///< that ask sources
inline constexpr Modes everyMode = askingModes | setModes | Mode::Serve | Mode::Export;
