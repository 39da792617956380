#pragma once

#include "app/storage/conflictpolicy.h"
#include "app/storage/nametemplate.h"

#include <QString>

struct SaveOptions
{
    QString folder; ///< made if it is not there; empty where nothing is to be written
    NameTemplate nameTemplate = {};
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
};
