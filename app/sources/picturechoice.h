#pragma once

#include "app/sources/source.h"

#include <QString>

#include <optional>
#include <tl/expected.hpp>

/// The format and width that the user chose. For values that are not set, the source's default applies.
struct PictureChoice
{
    QString format = {};
    std::optional<int> width = {};

    friend bool operator==(const PictureChoice &, const PictureChoice &) = default;
};

/// Returns the source with its first picture that matches the choice. Code that uses the source need not know
/// about the choice. If no picture matches, returns a sentence for people that names the source and its
/// pictures.
[[nodiscard]] tl::expected<Source, QString> withPicture(const Source &source, const PictureChoice &choice);

/// Returns the available pictures, for people: "png, webp (20, 40, 80 pixels wide), svg". Empty if the source
/// does not specify them.
[[nodiscard]] QString pictureText(const Source &source);
