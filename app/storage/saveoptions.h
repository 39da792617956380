#pragma once

#include "app/storage/nametemplate.h"

#include <QString>

#include <optional>

/// What happens if a file with the new file's name exists.
enum class ConflictPolicy {
    Overwrite,
    Skip,
    Rename, ///< the new file gets a number after its name
};

/// Where and under which names flags are saved.
struct SaveOptions
{
    QString folder; ///< created if necessary; empty if nothing is to be written
    NameTemplate nameTemplate = {};
    ConflictPolicy conflict = ConflictPolicy::Overwrite;
};

/// The policy's word on the command line and in files: "overwrite", "skip" or "rename".
[[nodiscard]] QString conflictWord(ConflictPolicy policy);

/// Returns the policy with that word, or nothing.
[[nodiscard]] std::optional<ConflictPolicy> conflictPolicyFromWord(const QString &word);
