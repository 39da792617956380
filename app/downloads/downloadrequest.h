#pragma once

#include "app/countries/country.h"
#include "app/drawing/canceltoken.h"
#include "app/images/rendition.h"
#include "app/sets/openset.h"
#include "app/sources/source.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/transfersettings.h"

#include <QHash>
#include <QList>
#include <QSize>

#include <memory>

/// Describes one batch, as a plain value.
struct DownloadRequest
{
    QList<Country> countries;
    QList<Source> sources; ///< at least one, with addresses and requested limits
    SaveOptions save;
    Conversion conversion = {};
    TransferSettings transfer; ///< except for what each source has for itself: limit, spacing, retry budget
    QSize thumbnailSize; ///< in device pixels; empty: no thumbnails
    BatchPurpose purpose = BatchPurpose::Download;
    /// By code, for an Update or a Restore: the set's entry for each country. Only its source is requested.
    QHash<QString, SetFlag> known = {};
    std::shared_ptr<OpenSet> set = {}; ///< where the files are recorded; null: nowhere
    CancelToken cancel = {}; ///< of rendering; the queue that runs the batch sets it
    int concurrentBatches = 1; ///< batches that share the descriptors of this process, including this one
    // See BatchSpec.
    QList<BatchSpec> following = {};
    QList<BatchSpec> remaining = {};

    [[nodiscard]] QStringList codes() const;
    /// How many processes render pictures for the batch in any case, as far as is known before the first
    /// response: one checks SVGs as fast as they arrive. Others start when the first pictures need them.
    [[nodiscard]] int neededRenderers() const;
    /// What another run of the program needs to resume the batch.
    [[nodiscard]] BatchSpec spec() const;
};
