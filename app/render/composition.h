#pragma once

#include "app/failures/result.h"
#include "app/images/renderrequest.h"

#include <memory>
#include <optional>

/// A contact sheet or sprite in progress, to which pictures are added one after another. Owned by
/// RenderService.
class Composition
{
public:
    Composition() = default;
    virtual ~Composition() = default;
    Q_DISABLE_COPY_MOVE(Composition)

    /// The pictures to add, and the layout of the result.
    [[nodiscard]] virtual StartedAnswer started() const = 0;

    /// Draws a picture. Numbers must be those of started(), in ascending order and without duplicates.
    /// Returns the failure if it cannot be drawn.
    [[nodiscard]] virtual std::optional<Failure> add(const AddRequest &request) = 0;

    /// Completes the result. Must be the last call. Fails with DrawingTooLarge.
    [[nodiscard]] virtual Result<FinishedAnswer> finish(const FinishRequest &request) = 0;
};

/// A PDF has pages of the paper's size, on which SVG flags stay vectors. A PNG is one page with all flags,
/// as wide as its columns and as long as its rows, with 150 dots per inch or fewer if it would become too
/// large for image viewers; the paper is ignored. Fails with TooLarge.
[[nodiscard]] Result<std::unique_ptr<Composition>> beginContactSheet(const SheetRequest &request);

/// All pictures in a grid of cells. Fails with TooLarge if the result would exceed the limits of common
/// programs.
[[nodiscard]] Result<std::unique_ptr<Composition>> beginSprite(const SpriteRequest &request);
