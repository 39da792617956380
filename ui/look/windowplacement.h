#pragma once

class QWidget;

/// Moves a window over the middle of its parent's window, as far as it then fits the screen. A window that is
/// larger than the screen becomes smaller, as far as its minimum size allows. Some window
/// managers put a window elsewhere if it asks for no place, or changes its size while it appears.
void placeOverParent(QWidget &window);

/// Does this each time that the window appears: for dialogs and windows with a parent, not for popups.
/// Calling it again has no effect.
void keepOverParent(QWidget &window);
