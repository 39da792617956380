#pragma once

#include "app/storage/descriptor.h"

#include <QByteArray>

#include <variant>

/// Why an open file has no content to give; at most one of these.
struct RegularFileProblem
{
    int error = 0; ///< errno
    bool isOtherKind = false; ///< a folder, a pipe, a device
    bool isTooLarge = false;
};

/// The whole content of an open file, which must be a regular one of at most `maximalBytes`. To be opened
/// with O_NONBLOCK: otherwise opening a pipe alone would wait.
[[nodiscard]] std::variant<QByteArray, RegularFileProblem> contentOf(
    const Descriptor &file, qint64 maximalBytes);
