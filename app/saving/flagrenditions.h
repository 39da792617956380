#pragma once

#include "app/drawing/picture.h"
#include "app/images/rendition.h"
#include "app/saving/saveflag.h"
#include "app/sets/manifest.h"
#include "app/storage/nametemplate.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

/// A conversion as in a manifest: {"png": [320], "webp": [], "crop": "square", "original": false}; empty if
/// nothing is made of the pictures.
[[nodiscard]] QJsonObject conversionToJson(const Conversion &conversion);
/// Ignores what this version does not know.
[[nodiscard]] Conversion conversionFromJson(const QJsonObject &object);

/// The specification of a file; nothing if this version of the program cannot make such pictures.
[[nodiscard]] std::optional<RenditionSpec> renditionSpecOf(const DerivedFile &derived);

/// The path of a rendition below the folder: the path of the original with the width appended,
/// "DE-Germany-320.png", unless the template itself has the width.
[[nodiscard]] QString renditionPath(
    const NameTemplate &name, const NameParts &original, const RenditionSpec &rendition);

/// A picture that was made from a flag's picture.
struct FlagRendition
{
    DerivedFile entry; ///< for the set, with the requested name
    Rendition rendition; ///< without its bytes if all of them would need too much memory
};

struct FlagRenditions
{
    QList<FlagRendition> made;
    QList<DerivedFile> inPlace; ///< for a Restore: those that are intact on disk
    /// For a Restore: why renditions are missing: they differ from those of the set.
    std::optional<Failure> shortfall;
};

/// Makes the renditions of a request: those of the set for a known flag, otherwise those of the conversion.
/// Fails if one cannot be made. For the thread pool: a Restore reads the disk.
[[nodiscard]] std::variant<FlagRenditions, Failure> renditionsFor(
    const SaveRequest &request, const Picture &picture, const NameParts &original);

/// The bytes of the file, rendered again if they were not kept. Fails like Picture::drawRenditions().
[[nodiscard]] std::variant<QByteArray, Failure> bytesOf(
    const FlagRendition &rendition, const Picture &picture);
