#pragma once

#include "app/failures/failure.h"

/// Two short sentences for people: what happened to whose flag, and what to do about it.
/// `country` is the name to show; empty for failures that concern the whole batch.
[[nodiscard]] QString failureText(const Failure &failure, const QString &country);

/// What happened alone, beginning in the middle of a sentence and without its full stop.
[[nodiscard]] QString failureCause(const Failure &failure);
