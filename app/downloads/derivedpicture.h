#pragma once

#include "app/images/rendition.h"

#include <QByteArray>
#include <QMetaType>
#include <QSize>
#include <QString>

/// A file on disk that was made from a flag's picture.
struct DerivedPicture
{
    QString path;
    RenditionSpec spec;
    Crop crop = Crop::None;
    QSize size; ///< in pixels; narrower than ordered where a raster had no more
    qint64 bytes = 0;
    QByteArray sha256; ///< raw
    bool wasKept = false; ///< a file of that name was there and was to be kept

    [[nodiscard]] bool isSmallerThanRequested() const { return size.width() < spec.width; }
};

Q_DECLARE_METATYPE(DerivedPicture)
