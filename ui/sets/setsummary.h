#pragma once

#include "app/failures/failure.h"

#include <QString>

#include <optional>
#include <stop_token>

/// What the window needs to know of the set in the folder that it saves to.
struct SetSummary
{
    /// A batch that did not come to its end.
    struct Rest
    {
        int missing = 0; ///< flags
        int total = 0;
    };

    QString folder = {};
    int flags = 0; ///< none: there is no set
    std::optional<Rest> rest = {};
    bool isNewer = false; ///< written by a later version of the program
    QString damage = {}; ///< why its manifest cannot be understood; else empty
    std::optional<Failure> failure = {}; ///< why the set could not be read, such as a damaged journal

    [[nodiscard]] bool isSet() const { return flags > 0; }
    /// Why the set cannot be written to, or how it differs from what was saved; empty if all is well.
    [[nodiscard]] QString problem() const;
    /// What an interrupted batch has left to do: "12 of 40 flags are still missing here."; empty if nothing.
    [[nodiscard]] QString restText() const;
};

/// For the pool: blocks on the disk.
[[nodiscard]] SetSummary readSetSummary(const QString &folder, const std::stop_token &stop = {});
