#include "app/storage/storedvalues.h"

#include <QSettings>
#include <QString>
#include <QVariant>

using namespace Qt::StringLiterals;

std::optional<int> storedNumber(const QSettings &settings, QAnyStringView key, int least, int most)
{
    bool ok = false;
    const int number = settings.value(key).toInt(&ok);
    return ok && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<bool> storedSwitch(const QSettings &settings, QAnyStringView key)
{
    const QString word = settings.value(key).toString();
    if (word == "true"_L1)
        return true;
    return word == "false"_L1 ? std::optional(false) : std::nullopt;
}
