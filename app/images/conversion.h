#pragma once

#include "app/images/rendition.h"

#include <QList>

/// What is made of each picture of a batch.
struct Conversion
{
    QList<RenditionSpec> renditions; ///< each once
    Crop crop = Crop::None; ///< of them, never of the original
    bool keepsOriginal = true;

    friend bool operator==(const Conversion &, const Conversion &) = default;
};
