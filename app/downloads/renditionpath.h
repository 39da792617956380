#pragma once

#include "app/images/rendition.h"
#include "app/storage/nametemplate.h"

#include <QString>

/// The path of what is made of a flag's picture, below the folder: that of the original with the width behind
/// it, "DE-Germany-320.png", unless the template itself names widths.
[[nodiscard]] QString renditionPath(
    const NameTemplate &name, const NameParts &original, const RenditionSpec &rendition);
