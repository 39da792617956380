#pragma once

#include "app/drawing/picture.h"
#include "app/saving/saveflag.h"

#include <QImage>
#include <QSize>
#include <QString>

/// A flag that was checked and not written.
struct CheckedFlag
{
    Picture picture;
    QString name;
    QImage thumbnail; ///< null if none was requested
    bool isNameReplaced = false; ///< by the catalogue's: the source's is blank, or that of another country
};

/// The size of drawings that are not shown: enough to find out whether a picture shows anything, and whether
/// two look the same.
inline constexpr QSize smallDrawing(128, 128);

/// Checks the picture, reads the name and renders the thumbnail. Call it in a thread pool.
[[nodiscard]] Result<CheckedFlag> checkFlag(const SaveRequest &request);

/// A SaveTask that only checks the flag. The state Fetched means that the flag could be saved. The path is
/// empty.
[[nodiscard]] SavedFlag checkWithoutSaving(const SaveRequest &request);
