#pragma once

#include "app/drawing/picture.h"
#include "app/failures/failure.h"
#include "app/saving/saveflag.h"

#include <QByteArray>

#include <optional>

/// Call it before an update replaces the picture of the request's known flag. Draws the new picture and, for
/// the first one of an operation, those of the set. Fails like OpenSet::claimReplacement(), with Cancelled,
/// or like Picture::fittedInto(). Without flagfetch-render, only the bytes of the pictures are compared.
[[nodiscard]] std::optional<Failure> claimReplacement(
    const SaveRequest &request, const Picture &picture, const QByteArray &sha256);
