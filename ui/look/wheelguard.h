#pragma once

class QWidget;

/// Lets the wheel scroll a form instead of changing the combo boxes, spin boxes and sliders that come under
/// the mouse meanwhile. They use the wheel only while they have the focus, which the wheel alone no longer
/// gives. Call it when the form has all its controls.
void keepWheelForScrolling(QWidget &form);
