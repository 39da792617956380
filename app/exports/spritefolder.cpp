#include "app/exports/spritefolder.h"

#include "app/exports/sprite.h"
#include "app/exports/spritepage.h"
#include "app/storage/atomicfolderwriter.h"
#include "app/storage/filebeneath.h"

#include <QDir>

#include <algorithm>

namespace {

bool holdsSprite(const QDir &folder)
{
    constexpr qint64 enough = 1 << 20;
    const QStringList names = spriteFileNames();
    const bool isWhole = std::ranges::all_of(names, [&](const auto &name) { return folder.exists(name); });
    const auto read = readFileBeneath(folder.path(), spritePositionsName, enough);
    const auto *bytes = std::get_if<std::optional<QByteArray>>(&read);
    return isWhole && bytes != nullptr && areSpritePositions(bytes->value_or(QByteArray()));
}

} // namespace

std::optional<Failure> refusalToReplace(const QString &path)
{
    if (auto failure = AtomicFolderWriter::refusalToReplace(path, spriteFileNames()))
        return failure;
    const QDir folder(path);
    const QStringList entries = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    if (!folder.exists() || entries.isEmpty() || holdsSprite(folder))
        return std::nullopt;
    return Failure{FailureKind::FolderNotEmpty, 0, entries.first()};
}
