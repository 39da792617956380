#pragma once

#include "app/failures/failure.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <functional>
#include <optional>

/// A flag on the disk and what is known about it, as exports need it. What is not known is empty.
struct ExportFlag
{
    QString code; ///< ISO 3166-1 alpha-2, upper case
    QString iso3; ///< alpha-3, upper case
    QString number; ///< of ISO 3166-1, three digits
    QString name; ///< as it is to be shown, in the language of the export
    QString continent;
    QString path; ///< where the picture is read
    QString file; ///< its name in the set, with folders
    QString sha256; ///< as hexadecimal digits
    std::optional<qint64> bytes;
    QString source; ///< as people know it
    QString licence;
};

/// A flag that an export had to do without.
struct LeftOutFlag
{
    QString code;
    QString name;
    Failure failure;
};

/// What became of an export.
struct ExportOutcome
{
    std::optional<Failure> failure; ///< nothing of the result is on the disk then, and what was there stays
    QString path; ///< of the file or folder
    QList<LeftOutFlag> leftOut; ///< whose pictures could not be read
};

/// Told after each of `total` steps; false if the export is to end, with a failure of kind Cancelled.
using AdvanceExport = std::function<bool(int done, int total)>;

Q_DECLARE_METATYPE(ExportOutcome)
