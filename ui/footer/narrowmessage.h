#pragma once

#include <QString>

class FlagModel;

/// Of how many flags the pictures have fewer pixels than was asked for, because none is enlarged; empty if of
/// none.
[[nodiscard]] QString narrowMessage(const FlagModel &model);

/// Which pictures are not of the flag of today; empty if none is.
[[nodiscard]] QString wrongPicturesMessage(const FlagModel &model);
