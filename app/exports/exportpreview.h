#pragma once

#include "app/exports/exportrequest.h"

#include <QImage>
#include <QMetaType>
#include <QSize>

/// How the beginning of a result will look.
struct ExportPreview
{
    QImage image = {}; ///< of a contact sheet's first page, or of a sprite; fits the box
    QString text = {}; ///< of data: the first lines
    bool replaces = false; ///< something has the result's name already
    std::optional<Failure> refusal = {}; ///< why it cannot get that name
};

/// From the same code that makes the result. Empty if `control` ended it. A free function of values for the
/// pool.
[[nodiscard]] ExportPreview previewOf(
    const ExportRequest &request, const QSize &box, const ExportControl &control);

Q_DECLARE_METATYPE(ExportPreview)
