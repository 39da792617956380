#pragma once

/// Gives each TimelineView the accessible role of a chart: QAbstractScrollArea has no property for it. Call
/// it before the first one is shown; later calls do nothing.
void installChartRole();
