#include "app/exports/exportorder.h"

#include "app/exports/contactsheet.h"
#include "app/exports/datafile.h"
#include "app/exports/spritefolder.h"
#include "app/sets/setmembership.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/outputfolder.h"
#include "app/storage/unpublishedfolder.h"

#include <QFileInfo>

#include <exception>

namespace {

ExportOutcome failed(const ExportOrder &order, const Failure &failure)
{
    return {.failure = failure, .path = order.path, .leftOut = {}};
}

ExportOutcome written(const ExportOrder &order, const QByteArray &bytes, const QList<LeftOutFlag> &leftOut)
{
    if (const auto failure = prepareOutputFolder(QFileInfo(order.path).path()))
        return failed(order, *failure);
    const auto file = writeAtomically(order.path, bytes, ConflictPolicy::Overwrite);
    if (const auto *failure = std::get_if<Failure>(&file))
        return failed(order, *failure);
    return {.failure = {}, .path = order.path, .leftOut = leftOut};
}

ExportOutcome make(const ExportOrder &order, const SheetOrder &sheet, const ExportControl &control)
{
    const auto made = contactSheet(order.flags, sheet.options, sheet.format, control);
    if (const auto *failure = std::get_if<Failure>(&made))
        return failed(order, *failure);
    const auto &result = std::get<ContactSheet>(made);
    return written(order, result.bytes, result.leftOut);
}

ExportOutcome make(const ExportOrder &order, const SpriteOptions &options, const ExportControl &control)
{
    const auto made = makeSprite(order.flags, options, control);
    if (const auto *failure = std::get_if<Failure>(&made))
        return failed(order, *failure);
    const auto &sprite = std::get<Sprite>(made);
    UnpublishedFolder folder;
    if (const auto failure = folder.open(order.path))
        return failed(order, *failure);
    for (const ExportFile &file : sprite.files) {
        if (const auto failure = folder.add(file.name, file.bytes))
            return failed(order, *failure);
    }
    if (const auto failure = folder.publish(spriteFileNames()))
        return failed(order, *failure);
    return {.failure = {}, .path = order.path, .leftOut = sprite.leftOut};
}

ExportOutcome make(const ExportOrder &order, DataFormat format, const ExportControl &control)
{
    const QByteArray bytes = format == DataFormat::Csv ? flagsAsCsv(order.flags) : flagsAsJson(order.flags);
    if (!control.advance(int(order.flags.size()), int(order.flags.size())))
        return failed(order, {FailureKind::Cancelled, 0, {}});
    return written(order, bytes, {});
}

bool endsWith(const QString &fileName, QLatin1StringView ending)
{
    return fileName.endsWith(ending, Qt::CaseInsensitive) && QFileInfo(fileName).fileName() != ending;
}

} // namespace

std::optional<SheetFormat> sheetFormatOf(const QString &fileName)
{
    if (endsWith(fileName, QLatin1StringView(".pdf")))
        return SheetFormat::Pdf;
    if (endsWith(fileName, QLatin1StringView(".png")))
        return SheetFormat::Png;
    return std::nullopt;
}

std::optional<DataFormat> dataFormatOf(const QString &fileName)
{
    if (endsWith(fileName, QLatin1StringView(".csv")))
        return DataFormat::Csv;
    if (endsWith(fileName, QLatin1StringView(".json")))
        return DataFormat::Json;
    return std::nullopt;
}

std::optional<Failure> refusalOf(const ExportOrder &order)
{
    if (std::holds_alternative<SpriteOptions>(order.what))
        return refusalToReplace(order.path);
    return isPartOfSet(order.path) ? std::optional(Failure{FailureKind::PartOfSet, 0, {}}) : std::nullopt;
}

ExportOutcome carryOut(const ExportOrder &order, const ExportControl &control) noexcept
{
    try {
        if (const auto failure = refusalOf(order))
            return failed(order, *failure);
        return std::visit([&](const auto &what) { return make(order, what, control); }, order.what);
    } catch (const std::exception &exception) {
        return failed(order, {FailureKind::Internal, 0, QString::fromLocal8Bit(exception.what())});
    } catch (...) {
        return failed(order, {FailureKind::Internal, 0, {}});
    }
}
