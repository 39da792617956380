#pragma once

#include "app/failures/failure.h"

/// The failure for an errno of a file operation.
[[nodiscard]] Failure diskFailure(int error);
