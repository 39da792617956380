#pragma once

class QPushButton;
class QWidget;

/// Return and Enter press the focused button of a window, or else `usual`: only a QDialog has a default
/// button. A disabled one ignores them.
void pressOnEnter(QWidget &window, QPushButton &usual);

/// Lets the widget ignore the presses of Return and Enter that repeat while the key is held. Otherwise a held
/// key presses what has replaced the first button, or starts the next batch when a short one has ended.
void ignoreHeldEnter(QWidget &widget);
