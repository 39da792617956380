#pragma once

#include "app/failures/failure.h"

/// A stable, untranslated word for a kind, for machines: "not_found", "timeout" ...
[[nodiscard]] QString failureWord(FailureKind kind);
