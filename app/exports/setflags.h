#pragma once

#include "app/countries/catalogue.h"
#include "app/exports/exportflag.h"
#include "app/failures/result.h"

#include <QStringList>

#include <stop_token>

/// Which flags of a set to export, and in which language.
struct SetChoice
{
    QString folder;
    QStringList codes = {}; ///< alpha-2, upper case; empty: all
    QString language = QStringLiteral("en"); ///< of names and their order, BCP 47
};

/// The flags in a folder.
struct SetFlags
{
    QList<ExportFlag> flags; ///< sorted by name; files of one country are adjacent
    QString damage; ///< why the manifest cannot be used, see LoadedSet; else empty
};

/// The flags of the set's manifest, or without a manifest the flags that the file names indicate. Fails with
/// NoSet if the folder has no flags, or with Cancelled soon after `stop` is requested. Blocks on the disk:
/// call it on the pool.
[[nodiscard]] Result<SetFlags> flagsOfSet(const SetChoice &choice, const std::stop_token &stop = {});

/// For each country the best file for drawing: an SVG, else the largest file.
[[nodiscard]] QList<ExportFlag> onePerCountry(const QList<ExportFlag> &flags);
