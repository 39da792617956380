#pragma once

#include "app/images/renderrequest.h"

#include <optional>
#include <variant>

/// A picture of many, or a document, while its pictures come one after another.
class Composition
{
public:
    Composition() = default;
    virtual ~Composition() = default;
    Q_DISABLE_COPY_MOVE(Composition)

    /// How many pictures are to be added.
    [[nodiscard]] virtual int pictures() const = 0;

    /// Draws the picture of that number, which is below pictures(); of the numbers, none twice, in their
    /// order. Says why if it cannot be drawn.
    [[nodiscard]] virtual std::optional<Failure> add(const AddRequest &request) = 0;

    /// Once, and last. Fails with DrawingTooLarge.
    [[nodiscard]] virtual std::variant<FinishedAnswer, Failure> finish(const FinishRequest &request) = 0;
};
