#pragma once

#include "app/downloads/saveflag.h"
#include "tests/downloads/flagland.h"
#include "tests/sets/someset.h"

#include <QTemporaryDir>

/// A folder that a batch works in, with a set of the flag of DE.
class SetFolder final
{
public:
    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// An order of a new batch, with that picture from someset's source.
    [[nodiscard]] SaveRequest request(
        BatchPurpose purpose, const QByteArray &picture, const std::optional<SetFlag> &known = {}) const
    {
        const auto opened = someset::openBatch(
            path(), {.purpose = purpose, .codes = {QStringLiteral("DE")}, .target = someset::manifest({})});
        if (const auto *failure = std::get_if<Failure>(&opened))
            qFatal("%s", qPrintable(failure->detail));
        return {.country = flagland::countryOf(QStringLiteral("DE")),
            .picture = picture,
            .metadata = {},
            .metadataName = {},
            .save = {.folder = path()},
            .thumbnailSize = {},
            .origin = {.source = someset::source()},
            .set = std::get<std::shared_ptr<OpenSet>>(opened),
            .purpose = purpose,
            .known = known};
    }

    /// The set as it would be were the program killed now.
    [[nodiscard]] Manifest set() const { return std::get<LoadedSet>(loadSet(path())).manifest; }

private:
    QTemporaryDir m_folder;
};

[[nodiscard]] constexpr RenditionSpec png(int width)
{
    return {RenditionFormat::Png, width};
}

/// Of the flag and of what was made of it, sorted.
[[nodiscard]] inline QStringList filesOf(const SetFlag &flag)
{
    QStringList files{flag.file};
    for (const DerivedFile &made : flag.derived)
        files.append(made.file);
    files.sort();
    return files;
}

[[nodiscard]] inline SetFlag knownAs(const QString &file, const QByteArray &picture)
{
    SetFlag flag = someset::flag(QStringLiteral("DE"), picture);
    flag.file = file;
    return flag;
}
