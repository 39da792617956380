#include "app/downloads/saverenditions.h"

#include "app/storage/atomicwrite.h"
#include "app/storage/outputfolder.h"
#include "app/storage/sha256.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

/// "DE-Germany-320.png", where the template does not name widths itself.
QString pathFor(const NameTemplate &name, const NameParts &original, const RenditionOrder &rendition)
{
    NameParts parts = original;
    parts.width = rendition.width;
    parts.ending = endingOf(rendition.format);
    QString path = name.pathOf(parts);
    if (!name.text().contains("{width}"_L1) || path == name.pathOf(original))
        path.insert(path.size() - parts.ending.size() - 1, u'-' + QString::number(rendition.width));
    return path;
}

std::variant<DerivedPicture, Failure> save(
    const SaveOrder &order, const Rendition &rendition, const QString &path)
{
    if (const auto failure = makeSubfolders(order.save.folder, path))
        return *failure;
    const auto written
        = writeAtomically(QDir(order.save.folder).filePath(path), rendition.bytes, order.save.conflict);
    if (const auto *failure = std::get_if<Failure>(&written))
        return *failure;
    const auto &file = std::get<WrittenFile>(written);
    return DerivedPicture{.path = file.path,
        .order = rendition.order,
        .crop = order.conversion.crop,
        .size = rendition.size,
        .bytes = rendition.bytes.size(),
        .sha256 = sha256(rendition.bytes),
        .wasKept = file.wasKept};
}

} // namespace

std::variant<QList<DerivedPicture>, Failure> saveRenditions(
    const SaveOrder &order, Picture &picture, const NameParts &original)
{
    const auto made = renditionsOf(picture, order.conversion.orders, order.conversion.crop);
    if (const auto *failure = std::get_if<Failure>(&made))
        return *failure;
    QList<DerivedPicture> pictures;
    for (const Rendition &rendition : std::get<QList<Rendition>>(made)) {
        const auto saved
            = save(order, rendition, pathFor(order.save.nameTemplate, original, rendition.order));
        if (const auto *failure = std::get_if<Failure>(&saved))
            return *failure;
        pictures.append(std::get<DerivedPicture>(saved));
    }
    return pictures;
}
