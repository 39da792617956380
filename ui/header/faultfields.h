// The fields for the settings of the built-in sources that simulate faults.
#pragma once

#include "app/builtin/faultsimulation.h"

#include <chrono>

class QDoubleSpinBox;
class QSpinBox;

/// A delay of 0 to 60 seconds.
[[nodiscard]] QDoubleSpinBox *newDelayField(std::chrono::milliseconds value);
/// A share of 0 to 1, shown in per cent.
[[nodiscard]] QSpinBox *newShareField(double value);
/// How long the demonstration blocks the event loop: 0 to LoopBlocker::longest, in milliseconds.
[[nodiscard]] QSpinBox *newBlockField();
/// The number that repeats the same faults.
[[nodiscard]] QSpinBox *newSeedField(quint32 value);

void setDelay(QDoubleSpinBox &field, std::chrono::milliseconds value);
void setShare(QSpinBox &field, double value);
void setSeed(QSpinBox &field, quint32 value);

/// Takes the delays in either order.
void readDelays(const QDoubleSpinBox &one, const QDoubleSpinBox &other, FaultSettings &faults);
[[nodiscard]] double shareIn(const QSpinBox &field);
[[nodiscard]] quint32 seedIn(const QSpinBox &field);
