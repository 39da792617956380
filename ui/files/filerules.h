#pragma once

#include "app/images/conversion.h"
#include "app/storage/conflictpolicy.h"
#include "app/storage/nametemplate.h"

#include <optional>

/// What a person decides about the files of a download: how they are named, what becomes of those that are
/// there already, and what is made of each.
struct FileRules
{
    NameTemplate nameTemplate = {};
    std::optional<ConflictPolicy> conflict = {}; ///< nothing: the person is asked each time
    Conversion conversion = {};

    friend bool operator==(const FileRules &, const FileRules &) = default;
};
