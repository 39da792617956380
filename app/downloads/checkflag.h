#pragma once

#include "app/downloads/saveflag.h"
#include "app/drawing/picture.h"

#include <variant>

/// What an order's two answers come to before anything is written.
struct CheckedFlag
{
    Picture picture;
    QString name;
    QImage thumbnail; ///< null if none is wanted
};

/// Checks the picture, reads the name and draws the thumbnail. For the pool.
[[nodiscard]] std::variant<CheckedFlag, Failure> checkFlag(const SaveRequest &request);

/// A SaveTask that does no more than that: Saved means that the flag could be saved, without a path.
[[nodiscard]] SavedFlag onlyLookAtFlag(const SaveRequest &request);
