#pragma once

#include "ui/details/flagfile.h"

class FlagModel;
class QImage;
class QModelIndex;
class QWidget;

/// What a drag of this cell of a view takes along: its flag or, if the cell is ticked, the flags of all
/// ticked cells of the view, in their order. Cells without a flag on disk are left out.
[[nodiscard]] QList<FlagFile> filesToDrag(const QModelIndex &cell, const FlagModel &model);

/// What another program gets: the files, or the picture of a single flag. The picture is `preview` until the
/// flag is drawn larger in the background; programs read it when the user drops it.
[[nodiscard]] std::unique_ptr<QMimeData> dragDataOf(const QList<FlagFile> &files, const QImage &preview);

/// Lets the user drag flags to another program, which gets copies. Files that no longer exist are left out;
/// does nothing if none is left. `preview` is shown under the mouse.
///
/// Returns when the drag has ended; meanwhile an event loop runs, and `source` may be destroyed.
void dragFlags(QWidget &source, const QList<FlagFile> &files, const QImage &preview);
