#pragma once

#include <QString>

/// What happens when a file of that name is there already.
enum class ConflictPolicy {
    Overwrite,
    Skip,
    Rename, ///< the new file gets a number behind its name
};

struct SaveOptions
{
    QString folder; ///< made if it is not there
    QString nameTemplate
        = QStringLiteral("{CC}-{country}"); ///< of {CC} {cc} {iso3} {country}; the ending is added
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
};
