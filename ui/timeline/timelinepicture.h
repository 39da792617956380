#pragma once

#include "app/timeline/timeline.h"
#include "ui/desktop/fileexport.h"

#include <QByteArray>
#include <QFont>
#include <QHash>
#include <QPalette>
#include <QString>

/// A picture of a whole run: its title, all of its requests, and the legend. A value that a thread of a pool
/// can draw.
struct TimelinePicture
{
    Timeline timeline;
    SteadyTime now; ///< for what has not ended
    QString title;
    QHash<QString, QString> names; ///< of the countries, by code
    QPalette palette;
    QFont font;
    int width = 1200; ///< device-independent pixels; the height follows from the requests
    bool isMirrored = false;
};

/// Device-independent pixels.
[[nodiscard]] QSize sizeOf(const TimelinePicture &picture);

/// PNG with two pixels for each device-independent one, or with one if the picture would be too large.
/// Nothing if it is too large even so.
[[nodiscard]] FileContent pngOf(const TimelinePicture &picture);

[[nodiscard]] QByteArray svgOf(const TimelinePicture &picture);
