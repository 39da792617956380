#pragma once

#include "app/failures/failure.h"

#include <QString>

/// A source that cannot be asked here.
struct SourceRefusal
{
    QString title;
    Failure failure;

    /// For people.
    [[nodiscard]] QString text() const;

    friend bool operator==(const SourceRefusal &, const SourceRefusal &) = default;
};
