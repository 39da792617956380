#pragma once

#include "app/drawing/canceltoken.h"
#include "app/sets/manifest.h"

#include <QImage>
#include <QSize>
#include <QString>

/// What stands on disk for a flag of a set.
struct InspectedFlag
{
    bool isIntact
        = false; ///< the file is exactly what the manifest says, and so is all that was made from it
    QByteArray original; ///< its picture, if that is what the manifest says and on disk; else empty
    QImage thumbnail; ///< of what is there, even if it is another picture; null if none is wanted
};

/// A free function of values for the pool: blocks on the disk.
[[nodiscard]] InspectedFlag inspectFlag(
    const QString &folder, const SetFlag &flag, const QSize &thumbnailSize, const CancelToken &cancel = {});
