#pragma once

#include "app/builtin/builtinservers.h"
#include "app/transfer/transfersettings.h"
#include "ui/look/colourscheme.h"

#include <QString>

#include <chrono>
#include <optional>

/// What the dialog Preferences sets and no other part of the window stores. A value; its members have the
/// defaults. See docs/WINDOW.md for the keys of all settings.
struct Preferences
{
    QString language; ///< tag of interfaceLanguages(); empty: that of the system
    QString startFolder; ///< absolute path; empty: the folder used last
    bool asksBeforeQuitting = true; ///< while a batch runs
    bool notifiesOfBatchEnd = true;
    std::optional<int> mostAtOnce; ///< requests, for a source without a number chosen by the user
    std::chrono::milliseconds deadline = TransferSettings().deadline; ///< of one request
    ProxyChoice proxyChoice = ProxyChoice::System;
    QString proxy; ///< address without a password, for ProxyChoice::Given
    ColourScheme colours = ColourScheme::System;
    bool reducesMotion = false;
    FaultSettings slow = BuiltinServers::Settings().slow;
    FaultSettings faulty = BuiltinServers::Settings().faulty;
    std::chrono::milliseconds blockedLoop = BuiltinServers::Settings().blockedLoop;

    static constexpr std::chrono::seconds longestDeadline{24 * 60 * 60}; // as for --timeout

    friend bool operator==(const Preferences &, const Preferences &) = default;

    /// Reads the settings of the application. A missing or invalid value becomes the default.
    [[nodiscard]] static Preferences load();
    /// Stores what differs from the defaults, and removes the other keys. Blocks on the disk.
    void store() const;
};

/// Why the text cannot be the address of a proxy, for people; empty if it can. The settings store no
/// passwords, because everybody who can read the file could read them.
[[nodiscard]] QString proxyProblem(const QString &address);
