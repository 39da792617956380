#pragma once

#include "app/storage/conflictpolicy.h"
#include "app/storage/nametemplate.h"

/// What a person decides about the files of a download: how they are named, and what becomes of those that
/// are there already.
struct FileRules
{
    NameTemplate nameTemplate = {};
    ConflictPolicy conflict = ConflictPolicy::Overwrite;

    friend bool operator==(const FileRules &, const FileRules &) = default;
};
