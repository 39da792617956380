#pragma once

#include "app/terminal/options.h"

#include <QFlags>
#include <QList>
#include <QString>

/// The program's ways to run, as a set.
enum class UsableIn {
    Window = 1,
    Headless = 2,
    Serve = 4,
    List = 8,
};
Q_DECLARE_FLAGS(UsableInFlags, UsableIn)
Q_DECLARE_OPERATORS_FOR_FLAGS(UsableInFlags)

struct OptionEntry
{
    QString longName;
    QString shortName; ///< empty if there is none
    QString valueName; ///< empty for a switch
    QString description; ///< for the help
    UsableInFlags usableIn;
};

struct OptionGroup
{
    QString title;
    QList<OptionEntry> entries;
};

/// Every option of the program, once. Parser, help and the check of what goes together are all made from this
/// table.
[[nodiscard]] QList<OptionGroup> optionTable();

[[nodiscard]] UsableIn usableIn(Mode mode);
