#pragma once

#include "app/exports/composing.h"
#include "app/exports/exportflag.h"
#include "app/exports/sprite.h"
#include "app/images/sheetformat.h"
#include "app/images/sheetoptions.h"

#include <optional>
#include <variant>

struct SheetSpec
{
    SheetOptions options;
    SheetFormat format = SheetFormat::Pdf;
};

enum class DataFormat {
    Csv,
    Json,
};

/// One export, as a plain value.
struct ExportRequest
{
    QList<ExportFlag> flags; ///< in the order in which they are to appear
    std::variant<SheetSpec, SpriteOptions, DataFormat> what;
    QString path; ///< of the file, or of a sprite's folder; what is there is replaced
};

/// By the ending of a file's name, in any case; nothing for every other.
[[nodiscard]] std::optional<SheetFormat> sheetFormatOf(const QString &fileName);
[[nodiscard]] std::optional<DataFormat> dataFormatOf(const QString &fileName);

/// Why the export may not have its place: a file of a set is there, or a folder that is neither empty nor an
/// older sprite, so that replacing it would lose something. Blocks on the disk.
[[nodiscard]] std::optional<Failure> refusalOf(const ExportRequest &request);

/// Makes the export and puts it into its place: the whole result is there at the end, or what was there
/// before. Missing folders are made. Fails as refusalOf() says. A free function of values for the pool; what
/// is thrown becomes a failure of kind Internal.
[[nodiscard]] ExportOutcome perform(const ExportRequest &request, const ExportControl &control) noexcept;
