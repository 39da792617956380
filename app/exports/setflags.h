#pragma once

#include "app/countries/catalogue.h"
#include "app/exports/exportflag.h"

#include <QStringList>

#include <stop_token>
#include <variant>

/// Which flags of a set are exported, and in whose language.
struct SetChoice
{
    QString folder;
    QStringList codes = {}; ///< alpha-2, upper case; empty: all
    QString language = QStringLiteral("en"); ///< of names and their order, BCP 47
};

/// The flags that are in a folder.
struct SetFlags
{
    QList<ExportFlag> flags; ///< in the order of their names, the files of one country side by side
    QString damage; ///< why the manifest could not be used, see LoadedSet; else empty
};

/// As the set's manifest has them, or where there is none, as far as the files themselves tell. Fails with
/// NoSet for a folder without flags. Fails with Cancelled soon after `stop` asks for it. Blocks on the disk:
/// for the pool.
[[nodiscard]] std::variant<SetFlags, Failure> flagsOfSet(
    const SetChoice &choice, const std::stop_token &stop = {});

/// Of each country the file that is drawn best: an SVG, or else the largest.
[[nodiscard]] QList<ExportFlag> onePerCountry(const QList<ExportFlag> &flags);
