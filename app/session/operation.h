#pragma once

#include "app/countries/country.h"
#include "app/images/rendition.h"
#include "app/sources/source.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/transfersettings.h"

#include <QHash>
#include <QList>
#include <QSize>
#include <QStringList>

#include <optional>
#include <variant>

// What a person can have done with a folder of flags. Sources are as the list of sources has them, without
// the addresses of embedded servers.

/// Downloads the flags of countries.
struct Download
{
    QList<Country> countries;
    QList<Source> sources; ///< in the order in which they are requested
    SaveOptions save;
    Conversion conversion = {};
};

/// Downloads the flags of a set again where their sources have newer ones.
struct Update
{
    QString folder;
    QStringList codes; ///< empty: all of the set
};

/// Restores missing and altered files of a set: exactly those of its manifest.
struct Repair
{
    QString folder;
    QStringList codes;
};

/// Makes the set of a manifest in another folder: exactly its flags.
struct Rebuild
{
    QString manifest; ///< path of the file
    QString folder;
};

/// Continues what was interrupted in a folder.
struct Resume
{
    QString folder;
};

using Operation = std::variant<Download, Update, Repair, Rebuild, Resume>;

/// Where the operation saves.
[[nodiscard]] inline QString folderOf(const Operation &operation)
{
    if (const auto *download = std::get_if<Download>(&operation))
        return download->save.folder;
    return std::visit(
        [](const auto &ofSet) -> QString {
            if constexpr (requires { ofSet.folder; })
                return ofSet.folder;
            else
                return {};
        },
        operation);
}

/// What holds for all batches of one run.
struct SessionSettings
{
    TransferSettings transfer; ///< except for what each source has for itself: limit, spacing, retry budget
    std::optional<int> limit = {}; ///< requests in flight for each source; nothing: its own limit
    QHash<QString, int> limits = {}; ///< requests in flight by source id; goes before `limit`
    QSize thumbnailSize = {}; ///< in device pixels; empty: no thumbnails
    bool confirmsReplacing = false; ///< a Rebuild waits for confirm() before it replaces other flags
};
