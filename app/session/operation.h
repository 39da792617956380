#pragma once

#include "app/countries/country.h"
#include "app/downloads/loopblocker.h"
#include "app/images/rendition.h"
#include "app/sources/source.h"
#include "app/storage/saveoptions.h"
#include "app/timeline/requestlog.h"
#include "app/transfer/transfersettings.h"

#include <QHash>
#include <QList>
#include <QSize>
#include <QStringList>

#include <algorithm>
#include <memory>
#include <optional>
#include <variant>

// The operations on a folder of flags. Their sources come from the list of sources and have no addresses of
// embedded servers yet.

/// Downloads the flags of countries.
struct Download
{
    QList<Country> countries;
    QList<Source> sources; ///< in the order in which they are requested
    SaveOptions save;
    Conversion conversion = {};
};

/// Downloads the flags of a set again if their sources have newer ones.
struct Update
{
    QString folder;
    QStringList codes; ///< empty: all of the set
};

/// Restores missing and altered files of a set, with the exact bytes of its manifest.
struct Repair
{
    QString folder;
    QStringList codes;
};

/// Creates the set that a manifest describes in another folder, with the exact bytes.
struct Rebuild
{
    QString manifest; ///< path of the file
    QString folder;
};

/// Continues the operation that was interrupted in a folder.
struct Resume
{
    QString folder;
};

using Operation = std::variant<Download, Update, Repair, Rebuild, Resume>;

/// The folder that the operation saves in.
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

/// The settings of all batches of an operation.
struct SessionSettings
{
    TransferSettings transfer; ///< without limit, spacing and retry budget, which each source has
    std::optional<int> limit = {}; ///< requests in flight for each source; empty: the limit of the source
    std::optional<int> mostAtOnce = {}; ///< lowers the limit of each source; `limit` and `limits` override it
    QHash<QString, int> limits = {}; ///< requests in flight by source id; overrides the others
    QSize thumbnailSize = {}; ///< in device pixels; empty: no thumbnails
    std::shared_ptr<RequestLog> log = {}; ///< where the requests are recorded; null: nowhere
    LoopBlocker blocker = {}; ///< for the flags of built-in sources
    bool confirmsReplacing = false; ///< a Rebuild waits for confirm() before it replaces other flags

    /// The user's limit for a source; empty: the source's own.
    [[nodiscard]] std::optional<int> wantedLimit(const Source &source) const
    {
        if (const auto own = limits.constFind(source.id); own != limits.cend())
            return *own;
        return limit || !mostAtOnce ? limit : std::min(source.limit, *mostAtOnce);
    }
};
