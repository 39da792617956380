#pragma once

#include "app/sources/picturechoice.h"

#include <QHash>
#include <QStringList>

/// What a person wants of one source, besides its flags.
struct SourceChoice
{
    PictureChoice picture;
    QStringList fallbacks; ///< ids of the sources that are asked for what it lacks, in their order

    friend bool operator==(const SourceChoice &, const SourceChoice &) = default;
};

/// By the source's id. What is not there is left to the source, and no other is asked.
using SourceChoices = QHash<QString, SourceChoice>;
