#pragma once

#include "app/sources/source.h"

#include <optional>
#include <variant>

/// Which of a source's pictures a person wants; what is not set is left to the source.
struct PictureChoice
{
    QString format = {};
    std::optional<int> width = {};

    friend bool operator==(const PictureChoice &, const PictureChoice &) = default;
};

/// The source with the pictures that were chosen: everything else that asks it needs to know nothing of the
/// choice. The first of its pictures that fits is taken. Where none fits, one sentence for people that names
/// the source and what it has.
[[nodiscard]] std::variant<Source, QString> withPicture(const Source &source, const PictureChoice &choice);

/// What there is to choose from, for people: "png, webp (20, 40, 80 pixels wide), svg"; empty where a source
/// does not say what it has.
[[nodiscard]] QString pictureText(const Source &source);
