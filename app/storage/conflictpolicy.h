#pragma once

#include <QString>

#include <optional>

/// What happens when a file of that name is there already.
enum class ConflictPolicy {
    Overwrite,
    Skip,
    Rename, ///< the new file gets a number behind its name
};

/// The policy as the command line and files call it: "overwrite", "skip" or "rename".
[[nodiscard]] QString conflictWord(ConflictPolicy policy);

/// Nothing if no policy is called so.
[[nodiscard]] std::optional<ConflictPolicy> conflictPolicyCalled(const QString &word);
