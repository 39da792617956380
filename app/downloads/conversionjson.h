#pragma once

#include "app/images/rendition.h"
#include "app/sets/manifest.h"

#include <QJsonObject>

#include <optional>

/// A conversion as a manifest has it: {"png": [320], "webp": [], "crop": "square", "original": false}; empty
/// where nothing is made of the pictures.
[[nodiscard]] QJsonObject conversionToJson(const Conversion &conversion);
/// What cannot be understood is left out.
[[nodiscard]] Conversion conversionFromJson(const QJsonObject &object);

/// As it was ordered; nothing if this version of the program cannot make such pictures.
[[nodiscard]] std::optional<RenditionSpec> renditionSpecOf(const DerivedFile &derived);
