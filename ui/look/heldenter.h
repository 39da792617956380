#pragma once

class QWidget;

/// Lets the widget ignore the presses of Return and Enter that repeat while the key is held. Otherwise a held
/// key presses what has replaced the first button, or starts the next batch when a short one has ended.
void ignoreHeldEnter(QWidget &widget);
