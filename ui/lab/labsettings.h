#pragma once

#include "app/builtin/faultsimulation.h"

#include <QList>
#include <QString>

/// What the user has chosen in LabWindow. A value; its members have the defaults.
struct LabSettings
{
    QString sourceId = QStringLiteral("builtin-slow");
    QList<int> limits; ///< ascending; empty: what the user has written cannot be read
    int flags = 20;
    bool usesTicked = false; ///< the ticked countries instead of `flags`
    // Of the slow built-in source.
    int delay = 200; ///< average, in milliseconds
    int jitter = 100; ///< the most that a delay differs from the average, in milliseconds
    int errors = 0; ///< share of the requests that fail, in per cent
    int capacity = 10; ///< see FaultSettings
    int seed = 1;

    /// With the default limits.
    LabSettings();

    [[nodiscard]] FaultSettings faults() const;

    friend bool operator==(const LabSettings &, const LabSettings &) = default;

    /// Reads the settings of the application. A missing or invalid value becomes the default.
    [[nodiscard]] static LabSettings load();
    void store() const;

    // The ranges of the numbers.
    static constexpr int longestDelay = 5000;
    static constexpr int largestSeed = 999'999;
};
