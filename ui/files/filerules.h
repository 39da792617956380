#pragma once

#include "app/images/conversion.h"
#include "app/storage/conflictpolicy.h"
#include "app/storage/nametemplate.h"

/// What a person decides about the files of a download: how they are named, what becomes of those that are
/// there already, and what is made of each.
struct FileRules
{
    NameTemplate nameTemplate = {};
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
    Conversion conversion = {};

    friend bool operator==(const FileRules &, const FileRules &) = default;
};
