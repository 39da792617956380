#pragma once

#include "app/downloads/saveflag.h"
#include "app/images/picture.h"
#include "app/images/rendition.h"
#include "app/storage/nametemplate.h"

#include <QList>

#include <variant>

/// A picture made of a flag's.
struct FlagRendition
{
    DerivedFile entry; ///< what a set will say of it; under the name that is wanted
    Rendition rendition;
};

/// What the order wants made of the picture: of a flag that a set knows each as the set has it, else as the
/// conversion says, under the name of the original with the width behind it, or where the template has
/// {width}. Fails unless all could be made, and for a Restore unless each is what it was. For the pool.
[[nodiscard]] std::variant<QList<FlagRendition>, Failure> renditionsFor(
    const SaveOrder &order, Picture &picture, const NameParts &original);
