#include "ui/lab/labsettings.h"

#include "app/measuring/limitlist.h"
#include "app/storage/storedvalues.h"
#include "app/transfer/transfersettings.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFlags = 1000; // more than there are countries; the form knows their number

/// Replaces `value` by the stored number, if that is in the range.
void readNumber(const QSettings &settings, QLatin1StringView key, int most, int &value, int least = 0)
{
    value = storedNumber(settings, key, least, most).value_or(value);
}

} // namespace

LabSettings::LabSettings()
    : limits(defaultLimits())
{
}

FaultSettings LabSettings::faults() const
{
    return {.shortestDelay = std::chrono::milliseconds(std::max(delay - jitter, 0)),
        .longestDelay = std::chrono::milliseconds(delay + jitter),
        .errorRate = errors / 100.0,
        .errorDelay = std::chrono::milliseconds(delay),
        .seed = static_cast<quint32>(seed),
        .capacity = capacity};
}

LabSettings LabSettings::load()
{
    const QSettings settings;
    LabSettings loaded;
    loaded.sourceId = settings.value("lab/source"_L1, loaded.sourceId).toString();
    if (const auto limits = readLimits(settings.value("lab/limits"_L1).toString()))
        loaded.limits = *limits;
    loaded.usesTicked = storedSwitch(settings, "lab/ticked"_L1).value_or(loaded.usesTicked);
    readNumber(settings, "lab/flags"_L1, mostFlags, loaded.flags, 1);
    readNumber(settings, "lab/delay"_L1, longestDelay, loaded.delay);
    readNumber(settings, "lab/jitter"_L1, longestDelay, loaded.jitter);
    readNumber(settings, "lab/errors"_L1, 100, loaded.errors);
    readNumber(settings, "lab/capacity"_L1, TransferSettings::maximalLimit, loaded.capacity);
    readNumber(settings, "lab/seed"_L1, largestSeed, loaded.seed);
    return loaded;
}

void LabSettings::store() const
{
    QSettings settings;
    settings.setValue("lab/source"_L1, sourceId);
    if (!limits.isEmpty())
        settings.setValue("lab/limits"_L1, limitsText(limits));
    settings.setValue("lab/ticked"_L1, usesTicked);
    settings.setValue("lab/flags"_L1, flags);
    settings.setValue("lab/delay"_L1, delay);
    settings.setValue("lab/jitter"_L1, jitter);
    settings.setValue("lab/errors"_L1, errors);
    settings.setValue("lab/capacity"_L1, capacity);
    settings.setValue("lab/seed"_L1, seed);
}
