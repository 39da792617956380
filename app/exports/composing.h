#pragma once

#include "app/drawing/canceltoken.h"
#include "app/exports/exportflag.h"
#include "app/failures/result.h"
#include "app/images/renderrequest.h"

/// Progress and cancellation of an export.
struct ExportControl
{
    AdvanceExport advance;
    CancelToken cancel = {}; ///< also interrupts the drawing of a picture
};

/// A contact sheet or sprite, and the flags that it lacks.
struct Composed
{
    StartedAnswer started;
    FinishedAnswer result;
    QList<LeftOutFlag> leftOut;
    QList<ExportFlag> drawn; ///< the other flags, in their order
};

/// The content of a flag's file. Fails with TooLarge, NotFound, ReadFailed or, if it is empty, Truncated.
[[nodiscard]] Result<QByteArray> readPicture(const QString &path);

/// What happens to the place of a flag that is left out.
enum class LeftOutPlace {
    Empty, ///< it stays empty
    Closed, ///< the next flag takes it
};

/// Draws the composition that `request` begins in flagfetch-render, from the pictures of the flags, which are
/// read one after another. If a picture crashes the process or takes too long, it is left out and the others
/// are drawn again. Fails with Cancelled or like the request. Blocks: call it on the pool.
[[nodiscard]] Result<Composed> compose(const RenderRequest &request, const QList<ExportFlag> &flags,
    LeftOutPlace place, const ExportControl &control);
