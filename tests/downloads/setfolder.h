#pragma once

#include "app/saving/saveflag.h"
#include "tests/downloads/flagland.h"
#include "tests/sets/someset.h"

#include <QTemporaryDir>

/// The temporary folder of a batch, with a set for the flag of DE.
class SetFolder final
{
public:
    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// Opens the set for a new batch and returns the request that saves this picture, from the source of
    /// someset.
    [[nodiscard]] SaveRequest request(
        BatchPurpose purpose, const QByteArray &picture, const std::optional<SetFlag> &known = {}) const
    {
        const auto set = someset::openBatch(
            path(), {.purpose = purpose, .codes = {QStringLiteral("DE")}, .target = someset::manifest({})});
        if (!set)
            qFatal("%s", qPrintable(set.error().detail));
        return {.country = flagland::countryOf(QStringLiteral("DE")),
            .picture = picture,
            .metadata = {},
            .metadataName = {},
            .save = {.folder = path()},
            .thumbnailSize = {},
            .origin = {.source = someset::source()},
            .set = *set,
            .purpose = purpose,
            .known = known};
    }

    /// The set on disk, as another program would read it now.
    [[nodiscard]] Manifest set() const { return loadSet(path()).value().manifest; }

private:
    QTemporaryDir m_folder;
};

[[nodiscard]] constexpr RenditionSpec png(int width)
{
    return {RenditionFormat::Png, width};
}

/// Files of the flag and of its derived pictures, sorted.
[[nodiscard]] inline QStringList filesOf(const SetFlag &flag)
{
    QStringList files{flag.file};
    for (const DerivedFile &derived : flag.derived)
        files.append(derived.file);
    files.sort();
    return files;
}

[[nodiscard]] inline SetFlag knownAs(const QString &file, const QByteArray &picture)
{
    SetFlag flag = someset::flag(QStringLiteral("DE"), picture);
    flag.file = file;
    return flag;
}
