#pragma once

#include "app/failures/failure.h"

#include <QSize>

#include <optional>

/// A decoded picture of 4096 x 4096; sets that people use have at most 2560 pixels of width.
inline constexpr int maximalPictureMebibytes = 64;

/// TooLarge for a raster that would need more than that.
[[nodiscard]] inline std::optional<Failure> refusalOfSize(const QSize &size)
{
    if (qint64(size.width()) * size.height() * 4 <= qint64(maximalPictureMebibytes) << 20)
        return std::nullopt;
    return Failure{FailureKind::TooLarge, 0, QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())};
}
