#pragma once

#include <QStringList>

/// Measures how long one visible page of the timeline takes to update and to draw: 676 countries with two
/// requests each, as the window does it for each frame. Returns a Markdown table.
[[nodiscard]] QStringList timelinePageTable();
