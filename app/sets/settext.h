#pragma once

#include <QString>

struct Verification;

/// One sentence: "250 files checked, all as they should be."
[[nodiscard]] QString verificationText(const Verification &verification);

/// That the manifest could not be understood, and is left where it is.
[[nodiscard]] QString unreadableManifestText(const QString &why);

/// "The last batch in this folder was interrupted: 12 of 40 flags are still missing."
[[nodiscard]] QString interruptionText(qsizetype missing, qsizetype total);
