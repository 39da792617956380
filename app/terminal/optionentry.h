#pragma once

#include "app/terminal/mode.h"

#include <QList>
#include <QString>

struct OptionEntry
{
    QString longName;
    QString shortName; ///< empty if there is none
    QString valueName; ///< empty for a switch
    QString description; ///< for the help
    Modes modes; ///< in which it can be used
};

struct OptionGroup
{
    QString title;
    QList<OptionEntry> entries;
};
