#pragma once

#include "app/downloads/saveflag.h"
#include "app/drawing/picture.h"
#include "app/images/rendition.h"
#include "app/storage/nametemplate.h"

#include <QList>

#include <optional>
#include <variant>

/// A picture made of a flag's.
struct FlagRendition
{
    DerivedFile entry; ///< what a set will say of it; under the name that is wanted
    Rendition rendition; ///< without its bytes, where there are too many of them
};

struct FlagRenditions
{
    QList<FlagRendition> made;
    QList<DerivedFile> inPlace; ///< of a Restore: those that are on disk as they were
    /// Of a Restore: why others are not among them, that came out otherwise than they were.
    std::optional<Failure> shortfall;
};

/// What the order wants made of the picture: of a flag that a set knows each as the set has it, else as the
/// conversion says. Fails if one could not be made. For the pool: a Restore looks at the disk.
[[nodiscard]] std::variant<FlagRenditions, Failure> renditionsFor(
    const SaveRequest &request, const Picture &picture, const NameParts &original);

/// Of the file; drawn again where they were not kept. Fails as Picture::drawRenditions().
[[nodiscard]] std::variant<QByteArray, Failure> bytesOf(
    const FlagRendition &rendition, const Picture &picture);
