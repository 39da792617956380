#include "app/exports/contactsheet.h"

#include "app/exports/exportflag.h"

namespace {

Result<Composed> composeSheet(const QList<ExportFlag> &flags, const SheetOptions &options, SheetFormat format,
    const SheetPage &preview, const ExportControl &control)
{
    SheetRequest request{.options = options,
        .format = format,
        .previewBox = preview.box,
        .previewPage = preview.number,
        .codes = {},
        .names = {},
        .credits = creditsOf(flags)};
    for (const ExportFlag &flag : flags) {
        request.codes.append(flag.code);
        request.names.append(flag.name);
    }
    return compose(request, flags, LeftOutPlace::Empty, control);
}

} // namespace

std::optional<SheetFormat> sheetFormatOf(const QString &fileName)
{
    if (hasSuffix(fileName, QLatin1StringView(".pdf")))
        return SheetFormat::Pdf;
    if (hasSuffix(fileName, QLatin1StringView(".png")))
        return SheetFormat::Png;
    return std::nullopt;
}

Result<ContactSheet> contactSheet(const QList<ExportFlag> &flags, const SheetOptions &options,
    SheetFormat format, const ExportControl &control)
{
    const auto sheet = composeSheet(flags, options, format, {}, control);
    if (!sheet)
        return unexpected(sheet.error());
    return ContactSheet{sheet->result.file, sheet->leftOut};
}

Result<SheetPreview> contactSheetPreview(const QList<ExportFlag> &flags, const SheetOptions &options,
    SheetFormat format, const SheetPage &page, const ExportControl &control)
{
    const auto sheet = composeSheet(flags, options, format, page, control);
    if (!sheet)
        return unexpected(sheet.error());
    const StartedAnswer &started = sheet->started;
    return SheetPreview{sheet->result.preview, started.page, started.pages, started.columns};
}
