#pragma once

#include "app/exports/composing.h"
#include "app/exports/contactsheet.h"
#include "app/exports/exportflag.h"
#include "app/exports/sprite.h"

#include <optional>
#include <variant>

/// One export. A value.
struct ExportRequest
{
    QList<ExportFlag> flags; ///< in the order of the result
    std::variant<SheetSpec, SpriteOptions, DataFormat> what;
    QString path; ///< of the file, or of a sprite's folder; existing results are replaced
};

/// Why the export cannot be written to its path: the path is a file of a set, or a folder that is neither
/// empty nor a sprite. Blocks on the disk.
[[nodiscard]] std::optional<Failure> refusalOf(const ExportRequest &request);

/// Creates the export and writes it. At the end the complete result exists, or the previous state is
/// unchanged. Creates missing folders. Fails like refusalOf(). Exceptions become failures of kind Internal.
/// Call it on the pool.
[[nodiscard]] ExportOutcome perform(const ExportRequest &request, const ExportControl &control) noexcept;
