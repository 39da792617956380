#pragma once

#include "app/storage/uniquefd.h"

#include <QByteArray>

#include <variant>

/// Why an open file cannot be read; exactly one of these is set.
struct RegularFileProblem
{
    int error = 0; ///< errno
    bool isOtherKind = false; ///< a folder, a pipe, a device
    bool isTooLarge = false;
};

/// The whole content of an open file, which must be a regular file of at most `maximalBytes`. The caller
/// opens it with O_NONBLOCK, because open() itself blocks on a pipe.
[[nodiscard]] std::variant<QByteArray, RegularFileProblem> contentOf(
    const UniqueFd &file, qint64 maximalBytes);
