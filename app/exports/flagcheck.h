#pragma once

#include "app/exports/composing.h"

/// The flags whose pictures an export would have to leave out, and why: the files that cannot be read, and
/// the pictures that are damaged or cannot be drawn. Checks one after another and ends early if `control`
/// cancels it. Blocks: call it on the pool.
[[nodiscard]] QList<LeftOutFlag> undrawableFlags(
    const QList<ExportFlag> &flags, const ExportControl &control);
