#pragma once

#include "app/countries/catalogue.h"
#include "app/exports/exportflag.h"

#include <QStringList>

#include <variant>

/// Which flags of a set are exported, and in whose language.
struct SetChoice
{
    QString folder;
    QStringList codes = {}; ///< alpha-2, upper case; empty: all
    QString language = QStringLiteral("en"); ///< of names and their order, BCP 47
};

/// The flags that are in the folder: as its manifest has them, or where it has none, as far as the files
/// themselves tell. In the order of their names, the files of one country side by side. Fails with NoSet for
/// a folder without flags. Blocks on the disk: for the pool.
[[nodiscard]] std::variant<QList<ExportFlag>, Failure> flagsOfSet(const SetChoice &choice);

/// Of each country the file that is drawn best: an SVG, or else the largest.
[[nodiscard]] QList<ExportFlag> onePerCountry(const QList<ExportFlag> &flags);
