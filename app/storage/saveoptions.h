#pragma once

#include "app/storage/nametemplate.h"

#include <QString>

/// What happens when a file of that name is there already.
enum class ConflictPolicy {
    Overwrite,
    Skip,
    Rename, ///< the new file gets a number behind its name
};

struct SaveOptions
{
    QString folder; ///< made if it is not there; empty where nothing is to be written
    NameTemplate nameTemplate = {};
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
};
