#pragma once

#include "app/failures/failure.h"

#include <QString>

/// Why a source did not give a country's flag: what it answered, or why it was not asked any more.
struct SourceAnswer
{
    QString sourceId;
    QString sourceTitle;
    Failure failure;

    friend bool operator==(const SourceAnswer &, const SourceAnswer &) = default;
};
