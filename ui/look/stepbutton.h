#pragma once

#include "ui/look/keys.h"

class QToolButton;

enum class StepDirection {
    Back,
    Forward,
};

/// A flat button with an arrow in the colour of its text, which leads to the item before or after the current
/// one. The arrow points in the direction of the layout. The tooltip without the key is the accessible name.
[[nodiscard]] QToolButton *stepButton(StepDirection direction, const ButtonTexts &texts);
