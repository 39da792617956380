// Separate from failure.h, because most files that need a failure need no result.
#pragma once

#include "app/failures/failure.h"

#include <tl/expected.hpp>

/// A value, or why there is none. A function that has nothing to return but its failure returns
/// std::optional<Failure>; one whose errors are not failures of a flag returns tl::expected with their type.
template <typename T>
using Result = tl::expected<T, Failure>;

/// Returns an error of any type: `return unexpected(Failure{...});`.
using tl::unexpected;
