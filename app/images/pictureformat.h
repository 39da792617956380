#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// The formats that are taken for pictures; everything else is refused.
enum class PictureFormat {
    Gif,
    Png,
    Jpeg,
    WebP,
    Svg,
};

/// What the bytes really are, whatever their name or media type says. Looks at their beginning only.
[[nodiscard]] std::optional<PictureFormat> sniffFormat(const QByteArray &bytes);

/// The file name's ending, without a dot; for rasters also the name of Qt's decoder.
[[nodiscard]] QString endingOf(PictureFormat format);
