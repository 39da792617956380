#pragma once

#include "app/drawing/canceltoken.h"
#include "app/exports/exportflag.h"
#include "app/images/renderrequest.h"

#include <variant>

/// What an export may be told while it is made.
struct ExportControl
{
    AdvanceExport advance;
    CancelToken cancel = {}; ///< ends it in the middle of a picture
};

/// A picture of many, and what it lacks.
struct Composed
{
    FinishedAnswer result;
    QList<LeftOutFlag> leftOut;
    QList<ExportFlag> drawn; ///< the others, in their order
};

enum class LeftOutPlace {
    Empty, ///< each flag has the place of its number
    Closed, ///< the next flag takes it
};

/// Has flagfetch-render make what `request` begins of the flags' pictures, which are read one after another.
/// A picture that ends that process, or that takes too long, is left out, and the others are drawn again.
/// Fails with Cancelled or as the request does. Blocks: for the pool.
[[nodiscard]] std::variant<Composed, Failure> compose(const RenderRequest &request,
    const QList<ExportFlag> &flags, LeftOutPlace place, const ExportControl &control);
