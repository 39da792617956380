#pragma once

#include "app/builtin/servermanners.h"

#include <QStringView>

/// What an embedded server does with one request.
struct Treatment
{
    std::chrono::milliseconds delay{0}; ///< before the answer
    bool refused = false; ///< answered 418
};

/// `attempt` counts how often the path was asked before. The same arguments give the same treatment in every
/// process.
[[nodiscard]] Treatment treatmentOf(const ServerManners &manners, QStringView path, quint32 attempt);
