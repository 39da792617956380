#pragma once

struct WindowOptions;
struct WindowParts;
class QWidget;

/// Sets the parts to what the options ask for, else to what was remembered, else to the defaults.
void restoreWindow(QWidget &window, const WindowParts &parts, const WindowOptions &options);

/// For the next time.
void rememberWindow(const QWidget &window, const WindowParts &parts);
