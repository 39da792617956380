#pragma once

#include "app/drawing/picture.h"
#include "app/failures/result.h"
#include "app/images/rendition.h"
#include "app/saving/saveflag.h"
#include "app/sets/manifest.h"
#include "app/storage/nametemplate.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

/// Converts a conversion to the JSON of a manifest: {"png": [320], "webp": [], "crop": "square",
/// "original": false}. Empty if no renditions are requested.
[[nodiscard]] QJsonObject conversionToJson(const Conversion &conversion);
/// Reads the JSON of a manifest. Ignores values that this version does not support.
[[nodiscard]] Conversion conversionFromJson(const QJsonObject &object);

/// Returns the specification of a file. Empty if this version of the program cannot make such pictures.
[[nodiscard]] std::optional<RenditionSpec> renditionSpecOf(const DerivedFile &derived);

/// Returns the path of a rendition below the folder. It is the path of the original with the width appended,
/// "DE-Germany-320.png", unless the template itself contains the width.
[[nodiscard]] QString renditionPath(
    const NameTemplate &name, const NameParts &original, const RenditionSpec &rendition);

/// A picture that was made from a flag's picture.
struct FlagRendition
{
    DerivedFile entry; ///< for the set, with the requested name
    Rendition rendition; ///< without bytes if all would need too much memory
};

struct FlagRenditions
{
    QList<FlagRendition> made;
    QList<DerivedFile> inPlace; ///< for a Restore: the files that are intact on disk
    /// For a Restore: why some renditions are not in `made`: they differ from those of the set.
    std::optional<Failure> shortfall;
};

/// Makes the renditions of a request: those of the set for a known flag, otherwise those of the conversion.
/// Fails if one cannot be made. A Restore blocks on the disk: call it in a thread pool.
[[nodiscard]] Result<FlagRenditions> renditionsFor(
    const SaveRequest &request, const Picture &picture, const NameParts &original);

/// Returns the bytes of the file. Renders them again if they were not kept in memory. Returns the failures of
/// Picture::drawRenditions().
[[nodiscard]] Result<QByteArray> bytesOf(const FlagRendition &rendition, const Picture &picture);
