#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

#include <optional>
#include <tl/expected.hpp>

/// The part of a picture that a rendition shows.
enum class Crop {
    None,
    Square, ///< the centre
    Circle, ///< the circle in the centre, with transparent corners
};

/// The word for the command line, the settings and manifests: "square", "circle", or empty for None.
[[nodiscard]] QString cropWord(Crop crop);
[[nodiscard]] std::optional<Crop> cropFromWord(const QString &word);

enum class RenditionFormat {
    Png,
    WebP, ///< lossless
};

/// The file name suffix without a dot; also the format's word in manifests.
[[nodiscard]] QString suffixOf(RenditionFormat format);
[[nodiscard]] std::optional<RenditionFormat> renditionFormatFromSuffix(const QString &suffix);

/// A file to convert a picture to.
struct RenditionSpec
{
    RenditionFormat format = RenditionFormat::Png;
    int width = 0; ///< pixels, 1 to maximalRenditionWidth

    friend bool operator==(const RenditionSpec &, const RenditionSpec &) = default;
};

inline constexpr int maximalRenditionWidth = 4096;

/// A converted picture. An SVG gets exactly the requested width. A raster is never enlarged, so it may be
/// smaller.
struct Rendition
{
    RenditionSpec spec;
    QSize size; ///< pixels
    QByteArray bytes; ///< content of the file

    [[nodiscard]] bool isSmallerThanRequested() const { return size.width() < spec.width; }
};

/// The files that a batch saves for each picture.
struct Conversion
{
    QList<RenditionSpec> renditions; ///< without duplicates
    Crop crop = Crop::None; ///< of the renditions, never of the original
    bool keepsOriginal = true;

    friend bool operator==(const Conversion &, const Conversion &) = default;
};

/// Why a text is not a list of widths.
struct BadWidths
{
    QString reason; ///< text for the user
};

/// Parses widths in pixels, with or without spaces: "80,160,320". The result is sorted, has no duplicates and
/// is not empty.
[[nodiscard]] tl::expected<QList<int>, BadWidths> widthsFromText(const QString &text);

/// The widths of the renditions in a format, as widthsFromText() reads them; empty if there are none.
[[nodiscard]] QString widthsText(const Conversion &conversion, RenditionFormat format);
