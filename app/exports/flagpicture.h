#pragma once

#include "app/render/decodedpicture.h"

#include <QString>

#include <variant>

/// The picture in a file of a set, checked and ready to be drawn. Only plain files of bearable size are read.
/// Blocks on the disk: for the pool.
[[nodiscard]] std::variant<DecodedPicture, Failure> readFlagPicture(const QString &path);
