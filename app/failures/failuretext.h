#pragma once

#include "app/failures/failure.h"

/// Two short sentences for people: what happened to whose flag, and what to do about it.
/// `country` is the name to show; empty for failures that concern the whole batch.
[[nodiscard]] QString failureText(const Failure &failure, const QString &country);

/// A stable, untranslated word for a kind, for machines: "not_found", "timeout" ...
[[nodiscard]] QString failureWord(FailureKind kind);
