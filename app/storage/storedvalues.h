// Values of the settings file, which people edit and other versions of the program write. A missing or
// invalid value is nothing, so that the caller uses its default.
#pragma once

#include <QAnyStringView>

#include <optional>

class QSettings;

/// A whole number from `least` to `most`.
[[nodiscard]] std::optional<int> storedNumber(
    const QSettings &settings, QAnyStringView key, int least, int most);

/// The word `true` or `false`. QVariant::toBool() takes almost every other word for true.
[[nodiscard]] std::optional<bool> storedSwitch(const QSettings &settings, QAnyStringView key);
