#pragma once

#include "app/images/renderrequest.h"
#include "app/render/composition.h"

#include <memory>
#include <variant>

/// As a PDF it has pages of the paper's size, on which flags that are SVG stay vectors. As a PNG it is one
/// page for all, as wide as its columns and as long as its rows, with 150 dots per inch, or fewer where it
/// would become too large for programs that show pictures; the paper does not matter. Fails with TooLarge.
[[nodiscard]] std::variant<std::unique_ptr<Composition>, Failure> beginContactSheet(
    const SheetRequest &request);
