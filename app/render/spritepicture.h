#pragma once

#include "app/images/renderrequest.h"
#include "app/render/composition.h"

#include <memory>
#include <variant>

/// All pictures in a grid of cells. Fails with TooLarge where the whole would be larger than programs take.
[[nodiscard]] std::variant<std::unique_ptr<Composition>, Failure> beginSprite(const SpriteRequest &request);
