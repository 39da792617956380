#include "app/exports/exportrequest.h"

#include "app/sets/loadedset.h"
#include "app/storage/atomicfolderwriter.h"
#include "app/storage/atomicwrite.h"

#include <QFileInfo>

#include <exception>

namespace {

ExportOutcome failed(const ExportRequest &request, const Failure &failure)
{
    return {.failure = failure, .path = request.path, .leftOut = {}};
}

ExportOutcome written(
    const ExportRequest &request, const QByteArray &bytes, const QList<LeftOutFlag> &leftOut)
{
    if (const auto failure = prepareOutputFolder(QFileInfo(request.path).path()))
        return failed(request, *failure);
    if (const auto file = writeAtomically(request.path, bytes, ConflictPolicy::Overwrite); !file)
        return failed(request, file.error());
    return {.failure = {}, .path = request.path, .leftOut = leftOut};
}

ExportOutcome make(const ExportRequest &request, const SheetSpec &sheet, const ExportControl &control)
{
    const auto made = contactSheet(request.flags, sheet.options, sheet.format, control);
    if (!made)
        return failed(request, made.error());
    return written(request, made->bytes, made->leftOut);
}

ExportOutcome make(const ExportRequest &request, const SpriteOptions &options, const ExportControl &control)
{
    const auto sprite = makeSprite(request.flags, options, control);
    if (!sprite)
        return failed(request, sprite.error());
    AtomicFolderWriter folder;
    if (const auto failure = folder.open(request.path))
        return failed(request, *failure);
    for (const ExportFile &file : sprite->files) {
        if (const auto failure = folder.add(file.name, file.bytes))
            return failed(request, *failure);
    }
    if (const auto failure = folder.publish(spriteFileNames()))
        return failed(request, *failure);
    return {.failure = {}, .path = request.path, .leftOut = sprite->leftOut};
}

ExportOutcome make(const ExportRequest &request, DataFormat format, const ExportControl &control)
{
    if (!control.advance(int(request.flags.size()), int(request.flags.size())))
        return failed(request, {FailureKind::Cancelled, 0, {}});
    return written(request, dataFile(request.flags, format), {});
}

} // namespace

std::optional<Failure> refusalOf(const ExportRequest &request)
{
    if (std::holds_alternative<SpriteOptions>(request.what))
        return refusalToReplace(request.path);
    return isPartOfSet(request.path) ? std::optional(Failure{FailureKind::PartOfSet, 0, {}}) : std::nullopt;
}

ExportOutcome perform(const ExportRequest &request, const ExportControl &control) noexcept
{
    try {
        if (const auto failure = refusalOf(request))
            return failed(request, *failure);
        return std::visit([&](const auto &what) { return make(request, what, control); }, request.what);
    } catch (const std::exception &exception) {
        return failed(request, {FailureKind::Internal, 0, QString::fromLocal8Bit(exception.what())});
    } catch (...) {
        return failed(request, {FailureKind::Internal, 0, {}});
    }
}
