#pragma once

#include "app/downloads/derivedpicture.h"
#include "app/downloads/flagfiles.h"
#include "app/downloads/saveflag.h"
#include "app/images/picture.h"
#include "app/storage/nametemplate.h"

#include <QList>

#include <variant>

/// Makes what the order wants of the picture and saves each file atomically, under the name of the original
/// with the width behind it, or where the template has {width}. Nothing is written unless all could be made,
/// and for a Restore unless each is what it was. For the pool: blocks on the disk.
[[nodiscard]] std::variant<QList<DerivedPicture>, Failure> saveRenditions(
    const SaveOrder &order, Picture &picture, const NameParts &original, FlagFiles &files);
