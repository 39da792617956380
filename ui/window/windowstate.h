#pragma once

#include "ui/window/windowmemory.h"

struct WindowOptions;
struct WindowParts;
class QWidget;

/// Sets the parts to what the options ask for, else to what was remembered, else to the defaults.
void restoreWindow(QWidget &window, const WindowParts &parts, const WindowOptions &options);

/// What the next time begins with.
[[nodiscard]] WindowMemory memoryOf(const QWidget &window, const WindowParts &parts);
