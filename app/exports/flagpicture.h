#pragma once

#include "app/images/picture.h"

#include <QString>

#include <variant>

/// The picture in a file of a set, checked and ready to be drawn. Only plain files of bearable size are read.
/// Blocks on the disk: for the pool.
[[nodiscard]] std::variant<Picture, Failure> readFlagPicture(const QString &path);
